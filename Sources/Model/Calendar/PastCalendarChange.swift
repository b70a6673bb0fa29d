// A change of the work calendar that was made.

/// One line of 改动记录.
public struct PastCalendarChange: PagedRow, Hashable {
    public let id: Identifier<PastCalendarChange>
    /// `全国 2027 年`.
    public let subject: String
    public let at: Moment
    public let changer: String
    /// Nil where a year was taken back.
    public let fileName: String?
    public let sha256: String?
    public let added: Int
    public let changed: Int
    public let removed: Int
    public let moved: Int
    public let overdue: Int
    public let takenBack: Int
    /// The journal's rows that tell what it moved; the row of the change itself is the next.
    let rows: Range<Int64>

    /// The number of its own row of the journal.
    public var journalNumber: Int64 { rows.upperBound }

    /// What it did: 导入 or 撤回.
    public var word: String { fileName == nil ? "撤回" : "导入" }
}

/// A change with all that is known of it.
public struct CalendarAccount: Sendable {
    /// One deadline that it moved.
    public struct Move: Hashable, Sendable {
        /// The matter's title; nil for what a unit owes.
        public let title: String?
        public let sentence: String
    }

    public let change: PastCalendarChange
    /// Why a year was taken back.
    public let reason: String?
    /// The days it changed, by their dates.
    public let days: [HistoryEntry.Change]
    /// As many as are read at once, in the order of the journal.
    public let moves: [Move]
    /// How many more the journal has.
    public let more: Int
}
