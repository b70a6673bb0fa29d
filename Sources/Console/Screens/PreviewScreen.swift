// The text as it would go out, and the buttons that send it out or have it reviewed.
import Model

/// The last look before publishing. 返回 has the focus; a late publication asks for its reason in writing first.
struct PreviewScreen: Screen {
    enum Action: Hashable, Sendable { case press }

    static let name = "preview"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .press, label: "选定", help: "按下光标所在的按钮。返回在前面, 要办理请先按向右键。")
    ]
    static let about = "办理以前请从头到尾看一遍, 用上下键、PgUp、PgDn 或空格翻看。要修改按 Esc 返回; 确认无误, 按向右键选后面的按钮再按 Enter。"

    /// What a button does.
    private enum Button { case back, publish, submit, emergency, withdraw }

    /// What was asked and not answered yet.
    private enum Asked { case lateReason, emergency }

    var title: String { "预览: \(task.title)" }
    private let task: any FormTask
    private let entries: Entries
    private let late: [PublicationCheck.Late]
    /// The draft whose text and files are shown.
    private let mark: Draft.Mark?
    /// What became of the draft when it was last handed in for review.
    private let review: Review?
    private var pager: Pager
    private let choices: [Button]
    private var buttons: Buttons
    private var asked = Asked.lateReason
    /// Why it goes out before it is reviewed, once that was written.
    private var emergency: String?

    init(
        _ task: any FormTask, _ entries: Entries, _ check: FormCheck, resting mark: Draft.Mark?,
        under review: Review? = nil
    ) {
        self.mark = mark
        self.task = task
        self.entries = entries
        self.review = review
        let choices = Self.choices(task, review)
        self.choices = choices
        buttons = Buttons(choices.map { Self.label($0, task, isLocked: review?.lock != nil) })
        late = check.late
        var lines = check.errors.map { StyledLine("现在不能发布: \($0.sentence)", .refusal) }
        lines += Self.reviewLines(task, entries, review)
        lines += check.late.map { StyledLine("晚发布: \($0.sentence)", .refusal) }
        lines += check.warnings.map { StyledLine("提醒: \($0.sentence)", .soon) }
        lines += check.remarks.map { StyledLine("提醒: \($0)", .soon) }
        if !lines.isEmpty { lines.append(.empty) }
        pager = Pager(lines + check.preview.lines)
    }

    private static func choices(_ task: any FormTask, _ review: Review?) -> [Button] {
        if let review, review.lock != nil {
            return review.state == .agreed ? [.back, .publish, .withdraw] : [.back, .withdraw]
        }
        return switch task.reviewMode {
        case .none: [.back, .publish]
        case .paper: [.back, .publish, .emergency]
        case .console: [.back, .submit, .emergency]
        }
    }

    private static func label(_ button: Button, _ task: any FormTask, isLocked: Bool) -> String {
        switch button {
        case .back: isLocked ? "返回" : "返回修改"
        case .publish: task.verb
        case .submit: SubmitForReview.title
        case .emergency: "紧急发布"
        case .withdraw: WithdrawFromReview.title
        }
    }

    /// How the text is reviewed, and what came of it so far.
    private static func reviewLines(_ task: any FormTask, _ entries: Entries, _ review: Review?) -> [StyledLine] {
        if let review, review.lock != nil || review.state == .returned {
            return [StyledLine("审核: \(review.text)", review.state == .returned ? .refusal : .soon, indent: 6)]
        }
        if task.reviewMode == .none { return [] }
        if task.reviewMode == .console { return [StyledLine("发布前要经审核: 提交以后文字锁定, 审核员同意后由您发布。", .soon)] }
        if let refusal = task.refusal(toPublish: entries, review) { return [StyledLine(refusal, .soon)] }
        let fields = PaperApproval.fields.map { entries[$0.name] }.joined(separator: "  ")
        return [StyledLine("线下审签: \(fields)", .dim, indent: 10)]
    }

    mutating func fit(_ size: Size) { pager.fitPage(size) }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        pager.handle(Paging.reading(key)) || buttons.handle(key) ? Effect.none : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch choices[buttons.current] {
        case .back: return .pop
        case .withdraw: return withdraw(desk)
        case .submit: return submitForReview(desk)
        case .emergency:
            asked = .emergency
            return .push(
                QuestionScreen(
                    "紧急发布?", lines: ["不等审核, 立即发布。原因会记入日志, 监管部门看得到; 发布后要由另一人补审。"], confirm: "紧急发布",
                    reason: "紧急发布的原因", written: emergency ?? "", limit: WrittenReason.longest))
        case .publish:
            emergency = nil
            if let refusal = task.refusal(toPublish: entries, review) { return .refuse(refusal) }
            return publish(desk)
        }
    }

    private mutating func publish(_ desk: Desk) -> Effect {
        guard !late.isEmpty else { return submit(reason: "", desk) }
        asked = .lateReason
        return .push(
            QuestionScreen(
                "晚发布", lines: late.map(\.sentence) + ["可以\(task.verb), 但要写明原因; 原因会记入日志, 监管部门看得到。"],
                confirm: task.verb, reason: "晚发布的原因", written: entries[FormSheet.lateReason],
                limit: WrittenReason.longest))
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        guard case .confirmed(let reason) = answer else { return .none }
        guard asked == .emergency else { return submit(reason: reason, desk) }
        emergency = reason
        return publish(desk)
    }

    private func submit(reason: String, _ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in
            try mustStand(office, session, desk)
            if let emergency {
                return try task.submit(entries, lateReason: reason, emergency: emergency, to: office, in: session)
            }
            return try task.submit(entries, lateReason: reason, to: office, in: session)
        }) {
        case .success(let receipt): .answer(.submitted(receipt.sentence, matter: receipt.matter))
        case .failure(let refusal): Effect.answer(.unfinished(reason: reason)).then(.refuse(refusal.sentence))
        }
    }

    /// Its files have gone with a draft that was taken over: without them it is not what was previewed.
    private func mustStand(_ office: Office, _ session: Session, _ desk: Desk) throws(Refusal) {
        let standing = try office.standing(of: mark, task.draftForm, matter: task.matter?.id, in: session)
        if let sentence = standing.sentence(on: desk.today) {
            throw Refusal("\(sentence), 没有\(task.verb)", reason: .stale)
        }
    }

    private func submitForReview(_ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in
            try office.perform(SubmitForReview(task.draftForm, matter: task.matter?.id, mark), in: session)
        }) {
        case .success(let done):
            .answer(.submitted(done.sentence("\(done.outcome)已提交审核, 文字已锁定"), matter: task.matter?.id))
        case .failure(let refusal): Effect.pop.then(.refuse(refusal.sentence))
        }
    }

    private func withdraw(_ desk: Desk) -> Effect {
        guard let review else { return .pop }
        switch desk.read({ (office, session) throws(Refusal) in
            try office.perform(WithdrawFromReview(review), in: session)
        }) {
        case .success(let done): return Effect.pop.then(.say(done.sentence("已撤回送审, 可以修改")))
        case .failure(let refusal): return Effect.pop.then(.refuse(refusal.sentence))
        }
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        pager.drawPage(title, buttons, on: canvas)
    }
}
