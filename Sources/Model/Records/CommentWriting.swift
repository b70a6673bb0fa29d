// Writing comments and replies, and what a stale save is told.
internal import GRDB

extension Transaction {
    /// A comment of the own unit as it stands now.
    /// - Parameter isOne: the sentence may say 这条; of several each is named.
    /// - Throws: `Refusal` if it is not the unit's, or has changed since it was read; the sentence says who answered or changed it.
    func unchanged(_ read: Comment, isOne: Bool = true) throws -> Comment {
        let comment = try comment(read.id)
        try mustBeOwn(comment.unit)
        guard comment.version != read.version else { return comment }
        let name = isOne ? "这条建议" : comment.name
        if let reply = comment.reply, read.reply == nil {
            throw Refusal("\(name)已由\(reply.by) \(reply.at.told(on: today)) 答复; 您写的内容还在, 请按 F5 重新读取", reason: .stale)
        }
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT clerk, at FROM journal WHERE matter_id = ? AND subject = ? AND is_refusal = 0 AND clerk_id IS NOT NULL
                  AND act <> ? ORDER BY id DESC LIMIT 1
                """, arguments: [comment.matter.rawValue, Comment.subject(comment.id), OpenContact.name])
        guard let row, let at = Moment(utc: row["at"]) else {
            throw Refusal("\(name)已被修改, 请按 F5 重新读取; 您写的内容还在", reason: .stale)
        }
        throw Refusal(
            "\(name)已由\(row["clerk"] as String) \(at.told(on: today)) 修改, 请按 F5 重新读取; 您写的内容还在", reason: .stale)
    }

    func insertComment(
        _ values: FormValues, receivedAt: Moment, isLate: Bool, of matter: Identifier<Matter>
    ) throws -> Identifier<Comment> {
        try db.insert(
            NewComment(
                matter: matter, channel: values.text("channel") ?? "", author: values.text("author"),
                contact: values.text("contact"), body: values.text("body") ?? "", received: KeptMoment(receivedAt),
                isLate: isLate, registered: KeptMoment(now), registeredBy: clerk.id))
    }

    /// Sets columns of a comment; its version rises by one.
    func set(_ changes: KeyValuePairs<String, (any DatabaseValueConvertible)?>, of comment: Identifier<Comment>) throws
    {
        try db.executeCached(
            sql: """
                UPDATE comment SET \(changes.map { "\($0.key) = ?" }.joined(separator: ", ")), version = version + 1 WHERE id = ?
                """, arguments: StatementArguments(changes.map(\.value)) + [comment.rawValue])
    }

    /// Answers a comment; how long that took is judged now and for good (C1).
    func insertReply(_ body: String, to comment: Comment) throws {
        let judged = try replyTerms().judged(
            received: comment.receivedDay, by: comment.channel, isExtended: comment.extendedReason != nil,
            answered: today)
        try db.executeCached(
            sql: "UPDATE comment SET answer_days = ?, answer_late = ? WHERE id = ?",
            arguments: [judged.days, judged.isLate, comment.id.rawValue])
        try db.executeCached(
            sql: "INSERT INTO reply (comment_id, body, replied_at, replied_day, replied_by) VALUES (?, ?, ?, ?, ?)",
            arguments: [comment.id.rawValue, body, now.iso, today.description, clerk.id.rawValue])
    }

    func changeReply(_ body: String, to comment: Identifier<Comment>) throws {
        try db.executeCached(
            sql: "UPDATE reply SET body = ?, version = version + 1 WHERE comment_id = ?",
            arguments: [body, comment.rawValue])
    }

    /// What a comment holds that is personal, unmasked.
    func personalData(of comment: Identifier<Comment>) throws -> OpenContact.Opened {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT author, contact, body FROM comment WHERE id = ?", arguments: [comment.rawValue])
        else { throw Self.missing(comment) }
        return OpenContact.Opened(author: row["author"], contact: row["contact"], body: row["body"])
    }
}
