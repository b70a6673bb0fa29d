// The work calendar in the store: its days and its layers.
internal import GRDB

extension WorkCalendar {
    /// One layer as it would be after a change that is not written yet.
    struct Planned {
        let owner: CalendarOwner
        let days: [DayException]
    }

    /// The nation's days, then those of the sites above and of the site itself: the nearer wins.
    /// - Parameter planned: a layer to be taken as planned and not as the store has it.
    init(reading db: Database, site: Identifier<Site>, with planned: Planned? = nil) throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    WITH RECURSIVE above(id, parent_id, name, depth) AS (
                      SELECT id, parent_id, name, 0 FROM site WHERE id = ?
                      UNION ALL SELECT s.id, s.parent_id, s.name, depth + 1 FROM site s JOIN above ON s.id = above.parent_id)
                    SELECT above.id AS site, above.name AS layer, above.depth, d.day, d.kind, d.name, d.source
                    FROM above LEFT JOIN calendar_day d ON d.site_id = above.id
                    UNION ALL SELECT NULL, NULL, 1000, day, kind, name, source FROM calendar_day WHERE site_id IS NULL
                    ORDER BY depth DESC
                    """), arguments: [site.rawValue])
        var nation = planned?.owner.isNation == true ? planned?.days ?? [] : []
        var nearer: [CalendarLayer] = []
        var at = rows.startIndex
        while at < rows.endIndex {
            let depth: Int = rows[at]["depth"]
            let layer = rows[at...].prefix { ($0["depth"] as Int) == depth }
            at = layer.endIndex
            guard let name: String = layer[layer.startIndex]["layer"] else {
                if planned?.owner.isNation != true { nation = layer.compactMap { DayException($0) } }
                continue
            }
            let isPlanned = planned?.owner.site?.rawValue == layer[layer.startIndex]["site"]
            let days = isPlanned ? planned?.days ?? [] : layer.compactMap { DayException($0) }
            if !days.isEmpty { nearer.append(CalendarLayer(name: name, exceptions: days)) }
        }
        let national = nation.isEmpty ? WorkCalendar.national : WorkCalendar(layers: [.national(stored: nation)])
        self = nearer.isEmpty ? national : WorkCalendar(layers: national.layers + nearer)
    }
}

extension DayException {
    /// A row of `calendar_day`; nil where a site has none, or it cannot be read.
    init?(_ row: Row) {
        guard let day = (row["day"] as String?).flatMap(Day.init), let kind = Kind(rawValue: row["kind"]) else {
            return nil
        }
        self.init(day: day, kind: kind, name: row["name"], source: row["source"])
    }
}

extension Office {
    /// The work calendar of a government; the nation's where none is entered yet.
    /// - Parameter name: the site's name; nil for the store's own government, which was entered first.
    /// - Throws: `Refusal` if there is no such site.
    public func calendar(of name: String? = nil) throws(Refusal) -> WorkCalendar {
        try read { db in
            let site =
                try name.map { try CalendarOwner(named: $0, db).site }
                ?? Int64.fetchOne(
                    db, sql: "SELECT id FROM site ORDER BY id LIMIT 1"
                ).map { Identifier($0) }
            return try site.map { try WorkCalendar(reading: db, site: $0) } ?? .national
        }
    }
}
