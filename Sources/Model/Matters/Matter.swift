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
    /// The moves of its event that were announced, the latest last.
    public let postponements: [Postponement]
    /// When it was ended without a report (终止), and why.
    public let ending: Ending?
    /// The day it was entered here, where it was running before (补录); its documents of before are never counted late.
    public let backfilledDay: Day?
    public let version: Int

    public struct Ending: Hashable, Sendable {
        public let at: Moment
        public let reason: String
        /// What let its notice out; nil where nothing was set.
        public var review: Review? = nil
    }

    public var published: Set<DocumentKind> { Set(documents.map(\.kind)) }

    public func document(_ kind: DocumentKind) -> Document? { documents.first { $0.kind == kind } }

    /// When its first document was published, from which on comments are taken (H4).
    var announcedAt: Moment? { documents.first?.publishedAt }
    var announcedDay: Day? { announcedAt?.day }

    /// The open deadline that comes first.
    public var nearest: Deadline? { deadlines.nearest }

    /// The day on which what a deadline asks for was done here; nil where it was not, or was done before the matter was entered.
    func metDay(_ rule: DeadlineRule) -> Day? { metAt(rule)?.day }

    /// The moment of it.
    func metAt(_ rule: DeadlineRule) -> Moment? {
        guard let kind = rule.document else { return deadlines.first { $0.rule == rule.name }?.metAt }
        return document(kind)?.publishedAt
    }

    /// When its event is, as its documents and the announced moves tell it: the latest exact day holds, and once exact it is not
    /// taken back by a document that says less.
    func toldEvent(_ procedure: Procedure) -> MatterEvent {
        var told: [(at: Moment, event: MatterEvent)] = documents.compactMap { document in
            procedure.document(document.kind)?.event?.read(document.values).map { (document.publishedAt, $0) }
        }
        told += postponements.map { ($0.at, MatterEvent(day: $0.to, ends: $0.ends)) }
        return MatterEvent(told: told) ?? MatterEvent(about: "")
    }
}

extension Matter {
    /// The last day on which comments are taken (H4: to its 24:00).
    public var lastCommentDay: Day? { commentsUntil?.adding(seconds: -1).day }

    /// H4: why the matter's event cannot be on a day, or nil: comments are still taken then.
    func refusal(ofEventOn day: Day, _ procedure: Procedure) -> String? {
        guard let last = lastCommentDay, day < last else { return nil }
        return "\(procedure.eventName)不能早于意见截止 \(last), 填的是 \(day)"
    }
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
