// One text under review: everything a reviewer reads before deciding on it (R1).
import Model

/// The whole text, what is to be said of it, and the buttons that decide. 返回 has the focus.
struct ReviewScreen: Screen {
    enum Action: Hashable, Sendable { case press, compare, save }

    static let name = "review"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .press, label: "选定", help: "按下光标所在的按钮。返回在前面, 要办理请先按向右键。"),
        Binding(.character("v"), does: .compare, label: "对照", help: "修改和更正的, 把已公布的和改后的并排对照, 改动的字标了出来。"),
        Binding(.character("w"), does: .save, label: "附件", help: "把一个附件另存出来看。"),
    ]
    static let about = """
        这是送审的全文, 用上下键、PgUp、PgDn 翻看。按左右键选按钮, 按 Enter 选定: 同意以后由起草人发布, 文字不能再改; \
        退回要写明原因, 起草人改好再提交。紧急发布的已经公开, 只能追认或提出异议; 有错要由起草单位更正或删除。
        """

    /// What a button does.
    private enum Button { case back, agree, refuse, register }

    /// What was asked and not answered yet.
    private enum Asked {
        case refusal
        case attachment
        case place(Attachment)
    }

    var title: String { "审核: \(review.documentName)" }
    private var review: Review
    private var text: ReviewedText?
    private var pager = Pager([])
    private var choices = [Button.back]
    private var buttons = Buttons("返回")
    private var asked: Asked?
    /// Reasons that were written for a decision that was then refused.
    private var written = ""

    init(_ review: Review) { self.review = review }

    mutating func fit(_ size: Size) { pager.fitPage(size) }

    mutating func read(_ desk: Desk) -> Effect {
        let id = review.id
        switch desk.read({ (office, session) throws(Refusal) in try office.reviewedText(id, in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let text):
            let isNew = self.text == nil || review.version != text.review.version
            review = text.review
            self.text = text
            pager.replace(Self.lines(of: text))
            if isNew { offer() }
            return .none
        }
    }

    mutating func notice(_ desk: Desk) -> String? {
        let before = review.version
        if case .refuse(let sentence) = read(desk) { return sentence }
        return review.version == before ? nil : "\(review.changed(on: desk.today)), 已重新读取"
    }

    /// The buttons for the state the review is in.
    private mutating func offer() {
        choices = [.back]
        if review.state == .waiting { choices += review.mode == .paper ? [.register] : [.agree, .refuse] }
        buttons = Buttons(choices.map(label))
    }

    private func label(_ button: Button) -> String {
        switch button {
        case .back: "返回"
        case .agree: DecideReview.word(of: .agree, on: review)
        case .refuse: DecideReview.word(of: .refuse(reason: ""), on: review)
        case .register: RegisterPaperApproval.title
        }
    }

    private static func lines(of text: ReviewedText) -> [StyledLine] {
        let review = text.review
        var lines = [
            StyledLine(
                "\(review.documentName)  \(review.unit) \(review.author.name) \(review.submittedAt.text) \(review.isEmergency ? "发布" : "提交")",
                .label)
        ]
        if review.isEmergency || review.state != .waiting {
            lines.append(StyledLine(review.text, review.isOwed ? .soon : .dim))
        }
        if let returned = text.returned { lines.append(StyledLine("上次 \(returned.text)", .soon)) }
        let others = review.writers.filter { $0.id != review.author.id }.map(\.name)
        if !others.isEmpty { lines.append(StyledLine("参与起草: \(others.joined(separator: "、"))", .dim)) }
        if let problem = text.problem { lines.append(StyledLine("现在不能发布: \(problem)", .refusal)) }
        lines += text.late.map { StyledLine("现在发布就晚了: \($0.sentence)", .refusal) }
        lines += text.remarks.map { StyledLine("提醒: \($0)", .soon) }
        if !text.changes.isEmpty {
            let labels = text.changes.filter { $0.old != $0.new }.map(\.label).joined(separator: "、")
            lines.append(StyledLine("改动了: \(labels); 按 \(key(.compare)) 对照", .soon))
        }
        if !text.attachments.isEmpty {
            lines.append(StyledLine("附件 \(text.attachments.count) 个, 按 \(key(.save)) 另存", .dim))
        }
        return lines + [.empty] + (text.text?.lines ?? [StyledLine("没有全文可看。")])
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .press: nil
        case .compare: text?.changes.isEmpty == false ? nil : "这是新写的文书, 没有已公布的可以对照"
        case .save: text?.attachments.isEmpty == false ? nil : "这份文书没有附件"
        }
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        pager.handle(Paging.key(key)) || buttons.handle(key) ? Effect.none : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .press: return press(choices[buttons.current], desk)
        case .compare: return compare()
        case .save:
            asked = .attachment
            return .push(ChoiceScreen("另存哪个附件", (text?.attachments ?? []).map(\.name)))
        }
    }

    private func compare() -> Effect {
        let items = (text?.changes ?? []).map { Comparison.Item($0.label, old: $0.old, new: $0.new) }
        return .push(
            ComparisonScreen(
                "对照", sentence: "《\(review.title)》左边是已公布的, 右边是送审的。", Comparison("已公布的", "送审的", items),
                choices: [], back: "返回"))
    }

    private mutating func press(_ button: Button, _ desk: Desk) -> Effect {
        guard button != .back else { return .pop }
        guard let clerk = desk.clerk else { return .none }
        if button == .register {
            if let refusal = review.refusal(toRegisterPaper: clerk) { return .refuse(refusal) }
            return .push(FormScreen(PaperApprovalTask(review)))
        }
        if let refusal = review.refusal(toDecide: clerk) { return .refuse(refusal) }
        guard button == .refuse else { return decide(.agree, desk) }
        asked = .refusal
        let word = label(.refuse)
        let consequence =
            review.isEmergency ? "文书已经公开, 提出异议后仍然公开; 有错要由起草单位更正或删除。" : "退回后起草人可以修改, 改好再提交审核。"
        return .push(
            QuestionScreen(
                "\(word)?", lines: ["《\(review.title)》", consequence], confirm: word, reason: "\(word)的原因",
                written: written, limit: WrittenReason.longest))
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        let asked = asked
        self.asked = nil
        switch (answer, asked) {
        case (.confirmed(let reason), .refusal):
            written = reason
            return decide(.refuse(reason: reason), desk)
        case (.chosen(let line), .attachment):
            guard let attachment = text?.attachments[line] else { return .none }
            self.asked = .place(attachment)
            return .push(
                ChoiceScreen(
                    "另存 \(attachment.name)", ["存到发件夹 \(desk.folders.shown(desk.folders.outbox))", "传到本机 (ZMODEM)"]))
        case (.chosen(let line), .place(let attachment)):
            return FileLeaving.take(attachment, line == 0 ? .outbox : .terminal, desk)
        case (.submitted, _): return .answer(answer)
        default: return .none
        }
    }

    private mutating func decide(_ decision: DecideReview.Decision, _ desk: Desk) -> Effect {
        let review = review
        switch desk.read({ (office, session) throws(Refusal) in
            try office.perform(DecideReview(review, decision), in: session)
        }) {
        case .failure(let refusal): return read(desk).then(.refuse(refusal.sentence))
        case .success(let done):
            let word = DecideReview.word(of: decision, on: review)
            return .answer(.submitted(done.sentence("已\(word)\(review.documentName)"), matter: nil))
        }
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        pager.drawPage(title, buttons, on: canvas)
    }
}
