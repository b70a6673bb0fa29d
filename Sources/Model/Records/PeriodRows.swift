// What the deadlines of periods are reckoned from, as the store has it.
internal import GRDB

/// A period's deadline as its row stands, with the first document of the quarter.
struct PeriodRow {
    /// The document of a quarter that went out first; that one meets the duty.
    struct First {
        let at: Moment
        let isBackfilled: Bool
    }

    let id: Int64
    let quarter: Quarter
    let due: Day
    let metAt: String?
    let lateDays: Int?
    let isEnded: Bool
    let isNoted: Bool
    /// The moment from which on it was owed.
    let owedAt: String
    let first: First?

    /// Whether the first document is late for its day: not one of before the console, nor one that went out while nothing was owed.
    func isLate(_ first: First, owedAt: String) -> Bool {
        first.at.day > due && !first.isBackfilled && first.at.iso >= owedAt
    }

    /// - Parameter row: of `deadline`, with `first_at` and `is_backfilled` of the first document.
    init?(_ row: Row) {
        guard let quarter = (row["period"] as String?).flatMap(Quarter.init(code:)),
            let due = Day(row["due_day"] as String)
        else { return nil }
        id = row["id"]
        self.quarter = quarter
        self.due = due
        metAt = row["met_at"]
        lateDays = row["late_days"]
        isEnded = row["ended_at"] != nil
        isNoted = row["overdue_noted_day"] != nil
        owedAt = row["owed_at"] ?? ""
        first = (row["first_at"] as String?).flatMap(Moment.init(utc:)).map {
            First(at: $0, isBackfilled: row["is_backfilled"])
        }
    }
}

extension PeriodDeadlines {
    /// How the last days of a unit's periods are counted.
    struct Counting {
        let site: Identifier<Site>
        let unitName: String
        let calendar: WorkCalendar
        let duty: PeriodDuty
        let dueDay: Int

        func due(_ quarter: Quarter) -> Day? { duty.due(quarter, dayOfMonth: dueDay, calendar: calendar) }
    }

    func counting(_ procedure: Procedure, of unit: Identifier<Unit>) throws -> Counting? {
        guard let duty = procedure.duty,
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT site_id, name FROM unit WHERE id = ?"), arguments: [unit.rawValue])
        else { return nil }
        let site = Identifier<Site>(row["site_id"])
        return Counting(
            site: site, unitName: row["name"], calendar: try WorkCalendar(reading: db, site: site), duty: duty,
            dueDay: try Settings(reading: db, site: site).dueDay(procedure))
    }

    func unitDuty(_ procedure: Procedure, of unit: Identifier<Unit>) throws -> UnitDuty? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM period_duty WHERE unit_id = ? AND system = ?"),
            arguments: [unit.rawValue, procedure.system.rawValue]
        ).flatMap { UnitDuty($0) }
    }

    /// A unit's deadlines of periods in the order of time.
    func rows(_ procedure: Procedure, _ duty: PeriodDuty, of unit: Identifier<Unit>) throws -> [PeriodRow] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT l.*, d.published_at AS first_at, EXISTS (SELECT 1 FROM document_version v
                    WHERE v.document_id = d.id AND v.change = 'backfill') AS is_backfilled
                FROM deadline l LEFT JOIN document d ON d.id = (\(Self.firstDocument("l.unit_id", "l.system", "l.period")))
                WHERE l.unit_id = ? AND l.system = ? AND l.period IS NOT NULL AND l.rule = ? ORDER BY l.period
                """, arguments: [unit.rawValue, procedure.system.rawValue, duty.name]
        ).compactMap { PeriodRow($0) }
    }

    /// The document of a unit's period that went out first, as SQL for its number.
    static func firstDocument(_ unit: String, _ system: String, _ period: String) -> String {
        """
        SELECT d.id FROM matter m JOIN document d ON d.matter_id = m.id AND d.deleted_at IS NULL
        WHERE m.unit_id = \(unit) AND m.system = \(system) AND m.period = \(period) AND m.deleted_at IS NULL
        ORDER BY d.published_at, d.id LIMIT 1
        """
    }

    /// The sites at and below one, as SQL for their numbers.
    static func sites(from site: Identifier<Site>) -> String {
        """
        WITH RECURSIVE below(id) AS (SELECT \(site.rawValue)
          UNION SELECT s.id FROM site s JOIN below ON s.parent_id = below.id) SELECT id FROM below
        """
    }
}

extension UnitDuty {
    /// A row of `period_duty`; nil where its days cannot be read.
    init?(_ row: Row) {
        guard let since = Day(row["since_day"] as String) else { return nil }
        self.init(
            since: Quarter(of: since), until: (row["until_day"] as String?).flatMap(Day.init).map { Quarter(of: $0) },
            version: row["version"])
    }
}

extension Transaction {
    /// What the clerk's unit owes for periods and has not published, by its last day.
    func owedPeriods(of unit: Identifier<Unit>) throws -> [System: [Quarter: Day]] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT system, period, due_day FROM deadline
                    WHERE unit_id = ? AND period IS NOT NULL AND met_at IS NULL AND ended_at IS NULL
                    """), arguments: [unit.rawValue])
        var owed: [System: [Quarter: Day]] = [:]
        for row in rows {
            guard let quarter = Quarter(code: row["period"]), let due = Day(row["due_day"] as String) else { continue }
            owed[System(rawValue: row["system"]), default: [:]][quarter] = due
        }
        return owed
    }

    /// Brings the periods of a matter's unit in line after something of the matter was published, revised or deleted.
    func settlePeriods(
        of matter: Matter, late: [PublicationCheck.Late] = [], lateReason: String? = nil
    ) throws {
        guard let procedure = Procedure.of(matter.system), procedure.duty != nil else { return }
        try PeriodDeadlines(db, now: now).settle(
            procedure, of: matter.unit.id, late: late, lateReason: lateReason)
    }
}

extension Office {
    /// Counts what units owe for periods anew where it is still open, for the clerk's site and those below it: after the setting of
    /// its last day or the work calendar has changed. What moved is journaled.
    public func countPeriodsAgain(in session: Session) throws(Refusal) {
        try write(in: session) { try PeriodDeadlines($0.db, now: $0.now).countAgain(in: $0.clerk.site.id) }
    }
}
