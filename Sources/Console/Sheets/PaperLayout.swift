// Which columns of a report stand side by side on a printed page, and how wide.
import Model

/// Names, dates, states and numbers side by side, none of them broken; texts of any length across the page, above or below their row.
struct PaperLayout {
    /// A column of the table on the page.
    struct Place {
        let index: Int
        let column: ReportColumn
        let width: Int
    }

    let table: [Place]
    /// Texts that stand above their row, once for all rows that have them in common.
    let above: [Int]
    /// Texts that stand below their row.
    let below: [Int]
    /// Columns of the page that are used.
    let width: Int

    /// A single text stands in the table where it has so many columns at least.
    private static let leastText = 30
    /// However narrow the table is, what stands over it wants so much.
    private static let leastWidth = 64

    init(_ columns: [ReportColumn], paper: Int) {
        let texts = columns.indices.filter { columns[$0].kind == .prose }
        var places = columns.indices.filter { columns[$0].kind != .prose }
        var given: [Place]?
        var moved: [Int] = []
        while given == nil {
            given = Self.side(by: places.map { ($0, columns[$0]) }, room: paper, isForced: places.count <= 1)
            if given == nil {
                let last = places.lastIndex { columns[$0].kind == .text && !columns[$0].isFrozen }
                moved.insert(places.remove(at: last ?? places.count - 1), at: 0)
            }
        }
        var table = given ?? []
        let left = paper - Self.columns(of: table) - 1
        if texts.count == 1, left >= Self.leastText {
            let text = texts[0]
            table.insert(
                Place(index: text, column: columns[text], width: left),
                at: table.firstIndex { $0.index > text } ?? table.count)
            (above, below) = ([], moved)
        } else {
            above = texts.filter { columns[$0].isFrozen }
            below = (texts.filter { !columns[$0].isFrozen } + moved).sorted()
        }
        self.table = table
        let isAcross = !above.isEmpty || !below.isEmpty
        width = isAcross ? paper : min(paper, max(Self.columns(of: table), Self.leastWidth))
    }

    /// The columns' heads: in two lines where the page has no room for one.
    var headings: [String] {
        let broken = table.map { place in
            TextWidth.of(place.column.heading) <= place.width ? ["", place.column.heading] : Self.halves(place.column)
        }
        let lines = (0..<2).map { line in
            PrintedLine.joined(
                zip(table, broken).map {
                    PrintedLine.aligned($1[line], $0.width, isRight: $0.column.kind.isRight)
                })
        }
        return lines.filter { !$0.isEmpty }
    }

    private static func columns(of table: [Place]) -> Int { table.map(\.width).reduce(max(0, table.count - 1), +) }

    /// - Parameter isForced: whether they are placed even where there is no room.
    /// - Returns: nil where they do not fit beside each other.
    private static func side(
        by columns: [(index: Int, column: ReportColumn)], room: Int, isForced: Bool
    ) -> [Place]? {
        for isNarrow in [false, true] {
            let least = columns.map { leastWidth($0.column, isNarrow) }
            var rest = room - least.reduce(columns.count - 1, +)
            guard rest >= 0 || isForced && isNarrow else { continue }
            return zip(columns, least).map { described, width in
                let more = min(max(0, rest), max(0, described.column.longest - width))
                rest -= more
                return Place(index: described.index, column: described.column, width: width + more)
            }
        }
        return nil
    }

    private static func leastWidth(_ column: ReportColumn, _ isNarrow: Bool) -> Int {
        let heading = TextWidth.of(column.heading)
        let head = isNarrow ? halves(column).map { TextWidth.of($0) }.max() ?? heading : heading
        let value =
            switch column.kind {
            case .share: 7
            // A figure's column is as wide as its heading, which says nothing of its values.
            case .count, .average: column.width > heading ? column.width : min(column.width, 6)
            case .text, .prose, .day, .moment: column.width
            }
        return max(head, value)
    }

    /// A heading in two lines, broken before a bracket or near the middle, between words of two characters.
    private static func halves(_ column: ReportColumn) -> [String] {
        let heading = column.heading
        let bracket = heading.firstIndex(of: "(")
        let middle = bracket ?? heading.index(heading.startIndex, offsetBy: (heading.count + 1) / 4 * 2)
        return [String(heading[..<middle]), String(heading[middle...])]
    }
}
