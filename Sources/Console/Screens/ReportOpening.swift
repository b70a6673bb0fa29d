// From a figure of a report to the matters or comments it counts, and from those to their pages.
import Model

extension ReportScreen {
    /// What is behind the cell in hand of a report of sums.
    private var behind: FigureColumn.Behind? {
        let figures = FigureColumn.of(report, scope)
        if cell == 0 { return figures.first?.behind }
        return figures.indices.contains(cell - 1) ? figures[cell - 1].behind : nil
    }

    /// What is behind the total of the column in hand.
    var behindTotal: FigureColumn.Behind? { report.grouping == nil ? nil : behind }

    var refusalToOpenTotal: String? {
        guard report.grouping != nil else { return "这张表列的就是合计的全部, 不用另外打开" }
        return totals.indices.contains(cell) ? Self.refusal(toOpen: totals[cell]) : "还没有读出来; 请按 F5 重新读取"
    }

    func refusalToOpen(_ desk: Desk) -> String? {
        guard let row = list.current else { return "这个范围内没有内容; 请按 F4 换一个范围" }
        switch row.subject {
        case .matter(_, _, let site), .comment(_, _, let site):
            return site == desk.clerk?.site.id ? nil : "这是下级站点的事项, 在这里只看数字, 不能打开"
        case .figures: return row.cells.indices.contains(cell) ? Self.refusal(toOpen: row.cells[cell]) : nil
        }
    }

    private static func refusal(toOpen cell: ReportCell) -> String? {
        let isEmpty =
            switch cell {
            case .empty: true
            case .count(let count): count == 0
            case .share(let share): share.whole == 0
            case .average(let average): average.count == 0
            case .text, .day, .moment: false
            }
        return isEmpty ? "这个数字是零, 后面没有可打开的" : nil
    }

    func open(_ desk: Desk) -> Effect {
        guard let row = list.current else { return .none }
        switch row.subject {
        case .matter(let matter, let system, _):
            guard let procedure = Procedure.of(system) else { return .none }
            if ["comments", "answered"].contains(columns[cell].name) {
                return .push(CommentListScreen(procedure, of: matter, named: row.name))
            }
            return .push(MatterScreen(matter, procedure))
        case .comment(let comment, let system, _):
            return Procedure.of(system).map { .push(CommentScreen(comment, $0)) } ?? .none
        case .figures(let subject): return behind.map { push($0, scope.narrowed(to: subject)) } ?? .none
        }
    }

    func push(_ behind: FigureColumn.Behind, _ scope: ReportScope) -> Effect {
        switch behind {
        case .matters(let figure): return .push(ReportScreen(procedure, .detail(figure), scope))
        case .comments(let figure): return .push(ReportScreen(procedure, .comments(figure), scope))
        case .owed: return .push(OwedPeriodsScreen(procedure, scope))
        case .notes(let state): return .push(SupervisionNotesScreen(SupervisionNoteFilter(scope, state: state)))
        }
    }
}
