// 修改答复: an answer is put right; what stood there stays in the journal.

/// Changes an answer and its adoption, with a reason. The moment of the first answer is the one that counts.
public struct ChangeReply: Act {
    public static let name = "changeReply"
    public static let title = "修改答复"
    public static let roles: Set<Role> = [.publisher]

    let comment: Comment
    let entries: Entries

    /// - Parameter entries: of `Comment.changedReplyForm`: adoption, reason, body, change_reason.
    public init(_ comment: Comment, entries: Entries) {
        self.comment = comment
        self.entries = entries
    }

    public var subjectMatter: Identifier<Matter>? { comment.matter }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        let values = try office.values(of: Comment.changedReplyForm, entries)
        let body = values.text("body") ?? ""
        return try office.one(comment, step: .changeReply) { comment in
            let after = Comment.replyForm.labelled(values)
            let before = Comment.replyForm.labelled(comment.replyValues)
            guard after != before else { throw Refusal("答复没有改动") }
            try office.set(
                ["adoption": values.text("adoption"), "adoption_reason": values.text("reason")], of: comment.id)
            try office.changeReply(body, to: comment.id)
            try office.discardDraft(CommentForm.change(comment.id).name(comment.system), matter: comment.matter)
            return Journal.Entry(
                matter: comment.matter, subject: Comment.subject(comment.id), sentence: "修改\(comment.name)的答复",
                before: before, after: after,
                reason: values.text("change_reason").map { PersonalData.text($0) })
        }
    }
}

extension Comment {
    /// The reply as values of its form.
    var replyValues: FormValues {
        var values = FormValues()
        values["adoption"] = adoption.map { .choice($0.rawValue) }
        values["reason"] = adoptionReason.map { .text($0) }
        values["body"] = reply.map { .text($0.body) }
        return values
    }
}
