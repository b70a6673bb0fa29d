// 报表管理: the reports there are of a system.
import Model

/// The reports of a system, a line each.
struct ReportsScreen: SystemScreen {
    enum Action: Hashable, Sendable { case open }

    static let name = "reports"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .open, label: "打开", help: "打开光标所在的报表。")
    ]
    static let about = "这个系统的各种报表。用上下键选择, 按 Enter 打开; 打开后可以按日期筛选、打印。"

    /// A report and the screen that shows it.
    private struct Report: Sendable {
        let title: String
        let words: String
        let screen: @Sendable (Procedure) -> any Screen
    }

    private static func reports(_ procedure: Procedure) -> [Report] {
        let register = Report(title: RegisterScreen.heading, words: "已发布的文书和临时通知: 发布、审查、更正、上网登记") {
            RegisterScreen($0)
        }
        guard let duty = procedure.duty else { return [register] }
        return [
            register,
            Report(title: QuartersScreen.heading(duty), words: "每个单位一行, 每个季度按时、超期还是没有到期") { QuartersScreen($0, duty) },
        ]
    }

    let procedure: Procedure
    var system: System { procedure.system }
    let title = "报表管理"

    private let reports: [Report]
    private var window: ListWindow

    init(_ procedure: Procedure) {
        self.procedure = procedure
        reports = Self.reports(procedure)
        window = ListWindow(count: reports.count)
    }

    mutating func fit(_ size: Size) { window.fit(page: max(1, (size.rows - 2) / 2)) }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        window.current.map { .push(reports[$0].screen(procedure)) } ?? .none
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
