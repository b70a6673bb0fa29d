// Cutting the bytes of a calendar file into lines and fields, and a line into a day's exception.

/// The lines of a calendar file that hold something, and the exception each of them gives.
struct CalendarLines {
    struct Line {
        let number: Int
        let bytes: ArraySlice<UInt8>

        func fault(_ reason: String) -> CalendarFile.Fault {
            CalendarFile.Fault(line: number, reason: reason)
        }
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let heading = Array("date,kind,name,source".utf8)

    private var rest: ArraySlice<UInt8>
    private var number = 0
    /// Names and sources repeat from line to line; the text of the line before is used again when its bytes are.
    private var name = RepeatedText()
    private var source = RepeatedText()

    init(_ bytes: [UInt8]) {
        rest = bytes.starts(with: CalendarLines.byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    }

    /// The next line that is neither empty nor the heading.
    mutating func next() -> Line? {
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
            var line = rest[..<end]
            rest = rest[end...].dropFirst()
            number += 1
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            if line.isEmpty || number == 1 && line.elementsEqual(CalendarLines.heading) { continue }
            return Line(number: number, bytes: line)
        }
        return nil
    }

    mutating func exception(in line: Line) throws(CalendarFile.Fault) -> DayException {
        let (date, afterDate) = try field(of: line, from: line.bytes, named: "日期")
        guard let day = Day(iso: date) else {
            throw line.fault(CalendarLines.dateFault(date))
        }
        let (kindField, afterKind) = try field(of: line, from: afterDate, named: "类别")
        guard let kind = CalendarLines.kind(kindField) else {
            throw line.fault("类别 \"\(CalendarLines.shown(kindField))\" 不对, 只有 off 和 working 两种")
        }
        let (nameField, sourceField) = try field(of: line, from: afterKind, named: "名称")
        let name = try self.name.text(nameField, of: line, field: "名称", limit: CalendarFile.longestName)
        let source = try self.source.text(sourceField, of: line, field: "来源", limit: CalendarFile.longestSource)
        return DayException(day: day, kind: kind, name: name, source: source)
    }

    /// The bytes up to the next comma, and those behind it.
    private func field(
        of line: Line, from bytes: ArraySlice<UInt8>, named field: String
    ) throws(CalendarFile.Fault) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
        guard let comma = bytes.firstIndex(of: UInt8(ascii: ",")) else {
            throw line.fault("\(field)之后缺少逗号, 每行须为: 日期,off 或 working,名称,来源")
        }
        return (bytes[..<comma], bytes[(comma + 1)...])
    }

    private static func kind(_ bytes: ArraySlice<UInt8>) -> DayException.Kind? {
        DayException.Kind.allCases.first { bytes.elementsEqual($0.rawValue.utf8) }
    }

    /// Why a date cannot be taken: there is no such day, or it is written otherwise.
    private static func dateFault(_ bytes: ArraySlice<UInt8>) -> String {
        let shown = shown(bytes)
        let read = TypedDay.isRelative(shown) ? .failure(.notADate(shown)) : TypedDay.read(shown, today: .first)
        switch read {
        case .success(let day): return "日期 \"\(shown)\" 要写成 \(day)"
        case .failure(.notADate), .failure(.shortYear): return "日期 \"\(shown)\" 看不懂, 请写成年-月-日, 如 2026-12-08"
        case .failure(let refusal): return "日期 \"\(shown)\" 不对, \(refusal.sentence)"
        }
    }

    private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
        TypedText(String(decoding: bytes.prefix(80), as: UTF8.self)).shown
    }
}
