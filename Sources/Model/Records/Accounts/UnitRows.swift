// Units in the store: the tree of sites with theirs, and what administrators change.
internal import GRDB

extension Office {
    /// The administrator's site and those below it, each with its units, as a tree.
    public func siteUnits(in session: Session) throws(Refusal) -> [SiteUnits] {
        try read(in: session) { try $0.siteUnits() }
    }

    /// A unit as it stands, with what is in the way of closing it.
    public func unitEntry(
        _ id: Identifier<Unit>, in session: Session
    ) throws(Refusal) -> (site: Site, unit: UnitEntry, obstacles: [String]) {
        try read(in: session) { office in
            let (site, unit) = try office.unitEntry(id)
            return (site, unit, unit.closedDay == nil ? try office.obstacles(toClose: unit.unit.id) : [])
        }
    }
}

extension Transaction {
    fileprivate func siteUnits() throws -> [SiteUnits] {
        try mustAdminister()
        let sites = try Row.fetchAll(
            db,
            sql: """
                WITH RECURSIVE below(id, name, level, depth, path) AS (
                  SELECT id, name, level, 0, '' FROM site WHERE id = ?
                  UNION ALL SELECT s.id, s.name, s.level, depth + 1, path || '/' || s.name
                  FROM site s JOIN below ON s.parent_id = below.id)
                SELECT * FROM below ORDER BY path
                """, arguments: [clerk.site.id.rawValue])
        let units = Dictionary(
            grouping: try unitEntries(
                "u.site_id IN (\(administered)) ORDER BY u.closed_day IS NOT NULL, u.pinyin, u.id", []),
            by: \.unit.site)
        return sites.map { row in
            let site = Site(
                id: Identifier(row["id"]), name: row["name"], level: Site.Level(rawValue: row["level"]) ?? .county)
            return SiteUnits(site: site, depth: row["depth"], units: units[site.id] ?? [])
        }
    }

    private func unitEntries(_ condition: String, _ arguments: StatementArguments) throws -> [UnitEntry] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT u.*, (SELECT count(*) FROM clerk c WHERE c.unit_id = u.id
                    AND (c.ended_day IS NULL OR c.ended_day > '\(today)')) AS clerks,
                  (SELECT group_concat(name, char(10)) FROM (SELECT f.name FROM former_unit_name f WHERE f.unit_id = u.id
                    ORDER BY f.id DESC)) AS former
                FROM unit u WHERE \(condition)
                """, arguments: arguments
        ).map { row in
            UnitEntry(
                unit: Unit(
                    id: Identifier(row["id"]), site: Identifier(row["site_id"]), name: row["name"],
                    shortName: row["short_name"], pinyin: row["pinyin"]),
                closedDay: (row["closed_day"] as String?).flatMap(Day.init), clerks: row["clerks"],
                formerNames: (row["former"] as String?)?.split(separator: "\n").map(String.init) ?? [],
                version: row["version"])
        }
    }

    /// A unit within the administrator's reach.
    func unitEntry(_ id: Identifier<Unit>) throws -> (site: Site, unit: UnitEntry) {
        try mustAdminister()
        guard let unit = try unitEntries("u.id = ? AND u.site_id IN (\(administered))", [id.rawValue]).first else {
            throw Refusal("\(clerk.site.name)和下级站点没有这个单位", reason: .notAllowed)
        }
        return (try administeredSite(unit.unit.site), unit)
    }

    /// The same, unchanged since it was read.
    func unitEntry(asRead read: UnitEntry) throws -> UnitEntry {
        let unit = try unitEntry(read.unit.id).unit
        guard unit.version == read.version else {
            throw Refusal("\(read.unit.name)刚有改动, 请按 F5 重新读取, 看过再办", reason: .stale)
        }
        return unit
    }

    /// A unit that clerks may belong to.
    func openUnit(_ id: Identifier<Unit>) throws -> (site: Site, unit: Unit) {
        let (site, entry) = try unitEntry(id)
        if let day = entry.closedDay { throw Refusal("\(entry.unit.name)已于 \(day) 撤销, 不能再有帐号; 请选别的单位") }
        return (site, entry.unit)
    }

    func administeredSite(_ id: Identifier<Site>) throws -> Site {
        try mustAdminister()
        let row = try Row.fetchOne(
            db, sql: "SELECT id, name, level FROM site WHERE id = ? AND id IN (\(administered))",
            arguments: [id.rawValue])
        guard let row else { throw Refusal("这个站点不归\(clerk.site.name)管理", reason: .notAllowed) }
        return Site(id: id, name: row["name"], level: Site.Level(rawValue: row["level"]) ?? .county)
    }

    /// - Throws: `Refusal` where another unit of the site has the name or the short name.
    func mustBeFree(_ names: UnitNames, at site: Site, except own: Identifier<Unit>? = nil) throws {
        for (field, column, label, value) in [
            ("name", "name", "单位名称", names.name), ("short_name", "short_name", "简称", names.shortName),
        ] {
            let other = try Row.fetchOne(
                db, sql: "SELECT name, closed_day FROM unit WHERE site_id = ? AND \(column) = ? AND id IS NOT ?",
                arguments: [site.id.rawValue, value, own?.rawValue])
            guard let other else { continue }
            let closed = (other["closed_day"] as String?).map { " (\($0) 撤销)" } ?? ""
            let sentence = "\(site.name)的\(other["name"] as String)\(closed)已用\(label) \(value), 请换一个"
            throw Refusal(sentence, fields: [FieldError(field, sentence)])
        }
    }

    func addUnit(_ names: UnitNames, at site: Site) throws -> Identifier<Unit> {
        try db.execute(
            sql: "INSERT INTO unit (site_id, name, short_name, pinyin) VALUES (?, ?, ?, ?)",
            arguments: [site.id.rawValue, names.name, names.shortName, names.pinyin])
        return Identifier(db.lastInsertedRowID)
    }

    /// Gives a unit other names; what went out under the old one keeps it.
    func change(_ unit: Unit, to names: UnitNames) throws {
        if names.name != unit.name {
            try db.execute(
                sql: "INSERT INTO former_unit_name (unit_id, name, replaced_at) VALUES (?, ?, ?)",
                arguments: [unit.id.rawValue, unit.name, now.iso])
        }
        try db.execute(
            sql: "UPDATE unit SET name = ?, short_name = ?, pinyin = ?, version = version + 1 WHERE id = ?",
            arguments: [names.name, names.shortName, names.pinyin, unit.id.rawValue])
    }

    /// - Parameter day: nil takes the unit into use again.
    func close(_ unit: Identifier<Unit>, on day: Day?) throws {
        try db.execute(
            sql: "UPDATE unit SET closed_day = ?, version = version + 1 WHERE id = ?",
            arguments: [day?.description, unit.rawValue])
    }

    /// What is in the way of closing a unit, each with how many.
    func obstacles(toClose unit: Identifier<Unit>) throws -> [String] {
        let counts: [(words: (Int) -> String, sql: String)] = [
            (
                { "\($0) 个没有停用的帐号 (请先调到别的单位或停用)" },
                "SELECT count(*) FROM clerk WHERE unit_id = ?1 AND (ended_day IS NULL OR ended_day > '\(today)')"
            ),
            (
                { "\($0) 件没有办完的事项 (请先办完或终止)" },
                """
                SELECT count(*) FROM matter m WHERE m.unit_id = ?1 AND m.deleted_at IS NULL AND m.ended_at IS NULL
                  AND EXISTS (SELECT 1 FROM system_document k WHERE k.system = m.system AND NOT EXISTS (
                    SELECT 1 FROM document d WHERE d.matter_id = m.id AND d.kind = k.kind AND d.deleted_at IS NULL))
                """
            ),
            (
                { "\($0) 条没有答复的群众建议 (请先答复)" },
                """
                SELECT count(*) FROM comment c JOIN matter m ON m.id = c.matter_id WHERE m.unit_id = ?1 AND m.deleted_at IS NULL
                  AND c.answered_day IS NULL AND c.hidden_at IS NULL AND c.duplicate_of IS NULL
                """
            ),
            (
                { "\($0) 项按季度发布的任务 (请先在各单位季度通报中取消)" },
                "SELECT count(*) FROM period_duty WHERE unit_id = ?1 AND (until_day IS NULL OR until_day >= '\(today)')"
            ),
            (
                { "\($0) 个季度没有发布的通报 (请先发布)" },
                """
                SELECT count(*) FROM deadline WHERE unit_id = ?1 AND period IS NOT NULL AND met_at IS NULL AND ended_at IS NULL
                """
            ),
            (
                { "\($0) 份草稿 (请先写完、放弃, 或由同事接手)" },
                "SELECT count(*) FROM draft WHERE unit_id = ?1"
            ),
            (
                { "\($0) 件没有了结的督办 (请先答复)" },
                "SELECT count(*) FROM supervision_note WHERE unit_id = ?1 AND answered_at IS NULL AND withdrawn_at IS NULL"
            ),
            (
                { "\($0) 份没有补审的紧急发布 (请先补审)" },
                "SELECT count(*) FROM review WHERE unit_id = ?1 AND state = 'waiting' AND emergency_reason IS NOT NULL"
            ),
        ]
        return try counts.compactMap { words, sql in
            let count = try Int.fetchOne(db, sql: sql, arguments: [unit.rawValue]) ?? 0
            return count > 0 ? words(count) : nil
        }
    }
}

/// The name that a unit had at a moment, as SQL: what went out keeps the name of its time.
func unitName(_ unit: String, at moment: String) -> String {
    """
    ifnull((SELECT f.name FROM former_unit_name f WHERE f.unit_id = \(unit).id AND f.replaced_at > \(moment)
      ORDER BY f.id LIMIT 1), \(unit).name)
    """
}
