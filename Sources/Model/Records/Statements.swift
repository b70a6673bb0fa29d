// The matters of a store for the server's operator, who has no session and no unit.
internal import GRDB

extension Office {
    /// Hands out the matters and their state, system by system, the newest first, one after another and keeping none; before a system's
    /// matters what its units owe for periods and have not published.
    /// - Parameters:
    ///   - system: only this system's; nil for all.
    ///   - light: only those whose nearest deadline stands so; nil for all.
    /// - Throws: `Refusal` if the store cannot be read.
    public func statements(
        system: System? = nil, light: Light? = nil, _ each: (Statement) throws -> Void
    ) throws(Refusal) {
        try Store.mapped(path) {
            try store.read { db in
                var reading = StatementReading(db: db, today: clock.now().day)
                for procedure in Procedure.all where system == nil || system == procedure.system {
                    try reading.read(procedure, light, each)
                }
            }
        }
    }
}

/// One reading of all statements, a page at a time.
private struct StatementReading {
    private static let page = 500

    let db: Database
    let today: Day
    private var calendars: [Int64: WorkCalendar] = [:]

    init(db: Database, today: Day) {
        self.db = db
        self.today = today
    }

    mutating func read(_ procedure: Procedure, _ light: Light?, _ each: (Statement) throws -> Void) throws {
        try readPeriods(procedure, light, each)
        // What presses has an open deadline; most matters of an old store have none, and are passed over here.
        let pressing = light == .overdue || light == .soon ? "AND m.due_day IS NOT NULL" : ""
        var next = Int64.max
        while true {
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT m.id, m.site_id, m.unit_id, m.title, m.event_day, m.event_ends_at, m.event_about, m.ended_at,
                      m.backfilled_day, u.name AS unit_name, u.short_name, t.name AS site_name
                    FROM matter m JOIN unit u ON u.id = m.unit_id JOIN site t ON t.id = m.site_id
                    WHERE m.id < ? AND m.system = ? AND m.deleted_at IS NULL \(pressing) ORDER BY m.id DESC LIMIT ?
                    """, arguments: [next, procedure.system.rawValue, Self.page])
            guard let newest: Int64 = rows.first?["id"], let oldest: Int64 = rows.last?["id"] else { return }
            next = oldest
            let documents = try grouped(
                "document", oldest...newest, "AND deleted_at IS NULL",
                more: "(SELECT awaits_posting FROM register WHERE document_id = document.id) AS awaits_posting")
            let deadlines = try grouped("deadline", oldest...newest, "")
            for row in rows {
                let statement = try statement(row, procedure, documents[row["id"]] ?? [], deadlines[row["id"]] ?? [])
                if light == nil || statement.light == light { try each(statement) }
            }
        }
    }

    private func grouped(
        _ table: String, _ ids: ClosedRange<Int64>, _ condition: String, more: String = "NULL"
    ) throws -> [Int64: [Row]] {
        let rows = try Row.fetchAll(
            db,
            sql:
                "SELECT \(table).*, \(more) FROM \(table) WHERE matter_id BETWEEN ? AND ? \(condition) ORDER BY matter_id, id",
            arguments: [ids.lowerBound, ids.upperBound])
        return Dictionary(grouping: rows) { $0["matter_id"] }
    }

    private mutating func statement(
        _ row: Row, _ procedure: Procedure, _ documents: [Row], _ deadlines: [Row]
    ) throws -> Statement {
        let calendar = try calendar(of: row["site_id"])
        let first = documents.first
        let event = Transaction.event(row)
        return Statement(
            procedure: procedure, site: row["site_name"], unit: row["unit_name"],
            subject: .matter(
                MatterRow(
                    id: Identifier(row["id"]),
                    number: DocumentNumber(year: first?["year"] ?? 0, serial: first?["serial"] ?? 0),
                    title: row["title"],
                    unit: row["short_name"], owner: Identifier(row["unit_id"]), event: event,
                    published: Set(documents.map { DocumentKind(rawValue: $0["kind"]) }),
                    deadlines: deadlines.compactMap {
                        Deadline(
                            $0, procedure, from: event.day, isMatterEnded: row["ended_at"] != nil, today: today,
                            calendar: calendar)
                    }, endedAt: (row["ended_at"] as String?).flatMap(Moment.init(utc:)),
                    isBackfilled: row["backfilled_day"] != nil,
                    unposted: Set(
                        documents.filter { $0["awaits_posting"] == 1 }.map { DocumentKind(rawValue: $0["kind"]) }))))
    }

    private mutating func readPeriods(
        _ procedure: Procedure, _ light: Light?, _ each: (Statement) throws -> Void
    ) throws {
        guard procedure.duty != nil else { return }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT l.*, u.name AS unit_name, u.short_name, t.name AS site_name
                FROM deadline l JOIN unit u ON u.id = l.unit_id JOIN site t ON t.id = l.site_id
                WHERE l.system = ? AND l.period IS NOT NULL AND l.met_at IS NULL AND l.ended_at IS NULL
                ORDER BY l.period DESC, l.site_id, u.pinyin, u.id
                """, arguments: [procedure.system.rawValue])
        for row in rows {
            let calendar = try calendar(of: row["site_id"])
            guard
                let deadline = Deadline(
                    row, procedure, from: nil, isMatterEnded: false, today: today, calendar: calendar),
                light == nil || deadline.light == light
            else { continue }
            try each(
                Statement(
                    procedure: procedure, site: row["site_name"], unit: row["unit_name"],
                    subject: .period(deadline, unit: row["short_name"])))
        }
    }

    private mutating func calendar(of site: Int64) throws -> WorkCalendar {
        if let known = calendars[site] { return known }
        let calendar = try WorkCalendar(reading: db, site: Identifier(site))
        calendars[site] = calendar
        return calendar
    }
}
