// What a reviewer reads: the whole text, and everything there is to say about it.

/// The text of a review.
public struct ReviewedText: Sendable {
    public let review: Review
    /// The public text; nil where it cannot be read any more.
    public let text: PublicText?
    /// Deadlines that its publication misses.
    public let late: [PublicationCheck.Late]
    /// What a careful editor would mark, and remarks on dates.
    public let remarks: [String]
    /// Why it could not go out as things stand now, such as that the matter was ended meanwhile.
    public let problem: String?
    /// What a revision changes, by the form's labels; empty for a first text.
    public let changes: [Change]
    public let attachments: [Attachment]
    /// The review in which the same draft was last returned: whether its reasons were met is what is looked at first.
    public var returned: Review?

    /// One field as it stands and as it would be.
    public struct Change: Hashable, Sendable {
        public let label: String
        public let old: String
        public let new: String
    }
}
