// Comma-separated values, read strictly by RFC 4180.

/// A table from a CSV file: a header and rows, each with the line of the file it begins on.
///
/// Nothing is guessed or mended: a quote out of place is refused with its line. A cell may hold line ends, so a row may take several
/// lines. Rows of nothing but empty cells, as spreadsheets leave them at the end, are left out.
public struct CSVTable: Equatable, Sendable {
    public struct Row: Equatable, Sendable {
        /// The first line of the row in the file, from 1.
        public let line: Int
        public let cells: [String]
    }

    public let header: [String]
    public let rows: [Row]

    public static let mostColumns = 200

    /// How much of a table is read.
    public struct Limits: Sendable {
        let rows: Int
        /// Bytes of UTF-8.
        let cell: Int

        /// A table that is filled in by hand.
        public static let form = Limits(rows: 10_000, cell: 32_768)
    }

    /// - Parameter text: the whole file, its lines ended by LF; it is not kept, for a great file is not to be held twice.
    /// - Throws: `Refusal` with the first line that is not CSV, or the limit that is passed.
    public init(_ text: consuming String, _ limits: Limits = .form) throws(Refusal) {
        var reader = CSVReader(text, longestCell: limits.cell)
        var rows: [Row] = []
        while let row = try reader.nextRow() {
            guard row.cells.contains(where: { !$0.isEmpty }) else { continue }
            rows.append(row)
            guard rows.count <= limits.rows + 1 else {
                throw Refusal("第 \(row.line) 行: 表中最多 \(limits.rows.grouped) 行, 请分成几个文件")
            }
        }
        guard let header = rows.first else { throw Refusal("表是空的, 第一行应是表头") }
        self.header = header.cells
        self.rows = Array(rows.dropFirst())
    }

    /// Checks the names in the header, which may stand in any order.
    /// - Throws: `Refusal` naming columns that are unknown, missing or there twice.
    func mustHave(_ columns: [String], optional: [String] = [], advice: String) throws(Refusal) {
        func named(_ names: [String]) -> String {
            names.prefix(8).map { "\"\(AttachmentName.shown($0))\"" }.joined(separator: "、")
        }
        let known = columns + optional
        let unknown = header.filter { !known.contains($0) }
        guard unknown.isEmpty else { throw Refusal("第 1 行: 表头中多了 \(named(unknown)); \(advice)") }
        let missing = columns.filter { !header.contains($0) }
        guard missing.isEmpty else { throw Refusal("第 1 行: 表头中少了 \(named(missing)); \(advice)") }
        let twice = known.filter { column in header.count { $0 == column } > 1 }
        guard twice.isEmpty else { throw Refusal("第 1 行: 表头中有两次 \(named(twice)); \(advice)") }
    }

    /// What is wrong with a row that has more or fewer cells than the header, or nil.
    func widthFault(_ row: Row) -> LineFault? {
        guard row.cells.count != header.count else { return nil }
        return LineFault(
            line: row.line, "这一行有 \(row.cells.count) 栏, 表头有 \(header.count) 栏; 内容中有逗号或换行的格要用引号括起来")
    }

    /// A table as a file: with the mark by which spreadsheets know UTF-8, its lines ended as they expect.
    public static func file(of rows: [[String]]) -> [UInt8] {
        Array("\u{FEFF}".utf8) + rows.flatMap { Array(($0.map(quoted).joined(separator: ",") + "\r\n").utf8) }
    }

    static func quoted(_ cell: String) -> String {
        guard cell.contains(where: { "\",\r\n".contains($0) || $0.isNewline }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

/// Goes through the bytes of a CSV file once.
private struct CSVReader {
    private let bytes: [UInt8]
    private let longestCell: Int
    private var at = 0
    private var line = 1

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineEnd = UInt8(ascii: "\n")

    init(_ text: consuming String, longestCell: Int) {
        bytes = Array(text.utf8)
        self.longestCell = longestCell
    }

    /// The next row; nil after the last.
    mutating func nextRow() throws(Refusal) -> CSVTable.Row? {
        guard at < bytes.count else { return nil }
        let first = line
        var cells = [try cell()]
        while at < bytes.count, bytes[at] == Self.comma {
            at += 1
            cells.append(try cell())
            guard cells.count <= CSVTable.mostColumns else {
                throw Refusal("第 \(first) 行: 最多 \(CSVTable.mostColumns) 栏, 请对照空表检查")
            }
        }
        if at < bytes.count {
            at += 1
            line += 1
        }
        return CSVTable.Row(line: first, cells: cells)
    }

    /// A cell, up to the comma, line end or end of file behind it.
    private mutating func cell() throws(Refusal) -> String {
        if at < bytes.count, bytes[at] == Self.quote { return try quotedCell() }
        let start = at
        while at < bytes.count, bytes[at] != Self.comma, bytes[at] != Self.lineEnd {
            guard bytes[at] != Self.quote else {
                throw Refusal("第 \(line) 行: 格中有引号时, 整格要用引号括起来, 格中的引号写两个; 请用表格软件另存为 CSV")
            }
            at += 1
        }
        return try bounded(bytes[start..<at])
    }

    private mutating func quotedCell() throws(Refusal) -> String {
        let first = line
        var content: [UInt8] = []
        at += 1
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == Self.quote {
                guard at < bytes.count, bytes[at] == Self.quote else {
                    guard at == bytes.count || bytes[at] == Self.comma || bytes[at] == Self.lineEnd else {
                        throw Refusal("第 \(line) 行: 引号后面只能是逗号或换行; 请用表格软件另存为 CSV")
                    }
                    return try bounded(content[...])
                }
                at += 1
            }
            if byte == Self.lineEnd { line += 1 }
            content.append(byte)
        }
        throw Refusal("第 \(first) 行: 引号到文件末尾也没有配对; 请用表格软件另存为 CSV")
    }

    private func bounded(_ cell: ArraySlice<UInt8>) throws(Refusal) -> String {
        guard cell.count <= longestCell else {
            throw Refusal("第 \(line) 行: 一格有 \(cell.count.grouped) 字节, 最多 \(longestCell.grouped) 字节")
        }
        return String(decoding: cell, as: UTF8.self)
    }
}
