// A date the law sets, as a distance in working days from the matter's event.

/// One deadline of a procedure.
public struct DeadlineRule: Sendable {
    /// The deadline's name in the store.
    public let name: String
    /// What must be done by then, such as 听证公告.
    public let label: String
    /// The word for it in the head of a column, such as 公告.
    public let word: String
    /// The document whose publication meets it; nil where registering the step itself does (H11: materials to representatives).
    public let document: DocumentKind?
    /// Working days from the event: negative before it, positive after.
    public let workingDays: Int
    /// Whether the setting `strict` asks for one full day more.
    public let canBeStrict: Bool
    /// The rule's id in the office's rule book, such as "H1".
    public let source: String

    public init(
        _ name: String, _ label: String, word: String, by document: DocumentKind?, workingDays: Int, canBeStrict: Bool,
        source: String
    ) {
        self.name = name
        self.label = label
        self.word = word
        self.document = document
        self.workingDays = workingDays
        self.canBeStrict = canBeStrict
        self.source = source
    }

    /// How it is met, as sentences say it.
    public var verb: String { document == nil ? "登记" : "发布" }

    /// The last day on which the deadline is kept, with how it was counted; nil outside the calendar's reach.
    public func count(from event: Day, calendar: WorkCalendar, strict: Bool) -> WorkdayCount? {
        calendar.workingDay(workingDays, from: event, strict: strict && canBeStrict)
    }
}
