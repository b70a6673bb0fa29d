// What the server's operator did to accounts, told to those concerned at their next sign-in (design 7).
internal import GRDB

extension Office {
    /// What the clerk is to be told once, the oldest first; it counts as told from now on.
    public func takeAccountNotices(in session: Session) throws(Refusal) -> [String] {
        let waits = "FROM account_notice WHERE clerk_id = ? AND told_at IS NULL"
        let told = try read(in: session) { transaction in
            try String.fetchAll(
                transaction.db, sql: "SELECT sentence \(waits) ORDER BY id", arguments: [session.clerk.id.rawValue])
        }
        guard !told.isEmpty else { return [] }
        return try write(in: session) { transaction in
            let clerk = session.clerk.id.rawValue
            let told = try String.fetchAll(
                transaction.db, sql: "SELECT sentence \(waits) ORDER BY id", arguments: [clerk])
            try transaction.db.execute(
                sql: "UPDATE account_notice SET told_at = ? WHERE clerk_id = ? AND told_at IS NULL",
                arguments: [transaction.now.iso, clerk])
            return told
        }
    }
}

extension AccountRows {
    /// Leaves a sentence for the clerk concerned, and one for every security administrator of the site.
    /// - Parameter own: what the clerk is told; nil where only the security administrators are.
    func tell(of clerk: ClerkEntry, _ sentence: String, own: String?) throws {
        let administrators = try clerks(
            """
            t.id = ? AND c.id <> ? AND c.ended_day IS NULL
              AND EXISTS (SELECT 1 FROM clerk_role r WHERE r.clerk_id = c.id AND r.role = 'securityAdministrator')
            """, [clerk.site.id.rawValue, clerk.id.rawValue])
        for administrator in administrators { try tell(administrator.id, sentence) }
        if let own { try tell(clerk.id, own) }
    }

    private func tell(_ clerk: Identifier<Clerk>, _ sentence: String) throws {
        try db.execute(
            sql: "INSERT INTO account_notice (clerk_id, at, sentence) VALUES (?, ?, ?)",
            arguments: [clerk.rawValue, now.iso, "\(now.text) \(sentence)"])
    }
}
