// A file of citizens' comments from elsewhere: one line a comment, read and not yet checked by the rules.

/// The comments of a CSV or JSON file as they were written. Nothing is guessed or mended.
public struct CommentFile: Sendable {
    /// The columns of a table, which are the keys of a JSON object too.
    public enum Column: Int, CaseIterable, Sendable {
        case system, number, channel, author, contact, received, body, source

        public var name: String {
            switch self {
            case .system: "系统"
            case .number: "编号"
            case .channel: "渠道"
            case .author: "建议人"
            case .contact: "联系方式"
            case .received: "收到日期"
            case .body: "内容"
            case .source: "来源编号"
            }
        }

        /// Whether the column may be left out altogether.
        var isOptional: Bool { [.author, .contact, .source].contains(self) }
    }

    /// One comment as it was written.
    struct Line: Sendable {
        /// The line of a table, or the place in a list, from 1.
        let number: Int
        /// The cells in the order of `Column`, blanks round them taken away.
        let cells: [String]

        subscript(column: Column) -> String { cells[column.rawValue] }
    }

    /// A file is held in memory while it is looked at.
    public static let mostComments = 100_000
    static let advice = "栏名要与说明一字不差: \(Column.allCases.map(\.name).joined(separator: "、"))"

    /// The file's name.
    public let name: String
    /// Of the bytes as they came; by it a file is known again.
    public let sha256: String
    /// What a line is called: 行 of a table, 条 of a list.
    public let measure: String
    let lines: [Line]
    /// What can be said of the lines without the rules.
    let faults: [LineFault]

    /// Reads the lines of a file, which is not kept beside what it becomes: of 64 MB each copy counts.
    /// - Throws: `Refusal` if it is neither UTF-8 nor GB18030, no table or list, its columns are others, or it is too long.
    public init(_ file: consuming FileContent) throws(Refusal) {
        name = file.name
        sha256 = SHA256.text(file.bytes)
        let isList = name.lowercased().hasSuffix(".json")
        measure = isList ? "条" : "行"
        let text = try TextFile.text(of: name, file.bytes)
        (lines, faults) = isList ? try Self.list(text) : try Self.table(text)
        guard !lines.isEmpty || !faults.isEmpty else {
            throw Refusal("\(AttachmentName.quoted(name)) 里没有建议, 请确认保存后再选")
        }
    }

    /// How many comments it holds, wrong ones among them.
    public var count: Int { lines.count + Set(faults.map(\.line)).subtracting(lines.map(\.number)).count }

    /// An empty table with the right header.
    public static var template: [UInt8] { CSVTable.file(of: [Column.allCases.map(\.name)]) }

    private static func table(_ text: consuming String) throws(Refusal) -> ([Line], [LineFault]) {
        // A cell's length is the form's affair, which names line and column.
        let table = try CSVTable(text, CSVTable.Limits(rows: mostComments, cell: .max))
        let columns = Column.allCases
        try table.mustHave(
            columns.filter { !$0.isOptional }.map(\.name), optional: columns.filter(\.isOptional).map(\.name),
            advice: advice)
        let places = columns.map { table.header.firstIndex(of: $0.name) }
        var lines: [Line] = []
        var faults: [LineFault] = []
        lines.reserveCapacity(table.rows.count)
        for row in table.rows {
            if let fault = table.widthFault(row) {
                faults.append(fault)
            } else {
                let cells = places.map { $0.map { row.cells[$0].trimmed } ?? "" }
                lines.append(Line(number: row.line, cells: cells))
            }
        }
        return (lines, faults)
    }
}
