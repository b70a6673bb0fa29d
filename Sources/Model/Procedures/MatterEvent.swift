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

    /// When it is over, the end of a day said as 24:00 of it.
    public var endText: String? {
        guard let day, let ends else { return nil }
        return ends == .endOfDay(day) ? "\(day) 24:00" : ends.text
    }

    /// What holds of all that was told of an event, and when.
    init?(told: [(at: Moment, event: MatterEvent)]) {
        let inOrder = told.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(
            \.element.event)
        guard let last = inOrder.last(where: { $0.day != nil }) ?? inOrder.first else { return nil }
        self = last
    }

    public init(about: String) {
        day = nil
        ends = nil
        self.about = about
    }
}
