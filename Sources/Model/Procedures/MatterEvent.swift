// The event of a matter that its deadlines are counted from.

/// The hearing, or the end of a notice's period, as far as it is known.
public struct MatterEvent: Hashable, Sendable {
    /// The day, once it is exact.
    public let day: Day?
    /// When it is over; known with the day.
    public let ends: Moment?
    /// What is said of an event without a day yet, such as "12月中旬".
    public let about: String?

    public init(day: Day, ends: Moment) {
        self.day = day
        self.ends = ends
        about = nil
    }

    public init(about: String) {
        day = nil
        ends = nil
        self.about = about
    }
}
