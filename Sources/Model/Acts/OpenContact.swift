// 查看联系方式: what is personal in a comment is opened, which is an act of its own.

/// Opens a comment's personal data: for the own unit's publishers and the supervisors of the site.
public struct OpenContact: Act {
    public static let name = "openContact"
    public static let title = "查看联系方式"
    public static let roles: Set<Role> = [.publisher, .supervisor]

    /// The comment as it was written.
    public struct Opened: Hashable, Sendable {
        public let author: String?
        public let contact: String?
        public let body: String
    }

    let comment: Identifier<Comment>
    let matter: Identifier<Matter>

    public init(_ comment: Comment) {
        self.comment = comment.id
        matter = comment.matter
    }

    public var subjectMatter: Identifier<Matter>? { matter }

    public func perform(in office: Transaction) throws -> Performed<Opened> {
        let comment = try office.comment(comment)
        if !office.clerk.roles.contains(.supervisor) { try office.mustBeOwn(comment.unit) }
        return Performed(
            try office.personalData(of: comment.id),
            Journal.Entry(
                matter: comment.matter, subject: Comment.subject(comment.id),
                sentence: "查看\(comment.name)的建议人、联系方式和原文"))
    }
}
