// 隐藏和恢复显示: a comment that must not be seen is hidden; the original is kept.

/// Hides a comment with a reason. It needs no answer then.
public struct HideComment: Act {
    public static let name = "hideComment"
    public static let title = "隐藏建议"
    public static let roles: Set<Role> = [.publisher]

    let comment: Comment
    let reason: String

    public init(_ comment: Comment, reason: String) {
        self.comment = comment
        self.reason = reason
    }

    public var subjectMatter: Identifier<Matter>? { comment.matter }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        let reason = try WrittenReason.required(reason, "隐藏的原因")
        return try office.one(comment, step: .hide) { comment in
            try office.set(["hidden_at": office.now.iso, "hidden_reason": reason], of: comment.id)
            return Self.entry(comment.id, of: comment.matter, was: comment.state, reason: reason)
        }
    }

    /// What the journal says of it.
    static func entry(
        _ comment: Identifier<Comment>, of matter: Identifier<Matter>, was state: CommentState, reason: String
    ) -> Journal.Entry {
        Journal.Entry(
            matter: matter, subject: Comment.subject(comment), sentence: "隐藏\(Comment.name(comment))",
            before: ["状态": state.name], after: ["状态": CommentState.hidden.name], reason: PersonalData.text(reason))
    }
}

/// Shows a hidden comment again, with a reason.
public struct ShowComment: Act {
    public static let name = "showComment"
    public static let title = "恢复显示"
    public static let roles: Set<Role> = [.publisher]

    let comment: Comment
    let reason: String

    public init(_ comment: Comment, reason: String) {
        self.comment = comment
        self.reason = reason
    }

    public var subjectMatter: Identifier<Matter>? { comment.matter }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        let reason = try WrittenReason.required(reason, "恢复显示的原因")
        return try office.one(comment, step: .show) { comment in
            try office.set(["hidden_at": nil, "hidden_reason": nil], of: comment.id)
            return Journal.Entry(
                matter: comment.matter, subject: Comment.subject(comment.id), sentence: "恢复显示\(comment.name)",
                before: ["状态": CommentState.hidden.name, "隐藏的原因": PersonalData.text(comment.hiddenReason ?? "")],
                after: ["状态": try office.comment(comment.id).state.name], reason: PersonalData.text(reason))
        }
    }
}
