// 一个帐号: what it is, and everything that can be done about it.
import Model

/// A line for each thing that can be changed; Enter changes it.
struct ClerkScreen: Screen {
    enum Action: Hashable, Sendable { case press, rename, move, roles, password, lock, unlock, end, restore }

    static let name = "clerk"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .press, label: "办理", help: "办理光标所在的一项; 不能办的, 下面写明为什么。"),
        Binding(does: .rename, label: "改姓名", help: "改姓名; 日志中以前的记录仍是原来的姓名。", onBar: false),
        Binding(does: .move, label: "调动", help: "把帐号调到别的单位, 要写原因; 本人的登录随即结束。", onBar: false),
        Binding(does: .roles, label: "角色", help: "给角色或去掉角色, 要写原因; 本人的登录随即结束。", onBar: false),
        Binding(does: .password, label: "给密码", help: "给一个一次性密码, 只显示一次; 本人登录后必须修改。", onBar: false),
        Binding(does: .lock, label: "锁定", help: "锁定帐号, 要写原因; 本人的登录随即结束, 草稿还在。", onBar: false),
        Binding(does: .unlock, label: "解锁", help: "解锁帐号; 因输错密码而要等的, 也不用再等。", onBar: false),
        Binding(does: .end, label: "停用", help: "从一天起停用帐号, 要写原因; 草稿留在本单位, 由同事接手。", onBar: false),
        Binding(does: .restore, label: "恢复", help: "恢复停用的帐号, 或取消还没有到的停用日期, 要写原因。", onBar: false),
    ]
    static let about = """
        一个帐号的姓名、单位、角色、密码和状态。用上下键选一项, 按 Enter 办理; 不能办的颜色变淡, 下面写明为什么。\
        开设、调动、停用由系统管理员办理; 角色、一次性密码、锁定由安全管理员办理; 谁也不能办理自己的帐号。
        """

    let title = "帐号"
    private let id: Identifier<Clerk>
    private var clerk: ClerkEntry?
    private var profile = Founding.Profile.separated
    private var units: [Unit] = []
    private var today = Day.first
    private var window = ListWindow(count: 6, page: 6)

    init(_ id: Identifier<Clerk>) { self.id = id }

    mutating func read(_ desk: Desk) -> Effect {
        today = desk.today
        let found = desk.read { [id] (office, session) throws(Refusal) in
            (try office.clerkEntry(id, in: session), try office.siteUnits(in: session))
        }
        switch found {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success((let found, let sites)):
            (clerk, profile) = found
            units = sites.flatMap(\.units).filter { $0.closedDay == nil }.map(\.unit)
            return .none
        }
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    private var hasEnded: Bool { clerk?.state(today: today) == .ended }

    /// What Enter does on each line.
    private var acts: [Action] {
        [
            .rename, .move, .roles, .password, clerk?.lockedAt == nil ? .lock : .unlock,
            clerk?.endedDay == nil ? .end : .restore,
        ]
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard let clerk, let actor = desk.clerk else { return "还没有读出来; 请按 F5 重新读取" }
        let ended = hasEnded ? "\(clerk.called) 已经停用; 要再用, 请先恢复" : nil
        switch action {
        case .press: return refusal(of: acts[window.cursor], desk)
        case .rename: return RenameClerk.refusal(on: clerk, for: actor)
        case .move: return MoveClerk.refusal(on: clerk, for: actor)
        case .roles: return SetRoles.refusal(on: clerk, for: actor) ?? ended
        case .password: return GiveOneTimePassword.refusal(on: clerk, for: actor) ?? ended
        case .lock:
            return LockClerk.refusal(on: clerk, for: actor) ?? ended
                ?? (clerk.lockedAt == nil ? nil : "\(clerk.called) 已经锁定")
        case .unlock:
            return UnlockClerk.refusal(on: clerk, for: actor)
                ?? (clerk.lockedAt == nil ? "\(clerk.called) 没有锁定, 不用解锁" : nil)
        case .end: return EndClerk.refusal(on: clerk, for: actor) ?? ended
        case .restore:
            return RestoreClerk.refusal(on: clerk, for: actor)
                ?? (clerk.endedDay == nil ? "\(clerk.called) 没有停用, 不用恢复" : nil)
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let clerk else { return .none }
        let tasks = ClerkTasks(clerk, profile)
        switch action {
        case .press: return update(acts[window.cursor], desk)
        case .rename: return .push(EntryScreen(tasks.renaming))
        case .move: return .push(EntryScreen(tasks.moving(to: units)))
        case .roles: return .push(EntryScreen(tasks.roles))
        case .lock: return .push(EntryScreen(tasks.locking))
        case .end: return .push(EntryScreen(tasks.ending(today), calendar: desk.calendar))
        case .restore: return .push(EntryScreen(tasks.restoring))
        case .unlock: return finish(desk.perform(UnlockClerk(clerk), "已解锁帐号 \(clerk.called)"), desk)
        case .password:
            return .push(
                QuestionScreen(
                    "给一次性密码?",
                    lines: ["帐号 \(clerk.called)", "密码只显示一次, 请准备好告诉本人。原来的密码不能再用, 本人的登录随即结束。"], confirm: "给密码"))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        guard case .confirmed = answer, let clerk else { return .none }
        let password = desk.oneTimePassword(clerk.name)
        let done = desk.perform(GiveOneTimePassword(password, to: clerk), "已给 \(clerk.called) 一次性密码")
        return finish(done.map { $0.then(.push(Self.shown(password, to: clerk))) }, desk)
    }

    private static func shown(_ password: String, to clerk: ClerkEntry) -> TextScreen {
        let lines = [
            StyledLine("帐号 \(clerk.called) 的一次性密码:"), .empty, StyledLine("    \(password)", .label), .empty,
            StyledLine("只显示这一次, 关上以后再也看不到。请当面或打电话告诉本人; 本人登录后必须修改。"),
        ]
        let rows = lines.reduce(0) { $0 + $1.wrapped(to: 52).count }
        return TextScreen("一次性密码", lines, in: .popup(Size(rows: rows, columns: 54)))
    }

    private mutating func finish(_ done: Result<Effect, Refusal>, _ desk: Desk) -> Effect {
        switch done {
        case .success(let effect): read(desk).then(effect)
        case .failure(let refusal): .refuse(refusal.sentence)
        }
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        guard let clerk else { return }
        let acts = acts
        let values = [
            ("姓名", clerk.fullName, "按 Enter 改姓名。"), ("单位", clerk.unit.name, "按 Enter 调到别的单位, 要写原因。"),
            ("角色", Role.titles(clerk.roles), "按 Enter 给角色或去掉角色, 要写原因。"),
            ("密码", clerk.passwordStanding, "按 Enter 给一个一次性密码, 只显示一次。"),
            (
                "锁定", clerk.lockedAt.map { "\($0.text) 起锁定, 不能登录" } ?? "没有",
                clerk.lockedAt == nil ? "按 Enter 锁定, 要写原因。" : "按 Enter 解锁。"
            ),
            (
                "停用", clerk.endedDay.map { "自 \($0) 起" } ?? "没有",
                clerk.endedDay == nil ? "按 Enter 停用, 要写日期和原因。" : "按 Enter 恢复, 要写原因。"
            ),
        ]
        let properties = values.enumerated().map { index, value in
            Property(label: value.0, value: value.1, words: value.2, refusal: refusal(of: acts[index], desk))
        }
        let sessions = clerk.openSessions > 0 ? ", 现在有 \(clerk.openSessions) 处登录" : ""
        let remarks = [
            StyledLine((clerk.lastSignIn.map { "上次登录 \($0.text)" } ?? "还没有登录过") + sessions, .dim),
            StyledLine("\(clerk.site.name)的管理方式: \(profile.rawValue)", .dim),
        ]
        PropertyList.draw(
            properties, heading: "\(title) \(clerk.name)", remarks: remarks, cursor: window.cursor, on: canvas)
    }
}
