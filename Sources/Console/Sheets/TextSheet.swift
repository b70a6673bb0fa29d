// A report as plain text: in pages for a line printer, or as one table for a terminal.
import Model

/// Columns by the width that text has on a screen, a blank between them.
struct TextSheet: ReportSink {
    /// How wide a line is and how many a page has.
    struct Paper {
        let columns: Int
        let lines: Int

        /// Wide fan-fold paper, with a margin below.
        static let wide = Paper(columns: 132, lines: 60)
    }

    private let stream: SheetStream
    /// Nil for one table without end, whose cells are cut and not broken.
    private let paper: Paper?
    private var heading: ReportHeading?
    private var columns: [ReportColumn] = []
    private var widths: [Int] = []
    private var page = 0
    /// Lines left on the page.
    private var room = 0

    init(stream: SheetStream, paper: Paper?) {
        self.stream = stream
        self.paper = paper
    }

    mutating func begin(_ heading: ReportHeading, _ columns: [ReportColumn]) throws {
        self.heading = heading
        self.columns = columns
        widths = Self.widths(columns, paper?.columns)
        try beginPage()
    }

    mutating func add(_ cells: [ReportCell]) throws {
        let lines = lines(zip(columns, cells).map { Self.text($1, $0) })
        try put(lines)
    }

    mutating func end(totals: [ReportCell]?) throws {
        if let totals { try put([rule] + lines(zip(columns, totals).map { Self.text($1, $0) })) }
        if paper != nil, page > 0 { try stream.write("\u{0C}") }
        try stream.finish()
    }

    /// Lines that stay on one page if a page can hold them.
    private mutating func put(_ lines: [String]) throws {
        if paper != nil, room < lines.count, page > 0 { try turnPage(for: lines.count) }
        for line in lines {
            if paper != nil, room == 0 { try turnPage(for: 1) }
            try stream.write(line + "\n")
            room -= 1
        }
    }

    private mutating func turnPage(for wanted: Int) throws {
        guard wanted <= bodyLines || room == 0 else { return }
        try stream.write("\u{0C}")
        try beginPage()
    }

    private var bodyLines: Int { (paper?.lines ?? 0) - headLines.count }

    private mutating func beginPage() throws {
        page += 1
        let head = headLines
        for line in head { try stream.write(line + "\n") }
        room = (paper?.lines ?? Int.max) - head.count
    }

    /// Title with page number, whose and when, the columns' headings and a rule.
    private var headLines: [String] {
        guard let heading else { return [] }
        let parts = heading.parts.map { "\($0.label): \(Printable.clean($0.text))" }.joined(separator: "  ")
        let headings = zip(columns, widths).map { Self.aligned($0.heading, $1, isRight: $0.kind.isRight) }
        let total = widths.reduce(widths.count - 1, +)
        guard let paper else { return [heading.title, parts, "", headings.joined(separator: " "), rule] }
        let number = "第 \(page) 页"
        let gap = max(1, total - TextWidth.of(heading.title) - TextWidth.of(number))
        return [heading.title + String(repeating: " ", count: gap) + number]
            + StyledLine(parts).wrapped(to: paper.columns).map(\.text)
            + [rule, headings.joined(separator: " "), rule]
    }

    private var rule: String { String(repeating: "-", count: widths.reduce(widths.count - 1, +)) }

    /// A row as lines: texts are broken at their columns' widths, or cut where the table has no pages.
    private func lines(_ texts: [String]) -> [String] {
        let broken = zip(texts, widths).map { text, width in
            paper == nil
                ? [TextWidth.fit(Printable.clean(text), to: width)]
                : StyledLine(text).wrapped(to: width).map(\.text)
        }
        return (0..<(broken.map(\.count).max() ?? 0)).map { line in
            let cells = broken.indices.map { index in
                Self.aligned(
                    line < broken[index].count ? broken[index][line] : "", widths[index],
                    isRight: columns[index].kind.isRight)
            }
            return Self.withoutEnd(cells.joined(separator: " "))
        }
    }

    private static func text(_ cell: ReportCell, _ column: ReportColumn) -> String { cell.text }

    private static func aligned(_ text: String, _ width: Int, isRight: Bool) -> String {
        let blank = String(repeating: " ", count: max(0, width - TextWidth.of(text)))
        return isRight ? blank + text : text + blank
    }

    private static func withoutEnd(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }

    /// The columns' widths; texts share what the others leave of a line.
    static func widths(_ columns: [ReportColumn], _ total: Int?) -> [Int] {
        let usual = columns.map { max($0.printedWidth, min(TextWidth.of($0.heading), 16)) }
        guard let total else { return usual }
        let room = total - (columns.count - 1)
        let fixed = zip(columns, usual).filter { $0.0.kind != .text }.map(\.1).reduce(0, +)
        let texts = zip(columns, usual).filter { $0.0.kind == .text }.map(\.1).reduce(0, +)
        guard texts > 0, room > fixed else { return usual }
        return zip(columns, usual).map { column, width in
            column.kind == .text ? max(4, width * (room - fixed) / texts) : width
        }
    }
}

extension ReportColumn {
    /// Without the bar that a screen shows beside a share.
    fileprivate var printedWidth: Int { kind == .share ? 7 : width }
}

extension ReportColumn.Kind {
    /// Whether its values stand at the right edge of their column.
    var isRight: Bool {
        switch self {
        case .count, .share, .average: true
        case .text, .day, .moment: false
        }
    }
}
