// An account as administrators see it.

/// One line of the page of accounts.
public struct ClerkEntry: PagedRow, Hashable {
    /// Whether the clerk can sign in.
    public enum State: String, CaseIterable, Sendable {
        case active, locked, ended

        public var title: String {
            switch self {
            case .active: "在用"
            case .locked: "锁定"
            case .ended: "停用"
            }
        }
    }

    public let id: Identifier<Clerk>
    /// The name typed at sign-in.
    public let name: String
    public let fullName: String
    public let unit: Unit
    public let site: Site
    public let roles: Set<Role>
    public let lockedAt: Moment?
    /// The first day on which the clerk cannot sign in any more.
    public let endedDay: Day?
    /// Whether anybody has given it a password yet.
    public let hasPassword: Bool
    /// The password was given by somebody else and has not been changed.
    public let mustChangePassword: Bool
    public let lastSignIn: Moment?
    public let openSessions: Int
    let version: Int

    public func state(today: Day) -> State {
        if let endedDay, endedDay <= today { return .ended }
        return lockedAt == nil ? .active : .locked
    }

    /// How it stands, in a sentence.
    public func standing(today: Day) -> String {
        let locked = lockedAt.map { "\($0.text) 起锁定, 不能登录" }
        switch (endedDay, locked) {
        case (let day?, _) where day <= today: return "自 \(day) 起停用"
        case (let day?, let locked?): return "\(locked); 自 \(day) 起停用"
        case (let day?, nil): return "在用, 自 \(day) 起停用"
        case (nil, let locked?): return locked
        case (nil, nil): return State.active.title
        }
    }

    /// What is known of the password, in a sentence.
    public var passwordStanding: String {
        if !hasPassword { return "还没有密码, 不能登录; 请安全管理员给一次性密码" }
        return mustChangePassword ? "一次性密码, 登录后必须修改" : "本人设的"
    }

    /// As sentences call the clerk.
    public var called: String { "\(fullName) (\(name))" }
}

/// Which accounts a list holds.
public struct ClerkFilter: Hashable, Sendable {
    public var unit: Identifier<Unit>?
    public var state: ClerkEntry.State?
    public var role: Role?

    public init(unit: Identifier<Unit>? = nil, state: ClerkEntry.State? = nil, role: Role? = nil) {
        self.unit = unit
        self.state = state
        self.role = role
    }
}
