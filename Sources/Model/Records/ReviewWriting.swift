// Writing reviews: submissions, decisions, signatures, and what they let out.
internal import GRDB

extension Transaction {
    /// What went out.
    enum Release {
        case version(Int64)
        case temporaryNotice(Identifier<TemporaryNotice>)
    }

    /// Hands a draft in for review; from now on it is locked.
    func submit(_ draft: Draft, _ request: PublicationRequest) throws -> Identifier<Review> {
        try insertReview(request, .console, ["draft_id": draft.id.rawValue], writtenIn: draft)
    }

    /// Keeps with a publication how it was cleared.
    func register(
        _ clearance: Clearance, _ request: PublicationRequest, _ release: Release, in matter: Identifier<Matter>?
    )
        throws
    {
        var request = request
        request.matter = matter
        var values: [String: (any DatabaseValueConvertible)?] = [:]
        switch release {
        case .version(let version): values["version_id"] = version
        case .temporaryNotice(let notice): values["temporary_notice_id"] = notice.rawValue
        }
        let draft = try draft(request.form, matter: request.draftMatter)
        switch clearance {
        case .unreviewed: return
        case .agreed(let review):
            values["matter_id"] = matter?.rawValue
            try update(review.id, values)
        case .signed(let paper):
            values.merge(stored(paper)) { $1 }
            values["state"] = Review.State.agreed.rawValue
            values["decided_at"] = now.iso
            _ = try insertReview(request, .paper, values, writtenIn: draft)
        case .emergency(let mode, let reason):
            values["emergency_reason"] = reason
            _ = try insertReview(request, mode, values, writtenIn: draft)
        }
    }

    /// A reviewer's decision.
    func decide(_ review: Review, _ state: Review.State, opinion: String?) throws {
        try update(
            review.id,
            [
                "state": state.rawValue, "opinion": opinion, "reviewer_id": clerk.id.rawValue, "decided_at": now.iso,
            ])
    }

    func withdraw(_ review: Review) throws {
        try db.execute(
            sql: """
                UPDATE review SET state = 'withdrawn', decided_at = ?, reviewer_id = NULL, version = version + 1 WHERE id = ?
                """, arguments: [now.iso, review.id.rawValue])
    }

    /// The signature that an emergency publication was owed.
    func registerAfterwards(_ paper: PaperApproval, _ review: Review) throws {
        var values = stored(paper)
        values["state"] = Review.State.agreed.rawValue
        values["decided_at"] = now.iso
        try update(review.id, values)
    }

    private func stored(_ paper: PaperApproval) -> [String: (any DatabaseValueConvertible)?] {
        [
            "approver": paper.approver, "approver_post": paper.post, "approval_day": paper.day.description,
            "approval_number": paper.number, "registered_by": clerk.id.rawValue,
        ]
    }

    private func update(_ review: Identifier<Review>, _ values: [String: (any DatabaseValueConvertible)?]) throws {
        let columns = values.keys.sorted()
        let set = columns.map { "\($0) = ?" }.joined(separator: ", ")
        try db.execute(
            sql: "UPDATE review SET \(set), version = version + 1 WHERE id = ?",
            arguments: StatementArguments(columns.map { values[$0] ?? nil } + [review.rawValue]))
    }

    private func insertReview(
        _ request: PublicationRequest, _ mode: ReviewMode, _ more: [String: (any DatabaseValueConvertible)?],
        writtenIn draft: Draft?
    ) throws -> Identifier<Review> {
        var values: [String: (any DatabaseValueConvertible)?] = [
            "site_id": clerk.site.id.rawValue, "unit_id": clerk.unit.id.rawValue, "system": request.system.rawValue,
            "mode": mode.rawValue, "form": request.form, "document_name": request.documentName,
            "title": request.title, "matter_id": request.matter?.rawValue, "author_id": clerk.id.rawValue,
            "submitted_at": now.iso, "state": Review.State.waiting.rawValue,
        ]
        values.merge(more) { $1 }
        let columns = values.keys.sorted()
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        try db.execute(
            sql: "INSERT INTO review (\(columns.joined(separator: ", "))) VALUES (\(marks))",
            arguments: StatementArguments(columns.map { values[$0] ?? nil }))
        let review = db.lastInsertedRowID
        try db.execute(
            sql: """
                INSERT INTO review_writer (review_id, clerk_id)
                SELECT ?, clerk_id FROM draft_writer WHERE draft_id = ? UNION SELECT ?, ?
                """, arguments: [review, draft?.id.rawValue, review, clerk.id.rawValue])
        return Identifier(review)
    }
}
