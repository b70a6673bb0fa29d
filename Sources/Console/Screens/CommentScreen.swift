// One comment whole: what was written, what was done about it, what was answered, and its history in sentences.
import Model

/// The page of a comment. Personal data stays masked; opening it is an act of its own.
struct CommentScreen: SystemScreen {
    enum Action: Hashable, Sendable {
        case work, original, matter
        case act(CommentAct)
    }

    static let name = "comment"
    static let bindings: [Binding<Action>] =
        [
            Binding(.enter, does: .work, label: "办理", help: "办理下一步: 没有答复的写答复, 已经答复的登记满意度。")
        ] + CommentAct.bindings.map { $0.within(Action.act) } + [
            Binding(.character("o"), does: .original, label: "所重复的", help: "打开这一条所重复的那条建议。", onBar: false),
            Binding(.character("i"), does: .matter, label: "事项详情", help: "打开这条建议的事项: 文书、期限、附件、历史。", onBar: false),
        ]
    static let about = """
        一条建议的全部情况: 原文、办理、答复、满意度和历史; 姓名、电话、住址等已用 * 遮住。用上下键、PgUp、PgDn 翻看, \
        按 Enter 办理下一步, 按 F3 列出能办的所有事, 不能办的写明原因。
        """

    let id: Identifier<Comment>
    let procedure: Procedure
    var system: System { procedure.system }
    var title: String { comment?.name ?? "群众建议" }

    private var comment: Comment?
    private var pager = Pager([])
    private var size = Size(rows: 1, columns: 60)
    private var work = CommentWork()

    init(_ id: Identifier<Comment>, _ procedure: Procedure) {
        self.id = id
        self.procedure = procedure
    }

    mutating func fit(_ size: Size) {
        self.size = Size(rows: size.rows - 1, columns: size.columns - 2)
        pager.fit(self.size)
    }

    mutating func read(_ desk: Desk) -> Effect {
        let found = desk.read { [id] (office, session) throws(Refusal) in
            let comment = try office.comment(id, in: session)
            return (comment, try office.history(of: comment, in: session))
        }
        switch found {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success((let comment, let history)):
            self.comment = comment
            pager.replace(CommentLines.lines(of: comment, history))
            return .none
        }
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        pager.handle(Paging.reading(key)) ? Effect.none : nil
    }

    /// What is to be done next: the answer, or, once answered, what the citizen says of it.
    private var next: CommentAct { .step(comment?.state == .answered ? .recordSatisfaction : .reply) }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard let comment else { return "这条建议还没有读出来; 请按 F5 重新读取" }
        switch action {
        case .work: return CommentWork.refusal(of: next, on: [comment], desk)
        case .act(let act): return CommentWork.refusal(of: act, on: [comment], desk)
        case .original: return comment.duplicateOf == nil ? "\(comment.name)没有标为重复" : nil
        case .matter: return nil
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let comment else { return .none }
        switch action {
        case .work: return work.begin(next, on: [comment], desk)
        case .act(let act): return work.begin(act, on: [comment], desk)
        case .original: return comment.duplicateOf.map { .push(CommentScreen($0, procedure)) } ?? .none
        case .matter: return .push(MatterScreen(comment.matter, procedure))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        if let effect = work.receive(answer, desk) { return read(desk).then(effect) }
        if case .submitted(let sentence, _) = answer { return read(desk).then(.say(sentence)) }
        return .none
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, pager.scrolls ? pager.position : nil)
        pager.draw(on: canvas.part(row: 1, column: 1, columns: canvas.columns - 2))
        canvas.placeCursor(row: canvas.rows - 1, column: 0)
    }
}
