// Matters, their documents and deadlines in the store.
internal import GRDB

extension Transaction {
    /// A matter with everything rules look at.
    /// - Throws: `Refusal` if there is none, or the clerk may not see it.
    func matter(_ id: Identifier<Matter>) throws -> Matter { try matter(id, where: sitesSeen(of: "m")) }

    /// The same of another site, for whoever may see what its units do.
    func matter(_ id: Identifier<Matter>, of site: Identifier<Site>) throws -> Matter {
        try matter(id, where: "m.site_id = \(site.rawValue)")
    }

    private func matter(_ id: Identifier<Matter>, where condition: String) throws -> Matter {
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT m.*, u.name AS unit_name, u.short_name, u.pinyin FROM matter m JOIN unit u ON u.id = m.unit_id
                    WHERE m.id = ? AND m.deleted_at IS NULL AND \(condition)
                    """, arguments: [id.rawValue])
        else { throw Refusal("没有这件事项, 可能已被删除; 请按 F5 重新读取", reason: .stale) }
        let system = System(rawValue: row["system"])
        return Matter(
            id: id, system: system,
            unit: Unit(
                id: Identifier(row["unit_id"]), site: Identifier(row["site_id"]), name: row["unit_name"],
                shortName: row["short_name"], pinyin: row["pinyin"]),
            title: row["title"], event: Self.event(row),
            commentsUntil: (row["comments_until"] as String?).flatMap(Moment.init(utc:)),
            documents: try documents(of: id, Procedure.of(system)),
            deadlines: try deadlines(of: [id], Procedure.of(system))[id] ?? [],
            comments: try commentTally(of: id), postponements: try postponements(of: id),
            ending: try ending(row),
            backfilledDay: (row["backfilled_day"] as String?).flatMap(Day.init), version: row["version"])
    }

    private func postponements(of matter: Identifier<Matter>) throws -> [Postponement] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM postponement WHERE matter_id = ? ORDER BY id", arguments: [matter.rawValue]
        ).compactMap { row in
            guard let from = Day(row["from_day"] as String), let to = Day(row["to_day"] as String),
                let ends = Moment(utc: row["ends_at"]), let at = Moment(utc: row["postponed_at"])
            else { return nil }
            return Postponement(
                from: from, to: to, ends: ends, reason: row["reason"], at: at,
                review: try review(ofNotice: row["temporary_notice_id"]))
        }
    }

    private func ending(_ row: Row) throws -> Matter.Ending? {
        guard let at = (row["ended_at"] as String?).flatMap(Moment.init(utc:)) else { return nil }
        let notice = try Int64.fetchOne(
            db, sql: "SELECT id FROM temporary_notice WHERE matter_id = ? AND purpose = 'terminate'",
            arguments: [row["id"] as Int64])
        return Matter.Ending(
            at: at, reason: row["ended_reason"] ?? "", review: try notice.flatMap { try review(ofNotice: $0) })
    }

    static func event(_ row: Row) -> MatterEvent {
        if let day = (row["event_day"] as String?).flatMap(Day.init),
            let ends = (row["event_ends_at"] as String?).flatMap(Moment.init(utc:))
        {
            return MatterEvent(day: day, ends: ends)
        }
        return MatterEvent(about: row["event_about"] ?? "")
    }

    private func documents(of matter: Identifier<Matter>, _ procedure: Procedure?) throws -> [Document] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT d.*, p.address, p.posted_at, p.posted_by,
                  ifnull((SELECT awaits_posting FROM register WHERE document_id = d.id), 0) AS awaits_posting,
                  EXISTS (SELECT 1 FROM document_version b
                    WHERE b.document_id = d.id AND b.change = 'backfill') AS is_backfilled
                FROM document d LEFT JOIN posting p ON p.id = (SELECT max(id) FROM posting WHERE document_id = d.id)
                WHERE d.matter_id = ? AND d.deleted_at IS NULL ORDER BY d.id
                """, arguments: [matter.rawValue])
        return try rows.compactMap { row in
            let kind = DocumentKind(rawValue: row["kind"])
            let latest = """
                v.document_id = ? AND v.ordinal = (SELECT max(ordinal) FROM document_version WHERE document_id = v.document_id)
                """
            guard let description = procedure?.document(kind),
                let version = try versions(latest, [row["id"] as Int64], description.form).first
            else { return nil }
            return Document(
                id: Identifier(row["id"]), kind: kind, number: DocumentNumber(year: row["year"], serial: row["serial"]),
                publishedAt: Moment(utc: row["published_at"]) ?? now, isBackfilled: row["is_backfilled"],
                latest: version, posting: Posting(row), awaitsPosting: row["awaits_posting"])
        }
    }

    /// The deadlines of some matters, by matter, in the procedure's order.
    func deadlines(of matters: [Identifier<Matter>], _ procedure: Procedure?) throws -> [Identifier<Matter>: [Deadline]]
    {
        guard !matters.isEmpty else { return [:] }
        let marks = Array(repeating: "?", count: matters.count).joined(separator: ",")
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT l.*, m.event_day, m.ended_at IS NOT NULL AS is_matter_ended FROM deadline l JOIN matter m ON m.id = l.matter_id
                WHERE l.matter_id IN (\(marks)) ORDER BY l.matter_id, l.id
                """,
            arguments: StatementArguments(matters.map(\.rawValue)))
        let calendar = try calendar()
        var found: [Identifier<Matter>: [Deadline]] = [:]
        for row in rows {
            let event = (row["event_day"] as String?).flatMap(Day.init)
            let deadline = Deadline(
                row, procedure, from: event, isMatterEnded: row["is_matter_ended"], today: today, calendar: calendar)
            guard let deadline else { continue }
            found[Identifier(row["matter_id"]), default: []].append(deadline)
        }
        guard procedure?.duty != nil else { return found }
        for (matter, deadline) in try metPeriods(of: matters, procedure, calendar) {
            found[matter, default: []].append(deadline)
        }
        return found
    }

    /// The periods' deadlines that documents of some matters have met.
    private func metPeriods(
        of matters: [Identifier<Matter>], _ procedure: Procedure?, _ calendar: WorkCalendar
    ) throws -> [(Identifier<Matter>, Deadline)] {
        let marks = Array(repeating: "?", count: matters.count).joined(separator: ",")
        return try Row.fetchAll(
            db,
            sql: """
                SELECT l.*, m.id AS met_by FROM matter m
                JOIN document d ON d.matter_id = m.id AND d.deleted_at IS NULL
                JOIN deadline l ON l.unit_id = m.unit_id AND l.system = m.system AND l.period = m.period
                  AND l.met_at = d.published_at
                WHERE m.id IN (\(marks)) ORDER BY m.id, l.id
                """, arguments: StatementArguments(matters.map(\.rawValue))
        ).compactMap { row in
            Deadline(row, procedure, from: nil, isMatterEnded: false, today: today, calendar: calendar)
                .map { (Identifier(row["met_by"]), $0) }
        }
    }

    /// All comments of a matter, and those that hold a report up (G6).
    private func commentTally(of matter: Identifier<Matter>) throws -> CommentTally {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT count(*) AS all_count,
                  sum(waits AND handled_at IS NULL) AS unhandled,
                  sum(waits AND answered_day IS NULL) AS unanswered
                FROM (SELECT handled_at, answered_day, \(Self.isWaitedFor) AS waits FROM comment c WHERE matter_id = ?)
                """, arguments: [matter.rawValue])
        return CommentTally(
            all: row?["all_count"] ?? 0, unhandled: row?["unhandled"] ?? 0, unanswered: row?["unanswered"] ?? 0)
    }

    /// The next number of a series; a refused act gives its number back, a published one never.
    func nextSerial(_ series: String, year: Int) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                INSERT INTO number_series (site_id, series, year, last) VALUES (?, ?, ?, 1)
                ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last
                """, arguments: [clerk.site.id.rawValue, series, year]) ?? 1
    }
}
