// Writing what happens to a matter besides publication: deletion, postponement, termination.
internal import GRDB

extension Transaction {
    /// Hides a document. Its number is never given again.
    func deleteDocument(_ document: Identifier<Document>, reason: String) throws {
        try db.execute(
            sql: "UPDATE document SET deleted_at = ?, deleted_reason = ?, version = version + 1 WHERE id = ?",
            arguments: [now.iso, reason, document.rawValue])
    }

    /// Hides a matter with its documents, withdraws what was told of it besides, and ends its open deadlines.
    func deleteMatter(_ matter: Matter, reason: String) throws {
        for document in matter.documents { try deleteDocument(document.id, reason: reason) }
        let notices = try Int64.fetchAll(
            db, sql: "SELECT id FROM temporary_notice WHERE matter_id = ? AND withdrawn_at IS NULL",
            arguments: [matter.id.rawValue])
        for notice in notices { try withdrawTemporaryNotice(Identifier(notice), reason: reason) }
        try db.execute(
            sql: "UPDATE matter SET deleted_at = ?, version = version + 1 WHERE id = ?",
            arguments: [now.iso, matter.id.rawValue])
        try endDeadlines(of: matter.id)
        try settlePeriods(of: matter)
    }

    /// Ends a matter without a report.
    func endMatter(_ matter: Identifier<Matter>, reason: String) throws {
        try db.execute(
            sql: "UPDATE matter SET ended_at = ?, ended_reason = ?, version = version + 1 WHERE id = ?",
            arguments: [now.iso, reason, matter.rawValue])
        try endDeadlines(of: matter)
    }

    private func endDeadlines(of matter: Identifier<Matter>) throws {
        try db.execute(
            sql: "UPDATE deadline SET ended_at = ? WHERE matter_id = ? AND met_at IS NULL AND ended_at IS NULL",
            arguments: [now.iso, matter.rawValue])
    }

    /// Inserts a move of a matter's event.
    func insertPostponement(
        _ postponement: Postponement, of matter: Matter, notice: Identifier<TemporaryNotice>
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO postponement (matter_id, temporary_notice_id, from_day, to_day, ends_at, reason, postponed_at,
                  postponed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                matter.id.rawValue, notice.rawValue, postponement.from.description, postponement.to.description,
                postponement.ends.iso, postponement.reason, postponement.at.iso, clerk.id.rawValue,
            ])
    }

    /// Publishes what is told of a matter besides its documents.
    func insertTemporaryNotice(_ check: LinkedNoticeCheck, of matter: Matter, review: ReviewMode) throws -> (
        id: Identifier<TemporaryNotice>, number: DocumentNumber
    ) {
        var values = check.values
        values["body"] = .text(check.publicText.bodies.joined(separator: "\n"))
        return try insertTemporaryNotice(matter.system, values, of: matter.id, check.notice.purpose, review: review)
    }
}
