// A count of working days from an event to a deadline, kept so that it can be opened and read day by day.

/// The n-th working day before or after an event, and how it was reached.
public struct WorkdayCount: Equatable, Sendable {
    /// One day passed on the way.
    public struct Step: Hashable, Sendable {
        public let day: Day
        public let standing: DayStanding
        /// Which working day this is, from 1 at the event's side; nil when the day does not count.
        public let ordinal: Int?

        public var counted: Bool { ordinal != nil }
    }

    /// The event; its own day does not count.
    public let from: Day
    /// Working days after the event; negative for before it.
    public let n: Int
    /// n full working days lie between the event and the day.
    public let strict: Bool
    /// The day that was counted to, itself included in the term.
    public let day: Day
    private let calendar: WorkCalendar

    init(from: Day, n: Int, strict: Bool, day: Day, calendar: WorkCalendar) {
        self.from = from
        self.n = n
        self.strict = strict
        self.day = day
        self.calendar = calendar
    }

    /// Every day from the event to the day, in the order of counting; walked anew each time it is asked for.
    public var steps: [Step] {
        var counted = 0
        return stride(from: from, through: day, by: direction).dropFirst().map { day in
            let standing = calendar.reason(of: day)
            if standing.isWorking { counted += 1 }
            return Step(day: day, standing: standing, ordinal: standing.isWorking ? counted : nil)
        }
    }

    /// The years passed whose arrangement is not known, ascending; empty when the count is certain.
    public var unknownYears: [Int] {
        guard day != from else { return [] }
        let nearest = from.adding(days: direction).year
        return (min(nearest, day.year)...max(nearest, day.year)).filter { !calendar.isKnown(year: $0) }
    }

    private var direction: Int { n < 0 ? -1 : 1 }
}
