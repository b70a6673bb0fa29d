// The text as it would go out, and the button that sends it.
import Model

/// The last look before publishing. 返回 has the focus; a late publication asks for its reason in writing first.
struct PreviewScreen: Screen {
    enum Action: Hashable, Sendable { case press }

    static let name = "preview"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .press, label: "选定", help: "按下光标所在的按钮。返回在前面, 要办理请先按向右键。")
    ]
    static let about = "办理以前请从头到尾看一遍, 用上下键、PgUp、PgDn 或空格翻看。要修改按 Esc 返回; 确认无误, 按向右键选后面的按钮再按 Enter。"

    var title: String { "预览: \(task.title)" }
    private let task: any FormTask
    private let entries: Entries
    private let late: [PublicationCheck.Late]
    /// The draft whose text and files are shown.
    private let mark: Draft.Mark?
    private var pager: Pager
    private var buttons: Buttons

    init(_ task: any FormTask, _ entries: Entries, _ check: FormCheck, resting mark: Draft.Mark?) {
        self.mark = mark
        self.task = task
        self.entries = entries
        buttons = Buttons("返回修改", task.verb)
        late = check.late
        var lines = check.late.map { StyledLine("晚发布: \($0.sentence)", .refusal) }
        lines += check.warnings.map { StyledLine("提醒: \($0.sentence)", .soon) }
        lines += check.remarks.map { StyledLine("提醒: \($0)", .soon) }
        if !lines.isEmpty { lines.append(.empty) }
        pager = Pager(lines + check.preview.lines)
    }

    mutating func fit(_ size: Size) { pager.fitPage(size) }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        pager.handle(Paging.reading(key)) || buttons.handle(key) ? Effect.none : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard buttons.current == 1 else { return .pop }
        guard late.isEmpty else {
            return .push(
                QuestionScreen(
                    "晚发布", lines: late.map(\.sentence) + ["可以\(task.verb), 但要写明原因; 原因会记入日志, 监管部门看得到。"],
                    confirm: task.verb,
                    reason: "晚发布的原因", written: entries[FormSheet.lateReason], limit: WrittenReason.longest))
        }
        return submit(reason: "", desk)
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        if case .confirmed(let reason) = answer { submit(reason: reason, desk) } else { .none }
    }

    private func submit(reason: String, _ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in
            // Its files have gone with a draft that was taken over: without them it is not what was previewed.
            let standing = try office.standing(of: mark, task.draftForm, matter: task.matter?.id, in: session)
            if let sentence = standing.sentence(on: desk.today) {
                throw Refusal("\(sentence), 没有\(task.verb)", reason: .stale)
            }
            return try task.submit(entries, lateReason: reason, to: office, in: session)
        }) {
        case .success(let receipt): .answer(.submitted(receipt.sentence, matter: receipt.matter))
        case .failure(let refusal): Effect.answer(.unfinished(reason: reason)).then(.refuse(refusal.sentence))
        }
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        pager.drawPage(title, buttons, on: canvas)
    }
}
