// The columns of a report that a screen has room for: the frozen ones, and a stretch of the others.
import Model

/// A report's columns in a table of so many columns of the screen, scrolled to one of them.
struct ReportColumns {
    private let columns: [ReportColumn]
    /// The columns that are seen, in their order.
    let shown: [Int]
    private let isWhole: Bool
    private let room: Int

    /// - Parameters:
    ///   - room: columns of the screen.
    ///   - first: the first of the columns behind the frozen ones.
    init(_ columns: [ReportColumn], room: Int, from first: Int) {
        self.columns = columns
        self.room = room
        let frozen = columns.prefix { $0.isFrozen }.count
        var used = 1 + columns.prefix(frozen).map { Self.width($0, room) + 1 }.reduce(0, +)
        var shown = Array(0..<frozen)
        for index in max(frozen, first)..<max(frozen, first, columns.count) {
            used += Self.width(columns[index], room) + 1
            // One is seen at least, cut at the edge.
            if used - 1 > room, shown.count > frozen { break }
            shown.append(index)
        }
        self.shown = shown
        isWhole = shown.count == columns.count && used - 1 <= room
    }

    /// A frozen text takes no more than a third of the room.
    private static func width(_ column: ReportColumn, _ room: Int) -> Int {
        column.isFrozen && column.kind.isText ? min(column.width, max(8, room / 3)) : column.width
    }

    /// Where to scroll so that a column is seen, moving no further than needed.
    static func first(_ columns: [ReportColumn], room: Int, showing cell: Int, from first: Int) -> Int {
        let frozen = columns.prefix { $0.isFrozen }.count
        var first = max(first, frozen)
        if cell < frozen { return first }
        if cell < first { return cell }
        while first < cell, !Self(columns, room: room, from: first).shown.contains(cell) { first += 1 }
        // Room on the right is given to what was scrolled away on the left.
        while first > frozen, Self(columns, room: room, from: first - 1).shown.last == columns.count - 1 { first -= 1 }
        return first
    }

    /// How the table is laid out; where everything is seen, long texts take what is left.
    var layout: Columns {
        Columns(
            shown.map { index in
                let column = columns[index]
                let width = Self.width(column, room)
                let isFlexible = isWhole && column.kind.isText && column.width >= 12
                return Columns.Column(
                    column.heading, isFlexible ? .flexible(share: width) : .fixed(width),
                    side: column.kind.isRight ? .right : .left)
            })
    }

    /// The cells that are seen.
    func values(_ cells: [ReportCell]) -> [Columns.Value] {
        shown.map { index in
            guard cells.indices.contains(index) else { return Columns.Value("") }
            if case .share(let share) = cells[index] { return Columns.Value(ShareBar.cell(share)) }
            return Columns.Value(cells[index].text, Self.style(cells[index], of: columns[index]))
        }
    }

    /// Which of the seen columns a column is.
    func place(of cell: Int) -> Int? { shown.firstIndex(of: cell) }

    /// Such as `第 3-6 栏 共 13 栏`; empty where all are seen.
    var position: String {
        let scrolled = shown.filter { !columns[$0].isFrozen }
        guard !isWhole, let first = scrolled.first, let last = scrolled.last else { return "" }
        let shown = first == last ? "\(first + 1)" : "\(first + 1)-\(last + 1)"
        return "第 \(shown) 栏 共 \(columns.count) 栏"
    }

    /// What tells of lateness, which is shown in red.
    private static let alarming: Set = ["late", "missing", "standing", "lateDays", "lateAnswers", "overdueAnswers"]

    private static func style(_ cell: ReportCell, of column: ReportColumn) -> Style {
        guard alarming.contains(column.name) else { return .plain }
        return switch cell {
        case .count(let count) where count > 0: .overdue
        case .text("逾期"): .overdue
        default: .plain
        }
    }
}
