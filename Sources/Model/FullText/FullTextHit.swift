// What a full-text query has found.

/// A text that was found, the newest day first.
public struct FullTextHit: PagedRow, Hashable {
    /// The most hits of a query, the newest; who has more adds a word.
    public static let most = 200

    /// Where it leads.
    public enum Place: Hashable, Sendable {
        case document(Identifier<Document>, of: Identifier<Matter>)
        case temporaryNotice(Identifier<TemporaryNotice>)
        case comment(Identifier<Comment>)
        /// To the comment that was answered.
        case reply(to: Identifier<Comment>)
    }

    public let id: Identifier<FullTextHit>
    public let place: Place
    public let system: System
    /// What it is called, such as 听证公告 or 部门答复.
    public let name: String
    /// A document's or a notice's; nil for comments and replies, which have none of their own.
    public let number: DocumentNumber?
    /// The text's title; of comments and replies that of their matter.
    public let title: MarkedText
    public let unit: Unit
    /// The site's name where it is not the clerk's own.
    public let site: String?
    /// When it was published, received or answered.
    public let day: Day
    /// What needs to be known before it is opened, such as 已隐藏.
    public let remark: String?
    public let excerpt: MarkedText
}

/// A hit to be read where it has no page of its own to lead to.
public struct FullTextReading: Sendable {
    public let title: String
    public let remark: String
    public let text: PublicText
}
