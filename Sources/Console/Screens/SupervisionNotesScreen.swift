// 督办往来: the notes of supervision with how each stands.
import Model

/// The notes within the clerk's reach, those that want an answer first: for supervisors all units', for everybody else the own unit's.
struct SupervisionNotesScreen: ListScreen {
    enum Action: Hashable, Sendable { case send, open, filter, span, everything }

    static let name = "supervision-notes"
    static let bindings: [Binding<Action>] = [
        Binding(.function(2), .control("p"), does: .send, label: "督办", help: "督办一个单位: 从列表中选单位, 写明事由、内容和答复期限; 由监管员办理。"),
        Binding(.function(4), .control("e"), does: .filter, label: "筛选", help: "按单位、答复情况、所属系统和发出日期筛选。"),
        Binding(.enter, .right, does: .open, label: "打开", help: "打开光标所在的督办: 全文、答复和可以办的事。"),
        Binding(.character("z"), does: .span, label: "日期", help: "只看一段日期发出的。"),
        Binding(.character("a"), does: .everything, label: "全部", help: "去掉所有筛选, 全部列出。"),
    ]
    static let about = """
        督办和答复: 超期未复的在前, 然后是其他还没有答复的, 再后是已有答复的和撤回的; 各自新的在前。超期未复: 已过答复期限; \
        待答复: 还没有答复; 晚答复: 答复时已过期限。监管员看本级和下级各单位的, 其他人看本单位收到的。按 \(key(.filter)) 筛选, \
        按 \(key(.everything)) 全部列出。
        """

    /// What was asked and not answered yet.
    private enum Asked {
        case span
        case unit([SupervisionNote.Recipient])
    }

    let title = "督办往来"
    var list = PagedList<SupervisionNote>(counting: "件")
    private var filter: SupervisionNoteFilter
    /// Whose notes may be asked for, with their names.
    private var reaches: [(reach: ReportScope.Reach, name: String)] = []
    private var context: PublicationCheck.Context?
    private var asked: Asked?

    init(_ filter: SupervisionNoteFilter = SupervisionNoteFilter()) { self.filter = filter }

    /// Rows round the list: a heading, the filter, the column heads, a rule, two lines for the title and three for the rest.
    static let surroundings = 9
    static let changedWords: String? = "督办刚有变化, 已重新读取"

    mutating func read(_ desk: Desk) -> Effect {
        context = try? desk.read { (office, session) throws(Refusal) in try office.context(in: session) }.get()
        reaches = (try? desk.read { (office, session) throws(Refusal) in try office.reaches(in: session) }.get()) ?? []
        return list.read(reader(desk))
    }

    func page(
        _ place: PagePlace<SupervisionNote.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<SupervisionNote> {
        try office.supervisionNotes(filter, place, limit: limit, in: session)
    }

    private var nothing: String { filter == SupervisionNoteFilter() ? "没有督办" : "没有这样的督办" }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .open: list.current == nil ? nothing : nil
        case .send: desk.clerk.flatMap(SendSupervisionNote.refusal(for:))
        case .filter, .span, .everything: nil
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .open: return list.current.map { .push(SupervisionNoteScreen($0.id)) } ?? .none
        case .send: return askUnit(desk)
        case .filter:
            guard let context else { return .none }
            return .push(ListViewScreen(.notes(filter, reaches), calendar: context.calendar))
        case .span:
            asked = .span
            return SpanChoice.ask(filter.span, of: SupervisionNoteFilter.sent, today: desk.today)
        case .everything: return show(SupervisionNoteFilter(), desk)
        }
    }

    private mutating func askUnit(_ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try office.unitStandings(in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let units):
            asked = .unit(units.map(\.unit))
            let current = units.firstIndex { .unit($0.unit.id) == filter.reach } ?? 0
            return .push(ChoiceScreen("督办哪个单位", units.map(\.name), current: current))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        let asked = asked
        self.asked = nil
        switch (asked, answer) {
        case (.unit(let units), .chosen(let line)): return .push(FormScreen(SendSupervisionNoteTask(to: units[line])))
        case (.span, .chosen(let line)):
            if let span = SpanChoice.span(line, today: desk.today) { return show(span, desk) }
            self.asked = .span
            return SpanChoice.typed(filter.span, of: SupervisionNoteFilter.sent, desk)
        case (.span, .span(let span)): return show(span, desk)
        case (_, .notes(let filter)): return show(filter, desk)
        case (_, .submitted(let sentence, _)): return read(desk).then(.say(sentence))
        default: return .none
        }
    }

    private mutating func show(_ span: PublicationSpan, _ desk: Desk) -> Effect {
        var filter = filter
        filter.span = span
        return show(filter, desk)
    }

    private mutating func show(_ filter: SupervisionNoteFilter, _ desk: Desk) -> Effect {
        self.filter = filter
        return list.readFirst(reader(desk))
    }

    // MARK: - Picture

    /// What the list is narrowed to.
    private var narrowing: String {
        let unit = reaches.first { $0.reach == filter.reach } ?? (reaches.count == 1 ? reaches.first : nil)
        return [
            unit?.name ?? "全部单位", filter.state?.name, filter.system.map { "\($0.title)的事项" }, filter.span.words,
        ].compactMap { $0 }.joined(separator: "  ")
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, list.position)
        canvas.put(narrowing, row: 1, column: 1, style: .dim, width: canvas.columns - 2)
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        // A unit knows that it was asked; it wants to know by whom.
        let supervises = desk.clerk?.roles.contains(.supervisor) == true
        let columns = Columns(
            Columns.Column("", .fixed(8)), Columns.Column("发出", .fixed(5)),
            Columns.Column(supervises ? "单位" : "发出单位", .fixed(12)), Columns.Column("事由", .flexible),
            Columns.Column("答复期限", .fixed(10)))
        columns.drawHeadings(on: table, row: 2)
        for (index, note) in list.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            let values = [
                Columns.Value(note.word, Style(note.light)),
                Columns.Value(String(note.sentAt.day.description.dropFirst(5))),
                Columns.Value(supervises ? note.unit.shortName : note.senderUnitShortName), Columns.Value(note.title),
                Columns.Value(note.due.description),
            ]
            columns.draw(
                values, row: 3 + index, on: table, current: index == list.cursor ? Columns.Current(cell: 3) : nil)
        }
        if list.rows.isEmpty { canvas.put(nothing + "。", row: 4, column: 1) }
        drawDetail(canvas, desk.today)
        canvas.placeCursor(row: 3 + list.cursor, column: 0)
    }

    private func drawDetail(_ canvas: Canvas, _ today: Day) {
        let row = canvas.rows - 6
        canvas.rule(row: row)
        guard let current = list.current, let context else { return }
        let at = canvas.putTitle(current.title, row: row + 1)
        let about = current.matter.map { "事项《\($0.title)》" } ?? "不是就哪一件事项发出的"
        let lines = [
            StyledLine(current.sentence(today: today, calendar: context.calendar), Style(current.light)),
            StyledLine("\(current.senderUnitName)发给\(current.unit.name), \(about)"),
        ]
        Passage(lines, columns: canvas.columns - 2, most: canvas.rows - at)
            .draw(on: canvas.part(row: at, column: 1, columns: canvas.columns - 2))
    }
}
