// A matter with its comments, as they were read at a desk.
import ActOrders
import Model

struct ReadMatter {
    let matter: Matter
    let comments: [Int64: Comment]

    init(_ key: Int64, _ office: Office, _ session: Session) throws(Refusal) {
        matter = try office.matter(Identifier(key), in: session)
        let filter = CommentFilter(matter: matter.id, isSiteWide: true)
        let rows = try office.comments(filter, .first, limit: 1000, in: session).rows
        comments = Dictionary(uniqueKeysWithValues: rows.map { ($0.id.rawValue, $0) })
    }

    var page: DeskPage {
        let versions = comments.map { (Int($0.key), $0.value.version) }
        let papers = matter.documents.compactMap { document in
            Paper(rawValue: document.kind.rawValue).map { ($0, document) }
        }
        return DeskPage(
            version: matter.version, papers: Dictionary(uniqueKeysWithValues: papers.map { ($0, $1.id.rawValue) }),
            versions: Dictionary(uniqueKeysWithValues: papers.map { ($0, $1.versions) }),
            comments: Dictionary(uniqueKeysWithValues: versions))
    }
}
