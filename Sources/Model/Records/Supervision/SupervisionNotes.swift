// 督办 in the store: who sees which notes, and what is done to them.
internal import GRDB

extension Office {
    /// A page of notes: those that are overdue first, then the others without an answer, then the rest, always the latest first.
    public func supervisionNotes(
        _ filter: SupervisionNoteFilter, _ place: PagePlace<SupervisionNote>, limit: Int, in session: Session
    ) throws(Refusal) -> Page<SupervisionNote> {
        try read(in: session) { transaction in
            let reach = transaction.condition(filter)
            let open = Transaction.isOpenNote
            let query = PageQuery(
                table: "supervision_note n", key: "n.id", filter: reach.sql, arguments: reach.arguments,
                order: PageQuery.Order(
                    value: "CASE WHEN \(open) THEN iif(n.due_day < '\(transaction.today)', '2', '1') ELSE '0' END"))
            return try query.page(place, limit: limit, transaction.db, transaction.supervisionNotes)
        }
    }

    /// All notes of a filter, the latest first, for reports: each with how it stands today.
    public func supervisionNotes(
        _ filter: SupervisionNoteFilter, in session: Session
    ) throws(Refusal) -> [SupervisionNote] {
        try read(in: session) { transaction in
            let reach = transaction.condition(filter)
            return try transaction.supervisionNotes("\(reach.sql) ORDER BY n.id DESC", reach.arguments)
        }
    }

    /// One note that the clerk may see.
    public func supervisionNote(
        _ id: Identifier<SupervisionNote>, in session: Session
    ) throws(Refusal) -> SupervisionNote {
        try read(in: session) { try $0.supervisionNote(id) }
    }

    /// The notes about a matter that the clerk may see, the latest first.
    public func supervisionNotes(
        about matter: Identifier<Matter>, in session: Session
    ) throws(Refusal) -> [SupervisionNote] {
        try read(in: session) { transaction in
            let reach = transaction.condition(SupervisionNoteFilter())
            return try transaction.supervisionNotes(
                "\(reach.sql) AND n.matter_id = ? ORDER BY n.id DESC", reach.arguments + [matter.rawValue])
        }
    }

    /// A unit that a supervisor may send notes to.
    public func recipient(
        _ unit: Identifier<Unit>, in session: Session
    ) throws(Refusal) -> SupervisionNote.Recipient {
        try read(in: session) { try $0.recipient(unit) }
    }
}

extension Transaction {
    func condition(_ filter: SupervisionNoteFilter) -> Reach { reports.condition(filter) }

    /// The words of the partial index `supervision_note_waiting`.
    static let isOpenNote = "n.answered_at IS NULL AND n.withdrawn_at IS NULL"

    func supervisionNote(_ id: Identifier<SupervisionNote>) throws -> SupervisionNote {
        let reach = condition(SupervisionNoteFilter())
        let found = try supervisionNotes("n.id = ? AND \(reach.sql)", [id.rawValue] + reach.arguments)
        guard let note = found.first else { throw Refusal("没有这件督办, 或者不归您看; 请按 F5 重新读取", reason: .stale) }
        return note
    }

    func supervisionNotes(_ condition: String, _ arguments: StatementArguments) throws -> [SupervisionNote] {
        let calendar = try calendar()
        return try Row.fetchAll(
            db,
            sql: """
                SELECT n.*, u.name AS unit_name, u.short_name, s.name AS site_name, v.name AS sender_unit,
                  v.short_name AS sender_short_name, m.system, m.title AS matter_title, a.full_name AS sender, b.full_name AS answerer, c.full_name AS accepter,
                  d.full_name AS withdrawer
                FROM supervision_note n JOIN unit u ON u.id = n.unit_id JOIN site s ON s.id = n.site_id
                JOIN unit v ON v.id = n.sender_unit_id JOIN clerk a ON a.id = n.sent_by
                LEFT JOIN matter m ON m.id = n.matter_id LEFT JOIN clerk b ON b.id = n.answered_by
                LEFT JOIN clerk c ON c.id = n.accepted_by LEFT JOIN clerk d ON d.id = n.withdrawn_by
                WHERE \(condition)
                """, arguments: arguments
        ).map { SupervisionNote($0, today: today, calendar: calendar) }
    }

    /// - Throws: `Refusal` where the unit is out of the supervisor's reach, or closed.
    func recipient(_ unit: Identifier<Unit>) throws -> SupervisionNote.Recipient {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT u.*, s.name AS site_name FROM unit u JOIN site s ON s.id = u.site_id
                WHERE u.id = ? AND \(reports.condition(.below, of: "u", unit: "id"))
                """, arguments: [unit.rawValue])
        guard let row else { throw Refusal("\(clerk.site.name)和下级站点没有这个单位", reason: .notAllowed) }
        if let closed: String = row["closed_day"], closed <= today.description {
            throw Refusal("\(row["name"] as String)已于 \(closed) 撤销, 不能再督办")
        }
        return SupervisionNote.Recipient(
            id: unit, name: row["name"], shortName: row["short_name"], site: Identifier(row["site_id"]),
            siteName: row["site_name"])
    }

    func insertSupervisionNote(
        _ values: FormValues, to recipient: SupervisionNote.Recipient, about matter: Identifier<Matter>?
    ) throws -> Identifier<SupervisionNote> {
        try db.execute(
            sql: """
                INSERT INTO supervision_note (site_id, unit_id, matter_id, sender_unit_id, title, body, due_day, sent_at,
                  sent_day, sent_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                recipient.site.rawValue, recipient.id.rawValue, matter?.rawValue, clerk.unit.id.rawValue,
                values.text("title"), values.text("body"), values.day("due_day")?.description, now.iso,
                today.description, clerk.id.rawValue,
            ])
        return Identifier(db.lastInsertedRowID)
    }

    func answer(_ note: SupervisionNote, _ text: String, lateDays: Int?) throws {
        try db.execute(
            sql: """
                UPDATE supervision_note SET answer = ?, answered_at = ?, answered_day = ?, answered_by = ?, late_days = ?,
                  version = version + 1 WHERE id = ?
                """,
            arguments: [text, now.iso, today.description, clerk.id.rawValue, lateDays, note.id.rawValue])
    }

    func withdraw(_ note: SupervisionNote, reason: String) throws {
        try db.execute(
            sql: """
                UPDATE supervision_note SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?, version = version + 1
                WHERE id = ?
                """, arguments: [now.iso, clerk.id.rawValue, reason, note.id.rawValue])
    }

    func accept(_ note: SupervisionNote) throws {
        try db.execute(
            sql: "UPDATE supervision_note SET accepted_at = ?, accepted_by = ?, version = version + 1 WHERE id = ?",
            arguments: [now.iso, clerk.id.rawValue, note.id.rawValue])
    }
}

extension SupervisionNote {
    fileprivate init(_ row: Row, today: Day, calendar: WorkCalendar) {
        func moment(_ column: String) -> Moment? { (row[column] as String?).flatMap(Moment.init(utc:)) }
        let due = Day(row["due_day"] as String) ?? .first
        let lateDays: Int? = row["late_days"]
        let answer = moment("answered_at").map { at in
            Answer(
                text: row["answer"] ?? "", at: at, by: row["answerer"] ?? "", lateDays: lateDays,
                accepted: moment("accepted_at").map { Acceptance(at: $0, by: row["accepter"] ?? "") })
        }
        let withdrawal = moment("withdrawn_at").map {
            Withdrawal(at: $0, by: row["withdrawer"] ?? "", reason: row["withdrawn_reason"] ?? "")
        }
        self.init(
            id: Identifier(row["id"]),
            unit: Recipient(
                id: Identifier(row["unit_id"]), name: row["unit_name"], shortName: row["short_name"],
                site: Identifier(row["site_id"]), siteName: row["site_name"]),
            matter: (row["matter_id"] as Int64?).map {
                Subject(id: Identifier($0), system: System(rawValue: row["system"]), title: row["matter_title"])
            },
            senderUnit: Identifier(row["sender_unit_id"]), senderUnitName: row["sender_unit"],
            senderUnitShortName: row["sender_short_name"], sender: row["sender"], title: row["title"],
            body: row["body"], due: due, sentAt: moment("sent_at") ?? .at(due, hour: 0, minute: 0),
            answer: answer, withdrawal: withdrawal,
            light: withdrawal != nil
                ? .ended
                : answer == nil
                    ? Light(due: due, today: today, calendar: calendar) : lateDays == nil ? .met : .metLate,
            version: row["version"])
    }
}
