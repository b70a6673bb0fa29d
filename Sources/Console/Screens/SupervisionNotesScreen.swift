// 督办往来: the notes of supervision with how each stands.
import Model

/// The notes within the clerk's reach, the latest first: for supervisors all units', for everybody else the own unit's.
struct SupervisionNotesScreen: ListScreen {
    enum Action: Hashable, Sendable { case open, span, everything }

    static let name = "supervision-notes"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .open, label: "打开", help: "打开光标所在的督办: 全文、答复和可以办的事。"),
        Binding(.character("z"), does: .span, label: "日期", help: "只看一段日期发出的。"),
        Binding(.character("a"), does: .everything, label: "全部", help: "在全部的和还没有答复的之间切换。"),
    ]
    static let about = """
        督办和答复, 新的在前。超期未复: 已过答复期限; 待答复: 还没有答复; 晚答复: 答复时已过期限。监管员看本级和下级各单位的, \
        其他人看本单位的。按 \(key(.everything)) 只看还没有答复的。
        """

    let title = "督办往来"
    var list = PagedList<SupervisionNote>(counting: "件")
    private var filter: SupervisionNoteFilter
    private let unit: SupervisionNote.Recipient?
    private var context: PublicationCheck.Context?
    private var isAsking = false

    /// - Parameter unit: the one unit whose notes are listed; nil for all.
    init(of unit: SupervisionNote.Recipient? = nil) {
        self.unit = unit
        filter = SupervisionNoteFilter(unit: unit?.id)
    }

    /// Rows round the list: a heading, the filter, the column heads, a rule, two lines for the title and two for the rest.
    static let surroundings = 8
    static let changedWords: String? = "督办刚有变化, 已重新读取"

    mutating func read(_ desk: Desk) -> Effect {
        context = try? desk.read { (office, session) throws(Refusal) in try office.context(in: session) }.get()
        return list.read(reader(desk))
    }

    func page(
        _ place: PagePlace<SupervisionNote.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<SupervisionNote> {
        try office.supervisionNotes(filter, place, limit: limit, in: session)
    }

    private var nothing: String { filter.isOpenOnly ? "没有等待答复的督办" : "没有督办" }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        action == .open && list.current == nil ? nothing : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .open: return list.current.map { .push(SupervisionNoteScreen($0.id)) } ?? .none
        case .span:
            isAsking = true
            return SpanChoice.ask(filter.span, "发出日期", today: desk.today)
        case .everything:
            filter.isOpenOnly.toggle()
            return list.readFirst(reader(desk))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch answer {
        case .chosen(let line) where isAsking:
            if let span = SpanChoice.span(line, today: desk.today) { return show(span, desk) }
            return SpanChoice.typed(filter.span, desk)
        case .span(let span): return show(span, desk)
        case .submitted(let sentence, _): return read(desk).then(.say(sentence))
        default: return .none
        }
    }

    private mutating func show(_ span: PublicationSpan, _ desk: Desk) -> Effect {
        isAsking = false
        filter.span = span
        return list.readFirst(reader(desk))
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, list.position)
        let whose = unit?.name ?? (desk.clerk?.roles.contains(.supervisor) == true ? "全部单位" : desk.clerk?.unit.name)
        canvas.put(
            "\(whose ?? "")  \(filter.isOpenOnly ? "还没有答复的" : "全部")  \(filter.span.words)", row: 1, column: 1,
            style: .dim)
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        let columns = Columns(
            Columns.Column("", .fixed(8)), Columns.Column("发出", .fixed(5)), Columns.Column("单位", .fixed(12)),
            Columns.Column("事由", .flexible), Columns.Column("答复期限", .fixed(10)))
        columns.drawHeadings(on: table, row: 2)
        for (index, note) in list.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            let values = [
                Columns.Value(note.word, Style(note.light)),
                Columns.Value(String(note.sentAt.day.description.dropFirst(5))), Columns.Value(note.unit.shortName),
                Columns.Value(note.title), Columns.Value(note.due.description),
            ]
            columns.draw(
                values, row: 3 + index, on: table, current: index == list.cursor ? Columns.Current(cell: 3) : nil)
        }
        if list.rows.isEmpty { canvas.put(nothing + "。", row: 4, column: 1) }
        drawDetail(canvas, desk.today)
        canvas.placeCursor(row: 3 + list.cursor, column: 0)
    }

    private func drawDetail(_ canvas: Canvas, _ today: Day) {
        let row = canvas.rows - 5
        canvas.rule(row: row)
        guard let current = list.current, let context else { return }
        let at = canvas.putTitle(current.title, row: row + 1)
        canvas.put(
            current.sentence(today: today, calendar: context.calendar), row: at, column: 1, style: Style(current.light),
            width: canvas.columns - 2)
        let about = current.matter.map { "事项《\($0.title)》" } ?? "不是就哪一件事项发出的"
        if at + 1 < canvas.rows {
            canvas.put("\(current.unit.name)  \(about)", row: at + 1, column: 1, width: canvas.columns - 2)
        }
    }
}
