// A report as plain text in pages, for a line printer.
import Model

/// Pages with a heading each. Nothing is cut: what does not fit its column stands whole below its row.
struct PaperSheet: ReportSink {
    /// Wide fan-fold paper.
    static let columns = 132
    /// The lines of a page, with a margin below.
    static let lines = 60
    /// How many lines of a row are never divided between pages.
    private static let together = 12

    private let stream: SheetStream
    private var title = ""
    private var columns: [ReportColumn] = []
    private var layout = PaperLayout([], paper: PaperSheet.columns)
    /// What stands on every page below its title.
    private var head: [String] = []
    private var page = 0
    /// Lines left on the page.
    private var room = 0
    /// What stands above the row before on this page.
    private var above: [String] = []

    init(stream: SheetStream) { self.stream = stream }

    mutating func begin(_ heading: ReportHeading, _ columns: [ReportColumn]) throws {
        self.columns = columns
        layout = PaperLayout(columns, paper: Self.columns)
        title = heading.title
        head =
            filled(heading.parts.map { "\($0.label): \(Printable.clean($0.text))" }, indent: 0) + [rule]
            + layout.headings + [rule]
        try beginPage()
    }

    mutating func add(_ cells: [ReportCell]) throws {
        let above = layout.above.flatMap { labelled($0, cells[$0].text, indent: 0) }
        let row = row(cells)
        if above != self.above || room < min(row.count, Self.together) {
            try keep(above.count + row.count)
            try put(above)
            self.above = above
        }
        try put(row)
    }

    mutating func end(totals: [ReportCell]?) throws {
        if let totals {
            var cells = totals
            var lines = [rule]
            let sums = layout.above.filter { !cells[$0].text.isEmpty }
            if !sums.isEmpty {
                // 合计 and how many: what they stand under is not in the table.
                let words = columns.indices.filter { columns[$0].isFrozen }
                lines.append(words.map { cells[$0].text }.filter { !$0.isEmpty }.joined(separator: " "))
                for index in words { cells[index] = .empty }
            }
            lines += row(cells).filter { !$0.isEmpty }
            try keep(lines.count)
            try put(lines)
        }
        if room == 0 { try turnPage() }
        try stream.write("共 \(page) 页\n\u{0C}")
        try stream.finish()
    }

    // MARK: - Lines

    private var rule: String { String(repeating: "-", count: layout.width) }

    /// Labels with their texts, as many in a line as it holds, none torn from its text.
    private func filled(_ parts: [String], indent: Int) -> [String] {
        let blank = String(repeating: " ", count: indent)
        return parts.reduce(into: [String]()) { lines, part in
            if let last = lines.last, TextWidth.of(last) + 2 + TextWidth.of(part) <= layout.width {
                lines[lines.count - 1] = "\(last)  \(part)"
            } else {
                lines += StyledLine(part, indent: 2).wrapped(to: layout.width - indent).map { blank + $0.text }
            }
        }
    }

    /// A row in its columns, and below it what stands across the page.
    private func row(_ cells: [ReportCell]) -> [String] {
        var names = layout.below.filter { columns[$0].kind != .prose }
        let broken = layout.table.map { place in
            let text = cells[place.index].text
            if place.column.kind == .prose { return StyledLine(text).wrapped(to: place.width).map(\.text) }
            let clean = Printable.clean(text)
            if TextWidth.of(clean) > place.width { names.append(place.index) }
            return [TextWidth.fit(clean, to: place.width)]
        }
        let lines = (0..<(broken.map(\.count).max() ?? 0)).map { line in
            PrintedLine.joined(
                zip(layout.table, broken).map { place, texts in
                    PrintedLine.aligned(
                        line < texts.count ? texts[line] : "", place.width, isRight: place.column.kind.isRight)
                })
        }
        let beside = names.sorted().filter { !cells[$0].text.isEmpty }.map {
            "\(columns[$0].heading): \(Printable.clean(cells[$0].text))"
        }
        let texts = layout.below.filter { columns[$0].kind == .prose }
        return lines + filled(beside, indent: 2) + texts.flatMap { labelled($0, cells[$0].text, indent: 2) }
    }

    /// A text across the page behind its label, without its empty lines; nothing where there is none.
    private func labelled(_ index: Int, _ text: String, indent: Int) -> [String] {
        guard !text.trimmed.isEmpty else { return [] }
        let blank = String(repeating: " ", count: indent)
        let line = StyledLine("\(columns[index].heading): \(text)", indent: 2)
        return line.wrapped(to: layout.width - indent).map(\.text).filter { !$0.trimmed.isEmpty }.map { blank + $0 }
    }

    // MARK: - Pages

    /// Lines that belong together stay on one page; what has more of them may go on on the next, as a long letter does.
    private mutating func keep(_ lines: Int) throws { if room < min(lines, Self.together) { try turnPage() } }

    private mutating func put(_ lines: [String]) throws {
        for line in lines {
            if room == 0 { try turnPage() }
            try stream.write(Printable.clean(line) + "\n")
            room -= 1
        }
    }

    private mutating func turnPage() throws {
        try stream.write("\u{0C}")
        try beginPage()
    }

    private var headLines: [String] {
        let number = "第 \(page) 页"
        let gap = max(1, layout.width - TextWidth.of(title) - TextWidth.of(number))
        return [title + String(repeating: " ", count: gap) + number] + head
    }

    private mutating func beginPage() throws {
        page += 1
        above = []
        for line in headLines { try stream.write(line + "\n") }
        room = Self.lines - headLines.count
    }
}
