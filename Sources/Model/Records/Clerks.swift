// Clerks, units and sites in the store.
internal import GRDB

extension Transaction {
    /// A clerk with unit, site and roles.
    static func fetchClerk(_ db: Database, id: Int64) throws -> Clerk? {
        guard
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT c.id, c.name, c.full_name, c.must_change_password, c.password_expired_at, u.id AS unit_id, u.name AS unit_name,
                          u.short_name, u.pinyin, t.id AS site_id, t.name AS site_name, t.level
                        FROM clerk c JOIN unit u ON u.id = c.unit_id JOIN site t ON t.id = u.site_id WHERE c.id = ?
                        """), arguments: [id])
        else { return nil }
        let roles = try String.fetchAll(
            db.cachedStatement(sql: "SELECT role FROM clerk_role WHERE clerk_id = ?"), arguments: [id])
        return Clerk(
            id: Identifier(row["id"]), name: row["name"], fullName: row["full_name"],
            unit: Unit(
                id: Identifier(row["unit_id"]), site: Identifier(row["site_id"]), name: row["unit_name"],
                shortName: row["short_name"], pinyin: row["pinyin"]),
            site: Site(
                id: Identifier(row["site_id"]), name: row["site_name"],
                level: Site.Level(rawValue: row["level"]) ?? .county),
            roles: Set(roles.compactMap(Role.init)),
            duePasswordChange: row["must_change_password"]
                ? .given : row["password_expired_at"] == nil ? nil : .expired)
    }
}

extension Office {
    /// The units of the session's site, sorted by pinyin.
    public func units(in session: Session) throws(Refusal) -> [Unit] {
        try read(in: session) { transaction in
            try Row.fetchAll(
                transaction.db,
                sql: """
                    SELECT id, site_id, name, short_name, pinyin FROM unit
                    WHERE site_id = ? AND closed_day IS NULL ORDER BY pinyin, id
                    """, arguments: [transaction.clerk.site.id.rawValue]
            ).map { row in
                Unit(
                    id: Identifier(row["id"]), site: Identifier(row["site_id"]), name: row["name"],
                    shortName: row["short_name"], pinyin: row["pinyin"])
            }
        }
    }

    /// The name of the store's government, for the sign-in page; nil in a store that has none yet.
    public func siteName() -> String? {
        (try? store.read { db in
            try String.fetchOne(db, sql: "SELECT name FROM site ORDER BY id LIMIT 1")
        }) ?? nil
    }
}
