// 更正: a published text is put right in public.

/// Makes a new version of a document with a public reason, until the report is out; both versions stay public.
public struct Correct: Act {
    public static let name = "correct"
    public static let title = Revision.correct.title
    public static let roles: Set<Role> = [.publisher]

    let request: RevisionRequest

    public init(_ request: RevisionRequest) { self.request = request }

    public var subjectMatter: Identifier<Matter>? { request.matter.id }

    public func perform(in office: Transaction) throws -> Performed<Revised> {
        try office.revise(request, .correct)
    }
}
