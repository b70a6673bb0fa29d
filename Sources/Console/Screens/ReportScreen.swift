// The three reports and the statistics of answers (P2): one table for all, whose columns their descriptions tell.
import Model

/// A report as a table that scrolls both ways. The first columns and the totals stay in view, and every figure leads to what it counts.
struct ReportScreen: SystemScreen, ListScreen {
    enum Action: Hashable, Sendable { case open, total, scope, leave }

    static let name = "report"
    static let bindings: [Binding<Action>] = [
        Binding(
            .enter, does: .open, label: "打开", help: "看光标所在的数字是哪些事项或建议; 在事项上打开事项, 在建议上打开建议。"),
        Binding(
            .function(4), .control("e"), does: .scope, label: "范围", help: "选统计哪个系统、哪个单位、哪一段日期, 汇总的按单位、按月还是按季度。"),
        Binding(.character("="), does: .total, label: "看合计", help: "看光标所在一栏的合计是哪些事项或建议。", onBar: false),
        Binding(.character("p"), does: .leave, label: "打印导出", help: "导出成 Excel 表、CSV、打印用的文本或 JSON, 存到发件夹、传到本机或送打印机。"),
    ]
    static let about = """
        按公告发布的日期统计: 一件事项的全部数字都算在它的公告发布的那一天, 所以三张报表的数字总是一致的; 欠发按期限的那一天、督办按发出的那一天统计。用方向键选行和栏, \
        左边几栏和合计一直看得见; 按 Enter 看一个数字是哪些事项或建议。# 越多, 比率越高。隐藏的、重复的建议不需要答复, 不计入答复率。
        按时答复: 在收到后的期限内答复; 期限按渠道设置, 一般 7 个工作日, 说明理由延长的 15 个。超期未答: 期限已过还没有答复, 按今天算。\
        按时答复率: 按时答复的占已答复和超期未答的多少。满意率: 满意和基本满意的占已评价的多少。
        欠发: 要求每季度通报、到期还没有发布的, 按到期的日期统计。
        """

    let procedure: Procedure
    var system: System { procedure.system }
    var title: String { report.title }

    private(set) var report: Report
    private(set) var scope: ReportScope
    /// The scope it was opened with.
    private let usual: ReportScope
    var list: PagedList<ReportRow>
    private(set) var heading: ReportHeading?
    private(set) var totals: [ReportCell] = []
    private var size = Size(rows: 1, columns: 1)
    /// The column the cursor is in, and the first that is seen behind the frozen ones.
    private(set) var cell = 1
    private(set) var firstColumn = 0
    private var ways: [SheetLeaving.Way] = []

    /// A report as it is opened from the menu: this year's, of the own unit, or of all units for a supervisor (H9).
    init(_ procedure: Procedure, _ report: Report, for clerk: Clerk, today: Day) {
        let year = PublicationSpan(from: Day(year: today.year, month: 1, day: 1) ?? .first, to: today)
        let reach: ReportScope.Reach = clerk.roles.contains(.supervisor) ? .site : .unit(clerk.unit.id)
        self.init(procedure, report, ReportScope(system: procedure.system, reach: reach, span: year))
    }

    init(_ procedure: Procedure, _ report: Report, _ scope: ReportScope) {
        self.procedure = procedure
        self.report = report
        self.scope = scope
        usual = scope
        list = PagedList(counting: report.measure)
    }

    /// Rows round the list: a heading, two lines of what it tells of, the columns' heads, the totals between two rules, and three
    /// lines for the cell in hand.
    static let surroundings = 10

    var columns: [ReportColumn] { report.columns(scope) }
    mutating func fit(_ size: Size) {
        self.size = size
        list.fit(rows: size.rows - Self.surroundings)
        scroll()
    }

    mutating func read(_ desk: Desk) -> Effect {
        let read = desk.read { [report, scope] (office, session) throws(Refusal) in
            (
                try office.heading(of: report, scope, in: session), try office.totals(of: report, scope, in: session)
            )
        }
        switch read {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success((let heading, let totals)):
            (self.heading, self.totals) = (heading, totals)
            return list.read(reader(desk))
        }
    }

    func page(
        _ place: PagePlace<ReportRow.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<ReportRow> {
        try office.page(of: report, scope, place, limit: limit, in: session)
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        switch key {
        case .left: move(to: cell - 1)
        case .right: move(to: cell + 1)
        default: return list.type(key, reader(desk))
        }
        return Effect.none
    }

    private mutating func move(to column: Int) {
        cell = min(max(0, column), columns.count - 1)
        scroll()
    }

    private mutating func scroll() {
        firstColumn = ReportColumns.first(columns, room: size.columns - 1, showing: cell, from: firstColumn)
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .open: refusalToOpen(desk)
        case .total: refusalToOpenTotal
        case .scope: nil
        case .leave: list.current == nil ? "这个范围内没有内容, 没有可以导出的; 请按 F4 换一个范围" : nil
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .open: return open(desk)
        case .total: return behindTotal.map { push($0, scope) } ?? .none
        case .scope: return askScope(desk)
        case .leave:
            ways = SheetLeaving.ways(desk)
            return .push(ChoiceScreen("打印和导出", ways.map { $0.words(desk) }))
        }
    }

    private func askScope(_ desk: Desk) -> Effect {
        let read = desk.read { (office, session) throws(Refusal) in
            (try office.reaches(in: session), try office.context(in: session).calendar)
        }
        switch read {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success((let reaches, let calendar)):
            let form = ReportForm(report, of: system, reaches, today: desk.today)
            return .push(ListViewScreen(.report(form, report, scope, usual: usual), calendar: calendar))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch answer {
        case .report(let report, let scope):
            (self.report, self.scope) = (report, scope)
            (cell, firstColumn) = (1, 0)
            scroll()
            list = PagedList(counting: report.measure)
            list.fit(rows: size.rows - Self.surroundings)
            return read(desk)
        case .chosen(let line) where ways.indices.contains(line):
            return SheetLeaving.leave(LeavingSheet(report, scope, of: heading?.unit ?? "", desk), ways[line], desk)
        default: return .none
        }
    }

    func draw(on canvas: Canvas, _ desk: Desk) { ReportDrawing(self).draw(on: canvas) }
}
