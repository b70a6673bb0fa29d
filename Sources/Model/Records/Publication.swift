// Writing what is published: documents, versions, forms and the deadlines they meet.
internal import GRDB

extension Transaction {
    /// Inserts the matter that a first document opens.
    /// - Parameter backfilledDay: the day it is entered, where it was running before.
    func openMatter(_ check: PublicationCheck, backfilledDay: Day? = nil) throws -> Identifier<Matter> {
        try db.executeCached(
            sql: """
                INSERT INTO matter (site_id, unit_id, system, title, event_about, backfilled_day, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                clerk.site.id.rawValue, clerk.unit.id.rawValue, check.procedure.system.rawValue,
                check.values.text("title"), check.event?.about, backfilledDay?.description, now.iso,
            ])
        return Identifier(db.lastInsertedRowID)
    }

    /// A document as it was inserted, with its first version.
    typealias Inserted = (id: Identifier<Document>, version: Int64, number: DocumentNumber)

    /// Inserts a document that is published now.
    func insertDocument(
        _ check: PublicationCheck, in matter: Identifier<Matter>, review: ReviewMode
    ) throws -> Inserted {
        try insertDocument(check, in: matter, at: now, change: "publish", reason: nil, review)
    }

    /// Inserts a document that was published on a day before it is entered here; the hour is not known.
    func insertBackfilled(_ check: BackfillCheck, in matter: Identifier<Matter>) throws -> Inserted {
        try insertDocument(
            check.publication, in: matter, at: check.publishedAt, change: "backfill", reason: check.reason,
            .none)
    }

    private func insertDocument(
        _ check: PublicationCheck, in matter: Identifier<Matter>, at moment: Moment, change: String, reason: String?,
        _ review: ReviewMode
    ) throws -> Inserted {
        let year = moment.day.year
        let number = DocumentNumber(year: year, serial: try nextSerial(check.procedure.system.rawValue, year: year))
        try db.executeCached(
            sql: """
                INSERT INTO document (matter_id, site_id, system, kind, year, serial, published_at, published_day, published_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                matter.rawValue, clerk.site.id.rawValue, check.procedure.system.rawValue, check.document.kind.rawValue,
                number.year, number.serial, moment.iso, moment.day.description, clerk.id.rawValue,
            ])
        let document = Identifier<Document>(db.lastInsertedRowID)
        let version = try insertVersion(check, of: document, ordinal: 1, change: change, reason: reason, review: review)
        return (document, version, number)
    }

    /// Inserts a version with its form's row.
    /// - Parameter review: how it was to be reviewed before it went out.
    func insertVersion(
        _ check: PublicationCheck, of document: Identifier<Document>, ordinal: Int, change: String, reason: String?,
        review: ReviewMode
    ) throws -> Int64 {
        let values = check.values
        try db.executeCached(
            sql: """
                INSERT INTO document_version (document_id, ordinal, change, reason, title, reference_number, signed_unit,
                  signed_day, secrecy_checked, made_at, made_by, review) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)
                """,
            arguments: [
                document.rawValue, ordinal, change, reason, values.text("title"), values.text("reference_number"),
                values.text("signed_unit"), values.day("signed_day")?.description, now.iso, clerk.id.rawValue,
                review.rawValue,
            ])
        let version = db.lastInsertedRowID
        if ordinal > 1 {
            try db.executeCached(
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
