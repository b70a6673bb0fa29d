// A row of 操作日志 as the auditor reads it.

/// One row of the journal.
public struct JournalLine: PagedRow, Hashable {
    public let id: Identifier<JournalLine>
    public let at: Moment
    /// Who did it, by the name of then; 系统, the server's operator or 未知帐号 where it was no clerk.
    public let clerk: String
    /// The unit of then; nil where there was none.
    public let unit: String?
    /// Such as 发布.
    public let title: String
    public let isRefusal: Bool
    public let sentence: String
    public let matter: Subject?

    /// The matter it was about.
    public struct Subject: Hashable, Sendable {
        public let id: Identifier<Matter>
        public let number: DocumentNumber
        public let title: String

        /// `2026-12 关于..`.
        public var text: String { "\(number) \(title)" }
    }
}

/// A row of the journal with all it says.
public struct JournalDetail: Sendable {
    public let line: JournalLine
    /// What was changed, before and after, in words.
    public let changes: [HistoryEntry.Change]
    public let reason: String?
    /// What was acted on, such as `document:12`; empty where there is nothing but the clerk.
    public let subject: String
    /// Where the clerk sat; nil where nobody was signed in.
    public let address: String?
    public let previous: String
    public let hash: String
}
