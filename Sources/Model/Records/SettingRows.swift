// Settings in the store.
internal import GRDB

extension Settings {
    init(reading db: Database, site: Identifier<Site>) throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT name, value FROM setting WHERE site_id = ?"), arguments: [site.rawValue])
        self.init(Dictionary(uniqueKeysWithValues: rows.map { ($0["name"], $0["value"]) }))
    }
}

extension Office {
    /// Every setting of the clerk's site as it stands, in the order of the table.
    public func settingEntries(in session: Session) throws(Refusal) -> [SettingEntry] {
        try read(in: session) { try $0.settingEntries() }
    }
}

extension Transaction {
    fileprivate func settingEntries() throws -> [SettingEntry] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT s.name, s.value, s.changed_at, c.full_name FROM setting s LEFT JOIN clerk c ON c.id = s.changed_by
                WHERE s.site_id = ?
                """, arguments: [clerk.site.id.rawValue])
        let set = Dictionary(uniqueKeysWithValues: rows.map { ($0["name"] as String, $0) })
        return Setting.all(try channels()).map { setting in
            let row = set[setting.name]
            return SettingEntry(
                setting: setting, value: row?["value"] ?? setting.standard, changedBy: row?["full_name"],
                changedAt: (row?["changed_at"]).flatMap(Moment.init(utc:)))
        }
    }

    /// Sets a value at the clerk's site, and counts the open deadlines again that rest on it.
    /// - Returns: the deadlines of matters that moved; those of periods are told by their own rows of the journal.
    func set(_ setting: Setting, to value: String) throws -> Int {
        try db.execute(
            sql: """
                INSERT INTO setting (site_id, name, value, changed_at, changed_by) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at,
                  changed_by = excluded.changed_by, version = version + 1
                """, arguments: [clerk.site.id.rawValue, setting.name, value, now.iso, clerk.id.rawValue])
        guard setting.movesDeadlines else { return 0 }
        var moves: [DeadlineMove] = []
        try DeadlineRecount(db, clerk.site.id, today: today).matters(.nobody) { moves.append($0) }
        let moving = DeadlineMoving(db: db, now: now, cause: "设置有改动")
        var journal = try Journal.End(db)
        for move in moves { try moving.apply(move, &journal) }
        try PeriodDeadlines(db, now: now).countAgain(in: clerk.site.id)
        return moves.count
    }
}
