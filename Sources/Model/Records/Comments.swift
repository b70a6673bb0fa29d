// Comments in the store: one by one, with their replies.
internal import GRDB

extension Office {
    /// One comment of the own unit, or of the site for a supervisor; personal data masked.
    /// - Throws: `Refusal` if there is none, or its matter is deleted.
    public func comment(_ id: Identifier<Comment>, in session: Session) throws(Refusal) -> Comment {
        try read(in: session) { transaction in
            let comment = try transaction.comment(id)
            guard transaction.sees(comment.unit) else { throw Transaction.missing(id) }
            return comment
        }
    }

    /// What was done about a comment, the latest first.
    public func history(of comment: Comment, in session: Session) throws(Refusal) -> [HistoryEntry] {
        try read(in: session) { transaction in
            guard transaction.sees(try transaction.comment(comment.id).unit) else {
                throw Transaction.missing(comment.id)
            }
            return try transaction.history(
                "matter_id = ? AND subject IN (?, ?)",
                [
                    comment.matter.rawValue, Comment.subject(comment.id),
                    comment.source.map { CommentImport.subject($0.number) },
                ])
        }
    }

    /// The channels by which comments come.
    public func channels(in session: Session) throws(Refusal) -> [Channel] {
        try read(in: session) { try $0.channels() }
    }

    /// The latest answers on a matter, to be at hand while another is written.
    public func earlierReplies(
        of matter: Identifier<Matter>, limit: Int = 50, in session: Session
    ) throws(Refusal) -> [EarlierReply] {
        try read(in: session) { transaction in
            guard transaction.sees(try transaction.matter(matter).unit) else { return [] }
            return try Row.fetchAll(
                transaction.db,
                sql: """
                    SELECT c.id, c.body AS comment_body, c.author, c.adoption, c.adoption_reason, r.body, r.replied_at
                    FROM comment c JOIN reply r ON r.comment_id = c.id
                    WHERE c.matter_id = ? AND c.hidden_at IS NULL ORDER BY r.replied_at DESC, c.id DESC LIMIT ?
                    """, arguments: [matter.rawValue, limit]
            ).map { row in
                EarlierReply(
                    comment: Identifier(row["id"]),
                    commentBody: PersonalData.text(row["comment_body"], of: row["author"]),
                    adoption: (row["adoption"] as String?).flatMap(Adoption.init),
                    adoptionReason: row["adoption_reason"],
                    body: row["body"], at: Moment(utc: row["replied_at"]) ?? transaction.now)
            }
        }
    }
}

extension Transaction {
    static func missing(_ id: Identifier<Comment>) -> Refusal {
        Refusal("没有\(Comment.name(id)), 或者它的事项已被删除; 请按 F5 重新读取", reason: .stale)
    }

    /// Whether the clerk sees what citizens wrote to a unit: the own one's, and for supervisors all of the site's.
    func sees(_ unit: Unit) -> Bool {
        unit.id == clerk.unit.id || clerk.roles.contains(.supervisor) && unit.site == clerk.site.id
    }

    func channels() throws -> [Channel] { try Self.channels(db) }

    static func channels(_ db: Database) throws -> [Channel] {
        try Row.fetchAll(db, sql: "SELECT code, name FROM channel ORDER BY code").map {
            Channel(code: $0["code"], name: $0["name"])
        }
    }

    func replyTerms() throws -> ReplyTerms {
        ReplyTerms(settings: try settings.get(), calendar: try calendar(), today: today)
    }

    /// A comment of the clerk's site.
    func comment(_ id: Identifier<Comment>) throws -> Comment {
        guard
            let comment = try comments(
                "c.id = ? AND \(sitesSeen(of: "m")) AND m.deleted_at IS NULL", [id.rawValue]
            ).first
        else { throw Self.missing(id) }
        return comment
    }

    /// The table and joins of which `comments` reads; `PageQuery` counts in the same.
    static let commentTable = "comment c JOIN matter m ON m.id = c.matter_id"
    /// The comments of those matters that have unanswered ones, with the matters' figures: few among many.
    static let unansweredTable = """
        matter_figures m CROSS JOIN comment c ON c.matter_id = m.matter_id AND m.comments > m.excused + m.answered
        """

    /// The comments of a condition, with everything clerks see of them.
    func comments(_ condition: String, _ arguments: StatementArguments) throws -> [Comment] {
        let terms = try replyTerms()
        return try Row.fetchAll(
            db,
            sql: """
                SELECT c.*, m.system, m.title AS matter_title, m.unit_id, m.site_id, u.name AS unit_name, u.short_name, u.pinyin,
                  d.year, d.serial, n.name AS channel_name, s.name AS satisfaction_channel_name,
                  r.body AS reply_body, r.replied_at, r.version AS reply_version, p.full_name AS replier,
                  coalesce(g.full_name, i.importer) AS registrar, i.file_name AS import_file, (SELECT count(*) FROM comment o WHERE o.duplicate_of = c.id) AS duplicates
                FROM \(Self.commentTable) JOIN unit u ON u.id = m.unit_id JOIN channel n ON n.code = c.channel
                LEFT JOIN document d ON d.id = (SELECT min(id) FROM document WHERE matter_id = m.id AND deleted_at IS NULL)
                LEFT JOIN channel s ON s.code = c.satisfaction_channel
                LEFT JOIN reply r ON r.comment_id = c.id LEFT JOIN clerk p ON p.id = r.replied_by
                LEFT JOIN clerk g ON g.id = c.registered_by LEFT JOIN comment_import i ON i.id = c.import_id WHERE \(condition)
                """, arguments: arguments
        ).map { Comment($0, terms, now: now) }
    }
}
