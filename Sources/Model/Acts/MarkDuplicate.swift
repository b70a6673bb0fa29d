// 标为重复和撤销重复: what says the same as another comment of the matter is answered with that one.

/// Marks a comment as the same as another one of its matter, which is neither hidden nor a duplicate itself.
public struct MarkDuplicate: Act {
    public static let name = "markDuplicate"
    public static let title = "标为重复"
    public static let roles: Set<Role> = [.publisher]

    let comment: Comment
    let original: Identifier<Comment>

    public init(_ comment: Comment, of original: Identifier<Comment>) {
        self.comment = comment
        self.original = original
    }

    public var subjectMatter: Identifier<Matter>? { comment.matter }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        try office.one(comment, step: .markDuplicate) { comment in
            guard original != comment.id else { throw Refusal("\(comment.name)不能与自己重复") }
            let original = try office.comment(original)
            guard original.matter == comment.matter else { throw Refusal("\(original.name)属于另一件事项, 不能标为与它重复") }
            if let refusal = original.originalRefusal { throw Refusal(refusal) }
            try office.set(["duplicate_of": original.id.rawValue], of: comment.id)
            return Self.entry(comment.id, of: comment.matter, original: original.id, was: comment.state)
        }
    }

    /// What the journal says of it.
    static func entry(
        _ comment: Identifier<Comment>, of matter: Identifier<Matter>, original: Identifier<Comment>,
        was state: CommentState
    ) -> Journal.Entry {
        Journal.Entry(
            matter: matter, subject: Comment.subject(comment),
            sentence: "标\(Comment.name(comment))为与\(Comment.name(original))重复", before: ["状态": state.name],
            after: ["状态": CommentState.duplicate.name])
    }
}

/// Takes the mark of a duplicate back.
public struct UnmarkDuplicate: Act {
    public static let name = "unmarkDuplicate"
    public static let title = "撤销重复"
    public static let roles: Set<Role> = [.publisher]

    let comment: Comment

    public init(_ comment: Comment) { self.comment = comment }

    public var subjectMatter: Identifier<Matter>? { comment.matter }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        try office.one(comment, step: .unmarkDuplicate) { comment in
            try office.set(["duplicate_of": nil], of: comment.id)
            return Journal.Entry(
                matter: comment.matter, subject: Comment.subject(comment.id), sentence: "撤销\(comment.name)的重复",
                before: ["状态": comment.state.name], after: ["状态": try office.comment(comment.id).state.name])
        }
    }
}
