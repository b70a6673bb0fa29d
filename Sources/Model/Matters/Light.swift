// 红灯: how a deadline stands.

/// How a deadline stands today. Words first; colour only repeats them.
public enum Light: String, Hashable, Sendable {
    case open, soon, overdue, met, metLate, ended

    /// The word in the first column of lists; empty while nothing presses.
    public var word: String {
        switch self {
        case .overdue: "超期"
        case .soon: "将到"
        default: ""
        }
    }

    /// From how many working days before a deadline it is 将到.
    public static let soonWorkingDays = 3

    /// The light of a deadline that is neither met nor ended.
    public init(due: Day, today: Day, calendar: WorkCalendar) {
        if due < today {
            self = .overdue
        } else if calendar.workingDays(after: today, through: due) <= Self.soonWorkingDays {
            self = .soon
        } else {
            self = .open
        }
    }

    /// The last day on which a deadline is 将到 today.
    static func lastSoonDay(today: Day, calendar: WorkCalendar) -> Day {
        calendar.workingDay(soonWorkingDays + 1, from: today)?.day.adding(days: -1) ?? Day.last
    }
}
