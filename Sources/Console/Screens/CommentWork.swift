// Doing something about comments: the question or form that begins it, and the act that ends it.
import Model

/// What is being done about comments, the same in their list and on the page of one.
struct CommentWork {
    /// What was asked and not answered yet, and about which comments.
    private enum Asked {
        case question(CommentAct, [Comment])
        case original(Comment)
    }

    private var asked: Asked?

    // MARK: - Whether

    /// Why an act cannot be done about these comments now, or nil.
    static func refusal(of act: CommentAct, on comments: [Comment], _ desk: Desk) -> String? {
        guard let clerk = desk.clerk, let first = comments.first else { return "还没有建议" }
        if let refusal = refusal(of: act, for: clerk) { return refusal }
        if comments.count > 1, !act.takesSeveral { return "这一项要一条一条办; 请先按空格去掉记号" }
        guard case .step(let step) = act else { return nil }
        if let other = comments.first(where: { $0.unit.id != clerk.unit.id }) {
            return "\(other.name)属于\(other.unit.name), 由该单位办理"
        }
        if step == .reply, comments.contains(where: { $0.matter != first.matter }) {
            return "做了记号的建议不是同一件事项的, 不能一起答复"
        }
        return comments.lazy.compactMap { $0.refusal(of: step) }.first
    }

    private static func refusal(of act: CommentAct, for clerk: Clerk) -> String? {
        switch act {
        case .contact: OpenContact.refusal(for: clerk)
        case .step(.handle): HandleComments.refusal(for: clerk)
        case .step(.reply): ReplyToComments.refusal(for: clerk)
        case .step(.changeReply): ChangeReply.refusal(for: clerk)
        case .step(.extend): ExtendReply.refusal(for: clerk)
        case .step(.hide): HideComment.refusal(for: clerk)
        case .step(.show): ShowComment.refusal(for: clerk)
        case .step(.markDuplicate): MarkDuplicate.refusal(for: clerk)
        case .step(.unmarkDuplicate): UnmarkDuplicate.refusal(for: clerk)
        case .step(.recordSatisfaction): RecordSatisfaction.refusal(for: clerk)
        }
    }

    // MARK: - Beginning

    mutating func begin(_ act: CommentAct, on comments: [Comment], _ desk: Desk) -> Effect {
        guard let first = comments.first else { return .none }
        switch act {
        case .step(.reply):
            return Self.form(of: first.matter, desk) { matter, _ in ReplyTask(to: comments, of: matter) }
        case .step(.changeReply):
            return Self.form(of: first.matter, desk) { matter, _ in ChangeReplyTask(first, of: matter) }
        case .step(.recordSatisfaction):
            return Self.form(of: first.matter, desk) { matter, channels in SatisfactionTask(first, of: matter, channels)
            }
        case .step(.markDuplicate):
            asked = .original(first)
            return .push(OriginalScreen(of: first))
        case .step(.handle): return ask(act, comments, "处理建议", confirm: "处理", reason: "处理情况")
        case .step(.hide): return ask(act, comments, "隐藏建议?", "隐藏后公众看不到, 原文仍留在系统中。", confirm: "隐藏", reason: "隐藏的原因")
        case .step(.show): return ask(act, comments, "恢复显示?", "恢复后要照常处理和答复。", confirm: "恢复", reason: "恢复的原因")
        case .step(.extend):
            return ask(act, comments, "延长答复期限?", "情况复杂的可以延长一次。", confirm: "延长", reason: "延长的原因")
        case .step(.unmarkDuplicate): return ask(act, comments, "撤销重复?", "撤销后要单独处理和答复。", confirm: "撤销重复")
        case .contact:
            return ask(act, comments, "查看联系方式?", "查看会记入操作日志: 谁、什么时候、看了哪一条。", confirm: "查看")
        }
    }

    /// The form in which a comment received otherwise than by the web site is registered.
    static func register(of matter: Identifier<Matter>, _ desk: Desk) -> Effect {
        form(of: matter, desk) { matter, channels in RegisterCommentTask(of: matter, channels) }
    }

    static func refusal(toRegister desk: Desk) -> String? { desk.clerk.flatMap(RegisterComment.refusal(for:)) }

    private static func form(
        of matter: Identifier<Matter>, _ desk: Desk, _ task: (Matter, [Channel]) -> any FormTask
    ) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in
            (try office.matter(matter, in: session), try office.channels(in: session))
        }) {
        case .failure(let refusal): .refuse(refusal.sentence)
        case .success((let matter, let channels)): .push(FormScreen(task(matter, channels)))
        }
    }

    private mutating func ask(
        _ act: CommentAct, _ comments: [Comment], _ title: String, _ words: String = "", confirm: String,
        reason: String? = nil
    ) -> Effect {
        asked = .question(act, comments)
        let body = Passage([StyledLine(comments[0].body.inOneLine)], columns: 52, most: 2).text
        let about = comments.count > 1 ? "\(comments.count) 条建议一起办理, 第一条是:" : comments[0].name
        let lines = [about, body, words].filter { !$0.isEmpty }
        return .push(
            QuestionScreen(title, lines: lines, confirm: confirm, reason: reason, limit: WrittenReason.longest))
    }

    // MARK: - Ending

    /// - Returns: nil when the answer is not to something asked here.
    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect? {
        let asked = asked
        self.asked = nil
        switch (answer, asked) {
        case (.confirmed(let reason), .question(let act, let comments)):
            return perform(act, on: comments, reason, desk)
        case (.comment(let original), .original(let comment)):
            return perform(MarkDuplicate(comment, of: original), "已标为第 \(original.rawValue) 条建议的重复", desk)
        default: return nil
        }
    }

    private func perform(_ act: CommentAct, on comments: [Comment], _ reason: String, _ desk: Desk) -> Effect {
        let first = comments[0]
        switch act {
        case .step(.handle):
            return perform(HandleComments(comments, handling: reason), "已处理 \(comments.count) 条建议", desk)
        case .step(.hide): return perform(HideComment(first, reason: reason), "已隐藏", desk)
        case .step(.show): return perform(ShowComment(first, reason: reason), "已恢复显示", desk)
        case .step(.extend): return perform(ExtendReply(first, reason: reason), "答复期限已延长", desk)
        case .step(.unmarkDuplicate): return perform(UnmarkDuplicate(first), "已撤销重复", desk)
        case .contact: return openContact(of: first, desk)
        case .step(.reply), .step(.changeReply), .step(.markDuplicate), .step(.recordSatisfaction): return .none
        }
    }

    private func perform<A: Act>(_ act: A, _ said: String, _ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try office.perform(act, in: session) }) {
        case .failure(let refusal): .refuse(refusal.sentence)
        case .success(let done): .say("\(said), 日志第 \(done.journalNumber) 条")
        }
    }

    /// What is personal stands in a frame of its own and nowhere else.
    private func openContact(of comment: Comment, _ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in
            try office.perform(OpenContact(comment), in: session)
        }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let done):
            let opened = done.outcome
            let lines = [
                StyledLine("建议人: ", .label).then(opened.author ?? "没有署名"),
                StyledLine("联系方式: ", .label).then(opened.contact ?? "没有留"), .empty, StyledLine(opened.body), .empty,
                StyledLine("已记入操作日志第 \(done.journalNumber) 条", .dim),
            ]
            let rows = lines.reduce(0) { $0 + $1.wrapped(to: 52).count }
            return .push(TextScreen("联系方式", lines, in: .popup(Size(rows: min(17, rows), columns: 54))))
        }
    }
}
