// 修改密码: the old password once, the new one twice (P1).
import Model

/// P1. The policy stands above the fields, before anything is typed.
struct ChangePasswordScreen: Screen {
    enum Action: Hashable, Sendable { case next, previous, press, sessions }

    static let name = "change-password"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .press, label: "下一栏", help: "到下一栏; 在保存按钮上按 Enter 保存。"),
        Binding(.tab, .down, does: .next, label: "下一栏", help: "到下一栏。", onBar: false),
        Binding(.backTab, .up, does: .previous, label: "上一栏", help: "到上一栏。", onBar: false),
        Binding(
            .function(4), .control("e"), does: .sessions, label: "我的登录", help: "看您现在在哪些地方登录、以前什么时候登录过; 可以结束别处的登录。"),
    ]
    static let about = "输入一次旧密码和两次一样的新密码, 按 保存 后立即生效, 您在别处的登录随即结束。"

    let title = "修改密码"
    /// Why it must be changed before anything else; nil where it need not.
    private let due: PasswordChange?
    private var policy = PasswordPolicy.standard
    private static let fields = ["old", "new", "again"]
    private static let labels = ["旧密码", "新密码", "再输一次"]
    private var edits = Array(repeating: TextEdit(limit: 64, size: Size(rows: 1, columns: 30)), count: 3)
    /// The field, or 3 for the button.
    private var focus = 0
    private var errors: [FieldError] = []

    init(_ due: PasswordChange?) { self.due = due }

    static func refusalToLeave(_ due: PasswordChange) -> String {
        switch due {
        case .given: "首次登录要先修改密码; 不改请按 F10 退出"
        case .expired: "密码已到期, 要先修改密码; 不改请按 F10 退出"
        }
    }

    private var heading: String {
        switch due {
        case nil: title
        case .given: "首次登录, 请先修改密码"
        case .expired: "密码已用满 \(policy.days) 天, 请先修改密码"
        }
    }

    mutating func read(_ desk: Desk) -> Effect {
        if let session = desk.session { policy = desk.office.passwordPolicy(of: session) }
        return .none
    }

    var isTyping: Bool { focus < 3 }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        guard focus < 3 else { return nil }
        let outcome = edits[focus].handle(key)
        if case .ignored = outcome { return nil }
        return outcome.sentence.map(Effect.refuse) ?? Effect.none
    }

    mutating func paste(_ text: String, _ desk: Desk) -> Effect? {
        guard focus < 3 else { return nil }
        return edits[focus].paste(text).sentence.map(Effect.refuse) ?? Effect.none
    }

    mutating func back(_ desk: Desk) -> Effect { due.map { .refuse(Self.refusalToLeave($0)) } ?? .pop }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        action == .sessions ? due.map { _ in "请先修改密码, 再看您的登录" } : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .next: focus = (focus + 1) % 4
        case .previous: focus = (focus + 3) % 4
        case .sessions: return .push(SessionsScreen())
        case .press:
            if focus == 3 { return save(desk) }
            focus += 1
        }
        return .none
    }

    private mutating func save(_ desk: Desk) -> Effect {
        let act = ChangePassword(old: edits[0].text, new: edits[1].text, again: edits[2].text)
        switch desk.read({ (office, session) throws(Refusal) in try office.perform(act, in: session) }) {
        case .failure(let refusal):
            errors = refusal.fields
            focus = refusal.fields.first.flatMap { Self.fields.firstIndex(of: $0.field) } ?? focus
            return .refuse(refusal.sentence)
        case .success(let done):
            errors = []
            edits = edits.map { TextEdit(limit: $0.limit, size: $0.size) }
            focus = 0
            let others = done.outcome > 0 ? ", 您在别处的 \(done.outcome) 处登录已结束" : ""
            let said = Effect.say("密码已修改, 立即生效\(others), 日志第 \(done.journalNumber) 条")
            guard due != nil, let session = desk.session else { return said }
            return .several([.signedIn(session.afterPasswordChange), said])
        }
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.put(heading, row: 0, column: 1, style: .label)
        for (index, line) in policy.statement.enumerated() { canvas.put(line, row: 2 + index, column: 1) }
        for (index, label) in Self.labels.enumerated() {
            let row = 7 + index * 2
            canvas.put(label, row: row, column: 1, style: .label)
            MaskedText.draw(
                edits[index], on: canvas.part(row: row, column: 12, rows: 1, columns: 30), focused: focus == index)
            if let error = errors.first(where: { $0.field == Self.fields[index] }) {
                canvas.put(error.sentence, row: row + 1, column: 1, style: .refusal)
            }
        }
        Buttons("保存").draw(on: canvas, row: 14, column: 12, focused: focus == 3)
    }
}
