// 督查 in the store: every unit within a supervisor's reach, counted.
internal import GRDB

extension Office {
    /// The units of the clerk's site and of those below it that are in use or have figures: the own site's first, by the sound of
    /// their names.
    /// - Throws: `Refusal` for whoever is no supervisor.
    public func unitStandings(in session: Session) throws(Refusal) -> [UnitStanding] {
        try read(in: session) { try $0.unitStandings() }
    }
}

/// The figures of units by their keys.
private typealias Sums = [Int64: SupervisionFigures]

extension Transaction {
    private func mustSupervise() throws {
        guard clerk.roles.contains(.supervisor) else {
            throw Refusal("督查由监管员办理, 您的角色是\(clerk.roleTitles)", reason: .notAllowed)
        }
    }

    func unitStandings(_ unit: Identifier<Unit>? = nil) throws -> [UnitStanding] {
        try mustSupervise()
        let reach = reports.condition(unit.map { .unit($0) } ?? .below, of: "u", unit: "id")
        let units = try Row.fetchAll(
            db,
            sql: """
                SELECT u.*, s.name AS site_name FROM unit u JOIN site s ON s.id = u.site_id WHERE \(reach)
                ORDER BY u.site_id <> ?, s.name, u.pinyin, u.id
                """, arguments: [clerk.site.id.rawValue])
        var sums: Sums = [:]
        for site in Set(units.map { $0["site_id"] as Int64 }).sorted() {
            try count(at: Identifier(site), of: unit, into: &sums)
        }
        return units.compactMap { row in
            let id: Int64 = row["id"]
            guard row["closed_day"] == nil || sums[id] != nil else { return nil }
            return UnitStanding(
                unit: SupervisionNote.Recipient(
                    id: Identifier(id), name: row["name"], shortName: row["short_name"],
                    site: Identifier(row["site_id"]), siteName: row["site_name"]),
                isOwnSite: row["site_id"] == clerk.site.id.rawValue, figures: sums[id] ?? SupervisionFigures())
        }
    }

    /// Counts the units of one site: its own calendar and settings hold there.
    private func count(
        at site: Identifier<Site>, of unit: Identifier<Unit>?, into sums: inout Sums
    ) throws {
        let calendar = try calendar(of: site)
        let rows = [
            try deadlines(at: site, calendar), try late(at: site), try answers(at: site, calendar),
            try postings(at: site), try notes(at: site),
        ].joined()
        for (key, add) in rows where unit == nil || key == unit?.rawValue {
            sums[key] = (sums[key] ?? SupervisionFigures()) + add
        }
    }

    func calendar(of site: Identifier<Site>) throws -> WorkCalendar {
        try site == clerk.site.id ? calendar() : WorkCalendar(reading: db, site: site)
    }

    private func sums(
        _ sql: String, _ arguments: StatementArguments, _ read: (Row, inout SupervisionFigures) -> Void
    ) throws -> Sums {
        var sums: Sums = [:]
        for row in try Row.fetchAll(db, sql: sql, arguments: arguments) {
            var figures = SupervisionFigures()
            read(row, &figures)
            sums[row["unit_id"]] = figures
        }
        return sums
    }

    private func deadlines(at site: Identifier<Site>, _ calendar: WorkCalendar) throws -> Sums {
        let last = Light.lastSoonDay(today: today, calendar: calendar)
        return try sums(
            """
            SELECT l.unit_id, sum(l.due_day < ?) AS overdue, sum(l.due_day < ? AND l.period IS NOT NULL) AS missing,
              sum(l.due_day >= ?) AS soon
            FROM deadline l WHERE l.site_id = ? AND \(Self.isOpenDeadline) AND l.due_day <= ? GROUP BY l.unit_id
            """,
            [today.description, today.description, today.description, site.rawValue, last.description]
        ) { row, figures in
            figures.overdue = row["overdue"]
            figures.missing = row["missing"]
            figures.soon = row["soon"]
        }
    }

    private func late(at site: Identifier<Site>) throws -> Sums {
        let year = PublicationSpan(from: Day(year: today.year, month: 1, day: 1) ?? .first, to: today)
        let reach = condition(SupervisedFilter(.late, span: year))
        return try sums(
            """
            SELECT l.unit_id, count(*) AS late FROM deadline l WHERE l.site_id = ? AND \(reach.sql) GROUP BY l.unit_id
            """, [site.rawValue] + reach.arguments
        ) { row, figures in figures.metLate = row["late"] }
    }

    private func answers(at site: Identifier<Site>, _ calendar: WorkCalendar) throws -> Sums {
        let limits = try replyLimits(at: site, calendar)
        return try sums(
            """
            SELECT m.unit_id, count(*) AS waiting, sum(\(limits.sql(.overdue))) AS overdue FROM \(Self.unansweredTable(figures: "m"))
            WHERE \(Self.isUnanswered) AND m.site_id = ? GROUP BY m.unit_id
            """, limits.arguments(.overdue) + [site.rawValue]
        ) { row, figures in
            figures.unanswered = row["waiting"]
            figures.overdueAnswers = row["overdue"]
        }
    }

    func replyLimits(at site: Identifier<Site>, _ calendar: WorkCalendar) throws -> ReplyLimits {
        if site == clerk.site.id { return try replyLimits() }
        return try ReplyLimits(reading: db, site: site, calendar: calendar, today: today)
    }

    private func postings(at site: Identifier<Site>) throws -> Sums {
        try sums(
            """
            SELECT r.unit_id, count(*) AS waiting FROM register r WHERE r.site_id = ? AND r.awaits_posting = 1
            GROUP BY r.unit_id
            """, [site.rawValue]
        ) { row, figures in figures.unposted = row["waiting"] }
    }

    private func notes(at site: Identifier<Site>) throws -> Sums {
        try sums(
            """
            SELECT n.unit_id, count(*) AS waiting, sum(n.due_day < ?) AS overdue FROM supervision_note n
            WHERE n.site_id = ? AND \(Self.isOpenNote) GROUP BY n.unit_id
            """, [today.description, site.rawValue]
        ) { row, figures in
            figures.notes = row["waiting"]
            figures.overdueNotes = row["overdue"]
        }
    }
}
