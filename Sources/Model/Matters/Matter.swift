// 事项: the thing heard, noticed or reported on.

/// A matter with what is published about it, as rules look at it.
public struct Matter: Hashable, Sendable {
    public let id: Identifier<Matter>
    public let system: System
    public let unit: Unit
    public let title: String
    public let event: MatterEvent
    public let commentsUntil: Moment?
    public let documents: [Document]
    public let deadlines: [Deadline]
    public let comments: CommentTally
    public let version: Int

    public var published: Set<DocumentKind> { Set(documents.map(\.kind)) }

    public func document(_ kind: DocumentKind) -> Document? { documents.first { $0.kind == kind } }

    /// The open deadline that comes first.
    public var nearest: Deadline? { deadlines.nearest }
}

/// How many comments a matter has, and how many still want something done.
public struct CommentTally: Hashable, Sendable {
    public let all: Int
    public let unhandled: Int
    public let unanswered: Int

    public init(all: Int, unhandled: Int, unanswered: Int) {
        self.all = all
        self.unhandled = unhandled
        self.unanswered = unanswered
    }
}
