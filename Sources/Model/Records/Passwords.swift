// Passwords and sessions of the acting clerk in the store.
internal import GRDB

extension Transaction {
    /// The hash of the acting clerk's password.
    func password() throws -> String? {
        try String.fetchOne(db, sql: "SELECT password FROM clerk WHERE id = ?", arguments: [clerk.id.rawValue])
    }

    /// Hashes of passwords used before, the latest first.
    func formerPasswords(_ most: Int) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT password FROM former_password WHERE clerk_id = ? ORDER BY id DESC LIMIT ?",
            arguments: [clerk.id.rawValue, most])
    }

    func setPassword(_ hash: String, replacing old: String) throws {
        try db.execute(
            sql: "INSERT INTO former_password (clerk_id, password, replaced_at) VALUES (?, ?, ?)",
            arguments: [clerk.id.rawValue, old, now.iso])
        try db.execute(
            sql: """
                UPDATE clerk SET password = ?, password_set_at = ?, must_change_password = 0, password_expired_at = NULL,
                  version = version + 1
                WHERE id = ?
                """, arguments: [hash, now.iso, clerk.id.rawValue])
    }

    /// Ends the clerk's sessions but this one.
    /// - Returns: how many there were.
    func endOtherSessions() throws -> Int {
        try db.execute(
            sql: "UPDATE session SET ended_at = ?, ending = ? WHERE clerk_id = ? AND id <> ? AND ended_at IS NULL",
            arguments: [now.iso, SessionEnding.passwordChanged.rawValue, clerk.id.rawValue, session.id.rawValue])
        return db.changesCount
    }
}
