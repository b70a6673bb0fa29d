// 登录: name and password.
import Model

/// The page before everything else. Only here Enter submits.
struct SignInScreen: Screen {
    enum Action: Hashable, Sendable { case enter, next }

    static let name = "sign-in"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .enter, label: "登录", help: "在帐号栏按 Enter 到密码栏, 在密码栏按 Enter 登录。"),
        Binding(.tab, .down, .up, .backTab, does: .next, label: "换栏", help: "在帐号和密码之间切换。"),
    ]
    static let about = "输入帐号和密码登录。连续输错要等待, 时间一次比一次长; 忘记密码请找安全管理员。"

    /// For whoever sees boxes where the Chinese should be, and so in English.
    private static let fontLine =
        "No Chinese here? Use fbterm or kmscon, or an SSH client with a Chinese font."

    let title = "登录"
    let placement = Placement.whole
    let isTyping = true
    private var clerk = TextEdit(limit: 32, size: Size(rows: 1, columns: 34))
    private var password = TextEdit(limit: 64, size: Size(rows: 1, columns: 34))
    private var isInPassword = false
    /// The session was ended elsewhere: only the same clerk can go on.
    private let isAgain: Bool

    /// - Parameter name: the clerk whose session was ended elsewhere.
    init(again name: String? = nil) {
        isAgain = name != nil
        isInPassword = isAgain
        if let name { clerk = TextEdit(name, limit: 32, size: clerk.size) }
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        isAgain && action == .next ? "请输入 \(clerk.text) 的密码; 换别人登录请先按 F10 退出" : nil
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        let outcome = isInPassword ? password.handle(key) : clerk.handle(key)
        if case .ignored = outcome { return nil }
        return outcome.sentence.map(Effect.refuse) ?? Effect.none
    }

    mutating func paste(_ text: String, _ desk: Desk) -> Effect? {
        let outcome = isInPassword ? password.paste(text) : clerk.paste(text)
        return outcome.sentence.map(Effect.refuse) ?? Effect.none
    }

    mutating func back(_ desk: Desk) -> Effect {
        isInPassword = isAgain
        return .none
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .next:
            isInPassword.toggle()
            return .none
        case .enter:
            guard !clerk.text.trimmed.isEmpty else {
                isInPassword = false
                return .refuse("请输入帐号")
            }
            guard isInPassword else {
                isInPassword = true
                return .none
            }
            guard !password.isEmpty else { return .refuse("请输入密码") }
            return signIn(desk)
        }
    }

    private mutating func signIn(_ desk: Desk) -> Effect {
        defer { password = TextEdit(limit: 64, size: password.size) }
        do throws(Refusal) {
            return .signedIn(try desk.office.signIn(clerk.text, password: password.text, from: desk.address))
        } catch {
            return .refuse(error.sentence)
        }
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        let left = max(0, (canvas.columns - 48) / 2)
        let page = canvas.part(row: max(1, (canvas.rows - 16) / 2), column: left, columns: 48)
        page.put("阳光政务控制台", row: 0, column: 17, style: .label)
        page.put("帐号", row: 3, column: 4, style: .label)
        clerk.draw(on: page.part(row: 3, column: 10, rows: 1, columns: 34), focused: !isInPassword)
        page.put("密码", row: 5, column: 4, style: .label)
        drawPassword(page.part(row: 5, column: 10, rows: 1, columns: 34))
        if isAgain {
            page.put("您的登录已在别处结束。请重新输入密码,", row: 7, column: 4)
            page.put("写了一半的内容会存为草稿, 登录后接着写。", row: 8, column: 4)
        } else {
            page.put("在密码栏按 Enter 登录, 按 F10 离开", row: 7, column: 7, style: .dim)
        }
        if desk.isDemo { drawAccounts(page) }
        if desk.terminal?.mayLackChinese == true {
            canvas.put(
                Self.fontLine, row: canvas.rows - 1, column: (canvas.columns - Self.fontLine.count) / 2, style: .dim)
        }
    }

    /// A star for each character; the field says how many, never which.
    private func drawPassword(_ canvas: Canvas) {
        MaskedText.draw(password, on: canvas, focused: isInPassword)
    }

    /// The accounts of the demonstration, shown here and nowhere else.
    private func drawAccounts(_ page: Canvas) {
        page.put("演示帐号, 密码都是 \(Demo.password)", row: 10, column: 4)
        for (index, account) in Demo.accounts.enumerated() {
            page.put(account.name, row: 11 + index / 2, column: 4 + index % 2 * 22, style: .keyName)
            page.put(account.role.title, row: 11 + index / 2, column: 13 + index % 2 * 22)
        }
    }
}
