// Writing what is published: documents, versions, forms and the deadlines they meet.
internal import GRDB

extension Transaction {
    /// Inserts the matter that a first document opens.
    func openMatter(_ check: PublicationCheck) throws -> Identifier<Matter> {
        try db.execute(
            sql: """
                INSERT INTO matter (site_id, unit_id, system, title, event_about, created_at) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                clerk.site.id.rawValue, clerk.unit.id.rawValue, check.procedure.system.rawValue,
                check.values.text("title"), check.event?.about, now.iso,
            ])
        return Identifier(db.lastInsertedRowID)
    }

    /// Inserts a document and its first version.
    func insertDocument(_ check: PublicationCheck, in matter: Identifier<Matter>) throws -> (
        id: Identifier<Document>, version: Int64, number: DocumentNumber
    ) {
        let number = DocumentNumber(
            year: today.year, serial: try nextSerial(check.procedure.system.rawValue, year: today.year))
        try db.execute(
            sql: """
                INSERT INTO document (matter_id, site_id, system, kind, year, serial, published_at, published_day, published_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                matter.rawValue, clerk.site.id.rawValue, check.procedure.system.rawValue, check.document.kind.rawValue,
                number.year, number.serial, now.iso, today.description, clerk.id.rawValue,
            ])
        let document = Identifier<Document>(db.lastInsertedRowID)
        let version = try insertVersion(check, of: document, ordinal: 1, change: "publish", reason: nil)
        return (document, version, number)
    }

    /// Inserts a version with its form's row.
    func insertVersion(
        _ check: PublicationCheck, of document: Identifier<Document>, ordinal: Int, change: String, reason: String?
    ) throws -> Int64 {
        let values = check.values
        try db.execute(
            sql: """
                INSERT INTO document_version (document_id, ordinal, change, reason, title, reference_number, signed_unit,
                  signed_day, secrecy_checked, made_at, made_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
                """,
            arguments: [
                document.rawValue, ordinal, change, reason, values.text("title"), values.text("reference_number"),
                values.text("signed_unit"), values.day("signed_day")?.description, now.iso, clerk.id.rawValue,
            ])
        let version = db.lastInsertedRowID
        let form = check.document.form
        let columns = ["version_id"] + form.ownFields.map(\.name)
        let stored = [version.databaseValue] + form.ownFields.map { values[$0.name]?.stored ?? .null }
        let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        try db.execute(
            sql: "INSERT INTO \(form.table) (\(columns.joined(separator: ", "))) VALUES (\(marks))",
            arguments: StatementArguments(stored))
        return version
    }

    /// Brings the matter's row up to date with what the document says.
    func updateMatter(_ matter: Identifier<Matter>, _ check: PublicationCheck) throws {
        if let until = check.document.commentsUntil(check.values) {
            try db.execute(
                sql: "UPDATE matter SET comments_until = ? WHERE id = ?", arguments: [until.iso, matter.rawValue])
        }
        if let day = check.event?.day, let ends = check.event?.ends {
            try db.execute(
                sql: "UPDATE matter SET event_day = ?, event_ends_at = ?, event_about = NULL WHERE id = ?",
                arguments: [day.description, ends.iso, matter.rawValue])
        }
        try db.execute(sql: "UPDATE matter SET version = version + 1 WHERE id = ?", arguments: [matter.rawValue])
    }

    /// Sets the matter's deadlines once the event's day is exact, and marks those that are met, late or not.
    func setDeadlines(of matter: Matter, _ check: PublicationCheck, lateReason: String?) throws {
        guard let day = check.event?.day else { return }
        let context = try context()
        for rule in check.procedure.deadlines {
            guard let due = rule.count(from: day, calendar: context.calendar, strict: context.strict)?.day else {
                continue
            }
            try db.execute(
                sql: """
                    INSERT INTO deadline (site_id, unit_id, system, matter_id, rule, due_day) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (matter_id, rule) DO UPDATE SET due_day = excluded.due_day WHERE met_at IS NULL
                    """,
                arguments: [
                    clerk.site.id.rawValue, matter.unit.id.rawValue, check.procedure.system.rawValue,
                    matter.id.rawValue, rule.name, due.description,
                ])
            guard let met = matter.document(rule.document)?.publishedAt else { continue }
            let late = check.late.first { $0.rule == rule.name }
            try db.execute(
                sql: """
                    UPDATE deadline SET met_at = ?, met_day = ?, late_days = ?, late_reason = ?
                    WHERE matter_id = ? AND rule = ? AND met_at IS NULL
                    """,
                arguments: [
                    met.iso, met.day.description, late?.days, late == nil ? nil : lateReason, matter.id.rawValue,
                    rule.name,
                ])
        }
    }

    /// Writes into the journal, as 系统 and once each, the deadlines that have passed since anybody looked.
    func noteOverdue() throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT d.id, d.matter_id, d.system, d.rule, d.due_day, m.title
                FROM deadline d LEFT JOIN matter m ON m.id = d.matter_id
                WHERE d.met_at IS NULL AND d.ended_at IS NULL AND d.overdue_noted_day IS NULL AND d.due_day < ?
                  AND m.deleted_at IS NULL
                ORDER BY d.due_day, d.id
                """, arguments: [today.description])
        for row in rows {
            let rule: String = row["rule"]
            let label =
                Procedure.of(System(rawValue: row["system"]))?.deadlines.first { $0.name == rule }?.label ?? rule
            try db.execute(
                sql: "UPDATE deadline SET overdue_noted_day = ? WHERE id = ?",
                arguments: [today.description, row["id"] as Int64])
            _ = try Journal.append(
                Self.overdueEntry(
                    row["id"], of: (row["matter_id"] as Int64?).map { Identifier($0) }, label: label,
                    due: row["due_day"]),
                act: Self.overdueAct, by: .system, at: now, to: db)
        }
    }

    /// The act of 系统 that notes a deadline passed.
    static let overdueAct = "overdue"

    static func overdueEntry(
        _ deadline: Int64, of matter: Identifier<Matter>?, label: String, due: String
    ) -> Journal.Entry {
        Journal.Entry(
            matter: matter, subject: "deadline:\(deadline)", sentence: "\(label)最迟 \(due)（含当日）, 已超期")
    }
}
