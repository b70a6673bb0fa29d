// One line of a matter's or comment's history, read from the journal.
internal import GRDB

/// What was done to a matter, by whom and when.
public struct HistoryEntry: Hashable, Sendable {
    /// A field that was set or changed, in words.
    public struct Change: Hashable, Sendable {
        public let label: String
        /// The new text, or `旧 改为 新`.
        public let text: String
    }

    /// The journal row's number.
    public let number: Int64
    public let at: Moment
    public let clerk: String
    public let sentence: String
    public let reason: String?
    public let changes: [Change]
    /// The document of which it made a new version.
    public let revised: Identifier<Document>?

    /// The document named by the row of a revision.
    static func revised(act: String, subject: String) -> Identifier<Document>? {
        guard Revision(rawValue: act) != nil, subject.hasPrefix("document:") else { return nil }
        return Int64(subject.dropFirst("document:".count)).map { Identifier($0) }
    }

    static func changes(before: String, after: String) throws -> [Change] {
        let before = try fields(ofJSON: before)
        let after = try fields(ofJSON: after)
        let shown = PersonalHash.shown
        return Set(before.keys).union(after.keys).sorted().compactMap { label in
            switch (before[label], after[label]) {
            case (nil, let new?): Change(label: label, text: shown(new))
            case (let old?, nil): Change(label: label, text: "\(shown(old)) 已删去")
            case (let old?, let new?) where old != new: Change(label: label, text: "\(shown(old)) 改为 \(shown(new))")
            default: nil
            }
        }
    }
}

extension Transaction {
    /// The acts of a condition on the journal, the latest first.
    func history(_ condition: String, _ arguments: StatementArguments) throws -> [HistoryEntry] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM journal WHERE \(condition) AND is_refusal = 0 ORDER BY id DESC LIMIT 500",
            arguments: arguments
        ).map { row in
            HistoryEntry(
                number: row["id"], at: Moment(utc: row["at"]) ?? now, clerk: row["clerk"], sentence: row["sentence"],
                reason: row["reason"], changes: try HistoryEntry.changes(before: row["before"], after: row["after"]),
                revised: HistoryEntry.revised(act: row["act"], subject: row["subject"]))
        }
    }
}
