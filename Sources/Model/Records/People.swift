// Sites, units and clerks entered by the server's operator; administrators' own acts come on top of the same rows.
internal import GRDB

/// What is needed to enter a clerk.
package struct NewClerk: Sendable {
    let name: String
    let fullName: String
    let roles: Set<Role>
    /// An argon2id string, so that many clerks may share the cost of one.
    let passwordHash: String
    let mustChangePassword: Bool
    /// Whether the password has to be changed from time to time.
    let passwordAges: Bool

    package init(
        _ name: String, _ fullName: String, roles: Set<Role>, passwordHash: String, mustChangePassword: Bool = true,
        passwordAges: Bool = true
    ) {
        self.name = name
        self.fullName = fullName
        self.roles = roles
        self.passwordHash = passwordHash
        self.mustChangePassword = mustChangePassword
        self.passwordAges = passwordAges
    }
}

extension Office {
    /// Enters sites, units and clerks as the server's operator: one transaction, a journal row for each.
    /// - Throws: `Refusal`; then nothing has changed.
    package func entering<Value>(
        as operator: ServerOperator, _ body: (OperatorEntry) throws -> Value
    ) throws(Refusal) -> Value {
        try write { db in
            try body(OperatorEntry(db: db, now: self.clock.now(), writer: Journal.Writer(name: `operator`.name)))
        }
    }
}

/// What the server's operator enters inside one transaction.
package struct OperatorEntry {
    let db: Database
    let now: Moment
    let writer: Journal.Writer

    package func addSite(
        _ name: String, level: Site.Level, below parent: Identifier<Site>? = nil,
        profile: Founding.Profile = .separated
    ) throws -> Identifier<Site> {
        try db.execute(
            sql: "INSERT INTO site (parent_id, level, name, profile) VALUES (?, ?, ?, ?)",
            arguments: [parent?.rawValue, level.rawValue, name, profile.code])
        let id = Identifier<Site>(db.lastInsertedRowID)
        try append("addSite", "site:\(id.rawValue)", "新建站点 \(name)", ["名称": name])
        return id
    }

    package func addUnit(
        _ name: String, shortName: String, pinyin: String, of site: Identifier<Site>
    ) throws -> Identifier<Unit> {
        try db.execute(
            sql: "INSERT INTO unit (site_id, name, short_name, pinyin) VALUES (?, ?, ?, ?)",
            arguments: [site.rawValue, name, shortName, pinyin])
        let id = Identifier<Unit>(db.lastInsertedRowID)
        try append(
            "addUnit", "unit:\(id.rawValue)", "新建单位 \(name)", ["名称": name, "简称": shortName, "拼音": pinyin])
        return id
    }

    @discardableResult
    package func addClerk(_ clerk: NewClerk, of unit: Identifier<Unit>) throws -> Identifier<Clerk> {
        try db.execute(
            sql: """
                INSERT INTO clerk (unit_id, name, full_name, password, password_set_at, must_change_password, password_ages)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                unit.rawValue, clerk.name, clerk.fullName, clerk.passwordHash, now.iso, clerk.mustChangePassword,
                clerk.passwordAges,
            ])
        let id = Identifier<Clerk>(db.lastInsertedRowID)
        let roles = Role.allCases.filter(clerk.roles.contains)
        for role in roles {
            try db.execute(
                sql: "INSERT INTO clerk_role (clerk_id, role, granted_at) VALUES (?, ?, ?)",
                arguments: [id.rawValue, role.rawValue, now.iso])
        }
        let titles = roles.map(\.title).joined(separator: " ")
        try append(
            "addClerk", "clerk:\(id.rawValue)", "开设帐号 \(clerk.name)",
            ["帐号": clerk.name, "姓名": clerk.fullName, "角色": titles])
        return id
    }

    private func append(_ act: String, _ subject: String, _ sentence: String, _ after: [String: String]) throws {
        _ = try Journal.append(
            Journal.Entry(subject: subject, sentence: sentence, after: after), act: act, by: writer, at: now, to: db)
    }
}
