// 我的登录: where the clerk is signed in, and where they were.
import Model

/// The clerk's own sessions, the latest first; another one that is open can be ended from here (GB/T 22239).
struct SessionsScreen: Screen {
    enum Action: Hashable, Sendable { case end }

    static let name = "sessions"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .delete, does: .end, label: "结束登录", help: "结束光标所在的、在别处的登录; 那里正在写的内容存为草稿。")
    ]
    static let about = """
        您的帐号现在在哪些地方登录, 以前什么时候、在哪里登录过, 新的在前。有不是您本人的登录, 请结束它, 修改密码, 并告诉安全管理员。
        """

    let title = "我的登录"
    private var sessions: [OwnSession] = []
    private var window = ListWindow()

    /// What is shown at sign-in when somebody has tried the clerk's name in vain.
    static func warning(_ sentence: String) -> TextScreen {
        let line = StyledLine(sentence)
        return TextScreen("登录情况", [line], in: .popup(Size(rows: line.wrapped(to: 52).count, columns: 54)))
    }

    /// Rows round the list: a heading, the column heads, and two lines below with a rule.
    private static let surroundings = 5

    mutating func fit(_ size: Size) { window.fit(page: max(1, size.rows - Self.surroundings)) }

    private var current: OwnSession? { window.current.map { sessions[$0] } }

    var inHand: AnyHashable? { current?.id }

    mutating func read(_ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try office.ownSessions(in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let found):
            let kept = current?.id
            sessions = found
            window.follow(kept, in: found.map(\.id))
            return .none
        }
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch current?.state {
        case .open: nil
        case .here: "这是您现在的登录; 要结束请按 F10 退出系统"
        case .ended, nil: "这次登录已经结束"
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let current else { return .none }
        return .push(
            QuestionScreen(
                "结束登录?", lines: ["\(current.beganAt.text) 在 \(current.address) 的登录。", "那里正在写的内容存为草稿。"],
                confirm: "结束"))
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        guard case .confirmed = answer, let current else { return .none }
        switch desk.read({ (office, session) throws(Refusal) in try office.perform(EndSession(current), in: session) })
        {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let done): return .say(done.sentence("已结束在 \(done.outcome.address) 的登录"))
        }
    }

    // MARK: - Picture

    private static let columns = Columns(
        Columns.Column("登录时间", .fixed(16)), Columns.Column("来处", .flexible), Columns.Column("现在", .fixed(20)))

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, "最近 \(sessions.count) 次")
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        Self.columns.drawHeadings(on: table, row: 1)
        for (line, index) in window.visible.enumerated() {
            Self.columns.draw(
                Self.values(of: sessions[index], today: desk.today), row: 2 + line, on: table,
                current: index == window.cursor ? Columns.Current(cell: 0) : nil)
        }
        canvas.rule(row: canvas.rows - 3)
        if let current { canvas.put(current.address, row: canvas.rows - 2, column: 1) }
        canvas.put("有不是您本人的登录, 请结束它并修改密码", row: canvas.rows - 1, column: 1, style: .dim)
        canvas.placeCursor(row: 2 + window.cursor - window.top, column: 0)
    }

    private static func short(_ at: Moment, _ today: Day) -> String {
        at.day.year == today.year ? String(at.text.dropFirst(5)) : at.day.description
    }

    private static func values(of session: OwnSession, today: Day) -> [Columns.Value] {
        let state =
            switch session.state {
            case .here: Columns.Value("这里")
            case .open: Columns.Value("在用", .soon)
            case .ended(let at, let words): Columns.Value((at.map { short($0, today) + " " } ?? "") + words, .dim)
            }
        return [Columns.Value(session.beganAt.text), Columns.Value(session.address), state]
    }
}
