// 待办: everything that waits for the clerk in one list, what is overdue first.
import Model

/// What waits, of all systems and kinds; Enter goes where it is done.
struct TodoScreen: ListScreen {
    enum Action: Hashable, Sendable { case open, notes }

    static let name = "todo"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .open, label: "办理", help: "去办理光标所在的一件: 打开事项、建议、督办、送审的文书、草稿或上网登记。"),
        Binding(.character("u"), does: .notes, label: "往来", help: "看本单位收到的、或监管单位发出的全部督办和答复。"),
    ]
    static let about = """
        等待您办理的都在这里, 按缓急排列: 超期的在前, 然后是将到期的, 其中先是期限, 再是督办和建议 (一件事项一行), 最早到期的最先; \
        再后是等待审核的, 没有到期的建议和督办, 退回的、审核同意等待发布的、没有写完的草稿、发布以后没有登记网站地址的。\
        最后一栏是超过或还剩几个工作日; 建议写几条, 例如 2/8 条 是没有答复的 8 条中 2 条超期 (或将到)。已交审核的草稿等审核员办理, 不在其中; \
        督办的答复写了一半的, 仍是督办那一行。监管员的待办是收到的督办答复和紧急发布待补审的; 各单位的情况在 督查 中。\
        下面写着全标题和原因, 按 Enter 去办理。
        """

    let title = "待办"
    var list = PagedList<Todo>(counting: "件")
    private var context: PublicationCheck.Context?

    /// Rows round the list: heading and column heads above; a rule, two lines for the title and two for the reason below.
    static let surroundings = 7
    static let changedWords: String? = "待办刚有变化, 已重新读取"

    mutating func read(_ desk: Desk) -> Effect {
        context = try? desk.read { (office, session) throws(Refusal) in try office.context(in: session) }.get()
        return list.read(reader(desk))
    }

    func page(
        _ place: PagePlace<Todo.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<Todo> {
        try office.todos(place, limit: limit, in: session)
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard action == .open else { return nil }
        guard let current = list.current else { return "没有等待办理的事" }
        if case .posting = current.subject { return desk.clerk.flatMap(RegisterPosting.refusal(for:)) }
        return nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .notes: return .push(SupervisionNotesScreen())
        case .open: return list.current.map { open($0.subject, desk) } ?? .none
        }
    }

    private func open(_ subject: Todo.Subject, _ desk: Desk) -> Effect {
        switch subject {
        case .deadline(let open): return self.open(open, desk)
        case .comments(let matter):
            guard let procedure = Procedure.of(matter.system) else { return .none }
            return .push(
                CommentListScreen(
                    procedure, of: matter.id, named: "\(matter.number) \(matter.title)",
                    states: CommentFilter.unanswered.states))
        case .note(let note): return .push(SupervisionNoteScreen(note.id))
        case .review(let review): return .push(ReviewScreen(review))
        case .draft(let draft):
            return form(desk) { (office, session) throws(Refusal) in try FormTasks.task(of: draft, office, session) }
        case .posting(let posted, _):
            return form(desk) { (office, session) throws(Refusal) in
                try RegisterPostingTask.task(of: posted.subject, office, session)
            }
        }
    }

    private func form(
        _ desk: Desk, _ task: (Office, Session) throws(Refusal) -> any FormTask
    ) -> Effect {
        switch desk.read(task) {
        case .success(let task): .push(FormScreen(task))
        case .failure(let refusal): .refuse(refusal.sentence)
        }
    }

    /// A matter at its act; a unit's period at the form that ends it.
    private func open(_ open: OpenDeadline, _ desk: Desk) -> Effect {
        guard let procedure = Procedure.of(open.system) else { return .none }
        if let matter = open.matter {
            return .push(MatterScreen(matter, procedure, at: .act(of: open.deadline, procedure)))
        }
        guard let duty = procedure.duty, let quarter = open.deadline.period else { return .none }
        guard desk.clerk?.roles.contains(.publisher) == true else { return .push(QuartersScreen(procedure, duty)) }
        return QuartersScreen.write(quarter, procedure, desk)
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        guard case .submitted(let sentence, _) = answer else { return .none }
        return read(desk).then(.say(sentence))
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, list.position)
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        let columns = Columns(
            Columns.Column("", .fixed(6)), Columns.Column("要办的", .fixed(8)), Columns.Column("标题", .flexible),
            Columns.Column("期限(工作日)", .fixed(12), side: .right))
        columns.drawHeadings(on: table, row: 1)
        for (index, todo) in list.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            columns.draw(
                values(of: todo, desk.today), row: 2 + index, on: table,
                current: index == list.cursor ? Columns.Current(cell: 2) : nil)
        }
        if list.rows.isEmpty { canvas.put("没有等待办理的事。", row: 3, column: 1) }
        drawDetail(canvas, desk.today)
        canvas.placeCursor(row: 2 + list.cursor, column: 0)
    }

    private func values(of todo: Todo, _ today: Day) -> [Columns.Value] {
        let style = Style(todo.light)
        return [
            Columns.Value(todo.word, style), Columns.Value(todo.what), Columns.Value(todo.title),
            Columns.Value(context.map { todo.when(today: today, calendar: $0.calendar) } ?? "", style),
        ]
    }

    private func drawDetail(_ canvas: Canvas, _ today: Day) {
        let row = canvas.rows - 5
        canvas.rule(row: row)
        guard let current = list.current, let context else { return }
        let at = canvas.putTitle(current.title, row: row + 1)
        let reason = current.reason(today: today, calendar: context.calendar)
        let passage = Passage(
            [StyledLine(reason, Style(current.light))], columns: canvas.columns - 2,
            most: canvas.rows - at)
        passage.draw(on: canvas.part(row: at, column: 1, columns: canvas.columns - 2))
    }
}

extension Style {
    /// How a light's words look.
    init(_ light: Light) {
        switch light {
        case .overdue: self = .overdue
        case .soon: self = .soon
        case .open, .met, .metLate, .ended: self = .plain
        }
    }
}
