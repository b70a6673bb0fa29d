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
        if ordinal > 1 {
            try db.execute(
                sql: "UPDATE document SET version = version + 1 WHERE id = ?", arguments: [document.rawValue])
        }
        let form = check.document.form
        let columns = ["version_id"] + form.ownFields.map(\.name)
        let stored = [version.databaseValue] + form.ownFields.map { values[$0.name]?.stored ?? .null }
        let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        try db.execute(
            sql: "INSERT INTO \(form.table) (\(columns.joined(separator: ", "))) VALUES (\(marks))",
            arguments: StatementArguments(stored))
        return version
    }
}
