// Counting a site's open deadlines again: by another work calendar, or by settings that have changed.
internal import GRDB

/// The open deadlines of one site, by the calendar that holds and by the one that is to hold. What is met or ended stays as it was
/// decided.
struct DeadlineRecount {
    private let db: Database
    private let site: Identifier<Site>
    private let now: WorkCalendar
    private let planned: WorkCalendar
    private let settings: Settings
    private let today: Day

    private static let step = 500

    /// - Parameter planned: the layer that is to be another; nil where only settings have changed.
    init(_ db: Database, _ site: Identifier<Site>, with planned: WorkCalendar.Planned? = nil, today: Day) throws {
        self.db = db
        self.site = site
        self.today = today
        now = try WorkCalendar(reading: db, site: site)
        self.planned = try WorkCalendar(reading: db, site: site, with: planned)
        settings = try Settings(reading: db, site: site)
    }

    /// - Throws: `Refusal` if it was stopped.
    func matters(_ watch: WorkWatch, _ each: (DeadlineMove) -> Void) throws {
        let rows = try Row.fetchCursor(
            db, sql: Self.openOfMatters + Self.number("l.matter_id"), arguments: [site.rawValue])
        var done = 0
        while let row = try rows.next() {
            done += 1
            if done.isMultiple(of: Self.step) {
                watch.tell(WorkProgress("重算期限", done: done, total: 0))
                if watch.isStopped() { throw Refusal("已取消, 工作日历没有改动") }
            }
            guard let move = move(row) else { continue }
            each(move)
        }
        try forgotten(each)
    }

    private static let openOfMatters = """
        SELECT l.id, l.rule, l.due_day, l.overdue_noted_day, m.id AS matter_id, m.system, m.title, m.event_day,
          m.backfilled_day, u.short_name, d.year, d.serial
        FROM deadline l JOIN matter m ON m.id = l.matter_id JOIN unit u ON u.id = m.unit_id
        """

    /// Joins a matter's number, for the open deadlines of a site.
    private static func number(_ matter: String) -> String {
        """
         JOIN document d ON d.id = (SELECT min(id) FROM document WHERE matter_id = \(matter) AND deleted_at IS NULL)
        WHERE l.site_id = ? AND l.met_at IS NULL AND l.ended_at IS NULL AND m.deleted_at IS NULL AND m.ended_at IS NULL
        """
    }

    private func move(_ row: Row) -> DeadlineMove? {
        guard let rule = rule(row["system"], row["rule"]), let from = Day(row["due_day"] as String),
            let event = (row["event_day"] as String?).flatMap(Day.init), let due = due(rule, event)
        else { return nil }
        let entered = (row["backfilled_day"] as String?).flatMap(Day.init)
        // What the law wanted before the matter was entered here is not ours to count.
        let to = entered.map { due < $0 } == true ? nil : due
        return moved(row, rule, from: from, to: to)
    }

    /// The deadlines of backfilled matters that fell before these were entered, and do so no longer. What was done meanwhile stays
    /// uncounted, as it was decided.
    private func forgotten(_ each: (DeadlineMove) -> Void) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT NULL AS id, NULL AS overdue_noted_day, m.id AS matter_id, m.system, m.title, m.event_day, m.backfilled_day,
                  u.short_name, d.year, d.serial, (SELECT group_concat(x.kind) FROM document x
                    WHERE x.matter_id = m.id AND x.deleted_at IS NULL) AS kinds,
                  (SELECT group_concat(l.rule) FROM deadline l WHERE l.matter_id = m.id) AS rules
                FROM matter m JOIN unit u ON u.id = m.unit_id
                JOIN document d ON d.id = (SELECT min(id) FROM document WHERE matter_id = m.id AND deleted_at IS NULL)
                WHERE m.site_id = ? AND m.backfilled_day IS NOT NULL AND m.deleted_at IS NULL AND m.ended_at IS NULL
                  AND m.event_day IS NOT NULL ORDER BY m.id
                """, arguments: [site.rawValue])
        for row in rows {
            let published = Self.names(row["kinds"])
            let counted = Self.names(row["rules"])
            guard let event = Day(row["event_day"] as String), let entered = Day(row["backfilled_day"] as String) else {
                continue
            }
            for rule in Procedure.of(System(rawValue: row["system"]))?.deadlines ?? []
            where !counted.contains(rule.name) && !(rule.document.map { published.contains($0.rawValue) } ?? false) {
                guard let due = due(rule, event), due >= entered, let move = moved(row, rule, from: nil, to: due) else {
                    continue
                }
                each(move)
            }
        }
    }

    private static func names(_ joined: String?) -> Set<String> {
        Set((joined ?? "").split(separator: ",").map(String.init))
    }

    private func rule(_ system: String, _ name: String) -> DeadlineRule? {
        Procedure.of(System(rawValue: system))?.deadlines.first { $0.name == name }
    }

    private func due(_ rule: DeadlineRule, _ event: Day) -> Day? {
        rule.count(from: event, calendar: planned, strict: settings.strict)?.day
    }

    private func moved(_ row: Row, _ rule: DeadlineRule, from: Day?, to: Day?) -> DeadlineMove? {
        changed(
            row,
            .matter(
                Identifier(row["matter_id"]), number: DocumentNumber(year: row["year"], serial: row["serial"]),
                title: row["title"]), rule.name, rule.label, from: from, to: to)
    }

    /// What units owe for periods.
    func periods(_ each: (DeadlineMove) -> Void) throws {
        for procedure in Procedure.all {
            guard let duty = procedure.duty else { continue }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT l.id, l.system, l.period, l.due_day, l.overdue_noted_day, u.short_name
                    FROM deadline l JOIN unit u ON u.id = l.unit_id
                    WHERE l.site_id = ? AND l.system = ? AND l.period IS NOT NULL AND l.met_at IS NULL AND l.ended_at IS NULL
                    """, arguments: [site.rawValue, procedure.system.rawValue])
            for row in rows {
                guard let quarter = Quarter(code: row["period"]), let from = Day(row["due_day"] as String),
                    let to = duty.due(quarter, dayOfMonth: settings.dueDay(procedure), calendar: planned),
                    let move = changed(
                        row, .period(quarter), duty.name, duty.label(of: quarter), from: from, to: to)
                else { continue }
                each(move)
            }
        }
    }

    /// Nil where neither day nor light is another.
    private func changed(
        _ row: Row, _ subject: DeadlineMove.Subject, _ rule: String, _ label: String, from: Day?, to: Day?
    ) -> DeadlineMove? {
        let before = from.map { Light(due: $0, today: today, calendar: now) }
        let after = to.map { Light(due: $0, today: today, calendar: planned) }
        guard from != to || before != after else { return nil }
        return DeadlineMove(
            row: row["id"], system: System(rawValue: row["system"]), subject: subject, unit: row["short_name"],
            rule: rule, label: label, from: from, to: to, before: before, after: after,
            left: (to ?? from).map { planned.workingDays(after: today, through: $0) } ?? 0,
            isNoted: row["overdue_noted_day"] != nil)
    }
}
