// Each unit's quarters, read from duties, deadlines and documents.
internal import GRDB

extension Office {
    /// A page of the units and their quarters: the own unit alone, or for supervisors and system administrators every unit of the
    /// site and of those below it, the own site's first (H9).
    /// - Parameter count: how many quarters, the present one the last.
    public func unitQuarters(
        _ procedure: Procedure, _ place: PagePlace<Unit>, quarters count: Int, limit: Int, in session: Session
    ) throws(Refusal) -> Page<UnitQuarters> {
        try read(in: session) { try $0.unitQuarters(procedure, place, quarters: count, limit: limit) }
    }

    /// What the clerk's unit owes for periods and has not published, the earliest first.
    public func owedDeadlines(_ procedure: Procedure, in session: Session) throws(Refusal) -> [Deadline] {
        try read(in: session) { transaction in
            try transaction.openPeriods(
                procedure, "l.unit_id = ?", [transaction.clerk.unit.id.rawValue])
        }
    }

    /// How many units of the clerk's site have a quarter's document that is overdue, and how many one that is soon due.
    public func owingUnits(_ procedure: Procedure, in session: Session) throws(Refusal) -> (overdue: Int, soon: Int) {
        try read(in: session) { transaction in
            let last = Light.lastSoonDay(today: transaction.today, calendar: try transaction.calendar())
            let row = try Row.fetchOne(
                transaction.db,
                sql: """
                    SELECT count(DISTINCT CASE WHEN due_day < ? THEN unit_id END) AS overdue,
                      count(DISTINCT CASE WHEN due_day >= ? THEN unit_id END) AS soon FROM deadline l
                    WHERE l.site_id = ? AND l.system = ? AND l.period IS NOT NULL AND met_at IS NULL AND ended_at IS NULL
                      AND due_day <= ?
                    """,
                arguments: [
                    transaction.today.description, transaction.today.description, transaction.clerk.site.id.rawValue,
                    procedure.system.rawValue, last.description,
                ])
            return (row?["overdue"] ?? 0, row?["soon"] ?? 0)
        }
    }
}

extension Transaction {
    /// The deadlines of periods that are neither met nor ended.
    fileprivate func openPeriods(
        _ procedure: Procedure, _ condition: String, _ arguments: StatementArguments
    ) throws -> [Deadline] {
        let calendar = try calendar()
        return try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM deadline l WHERE \(condition) AND l.system = ? AND l.period IS NOT NULL
                  AND met_at IS NULL AND ended_at IS NULL ORDER BY l.period
                """, arguments: arguments + [procedure.system.rawValue]
        ).compactMap { Deadline($0, procedure, from: nil, isMatterEnded: false, today: today, calendar: calendar) }
    }

    fileprivate func unitQuarters(
        _ procedure: Procedure, _ place: PagePlace<Unit>, quarters count: Int, limit: Int
    ) throws -> Page<UnitQuarters> {
        let seesAll = !clerk.roles.isDisjoint(with: SetPeriodDuty.roles)
        let query = PageQuery(
            table: "unit u", key: "u.id",
            filter: seesAll
                ? "u.closed_day IS NULL AND u.site_id IN (\(PeriodDeadlines.sites(from: clerk.site.id)))" : "u.id = ?",
            arguments: seesAll ? [] : [clerk.unit.id.rawValue],
            order: PageQuery.Order(
                value: """
                    CASE u.site_id WHEN \(clerk.site.id.rawValue) THEN '' ELSE
                      (SELECT s.name FROM site s WHERE s.id = u.site_id) || ' ' END || u.pinyin
                    """, isAscending: true))
        let current = Quarter(of: today)
        let quarters = (current.adding(1 - max(1, count)) ?? current).through(current)
        return try query.page(place, limit: limit, db) { condition, arguments in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT u.id, u.name, u.short_name, u.site_id, s.name AS site_name, s.level, p.since_day, p.until_day,
                      ifnull(p.version, 0) AS version
                    FROM unit u JOIN site s ON s.id = u.site_id
                    LEFT JOIN period_duty p ON p.unit_id = u.id AND p.system = ? WHERE \(condition)
                    """, arguments: [procedure.system.rawValue] + arguments)
            return try rows.map { try unitQuarters($0, procedure, quarters) }
        }
    }

    private func unitQuarters(_ row: Row, _ procedure: Procedure, _ quarters: [Quarter]) throws -> UnitQuarters {
        let unit: Int64 = row["id"]
        let deadlines = try periodDeadlines(of: unit, procedure, from: quarters[0])
        let documents = try firstDocuments(of: unit, procedure, from: quarters[0])
        let firstDay = quarters[0].firstDay ?? .first
        let besides = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM matter m JOIN document d ON d.matter_id = m.id AND d.deleted_at IS NULL
                WHERE m.unit_id = ? AND m.system = ? AND m.period IS NULL AND m.deleted_at IS NULL AND d.published_day >= ?
                """, arguments: [unit, procedure.system.rawValue, firstDay.description])
        return UnitQuarters(
            id: Identifier(unit), name: row["name"], shortName: row["short_name"],
            site: Site(
                id: Identifier(row["site_id"]), name: row["site_name"],
                level: Site.Level(rawValue: row["level"]) ?? .county),
            duty: row["since_day"] == nil ? nil : UnitDuty(row),
            quarters: quarters.map {
                UnitQuarter(quarter: $0, deadline: deadlines[$0], document: documents[$0])
            }, besides: besides ?? 0)
    }

    private func periodDeadlines(
        of unit: Int64, _ procedure: Procedure, from first: Quarter
    ) throws -> [Quarter: Deadline] {
        let calendar = try calendar()
        let found = try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM deadline WHERE unit_id = ? AND system = ? AND period >= ? AND rule = ?
                """, arguments: [unit, procedure.system.rawValue, first.code, procedure.duty?.name]
        ).compactMap { Deadline($0, procedure, from: nil, isMatterEnded: false, today: today, calendar: calendar) }
        return Dictionary(found.compactMap { deadline in deadline.period.map { ($0, deadline) } }) { first, _ in first }
    }

    private func firstDocuments(
        of unit: Int64, _ procedure: Procedure, from first: Quarter
    ) throws -> [Quarter: UnitQuarter.Published] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT m.id, m.title, m.period, d.year, d.serial, d.published_day
                FROM matter m JOIN document d ON d.matter_id = m.id AND d.deleted_at IS NULL
                WHERE m.unit_id = ? AND m.system = ? AND m.period >= ? AND m.deleted_at IS NULL
                ORDER BY d.published_at, d.id
                """, arguments: [unit, procedure.system.rawValue, first.code])
        let found: [(Quarter, UnitQuarter.Published)] = rows.compactMap { row in
            guard let quarter = Quarter(code: row["period"]), let day = Day(row["published_day"] as String) else {
                return nil
            }
            return (
                quarter,
                UnitQuarter.Published(
                    matter: Identifier(row["id"]), number: DocumentNumber(year: row["year"], serial: row["serial"]),
                    title: row["title"], day: day)
            )
        }
        return Dictionary(found) { first, _ in first }
    }
}
