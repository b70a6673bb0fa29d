// 延长答复: a complex comment gets more time (C1).

/// Extends the deadline of a reply to that of complex comments, once, with a reason, while it is not over.
public struct ExtendReply: Act {
    public static let name = "extendReply"
    public static let title = "延长答复期限"
    public static let roles: Set<Role> = [.publisher]

    let comment: Comment
    let reason: String

    public init(_ comment: Comment, reason: String) {
        self.comment = comment
        self.reason = reason
    }

    public var subjectMatter: Identifier<Matter>? { comment.matter }

    /// The outcome: the new last day.
    public func perform(in office: Transaction) throws -> Performed<Day> {
        let reason = try WrittenReason.required(reason, "延长的原因", asking: "请写明为什么情况复杂、要延长答复")
        let terms = try office.replyTerms()
        let due = terms.due(received: comment.receivedDay, by: comment.channel, isExtended: true)
        let performed = try office.one(comment, step: .extend) { comment in
            guard due > comment.due else {
                throw Refusal("\(comment.name)的答复期限已经是 \(comment.due)（含当日）, 没有更长的期限可以延长")
            }
            try office.set(["extended_at": office.now.iso, "extended_reason": reason], of: comment.id)
            return Self.entry(comment.id, of: comment.matter, from: comment.due, to: due, reason: reason)
        }
        return Performed(due, performed.entry)
    }

    /// What the journal says of it.
    static func entry(
        _ comment: Identifier<Comment>, of matter: Identifier<Matter>, from: Day, to: Day, reason: String
    ) -> Journal.Entry {
        Journal.Entry(
            matter: matter, subject: Comment.subject(comment), sentence: "延长\(Comment.name(comment))的答复期限",
            before: ["答复最迟": from.description], after: ["答复最迟": to.description], reason: PersonalData.text(reason))
    }
}
