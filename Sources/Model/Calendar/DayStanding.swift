// Whether a day counts, and why.

/// How a day stands in a work calendar.
public struct DayStanding: Hashable, Sendable {
    public let isWorking: Bool
    /// The holiday, when an exception decides; nil for an ordinary weekday or weekend.
    public let name: String?
    /// The document the exception rests on.
    public let source: String?
    /// The layer the exception comes from.
    public let layer: String?
    /// The year's arrangement is not known and no exception decides: counted Monday to Friday.
    public let guessed: Bool
}
