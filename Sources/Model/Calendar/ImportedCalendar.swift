// A calendar file as it came: its days, and every line that is wrong.

/// The days of a file that is to become part of a layer. With faults none of it is taken.
public struct ImportedCalendar: Sendable {
    /// The file's own name.
    public let name: String
    public let sha256: String
    /// In the order of the file.
    public let days: [DayException]
    public let faults: [CalendarFile.Fault]

    /// The years in which the office sets dates; a day outside is a slip of the hand.
    static let years = 2000...2100

    /// Reads a file in UTF-8 or GB18030.
    public init(_ file: FileContent) {
        name = file.name
        sha256 = SHA256.text(file.bytes)
        // What is neither is read as it stands, so that each wrong line is named.
        let bytes = (try? TextFile.text(of: file.name, file.bytes)).map { Array($0.utf8) } ?? file.bytes
        let reading = CalendarFile.read(bytes)
        days = reading.exceptions
        faults = reading.faults
    }

    /// What is wrong with the days of the file as the nation's or as another layer's, in sentences that name them.
    public func refusals(forNation isNational: Bool) -> [String] {
        let outside = days.map(\.day).filter { !Self.years.contains($0.year) }.map {
            "日期 \($0) 不在 \(Self.years.lowerBound) 至 \(Self.years.upperBound) 年之间, 请核对"
        }
        guard isNational, outside.isEmpty else { return outside }
        let whole = CalendarLayer.national(days).years
        return Set(days.map(\.day.year)).subtracting(whole).sorted().compactMap { year in
            let strays = days.map(\.day).filter { $0.year == year && !isBeside(whole, $0) }
            guard let stray = strays.min() else { return nil }
            return "\(year) 年有 \(stray) 等 \(strays.count) 天, 却没有 10 月 1 日, 不是全年的安排; 全国的安排要全年一起导入"
        }
    }

    /// The years whose days the file replaces. The nation's arrangement of a year may name days of the year before or after it, which
    /// are added to those; any other layer's year is replaced by whatever day the file has in it.
    func replacedYears(forNation isNational: Bool) -> Set<Int> {
        isNational ? CalendarLayer.national(days).years : Set(days.map(\.day.year))
    }

    /// Whether a day lies at the turn of a year that the file arranges whole: its New Year holiday may begin in December.
    private func isBeside(_ whole: Set<Int>, _ day: Day) -> Bool {
        day.month == 12 && whole.contains(day.year + 1) || day.month == 1 && whole.contains(day.year - 1)
    }
}

extension CalendarFile {
    /// Days as a file that can be imported.
    public static func file(of days: [DayException]) -> [UInt8] {
        let lines = days.sorted { $0.day < $1.day }.map { "\($0.day),\($0.kind.rawValue),\($0.name),\($0.source)\r\n" }
        return Array("\u{FEFF}date,kind,name,source\r\n".utf8) + lines.flatMap { Array($0.utf8) }
    }
}
