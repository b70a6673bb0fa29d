// A clerk's own presences: where they are signed in, and where they were.

/// One of the clerk's own sessions.
public struct OwnSession: Hashable, Sendable {
    /// How it stands.
    public enum State: Hashable, Sendable {
        /// The one that asks.
        case here
        case open
        /// When and how it ended; the moment is not known where its program was killed.
        case ended(Moment?, String)
    }

    public let id: Identifier<Session>
    public let beganAt: Moment
    /// Where the clerk sat, as far as it was known.
    public let address: String
    public let state: State
}

/// What a clerk is told of their last sign-in (GB/T 22239), so that somebody else's is noticed.
public struct LastSignIn: Hashable, Sendable {
    public let at: Moment
    public let address: String
    /// Failed tries with the clerk's name since then, and when the last of them was.
    public let failures: Int
    public let failedAt: Moment?

    /// `上次登录 2026-11-19 16:20, 10.0.0.7`.
    public var sentence: String { "上次登录 \(at.text), \(address)" }

    /// What is said of failures; nil where there were none.
    public func warning(on today: Day) -> String? {
        guard let failedAt else { return nil }
        return "\(sentence)。此后有 \(failures) 次用您的帐号登录失败, 最近一次 \(failedAt.told(on: today))。"
            + "如果不是您本人输错, 请修改密码, 并告诉安全管理员。"
    }
}
