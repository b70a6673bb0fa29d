// Settings and days off in the store.
internal import GRDB

extension Settings {
    init(reading db: Database, site: Identifier<Site>) throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT name, value FROM setting WHERE site_id = ?"), arguments: [site.rawValue])
        self.init(Dictionary(uniqueKeysWithValues: rows.map { ($0["name"], $0["value"]) }))
    }
}

extension WorkCalendar {
    /// The built-in national days, then what the store has for the nation, for the sites above, and for the site itself: the nearer wins.
    init(reading db: Database, site: Identifier<Site>) throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    WITH RECURSIVE above(id, parent_id, name, depth) AS (
                      SELECT id, parent_id, name, 0 FROM site WHERE id = ?
                      UNION ALL SELECT s.id, s.parent_id, s.name, depth + 1 FROM site s JOIN above ON s.id = above.parent_id)
                    SELECT d.day, d.kind, d.name, d.source, above.name AS layer, ifnull(above.depth, 1000) AS depth
                    FROM calendar_day d LEFT JOIN above ON above.id = d.site_id
                    WHERE d.site_id IS NULL OR above.id IS NOT NULL
                    ORDER BY depth DESC, d.day
                    """), arguments: [site.rawValue])
        var calendar = WorkCalendar.national
        var at = rows.startIndex
        while at < rows.endIndex {
            let depth: Int = rows[at]["depth"]
            let layer = rows[at...].prefix { ($0["depth"] as Int) == depth }
            let exceptions = layer.compactMap { row -> DayException? in
                guard let day = Day(row["day"] as String), let kind = DayException.Kind(rawValue: row["kind"]) else {
                    return nil
                }
                return DayException(day: day, kind: kind, name: row["name"], source: row["source"])
            }
            let isNational = depth == 1000
            calendar = calendar.adding(
                isNational
                    ? .national(exceptions) : CalendarLayer(name: rows[at]["layer"], exceptions: exceptions))
            at = layer.endIndex
        }
        self = calendar
    }
}

extension Office {
    /// The work calendar of the store's own government; the nation's where none is entered yet.
    public func calendar() throws(Refusal) -> WorkCalendar {
        try Store.mapped(path) {
            try store.queue.read { db in
                guard let site = try Int64.fetchOne(db, sql: "SELECT id FROM site ORDER BY id LIMIT 1") else {
                    return .national
                }
                return try WorkCalendar(reading: db, site: Identifier(site))
            }
        }
    }
}
