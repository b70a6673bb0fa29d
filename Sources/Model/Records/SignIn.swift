// Sign-in and sign-out: how a session begins and ends.
internal import GRDB

extension Office {
    /// Begins a session.
    ///
    /// A wrong name and a wrong password cost the same time and the same words, and each failure makes the next try wait longer, until
    /// the name is locked for a while (GB/T 22239); the wait is kept in the store, so that a new connection does not shorten it.
    /// - Parameter address: where the clerk sits, as far as it is known.
    /// - Throws: `Refusal` with the sentence for the sign-in page.
    public func signIn(_ name: String, password: String, from address: String) throws(Refusal) -> Session {
        let name = name.trimmed.lowercased()
        let now = clock.now()
        let known: Row? = try Store.mapped(path) {
            try store.read { db in
                try SignInFailures(db, name, now: now).mustNotWait(clock)
                return try Row.fetchOne(
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
        let attempt = SignInAttempt(name: name, writer: known.map(Self.writer), address: address)
        guard let known, isRight else { throw try failed(attempt, now) }
        let session = try begin(known, attempt, clock.now())
        tellHead(on: now.day)
        // What citizens wrote is not to stay where an import was broken off; if it cannot be taken away now, the next sign-in tries.
        try? clearAbandonedImports()
        return session
    }

    /// Ends a session; what has ended already stays as it was.
    public func signOut(_ session: Session, _ leaving: SessionEnding = .signedOut) throws(Refusal) {
        try write(attempts: leaving == .lineLost ? 1 : Self.attempts) { db in
            try db.execute(
                sql: "UPDATE session SET ended_at = ?, ending = ? WHERE id = ? AND ended_at IS NULL",
                arguments: [clock.now().iso, leaving.rawValue, session.id.rawValue])
            guard db.changesCount > 0 else { return }
            let clerk = session.clerk
            let limits = try SignInLimits(Settings(reading: db, site: clerk.site.id))
            _ = try Journal.append(
                Journal.Entry(sentence: leaving.sentence(limits)), act: "signOut",
                by: Journal.Writer(clerk: clerk.id, name: clerk.fullName, unit: clerk.unit.id, session: session.id),
                at: clock.now(), to: db)
        }
    }

    /// Counts and journals a try with a wrong name or password.
    /// - Returns: what is said of it.
    func failed(_ attempt: SignInAttempt, _ now: Moment) throws(Refusal) -> Refusal {
        try write { db in
            let (failures, wait) = try SignInFailures(db, attempt.name, now: now).count()
            _ = try Journal.append(
                attempt.failure(failures, wait: wait), act: attempt.act,
                by: attempt.writer ?? Journal.Writer(name: SignInAttempt.unknown), at: now, to: db)
            return SignInFailures.refusal(wait)
        }
    }

    private static func writer(_ known: Row) -> Journal.Writer {
        Journal.Writer(clerk: Identifier(known["id"]), name: known["full_name"], unit: Identifier(known["unit_id"]))
    }

    private func begin(_ known: Row, _ attempt: SignInAttempt, _ now: Moment) throws(Refusal) -> Session {
        let clerk: Int64 = known["id"]
        let session: Session? = try write { db in
            // Asked again: of many tries at once only the first may pass while another has failed.
            let failures = SignInFailures(db, attempt.name, now: now)
            try failures.mustNotWait(self.clock)
            let isStillRight = try Bool.fetchOne(
                db, sql: "SELECT locked_at IS NULL FROM clerk WHERE id = ? AND password = ?",
                arguments: [clerk, known["password"] as String])
            guard let isStillRight else { throw Refusal("密码刚刚改过, 请重新登录", reason: .notAllowed) }
            guard isStillRight else {
                let entry = Journal.Entry(sentence: "帐号已被锁定, 没有登录", after: attempt.whence, isRefusal: true)
                _ = try Journal.append(entry, act: "signIn", by: Self.writer(known), at: now, to: db)
                return nil
            }
            try failures.forget()
            try db.execute(
                sql: "INSERT INTO session (clerk_id, began_at, address) VALUES (?, ?, ?)",
                arguments: [clerk, now.iso, attempt.address])
            let id = Identifier<Session>(db.lastInsertedRowID)
            guard let clerk = try Transaction.fetchClerkWhosePasswordAges(db, id: clerk, now: now) else {
                throw Refusal("帐号已不存在, 请找安全管理员", reason: .session)
            }
            let session = Session(id: id, clerk: clerk)
            let transaction = try Transaction(db, session: session, now: now)
            try transaction.noteOverdue()
            try transaction.takeUpAsides()
            try transaction.append(Journal.Entry(sentence: "登录", after: attempt.whence), act: "signIn")
            return session
        }
        guard let session else { throw Refusal("帐号已被锁定, 请找安全管理员", reason: .notAllowed) }
        return session
    }
}

extension Transaction {
    /// A clerk who is signing in; a password that has served its time is marked, and must be changed first (GB/T 22239).
    fileprivate static func fetchClerkWhosePasswordAges(_ db: Database, id: Int64, now: Moment) throws -> Clerk? {
        guard let clerk = try fetchClerk(db, id: id) else { return nil }
        let days = PasswordPolicy(try Settings(reading: db, site: clerk.site.id)).days
        try db.execute(
            sql: """
                UPDATE clerk SET password_expired_at = ? WHERE id = ? AND password_ages = 1 AND password_set_at <= ?
                  AND must_change_password = 0 AND password_expired_at IS NULL
                """, arguments: [now.iso, id, now.adding(seconds: -86_400 * days).iso])
        return db.changesCount > 0 ? try fetchClerk(db, id: id) : clerk
    }
}
