// One day that breaks the Monday-to-Friday rule, and who says so.

/// A day off or a make-up working day, with the source that makes it so.
public struct DayException: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case off, working
    }

    public let day: Day
    public let kind: Kind
    /// The holiday it belongs to: 国庆节, also for its make-up working days.
    public let name: String
    /// The document that ordered it; shown wherever a count rests on this day.
    public let source: String

    public init(day: Day, kind: Kind, name: String, source: String) {
        self.day = day
        self.kind = kind
        self.name = name
        self.source = source
    }
}
