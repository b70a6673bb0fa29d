// Accounts in the store, for administrators' acts and for the server's operator alike.
internal import GRDB

/// Rows of clerks, their roles, passwords and sessions, in whoever's transaction.
struct AccountRows {
    let db: Database
    let now: Moment

    // MARK: - Reading

    static let table = "clerk c JOIN unit u ON u.id = c.unit_id JOIN site t ON t.id = u.site_id"

    private static let columns = """
        c.id, c.name, c.full_name, c.locked_at, c.ended_day, c.must_change_password, c.version,
        c.password <> '\(Password.decoy)' AS has_password, u.id AS unit_id, u.name AS unit_name, u.short_name, u.pinyin,
        t.id AS site_id, t.name AS site_name, t.level,
        (SELECT group_concat(r.role) FROM clerk_role r WHERE r.clerk_id = c.id) AS roles,
        (SELECT max(s.began_at) FROM session s WHERE s.clerk_id = c.id) AS last_sign_in,
        (SELECT count(*) FROM session s WHERE s.clerk_id = c.id AND s.ended_at IS NULL) AS open_sessions
        """

    func clerks(_ condition: String, _ arguments: StatementArguments) throws -> [ClerkEntry] {
        try Row.fetchAll(
            db, sql: "SELECT \(Self.columns) FROM \(Self.table) WHERE \(condition)", arguments: arguments
        ).map { ClerkEntry($0) }
    }

    /// How the clerk's site divides its administration.
    func profile(of site: Identifier<Site>) throws -> Founding.Profile {
        let code = try String.fetchOne(db, sql: "SELECT profile FROM site WHERE id = ?", arguments: [site.rawValue])
        return code.flatMap(Founding.Profile.init(code:)) ?? .separated
    }

    /// Why a clerk cannot be spared, or nil: the last who can sign in with a role of administration stays.
    /// - Parameters:
    ///   - roles: the roles the clerk would no longer have or use.
    ///   - doing: what would be done, such as 锁定.
    func refusal(toSpare clerk: ClerkEntry, _ roles: Set<Role>, doing: String) throws -> String? {
        for role in Role.allCases where Role.administrators.contains(role) && roles.contains(role) {
            let others = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM \(Self.table) JOIN clerk_role r ON r.clerk_id = c.id
                    WHERE r.role = ? AND t.id = ? AND c.id <> ? AND c.locked_at IS NULL AND c.ended_day IS NULL
                      AND c.password <> '\(Password.decoy)'
                    """, arguments: [role.rawValue, clerk.site.id.rawValue, clerk.id.rawValue])
            guard others == 0 else { continue }
            return "\(clerk.called) 是\(clerk.site.name)最后一位能登录的\(role.title), 不能\(doing); 请先让另一人担任\(role.title)"
        }
        return nil
    }

    /// What the clerk has begun to write and not ended.
    func unfinished(of clerk: ClerkEntry) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT (SELECT count(*) FROM draft WHERE clerk_id = ?1) + (SELECT count(*) FROM draft_aside WHERE clerk_id = ?1)
                """, arguments: [clerk.id.rawValue]) ?? 0
    }

    func isTaken(_ name: String) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT 1 FROM clerk WHERE name = ?", arguments: [name]) ?? false
    }

    // MARK: - Writing

    /// - Parameter passwordHash: of a one-time password; without one the clerk cannot sign in yet.
    func add(_ name: String, _ fullName: String, to unit: Identifier<Unit>, passwordHash: String? = nil) throws
        -> Identifier<Clerk>
    {
        guard try !isTaken(name) else {
            let sentence = "帐号 \(name) 已经有人用, 请换一个名称"
            throw Refusal(sentence, fields: [FieldError(Clerk.nameField.name, sentence)])
        }
        try db.execute(
            sql: "INSERT INTO clerk (unit_id, name, full_name, password, password_set_at) VALUES (?, ?, ?, ?, ?)",
            arguments: [unit.rawValue, name, fullName, passwordHash ?? Password.decoy, now.iso])
        return Identifier(db.lastInsertedRowID)
    }

    func set(_ assignments: String, _ values: StatementArguments = [], of clerk: Identifier<Clerk>) throws {
        try db.execute(
            sql: "UPDATE clerk SET \(assignments), version = version + 1 WHERE id = ?",
            arguments: values + [clerk.rawValue])
    }

    func lock(_ clerk: Identifier<Clerk>) throws { try set("locked_at = ?", [now.iso], of: clerk) }

    /// Nobody waits for failed sign-ins of before, either.
    func unlock(_ clerk: ClerkEntry) throws {
        try set("locked_at = NULL", of: clerk.id)
        try forgetFailures(of: clerk)
    }

    /// Gives a password that must be changed at the next sign-in.
    func setPassword(_ hash: String, of clerk: ClerkEntry) throws {
        if clerk.hasPassword {
            try db.execute(
                sql: """
                    INSERT INTO former_password (clerk_id, password, replaced_at) SELECT id, password, ? FROM clerk WHERE id = ?
                    """, arguments: [now.iso, clerk.id.rawValue])
        }
        try set("password = ?, password_set_at = ?, must_change_password = 1", [hash, now.iso], of: clerk.id)
        try forgetFailures(of: clerk)
    }

    private func forgetFailures(of clerk: ClerkEntry) throws {
        try SignInFailures(db, clerk.name, now: now).forget()
    }

    func setRoles(_ roles: Set<Role>, of clerk: ClerkEntry) throws {
        for role in clerk.roles.subtracting(roles) {
            try db.execute(
                sql: "DELETE FROM clerk_role WHERE clerk_id = ? AND role = ?",
                arguments: [clerk.id.rawValue, role.rawValue])
        }
        for role in roles.subtracting(clerk.roles) {
            try db.execute(
                sql: "INSERT INTO clerk_role (clerk_id, role, granted_at) VALUES (?, ?, ?)",
                arguments: [clerk.id.rawValue, role.rawValue, now.iso])
        }
        try set("must_change_password = must_change_password", of: clerk.id)
    }

    /// Ends every session of a clerk; drafts stay.
    /// - Returns: how many there were, as the journal adds it to its sentence.
    func endSessions(of clerk: Identifier<Clerk>, _ ending: SessionEnding) throws -> String {
        try db.execute(
            sql: "UPDATE session SET ended_at = ?, ending = ? WHERE clerk_id = ? AND ended_at IS NULL",
            arguments: [now.iso, ending.rawValue, clerk.rawValue])
        return db.changesCount > 0 ? ", 结束 \(db.changesCount) 处登录" : ""
    }
}

extension ClerkEntry {
    fileprivate init(_ row: Row) {
        let site = Site(
            id: Identifier(row["site_id"]), name: row["site_name"], level: Site.Level(rawValue: row["level"]) ?? .county
        )
        let roles = (row["roles"] as String?)?.split(separator: ",").compactMap { Role(rawValue: String($0)) } ?? []
        self.init(
            id: Identifier(row["id"]), name: row["name"], fullName: row["full_name"],
            unit: Unit(
                id: Identifier(row["unit_id"]), site: site.id, name: row["unit_name"], shortName: row["short_name"],
                pinyin: row["pinyin"]),
            site: site, roles: Set(roles), lockedAt: (row["locked_at"] as String?).flatMap(Moment.init(utc:)),
            endedDay: (row["ended_day"] as String?).flatMap(Day.init), hasPassword: row["has_password"],
            mustChangePassword: row["must_change_password"],
            lastSignIn: (row["last_sign_in"] as String?).flatMap(Moment.init(utc:)), openSessions: row["open_sessions"],
            version: row["version"])
    }
}
