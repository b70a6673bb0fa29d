// 结束登录: a clerk ends another of their own sessions.

/// Ends one of the clerk's own sessions; whoever sits there is asked for the password at the next key, and keeps what was typed as a draft.
public struct EndSession: Act {
    public static let name = "endSession"
    public static let title = "结束登录"
    public static let roles = Set(Role.allCases)

    let session: Identifier<Session>

    public init(_ session: OwnSession) { self.session = session.id }

    public func perform(in office: Transaction) throws -> Performed<OwnSession> {
        let ended = try office.endOwnSession(session)
        return Performed(
            ended,
            Journal.Entry(
                subject: "session:\(session.rawValue)",
                sentence: "结束自己在 \(ended.address) 的登录, 那次登录自 \(ended.beganAt.text) 起"))
    }
}
