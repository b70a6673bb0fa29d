// Reviews in the store: which there are, and whose they are to see.
internal import GRDB

extension Office {
    /// A page of what waits for review, the latest first: for a reviewer what they may decide on, for everybody what went out in an
    /// emergency and is reviewed afterwards (the own unit's; for supervisors all of the site).
    public func reviews(
        _ place: PagePlace<Review>, limit: Int, in session: Session
    ) throws(Refusal) -> Page<Review> {
        try read(in: session) { transaction in
            let reach = try transaction.waitingReviews()
            let query = PageQuery(table: "review w", key: "w.id", filter: reach.sql, arguments: reach.arguments)
            return try query.page(place, limit: limit, transaction.db, transaction.reviews)
        }
    }

    /// One of the reviews that the clerk may see.
    public func review(_ id: Identifier<Review>, in session: Session) throws(Refusal) -> Review {
        try read(in: session) { try $0.visibleReview(id) }
    }

    /// The whole text of a review as it is or as it went out, with everything there is to say about it.
    public func reviewedText(_ id: Identifier<Review>, in session: Session) throws(Refusal) -> ReviewedText {
        try read(in: session) { transaction in
            try transaction.reviewedText(try transaction.visibleReview(id))
        }
    }
}

extension Transaction {
    /// A condition on `review w` with its arguments.
    typealias Reach = (sql: String, arguments: StatementArguments)

    /// Which reviews the clerk may decide on as a reviewer: the own unit's; those of the site and all sites below it where the own
    /// unit is a supervising one.
    func reviewReach() throws -> Reach {
        guard clerk.roles.contains(.reviewer) else { return ("FALSE", []) }
        let supervises =
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM clerk c JOIN clerk_role r ON r.clerk_id = c.id
                      WHERE c.unit_id = ? AND r.role = ? AND (c.ended_day IS NULL OR c.ended_day > ?))
                    """, arguments: [clerk.unit.id.rawValue, Role.supervisor.rawValue, today.description]) ?? false
        guard supervises else { return ("w.unit_id = ?", [clerk.unit.id.rawValue]) }
        return (
            """
            w.site_id IN (WITH RECURSIVE below(id) AS (
              SELECT ? UNION SELECT s.id FROM site s JOIN below b ON s.parent_id = b.id) SELECT id FROM below)
            """, [clerk.site.id.rawValue]
        )
    }

    /// What waits and concerns the clerk.
    func waitingReviews() throws -> Reach {
        let reach = try reviewReach()
        let scope = scope(of: "w")
        return (
            """
            w.state = 'waiting' AND ((w.mode = 'console' AND \(reach.sql))
              OR (w.emergency_reason IS NOT NULL AND \(scope.sql)))
            """, reach.arguments + [scope.id]
        )
    }

    /// Of those, what the clerk may do something about.
    func ownReviews() throws -> Reach {
        let waiting = try waitingReviews()
        let reach = try reviewReach()
        let registers = RegisterPaperApproval.refusal(for: clerk) == nil
        return (
            """
            \(waiting.sql) AND ((w.mode = 'console' AND \(reach.sql))
              OR (w.mode = 'paper' AND \(registers ? "w.unit_id = ?" : "? IS NULL")))
              AND NOT EXISTS (SELECT 1 FROM review_writer x WHERE x.review_id = w.id AND x.clerk_id = ?)
            """, waiting.arguments + reach.arguments + [clerk.unit.id.rawValue, clerk.id.rawValue]
        )
    }

    /// A review that the clerk may see: what they may decide on, their unit's, and for supervisors their site's.
    func visibleReview(_ id: Identifier<Review>) throws -> Review {
        let reach = try reviewReach()
        let scope = scope(of: "w")
        let found = try reviews(
            "w.id = ? AND ((\(reach.sql)) OR \(scope.sql))", [id.rawValue] + reach.arguments + [scope.id])
        guard let review = found.first else {
            throw Refusal("没有这份送审的文书, 或者不归您审核; 请按 F5 重新读取", reason: .stale)
        }
        return review
    }

    /// A review that a reviewer may decide on.
    func reviewToDecide(_ id: Identifier<Review>, version: Int) throws -> Review {
        let reach = try reviewReach()
        let found = try reviews("w.id = ? AND (\(reach.sql))", [id.rawValue] + reach.arguments)
        guard let review = found.first else {
            throw Refusal("这份文书不归您审核: 只审本单位的; 监管单位的审核员审本级和下级各单位的", reason: .notAllowed)
        }
        try mustBeAsRead(review, version: version)
        return review
    }

    /// Refuses what was decided on another state of the review, with who and when.
    func mustBeAsRead(_ review: Review, version: Int) throws(Refusal) {
        guard review.version == version else {
            throw Refusal("《\(review.title)》\(review.changed(on: today)), 请按 F5 重新读取", reason: .stale)
        }
    }

    /// The latest review of a draft, be it open or not.
    func review(ofDraft draft: Identifier<Draft>) throws -> Review? {
        try reviews("w.draft_id = ? ORDER BY w.id DESC LIMIT 1", [draft.rawValue]).first
    }

    /// What let a version (`version_id`) or a temporary notice (`temporary_notice_id`) out.
    func review(_ column: String, _ id: Int64) throws -> Review? {
        try reviews("w.\(column) = ?", [id]).first
    }

    func review(ofNotice notice: Int64) throws -> Review? { try review("temporary_notice_id", notice) }

    func reviews(_ condition: String, _ arguments: StatementArguments) throws -> [Review] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT w.*, u.name AS unit_name, a.full_name AS author, k.full_name AS decider FROM review w
                JOIN unit u ON u.id = w.unit_id JOIN clerk a ON a.id = w.author_id
                LEFT JOIN clerk k ON k.id = ifnull(w.reviewer_id, w.registered_by)
                WHERE \(condition)
                """, arguments: arguments
        ).map { row in
            let decider: Int64? = row["reviewer_id"] ?? row["registered_by"]
            return Review(
                id: Identifier(row["id"]), system: System(rawValue: row["system"]),
                mode: ReviewMode(rawValue: row["mode"]) ?? .console, form: row["form"],
                documentName: row["document_name"], title: row["title"], site: Identifier(row["site_id"]),
                unitID: Identifier(row["unit_id"]), unit: row["unit_name"],
                matter: (row["matter_id"] as Int64?).map { Identifier($0) },
                draft: (row["draft_id"] as Int64?).map { Identifier($0) },
                author: Review.Person(id: Identifier(row["author_id"]), name: row["author"]),
                writers: try writers(of: row["id"]), submittedAt: Moment(utc: row["submitted_at"]) ?? now,
                emergencyReason: row["emergency_reason"],
                isPublished: row["version_id"] != nil || row["temporary_notice_id"] != nil,
                state: Review.State(rawValue: row["state"]) ?? .waiting,
                decidedAt: (row["decided_at"] as String?).flatMap(Moment.init(utc:)),
                decider: decider.map { Review.Person(id: Identifier($0), name: row["decider"]) },
                opinion: row["opinion"], paper: PaperApproval(row), version: row["version"])
        }
    }

    private func writers(of review: Int64) throws -> [Review.Person] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT c.id, c.full_name FROM review_writer w JOIN clerk c ON c.id = w.clerk_id
                    WHERE w.review_id = ? ORDER BY c.id
                    """), arguments: [review]
        ).map { Review.Person(id: Identifier($0["id"]), name: $0["full_name"]) }
    }
}

extension PaperApproval {
    init?(_ row: Row) {
        guard let approver: String = row["approver"], let day = (row["approval_day"] as String?).flatMap(Day.init)
        else { return nil }
        self.init(approver: approver, post: row["approver_post"], day: day, number: row["approval_number"])
    }
}
