// 答复: the unit answers one comment, or several alike at once.

/// Answers comments of one matter alike (H5, C1, C2). They are handled with it.
public struct ReplyToComments: Act {
    public static let name = "replyToComment"
    public static let title = "答复建议"
    public static let roles: Set<Role> = [.publisher]

    let comments: [Comment]
    let entries: Entries

    /// - Parameters:
    ///   - comments: as they were read; one answered or changed since then refuses the whole act.
    ///   - entries: of `Comment.replyForm`: adoption, reason, body.
    public init(_ comments: [Comment], entries: Entries) {
        self.comments = comments
        self.entries = entries
    }

    public var subjectMatter: Identifier<Matter>? { comments.subjectMatter }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        guard comments.isEmpty || comments.subjectMatter != nil else {
            throw Refusal("一起答复的建议要属于同一件事项, 请分开答复")
        }
        let values = try office.values(of: Comment.replyForm, entries)
        let adoption = values.text("adoption").flatMap(Adoption.init)
        let reason = values.text("reason")
        let body = values.text("body") ?? ""
        let performed = try office.each(comments, Self.name, step: .reply) { comment in
            try office.set(
                [
                    "handled_at": comment.handledAt?.iso ?? office.now.iso, "adoption": adoption?.rawValue,
                    "adoption_reason": reason,
                ], of: comment.id)
            try office.insertReply(body, to: comment)
            return Self.entry(comment.id, of: comment.matter, Comment.replyForm.labelled(values))
        }
        if let first = comments.first {
            let form = CommentForm.reply(comments.map(\.id)).name(first.system)
            try office.discardDraft(form, matter: first.matter)
        }
        return performed
    }

    /// What the journal says of it.
    static func entry(
        _ comment: Identifier<Comment>, of matter: Identifier<Matter>, _ labelled: [String: String]
    ) -> Journal.Entry {
        Journal.Entry(
            matter: matter, subject: Comment.subject(comment), sentence: "答复\(Comment.name(comment))", after: labelled)
    }
}
