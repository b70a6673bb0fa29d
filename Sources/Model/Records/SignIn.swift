// Sign-in and sign-out: how a session begins and ends.
internal import CSodium
internal import GRDB

extension Office {
    /// Begins a session.
    ///
    /// A wrong name and a wrong password cost the same time and the same words, and each failure makes the next try wait longer:
    /// 1, 2, 4 seconds and so on, at most 60; the wait is kept in the store, so that a new connection does not shorten it.
    /// - Parameter address: where the clerk sits, as far as it is known.
    /// - Throws: `Refusal` with the sentence for the sign-in page.
    public func signIn(_ name: String, password: String, from address: String) throws(Refusal) -> Session {
        let name = name.trimmed.lowercased()
        let now = clock.now()
        let hashed = try Store.mapped(path) {
            try store.queue.read { db in
                let hashed = try Self.nameHash(name, db)
                try self.mustNotWait(hashed, now, db)
                return hashed
            }
        }
        let known: Row? = try Store.mapped(path) {
            try store.queue.read { db in
                try Row.fetchOne(
                    db,
                    sql: """
                        SELECT id, full_name, password, locked_at, ended_day, unit_id FROM clerk
                        WHERE name = ? AND (ended_day IS NULL OR ended_day > ?)
                        """, arguments: [name, now.day.description])
            }
        }
        let isRight: Bool
        if let known {
            isRight = Password.matches(password, known["password"])
        } else {
            Password.waste(password)
            isRight = false
        }
        guard let known, isRight else { throw try failed(hashed, known, now) }
        let session = try begin(known, hashed, address: address, clock.now())
        // What citizens wrote is not to stay where an import was broken off; if it cannot be taken away now, the next sign-in tries.
        try? clearAbandonedImports()
        return session
    }

    /// How a clerk leaves.
    public enum Leaving: String, Sendable {
        case signedOut
        /// The connection broke, or the program was told to end: nobody is there who could wait.
        case lineLost

        fileprivate var sentence: String {
            switch self {
            case .signedOut: "退出系统"
            case .lineLost: "连接断开, 自动退出系统"
            }
        }
    }

    /// Ends a session; what has ended already stays as it was.
    public func signOut(_ session: Session, _ leaving: Leaving = .signedOut) throws(Refusal) {
        try write(attempts: leaving == .lineLost ? 1 : Self.attempts) { db in
            try db.execute(
                sql: "UPDATE session SET ended_at = ?, ending = ? WHERE id = ? AND ended_at IS NULL",
                arguments: [clock.now().iso, leaving.rawValue, session.id.rawValue])
            guard db.changesCount > 0 else { return }
            let clerk = session.clerk
            _ = try Journal.append(
                Journal.Entry(sentence: leaving.sentence), act: "signOut",
                by: Journal.Writer(clerk: clerk.id, name: clerk.fullName, unit: clerk.unit.id, session: session.id),
                at: clock.now(), to: db)
        }
    }

    /// On a clock that stands still no wait would ever end.
    private func mustNotWait(_ hashed: String, _ now: Moment, _ db: Database) throws {
        guard !clock.isFixed else { return }
        let failure = try Row.fetchOne(
            db, sql: "SELECT failures, failed_at FROM sign_in_failure WHERE name_hash = ?", arguments: [hashed])
        guard let failure, let failedAt = Moment(utc: failure["failed_at"]) else { return }
        let left = Self.wait(after: failure["failures"]) * 1000 - Int(now.milliseconds - failedAt.milliseconds)
        guard left > 0, now >= failedAt else { return }
        throw Refusal("帐号或密码不对, 请等 \((left + 999) / 1000) 秒后再试", reason: .notAllowed)
    }

    /// Seconds to wait after so many failures.
    static func wait(after failures: Int) -> Int { failures > 6 ? 60 : 1 << max(0, failures - 1) }

    private func failed(_ hashed: String, _ known: Row?, _ now: Moment) throws(Refusal) -> Refusal {
        try write { db in
            let dayAgo = now.adding(seconds: -86_400).iso
            try db.execute(sql: "DELETE FROM sign_in_failure WHERE failed_at < ?", arguments: [dayAgo])
            let failures =
                try Int.fetchOne(
                    db,
                    sql: """
                        INSERT INTO sign_in_failure (name_hash, failures, failed_at) VALUES (?, 1, ?)
                        ON CONFLICT DO UPDATE SET failures = failures + 1, failed_at = excluded.failed_at RETURNING failures
                        """, arguments: [hashed, now.iso]) ?? 1
            let writer = known.map(Self.writer) ?? Journal.Writer(name: "未知帐号")
            _ = try Journal.append(
                Journal.Entry(sentence: "登录失败, 第 \(failures) 次", isRefusal: true), act: "signIn", by: writer, at: now,
                to: db)
            return Refusal("帐号或密码不对, 请等 \(Self.wait(after: failures)) 秒后再试", reason: .notAllowed)
        }
    }

    private static func writer(_ known: Row) -> Journal.Writer {
        Journal.Writer(clerk: Identifier(known["id"]), name: known["full_name"], unit: Identifier(known["unit_id"]))
    }

    private func begin(_ known: Row, _ hashed: String, address: String, _ now: Moment) throws(Refusal) -> Session {
        let clerk: Int64 = known["id"]
        let session: Session? = try write { db in
            // Asked again: of many tries at once only the first may pass while another has failed.
            try self.mustNotWait(hashed, now, db)
            let isStillRight = try Bool.fetchOne(
                db, sql: "SELECT locked_at IS NULL FROM clerk WHERE id = ? AND password = ?",
                arguments: [clerk, known["password"] as String])
            guard let isStillRight else { throw Refusal("密码刚刚改过, 请重新登录", reason: .notAllowed) }
            guard isStillRight else {
                let entry = Journal.Entry(sentence: "帐号已被锁定, 没有登录", isRefusal: true)
                _ = try Journal.append(entry, act: "signIn", by: Self.writer(known), at: now, to: db)
                return nil
            }
            try db.execute(sql: "DELETE FROM sign_in_failure WHERE name_hash = ?", arguments: [hashed])
            try db.execute(
                sql: "INSERT INTO session (clerk_id, began_at, address) VALUES (?, ?, ?)",
                arguments: [clerk, now.iso, String(address.prefix(100))])
            let id = Identifier<Session>(db.lastInsertedRowID)
            guard let clerk = try Transaction.fetchClerk(db, id: clerk) else {
                throw Refusal("帐号已不存在, 请找安全管理员", reason: .session)
            }
            let session = Session(id: id, clerk: clerk)
            let transaction = try Transaction(db, session: session, now: now)
            try transaction.noteOverdue()
            try transaction.takeUpAsides()
            try transaction.append(Journal.Entry(sentence: "登录"), act: "signIn")
            return session
        }
        guard let session else { throw Refusal("帐号已被锁定, 请找安全管理员", reason: .notAllowed) }
        return session
    }

    /// The name as the failures table knows it: hashed with a salt of this store.
    static func nameHash(_ name: String, _ db: Database) throws -> String {
        let salt = try String.fetchOne(db, sql: "SELECT hash FROM journal ORDER BY id LIMIT 1") ?? Journal.beginning
        return SHA256.text(Array((salt + name).utf8))
    }
}
