// 操作日志: every act, sign-in and refusal, for the auditor.
import Model

/// The journal, the latest row first.
struct JournalScreen: ListScreen {
    enum Action: Hashable, Sendable { case open, filter, take, prove }

    static let name = "journal"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .open, label: "详情", help: "看光标所在一条的全部内容: 前后、原因、来处、校验值。"),
        Binding(
            .function(4), .control("e"), does: .filter, label: "筛选", help: "只看一个帐号、一种办理、一件事项、一段日期、没有办成的; 也可以去掉全部条件。"),
        Binding(.character("p"), does: .take, label: "打印导出", help: "把筛选出的日志存成文件 (CSV、JSON、Excel、文本), 或者传到本机; 导出也记入日志。"),
        Binding(.character("q"), does: .prove, label: "核对", help: "看写出过的校验值, 重新计算每一条, 证明日志没有被改动、删除或截去。"),
    ]
    static let about = """
        每一次办理、登录、拒绝、导出和查看联系方式, 新的在前。日志只能增加, 不能改动或删除; 每一条都连着前一条的校验值。\
        按 Enter 看一条的前后, 按 F4 筛选, 按 \(key(.take)) 导出, 按 \(key(.prove)) 核对。
        """

    private enum Asked {
        case filter
        case way([SheetLeaving.Way])
    }

    let title = "操作日志"
    var list = PagedList<JournalLine>(counting: "条")
    private var filter = JournalFilter()
    private var filtering = JournalFiltering()
    private var asked: Asked?

    /// Rows round the list: a heading, the filter, the column heads, a rule, and four lines for the row in hand.
    static let surroundings = 8

    func page(
        _ place: PagePlace<JournalLine.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<JournalLine> {
        try office.journal(filter, place, limit: limit, in: session)
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .open, .take: list.current == nil ? "没有这样的记录; 请按 F4 换一个条件" : nil
        case .filter, .prove: nil
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .open: return open(desk)
        case .filter:
            asked = .filter
            return filtering.begin(filter)
        case .take:
            let ways = SheetLeaving.ways(desk)
            asked = .way(ways)
            return .push(ChoiceScreen("打印导出", ways.map { $0.words(desk) }))
        case .prove: return .push(JournalProofScreen())
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch (asked, answer) {
        case (.way(let ways), .chosen(let line)):
            asked = nil
            return SheetLeaving.leave(LeavingSheet(filter, desk), ways[line], desk)
        case (.filter, _):
            let (chosen, effect) = filtering.receive(answer, filter, desk)
            guard let chosen else { return effect }
            filter = chosen
            return list.readFirst(reader(desk))
        default: return .none
        }
    }

    private func open(_ desk: Desk) -> Effect {
        guard let current = list.current else { return .none }
        switch desk.read({ (office, session) throws(Refusal) in try office.journalDetail(current.id, in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let detail):
            return .push(TextScreen("操作日志第 \(current.id.rawValue) 条", JournalColumns.lines(of: detail)))
        }
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, list.position)
        canvas.put(filter.sentence, row: 1, column: 1, style: .dim, width: canvas.columns - 2)
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        let columns = JournalColumns(columns: table.columns)
        columns.columns.drawHeadings(on: table, row: 2)
        for (index, row) in list.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            columns.columns.draw(
                columns.values(of: row, today: desk.today), row: 3 + index, on: table,
                current: index == list.cursor ? Columns.Current(cell: 1) : nil)
        }
        if list.rows.isEmpty { canvas.put("没有这样的记录。", row: 4, column: 1) }
        drawDetail(canvas)
        canvas.placeCursor(row: 3 + list.cursor, column: 0)
    }

    private func drawDetail(_ canvas: Canvas) {
        let row = canvas.rows - 5
        canvas.rule(row: row)
        guard let current = list.current else { return }
        let room = canvas.columns - 2
        let at = canvas.putTitle(current.sentence, row: row + 1)
        canvas.put(
            "\(current.at.text)  \(current.unit ?? "") \(current.clerk)", row: at, column: 1, width: room)
        if let matter = current.matter {
            canvas.put("事项 \(matter.text)", row: at + 1, column: 1, style: .dim, width: room)
        }
    }
}
