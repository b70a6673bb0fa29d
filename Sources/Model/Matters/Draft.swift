// 草稿: unfinished typing, kept as a row.

/// What a clerk has typed into a form and not published.
public struct Draft: Hashable, Sendable {
    /// Which draft a form rests on, and in which state: what was written since is never written over.
    public struct Mark: Hashable, Sendable {
        public let id: Identifier<Draft>
        public let version: Int
    }

    public let id: Identifier<Draft>
    public let version: Int
    /// Who is writing it, and since when it has been theirs: a colleague of the unit may take it over.
    public let writer: Identifier<Clerk>
    public let writerName: String
    public let heldSince: Moment
    /// The form's name, such as "hearing.announcement".
    public let form: String
    public let matter: Identifier<Matter>?
    /// The matter's title, or what was typed as the title of a new one.
    public let title: String
    public let entries: Entries
    public let attachments: [Attachment]
    public let savedAt: Moment
    /// What became of it when it was last handed in for review; nil where it never was.
    public var review: Review? = nil

    public var mark: Mark { Mark(id: id, version: version) }

    /// The name of a document's form among drafts.
    public static func form(_ system: System, _ kind: DocumentKind) -> String { "\(system.rawValue).\(kind.rawValue)" }

    /// The name of a revision's form. It names the version that was read, so that a newer one is never written over unseen.
    public static func form(_ system: System, _ kind: DocumentKind, _ revision: Revision, of version: Int) -> String {
        "\(form(system, kind)).\(revision.rawValue).\(version)"
    }

    /// The name of the form of a linked notice.
    public static func form(_ system: System, _ purpose: TemporaryNotice.Purpose) -> String {
        "\(system.rawValue).\(purpose.rawValue)"
    }
}

/// How the draft that a form rests on stands by now.
public enum DraftStanding: Hashable, Sendable {
    /// As the form knows it.
    case same
    /// The same clerk has written it elsewhere.
    case written(Draft)
    /// A colleague has taken it over.
    case takenOver(Draft)
    /// It was published or thrown away elsewhere.
    case gone

    /// What stands in the store now.
    public var draft: Draft? {
        switch self {
        case .written(let draft), .takenOver(let draft): draft
        case .same, .gone: nil
        }
    }

    /// Who did what and when, for the clerk whose form it is; nil while nothing happened.
    public func sentence(on today: Day) -> String? {
        switch self {
        case .same: nil
        case .written(let draft): "您在另一处 \(draft.savedAt.told(on: today)) 写过这份草稿"
        case .takenOver(let draft): "\(draft.writerName) \(draft.heldSince.told(on: today)) 接手了这份草稿"
        case .gone: "这份草稿已在别处发布或丢掉"
        }
    }
}

/// What was typed while somebody else had the draft.
public struct DraftAside: Hashable, Sendable {
    public let id: Identifier<DraftAside>
    public let entries: Entries
    public let typedAt: Moment
}
