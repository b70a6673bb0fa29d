// A clerk's own sessions in the store, and the last sign-in before this one.
internal import GRDB

extension Office {
    /// The clerk's sessions, the latest first: all that are open, and the last that ended.
    public func ownSessions(in session: Session) throws(Refusal) -> [OwnSession] {
        try read(in: session) { try $0.ownSessions() }
    }

    /// The clerk's sign-in before this one, with the failures since; nil at the first.
    public func lastSignIn(in session: Session) throws(Refusal) -> LastSignIn? {
        try read(in: session) { try $0.lastSignIn() }
    }
}

extension Transaction {
    private static let mostSessions = 50

    fileprivate func ownSessions() throws -> [OwnSession] {
        let whole = SignInLimits(try settings.get()).whole
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, began_at, address, ended_at, ending FROM session WHERE clerk_id = ? ORDER BY id DESC LIMIT ?
                """, arguments: [clerk.id.rawValue, Self.mostSessions])
        return rows.map { row in
            let began = Moment(utc: row["began_at"]) ?? now
            let state: OwnSession.State =
                if row["id"] == session.id.rawValue {
                    .here
                } else if let ending: String = row["ending"] {
                    .ended(
                        Moment(utc: row["ended_at"]), SessionEnding(rawValue: ending)?.words ?? "已结束")
                } else if began.adding(seconds: whole) < now {
                    .ended(nil, "没有正常退出")
                } else {
                    .open
                }
            return OwnSession(id: Identifier(row["id"]), beganAt: began, address: row["address"], state: state)
        }
    }

    fileprivate func lastSignIn() throws -> LastSignIn? {
        let last = try Row.fetchOne(
            db,
            sql: "SELECT id, began_at, address FROM session WHERE clerk_id = ? AND id < ? ORDER BY id DESC LIMIT 1",
            arguments: [clerk.id.rawValue, session.id.rawValue])
        guard let last, let at = Moment(utc: last["began_at"]) else { return nil }
        let failures = try Row.fetchOne(
            db,
            sql: """
                SELECT count(*) AS count, max(at) AS last FROM journal WHERE clerk_id = ? AND act = 'signIn' AND is_refusal = 1
                  AND id > ifnull((SELECT max(id) FROM journal WHERE clerk_id = ? AND act = 'signIn' AND session_id = ?), 0)
                """, arguments: [clerk.id.rawValue, clerk.id.rawValue, last["id"] as Int64])
        return LastSignIn(
            at: at, address: last["address"], failures: failures?["count"] ?? 0,
            failedAt: (failures?["last"] as String?).flatMap(Moment.init(utc:)))
    }

    /// Ends another of the clerk's own sessions.
    /// - Returns: the session as it was.
    func endOwnSession(_ id: Identifier<Session>) throws -> OwnSession {
        let found = try ownSessions().first { $0.id == id }
        guard let found, found.state == .open else {
            throw Refusal(
                found?.state == .here ? "这是您现在的登录; 要结束请退出系统" : "这次登录已经结束, 请按 F5 重新读取", reason: .stale)
        }
        try db.execute(
            sql: "UPDATE session SET ended_at = ?, ending = ? WHERE id = ? AND ended_at IS NULL",
            arguments: [now.iso, SessionEnding.endedElsewhere.rawValue, id.rawValue])
        return found
    }
}
