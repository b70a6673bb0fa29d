// A report as one table for a terminal.
import Model

/// Columns by the width that text has on a screen, a blank between them; what does not fit its column is cut.
struct TableSheet: ReportSink {
    private let stream: SheetStream
    private var columns: [ReportColumn] = []
    private var widths: [Int] = []

    init(stream: SheetStream) { self.stream = stream }

    mutating func begin(_ heading: ReportHeading, _ columns: [ReportColumn]) throws {
        self.columns = columns
        widths = columns.map { max($0.kind == .share ? 7 : $0.width, min(TextWidth.of($0.heading), 16)) }
        let parts = heading.parts.map { "\($0.label): \(Printable.clean($0.text))" }
        for line in [heading.title, parts.joined(separator: "  "), "", line(columns.map(\.heading)), rule] {
            try stream.write(line + "\n")
        }
    }

    mutating func add(_ cells: [ReportCell]) throws { try stream.write(line(cells.map(\.text)) + "\n") }

    mutating func end(totals: [ReportCell]?) throws {
        if let totals { try stream.write(rule + "\n" + line(totals.map(\.text)) + "\n") }
        try stream.finish()
    }

    private var rule: String { String(repeating: "-", count: widths.reduce(widths.count - 1, +)) }

    private func line(_ texts: [String]) -> String {
        PrintedLine.joined(
            zip(columns, zip(texts, widths)).map { column, cell in
                let text = TextWidth.fit(Printable.clean(cell.0), to: cell.1)
                return PrintedLine.aligned(text, cell.1, isRight: column.kind.isRight)
            })
    }
}

/// Cells side by side in a line of plain text.
enum PrintedLine {
    static func aligned(_ text: String, _ width: Int, isRight: Bool) -> String {
        let blank = String(repeating: " ", count: max(0, width - TextWidth.of(text)))
        return isRight ? blank + text : text + blank
    }

    /// With a blank between the cells and none at the end.
    static func joined(_ cells: [String]) -> String {
        String(cells.joined(separator: " ").reversed().drop { $0 == " " }.reversed())
    }
}

extension ReportColumn.Kind {
    /// Whether its values stand at the right edge of their column.
    var isRight: Bool {
        switch self {
        case .count, .share, .average: true
        case .text, .prose, .day, .moment: false
        }
    }

    /// Whether its values are words: short ones, or many.
    var isText: Bool { self == .text || self == .prose }
}
