// 处理建议: comments are taken up, and what was done with them is noted.

/// Marks comments as handled (H5), with what was done; the note of one handled before is replaced.
public struct HandleComments: Act {
    public static let name = "handleComment"
    public static let title = "处理建议"
    public static let roles: Set<Role> = [.publisher]

    let comments: [Comment]
    let handling: String

    /// - Parameter handling: 处理情况, such as 已转业务科室研究.
    public init(_ comments: [Comment], handling: String) {
        self.comments = comments
        self.handling = handling
    }

    public var subjectMatter: Identifier<Matter>? { comments.subjectMatter }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        let handling = try WrittenReason.required(handling, "处理情况")
        return try office.each(comments, Self.name, step: .handle) { comment in
            try office.set(
                ["handled_at": comment.handledAt?.iso ?? office.now.iso, "handling": handling], of: comment.id)
            return Self.entry(comment.id, of: comment.matter, handling, before: comment.handling)
        }
    }

    /// What the journal says of it.
    static func entry(
        _ comment: Identifier<Comment>, of matter: Identifier<Matter>, _ handling: String, before: String?
    ) -> Journal.Entry {
        Journal.Entry(
            matter: matter, subject: Comment.subject(comment), sentence: "处理\(Comment.name(comment))",
            before: before.map { ["处理情况": PersonalData.text($0)] } ?? [:],
            after: ["处理情况": PersonalData.text(handling)])
    }
}
