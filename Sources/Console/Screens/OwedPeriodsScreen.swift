// 欠发: what a report's figure of owed periods counts, a row for each unit and period (B1).
import Model

/// The periods for which units have not published what they owe, the earliest first; Enter goes to where that is seen to.
struct OwedPeriodsScreen: SystemScreen, ListScreen {
    enum Action: Hashable, Sendable { case send, open }

    static let name = "owed-periods"
    static let bindings: [Binding<Action>] = [
        Binding(.function(2), .control("p"), does: .send, label: "督办", help: "督办光标所在的单位, 由监管员办理。"),
        Binding(.enter, .right, does: .open, label: "打开", help: "本单位欠发的, 去填写这一期的; 别的单位的, 监管员打开这个单位的一页。"),
    ]
    static let about = """
        报表中 欠发 的数字是哪些单位哪一期的: 已过最后一天还没有发布, 一个单位的一期一行, 最早到期的在前; 期限在报表的日期以内的才在这里。\
        最后一栏是超过几个工作日。按 Enter 去发布, 监管员按 Enter 看这个单位, 按 F2 督办它。
        """

    let title = "欠发"
    let procedure: Procedure
    var system: System { procedure.system }
    var list = PagedList<OwedPeriod>(counting: "份")
    private let scope: ReportScope
    private var context: PublicationCheck.Context?

    init(_ procedure: Procedure, _ scope: ReportScope) {
        self.procedure = procedure
        self.scope = scope
    }

    /// Rows round the list: a heading, the days, the column heads, a rule and three lines for the deadline in hand.
    static let surroundings = 7
    static let changedWords: String? = "欠发的刚有变化, 已重新读取"

    mutating func read(_ desk: Desk) -> Effect {
        context = try? desk.read { (office, session) throws(Refusal) in try office.context(in: session) }.get()
        return list.read(reader(desk))
    }

    func page(
        _ place: PagePlace<OwedPeriod.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<OwedPeriod> {
        try office.owedPeriods(scope, place, limit: limit, in: session)
    }

    private static let nothing = "没有欠发的"

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard let current = list.current?.open, let clerk = desk.clerk else { return Self.nothing }
        switch action {
        case .send: return SendSupervisionNote.refusal(for: clerk)
        case .open:
            if clerk.roles.contains(.supervisor) { return nil }
            return current.unit == clerk.unit.id && clerk.roles.contains(.publisher) ? nil : "要由本单位的发布员发布"
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let current = list.current?.open else { return .none }
        switch action {
        case .send: return supervise(current.unit, desk)
        case .open:
            let isOwn = current.unit == desk.clerk?.unit.id && desk.clerk?.roles.contains(.publisher) == true
            guard isOwn, let quarter = current.deadline.period, let procedure = Procedure.of(current.system) else {
                return .push(SupervisedUnitScreen(current.unit))
            }
            return QuartersScreen.write(quarter, procedure, desk)
        }
    }

    private func supervise(_ unit: Identifier<Unit>, _ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try office.recipient(unit, in: session) }) {
        case .failure(let refusal): .refuse(refusal.sentence)
        case .success(let recipient): .push(FormScreen(SendSupervisionNoteTask(to: recipient)))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        guard case .submitted(let sentence, _) = answer else { return .none }
        return read(desk).then(.say(sentence))
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, list.position)
        canvas.put("期限在 \(scope.span.words)", row: 1, column: 1, style: .dim, width: canvas.columns - 2)
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        let columns = Columns(
            Columns.Column("欠发的", .flexible), Columns.Column("最迟", .fixed(10)),
            Columns.Column("超期(工作日)", .fixed(12), side: .right))
        columns.drawHeadings(on: table, row: 2)
        for (index, row) in list.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            let due = row.open.deadline.due
            let over = context.map { "\(max(1, $0.calendar.workingDays(after: due, through: desk.today)))" } ?? ""
            columns.draw(
                [Columns.Value(row.open.title), Columns.Value(due.description), Columns.Value(over, .overdue)],
                row: 3 + index, on: table, current: index == list.cursor ? Columns.Current(cell: 0) : nil)
        }
        if list.rows.isEmpty { canvas.put(Self.nothing + "。", row: 4, column: 1) }
        drawDetail(canvas, desk.today)
        canvas.placeCursor(row: 3 + list.cursor, column: 0)
    }

    private func drawDetail(_ canvas: Canvas, _ today: Day) {
        let row = canvas.rows - 4
        canvas.rule(row: row)
        guard let current = list.current?.open, let context else { return }
        let sentence = current.deadline.sentence(today: today, calendar: context.calendar)
        Passage([StyledLine(current.title), StyledLine(sentence)], columns: canvas.columns - 2, most: 3)
            .draw(on: canvas.part(row: row + 1, column: 1, columns: canvas.columns - 2))
    }
}
