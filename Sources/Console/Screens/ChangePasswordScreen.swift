// 修改密码: the old password once, the new one twice (P1).
import Model

/// P1. The policy stands above the fields, before anything is typed.
struct ChangePasswordScreen: Screen {
    enum Action: Hashable, Sendable { case next, previous, press }

    static let name = "change-password"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .press, label: "下一栏", help: "到下一栏; 在保存按钮上按 Enter 保存。"),
        Binding(.tab, .down, does: .next, label: "下一栏", help: "到下一栏。", onBar: false),
        Binding(.backTab, .up, does: .previous, label: "上一栏", help: "到上一栏。", onBar: false),
    ]
    static let about = "输入一次旧密码和两次一样的新密码, 按 保存 后立即生效, 您在别处的登录随即结束。"

    let title = "修改密码"
    /// The password was given by somebody else and must be changed before anything else.
    let isFirst: Bool
    private static let fields = ["old", "new", "again"]
    private static let labels = ["旧密码", "新密码", "再输一次"]
    private var edits = Array(repeating: TextEdit(limit: 64, size: Size(rows: 1, columns: 30)), count: 3)
    /// The field, or 3 for the button.
    private var focus = 0
    private var errors: [FieldError] = []

    init(isFirst: Bool) { self.isFirst = isFirst }

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

    mutating func back(_ desk: Desk) -> Effect {
        isFirst ? .refuse("首次登录要先修改密码; 不改请按 F10 退出") : .pop
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .next: focus = (focus + 1) % 4
        case .previous: focus = (focus + 3) % 4
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
            guard isFirst, let session = desk.session else { return said }
            return .several([.signedIn(session.afterPasswordChange), said])
        }
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.put(isFirst ? "首次登录, 请先修改密码" : title, row: 0, column: 1, style: .label)
        for (index, line) in PasswordPolicy.statement.enumerated() { canvas.put(line, row: 2 + index, column: 1) }
        for (index, label) in Self.labels.enumerated() {
            let row = 6 + index * 2
            canvas.put(label, row: row, column: 1, style: .label)
            MaskedText.draw(
                edits[index], on: canvas.part(row: row, column: 12, rows: 1, columns: 30), focused: focus == index)
            if let error = errors.first(where: { $0.field == Self.fields[index] }) {
                canvas.put(error.sentence, row: row + 1, column: 1, style: .refusal)
            }
        }
        Buttons("保存").draw(on: canvas, row: 13, column: 12, focused: focus == 3)
    }
}
