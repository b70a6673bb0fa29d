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
        var calendars: [Int64: WorkCalendar] = [:]
        for procedure in Procedure.all {
            for rule in procedure.deadlines where rule.document == nil {
                for matter in try matters(of: procedure, without: rule) {
                    let site: Int64 = matter["site_id"]
                    let calendar = try calendars[site] ?? WorkCalendar(reading: db, site: Identifier(site))
                    calendars[site] = calendar
                    try set(rule, of: matter, calendar)
                }
            }
        }
    }

    private func matters(of procedure: Procedure, without rule: DeadlineRule) throws -> [Row] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT m.id, m.site_id, m.unit_id, m.system, m.event_day FROM matter m
                WHERE m.system = ? AND m.event_day IS NOT NULL AND m.deleted_at IS NULL AND m.ended_at IS NULL
                  AND NOT EXISTS (SELECT 1 FROM deadline l WHERE l.matter_id = m.id AND l.rule = ?)
                """, arguments: [procedure.system.rawValue, rule.name])
    }

    private func set(_ rule: DeadlineRule, of matter: Row, _ calendar: WorkCalendar) throws {
        guard let event = Day(matter["event_day"] as String),
            let due = rule.count(from: event, calendar: calendar, strict: false)?.day
        else { return }
        try db.executeCached(
            sql: """
                INSERT INTO deadline (site_id, unit_id, system, matter_id, rule, due_day, ended_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                matter["site_id"] as Int64, matter["unit_id"] as Int64, matter["system"] as String,
                matter["id"] as Int64, rule.name, due.description, due < now.day ? now.iso : nil,
            ])
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
