// What an 上网登记 is about.

/// A document of a matter, or a temporary notice.
public enum PostingSubject: Hashable, Sendable {
    case document(Identifier<Document>, of: Identifier<Matter>)
    case temporaryNotice(Identifier<TemporaryNotice>)

    /// As the journal names it.
    var journalName: String {
        switch self {
        case .document(let id, _): "document:\(id.rawValue)"
        case .temporaryNotice(let id): "temporaryNotice:\(id.rawValue)"
        }
    }

    /// The keys of its row, one of which is nil.
    var keys: (document: Int64?, temporaryNotice: Int64?) {
        switch self {
        case .document(let id, _): (id.rawValue, nil)
        case .temporaryNotice(let id): (nil, id.rawValue)
        }
    }

    public var matter: Identifier<Matter>? { if case .document(_, let matter) = self { matter } else { nil } }
}

/// A subject with what the form of its registration says of it.
public struct PostingOccasion: Hashable, Sendable {
    public let subject: PostingSubject
    public let system: System
    /// Such as 听证公告.
    public let documentName: String
    public let number: DocumentNumber
    public let title: String
    public let publishedAt: Moment
    /// What is registered so far.
    public let posting: Posting?
}

extension PostingOccasion {
    public init(_ document: Document, of matter: Matter, _ description: DocumentDescription) {
        self.init(
            subject: .document(document.id, of: matter.id), system: matter.system, documentName: description.name,
            number: document.number, title: document.values.text("title") ?? matter.title,
            publishedAt: document.publishedAt, posting: document.posting)
    }

    public init(_ notice: TemporaryNotice) {
        self.init(
            subject: .temporaryNotice(notice.id), system: notice.system, documentName: "临时通知", number: notice.number,
            title: notice.title, publishedAt: notice.publishedAt, posting: notice.posting)
    }
}
