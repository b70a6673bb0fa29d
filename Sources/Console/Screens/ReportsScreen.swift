// 报表管理: the reports there are of a system.
import Model

/// The reports of a system, a line each.
struct ReportsScreen: SystemScreen {
    enum Action: Hashable, Sendable { case open }

    static let name = "reports"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .open, label: "打开", help: "打开光标所在的报表。")
    ]
    static let about = "这个系统的各种报表。用上下键选择, 按 Enter 打开; 打开后可以按单位和日期统计, 导出成 Excel 表或打印。"

    /// A line, and the screen it leads to.
    private struct Line: Sendable {
        let title: String
        let words: String
        let screen: @Sendable (Procedure, Clerk, Day) -> any Screen
    }

    private static func lines(_ procedure: Procedure) -> [Line] {
        let reports = Report.all.map { report in
            Line(title: report.title, words: report.about) {
                ReportScreen($0, report.usual(for: $1), for: $1, today: $2)
            }
        }
        let register = Line(title: RegisterScreen.heading, words: "已发布的文书和临时通知: 发布、审查、更正、上网登记") { procedure, _, _ in
            RegisterScreen(procedure)
        }
        let quarters = procedure.duty.map { duty in
            Line(title: QuartersScreen.heading(duty), words: "每个单位一行, 每个季度按时、超期还是没有到期") { procedure, _, _ in
                QuartersScreen(procedure, duty)
            }
        }
        return reports + [register] + (quarters.map { [$0] } ?? [])
    }

    let procedure: Procedure
    var system: System { procedure.system }
    let title = "报表管理"

    private let reports: [Line]
    private var window: ListWindow

    init(_ procedure: Procedure) {
        self.procedure = procedure
        reports = Self.lines(procedure)
        window = ListWindow(count: reports.count)
    }

    mutating func fit(_ size: Size) { window.fit(page: max(1, (size.rows - 2) / 2)) }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let line = window.current, let clerk = desk.clerk else { return .none }
        return .push(reports[line].screen(procedure, clerk, desk.today))
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.put(title, row: 0, column: 1, style: .label)
        for (line, index) in window.visible.enumerated() {
            let isCurrent = index == window.cursor
            let row = 2 + 2 * line
            canvas.put(isCurrent ? ">" : " ", row: row, column: 0)
            canvas.put(reports[index].title, row: row, column: 1, style: isCurrent ? .current : .plain)
            canvas.put(reports[index].words, row: row + 1, column: 3, style: .dim)
            if isCurrent { canvas.placeCursor(row: row, column: 0) }
        }
    }
}
