// What an upgraded store still wants after its tables were changed: what only the program can reckon, and the journal's note.
internal import GRDB

/// Finishes an upgrade in one transaction.
struct Upgrade {
    private let db: Database
    private let now: Moment

    init(_ db: Database, now: Moment) {
        self.db = db
        self.now = now
    }

    func finish(from schema: Int32) throws {
        try setNewDeadlines()
        if schema < 4 { try judgeAnswers() }
        try FullTextKeeping.catchUp(db)
        let entry = Journal.Entry(
            subject: "schema:\(Store.schema)", sentence: "数据库的结构由第 \(schema) 版升级到第 \(Store.schema) 版")
        _ = try Journal.append(entry, act: "upgrade", by: .system, at: now, to: db)
    }

    /// Deadlines that the procedures did not have before. What was due before the upgrade is not held against anybody.
    private func setNewDeadlines() throws {
        let matters = try Row.fetchAll(
            db,
            sql: """
                SELECT id, site_id, unit_id, system, event_day FROM matter
                WHERE event_day IS NOT NULL AND deleted_at IS NULL AND ended_at IS NULL
                """)
        var calendars: [Int64: WorkCalendar] = [:]
        for matter in matters {
            let site: Int64 = matter["site_id"]
            let calendar = try calendars[site] ?? WorkCalendar(reading: db, site: Identifier(site))
            calendars[site] = calendar
            guard let procedure = Procedure.of(System(rawValue: matter["system"])),
                let event = Day(matter["event_day"] as String)
            else { continue }
            for rule in procedure.deadlines where rule.document == nil {
                guard let due = rule.count(from: event, calendar: calendar, strict: false)?.day else { continue }
                try db.execute(
                    sql: """
                        INSERT INTO deadline (site_id, unit_id, system, matter_id, rule, due_day, ended_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """,
                    arguments: [
                        site, matter["unit_id"] as Int64, procedure.system.rawValue, matter["id"] as Int64, rule.name,
                        due.description, due < now.day ? now.iso : nil,
                    ])
            }
        }
    }

    /// How long the answers took that were given before anybody counted.
    private func judgeAnswers() throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT c.id, c.channel, c.received_day, c.answered_day, c.extended_at IS NOT NULL AS extended, m.site_id
                FROM comment c JOIN matter m ON m.id = c.matter_id WHERE c.answered_day IS NOT NULL
                """)
        let channels = try Transaction.channels(db)
        var terms: [Int64: ReplyTerms] = [:]
        for row in rows {
            let site: Int64 = row["site_id"]
            guard let received = Day(row["received_day"] as String), let answered = Day(row["answered_day"] as String),
                let channel = channels.first(where: { $0.code == row["channel"] })
            else { continue }
            let known =
                try terms[site]
                ?? ReplyTerms(
                    settings: Settings(reading: db, site: Identifier(site)),
                    calendar: WorkCalendar(reading: db, site: Identifier(site)), today: now.day)
            terms[site] = known
            let judged = known.judged(
                received: received, by: channel, isExtended: row["extended"], answered: answered)
            try db.cachedStatement(sql: "UPDATE every_comment SET answer_days = ?, answer_late = ? WHERE id = ?")
                .execute(arguments: [judged.days, judged.isLate, row["id"] as Int64])
        }
    }
}
