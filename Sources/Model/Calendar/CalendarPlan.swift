// What a change of the work calendar would do, worked out before anything is written.

/// The days that become others, and the open deadlines that move with them.
public struct CalendarPlan: Sendable {
    public let owner: CalendarOwner
    public let change: CalendarChange
    /// The years whose days are replaced or taken back, ascending.
    public let years: [Int]
    /// In the order of time.
    public let days: [DayChange]
    /// The years that are known from now on, and those that are guessed from now on.
    public let known: [Int]
    public let guessed: [Int]
    /// What moves or gets another light: first what becomes overdue, then what is overdue no longer, then the rest by its new day.
    public let deadlines: [DeadlineMove]
    /// What the layer would hold.
    let stored: [DayException]
    /// The last change of the calendar that was seen.
    let basis: Int64

    public var added: [DayChange] { days.filter { $0.before == nil } }
    public var removed: [DayChange] { days.filter { $0.after == nil } }
    public var changed: [DayChange] { days.filter { $0.before != nil && $0.after != nil } }
    /// The deadlines whose day is another.
    public var moved: [DeadlineMove] { deadlines.filter { $0.from != $0.to } }
    public var becomingOverdue: [DeadlineMove] { deadlines.filter(\.becomesOverdue) }
    public var noLongerOverdue: [DeadlineMove] { deadlines.filter(\.isNoLongerOverdue) }

    /// `全国 2027 年`.
    public var subject: String { "\(owner.name) \(years.map(String.init).joined(separator: "、")) 年" }
}
