// 修改: a published text is replaced before anybody has answered to it.

/// Makes a new version of a document while it has neither a comment nor a report (G7).
public struct Modify: Act {
    public static let name = "modify"
    public static let title = Revision.modify.title
    public static let roles: Set<Role> = [.publisher]

    let request: RevisionRequest

    public init(_ request: RevisionRequest) { self.request = request }

    public var subjectMatter: Identifier<Matter>? { request.matter.id }

    public func perform(in office: Transaction) throws -> Performed<Revised> {
        try office.revise(request, .modify)
    }
}
