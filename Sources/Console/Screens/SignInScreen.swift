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
    static let about = "输入帐号和密码登录。连续输错要等待, 时间一次比一次长, 再错会锁定一段时间; 忘记密码请找安全管理员。"

    /// What the password is asked for.
    enum Purpose: Hashable {
        case signIn
        /// The session was ended by somebody else: only the same clerk can go on.
        case endedElsewhere
        /// It has lasted as long as a session may.
        case tooLong
        /// Nobody pressed a key for a while; what is open stays as it is.
        case locked(since: Moment)

        /// What stands below the fields.
        var words: [String] {
            switch self {
            case .signIn: ["在密码栏按 Enter 登录, 按 F10 离开"]
            case .endedElsewhere: ["您的登录已在别处结束。请重新输入密码,", "写了一半的内容会存为草稿, 登录后接着写。"]
            case .tooLong: ["登录时间已满, 自动退出。请重新输入密码,", "写了一半的内容已存为草稿, 登录后接着写。"]
            case .locked: ["很久没有按键, 屏幕已锁定。输入密码, 按", "Enter 回到刚才的画面; 换人登录先按 F10。"]
            }
        }
    }

    /// For whoever sees boxes where the Chinese should be, and so in English.
    private static let fontLine =
        "No Chinese here? Use fbterm or kmscon, or an SSH client with a Chinese font."

    let title = "登录"
    let placement = Placement.whole
    let isTyping = true
    private var clerk = TextEdit(limit: 32, size: Size(rows: 1, columns: 34))
    private var password = TextEdit(limit: 64, size: Size(rows: 1, columns: 34))
    private var isInPassword = false
    private let purpose: Purpose

    init() { purpose = .signIn }

    /// - Parameter name: the clerk who alone can go on.
    init(of name: String, _ purpose: Purpose) {
        self.purpose = purpose
        isInPassword = true
        clerk = TextEdit(name, limit: 32, size: clerk.size)
    }

    private var isOfOne: Bool { purpose != .signIn }
    /// Whether the session is over, so that another begins.
    var isAgain: Bool { purpose == .endedElsewhere || purpose == .tooLong }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        isOfOne && action == .next ? "请输入 \(clerk.text) 的密码; 换别人登录请先按 F10 退出" : nil
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        let outcome = isInPassword ? password.handle(key) : clerk.handle(key)
        if case .ignored = outcome { return nil }
        return outcome.sentence.map(Effect.refuse) ?? Effect.none
    }

    /// Never signs in. But on a line that stalls, name, Enter or Tab and password may arrive in one piece: no password is shown as a name.
    mutating func paste(_ text: String, _ desk: Desk) -> Effect? {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "\n" || $0 == " " }
        if !isInPassword, parts.count == 2, !(clerk.isEmpty && parts[0].isEmpty) {
            let name = insert(parts[0])
            isInPassword = true
            let secret = insert(parts[1])
            if case .refuse = secret { return secret }
            return name
        }
        return insert(text[...])
    }

    private mutating func insert(_ text: Substring) -> Effect {
        guard !text.isEmpty else { return .none }
        let outcome = isInPassword ? password.paste(String(text)) : clerk.paste(String(text))
        return outcome.sentence.map(Effect.refuse) ?? .none
    }

    mutating func back(_ desk: Desk) -> Effect {
        isInPassword = isOfOne
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
        if case .locked(let since) = purpose { return unlock(since, desk) }
        do throws(Refusal) {
            return .signedIn(try desk.office.signIn(clerk.text, password: password.text, from: desk.address))
        } catch {
            return .refuse(error.sentence)
        }
    }

    private func unlock(_ since: Moment, _ desk: Desk) -> Effect {
        let typed = password.text
        switch desk.read({ (office, session) throws(Refusal) in
            try office.unlock(session, password: typed, lockedSince: since, from: desk.address)
        }) {
        case .success: return Effect.pop.then(.say("已解锁"))
        case .failure(let refusal): return .refuse(refusal.sentence)
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
        for (line, words) in purpose.words.enumerated() {
            page.put(words, row: 7 + line, column: isOfOne ? 4 : 7, style: isOfOne ? .plain : .dim)
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
