// Counting of working days as the rule book does it by hand: of the program it asks only which days are days off.
import Model

enum WorkingDays {
    /// The day n working days before (n < 0) or after an event, stepping and never counting the event's own day.
    static func step(_ n: Int, from event: Day) -> Day {
        var day = event
        var left = abs(n)
        while left > 0 {
            day = day.adding(days: n.signum())
            if isWorking(day) { left -= 1 }
        }
        return day
    }

    /// Working days after one day and up to another, that one included.
    static func count(after: Day, through: Day) -> Int {
        var day = after
        var count = 0
        while day < through {
            day = day.adding(days: 1)
            if isWorking(day) { count += 1 }
        }
        return count
    }

    /// The last of some days of which the first is counted.
    static func last(of count: Int, from first: Day, areWorking: Bool) -> Day {
        guard areWorking else { return first.adding(days: count - 1) }
        return isWorking(first) ? step(count - 1, from: first) : step(count, from: first)
    }

    /// How a deadline stands that is neither met nor ended: near from three working days before.
    static func light(_ due: Day, on today: Day) -> Light {
        if today > due { return .overdue }
        return count(after: today, through: due) <= 3 ? .soon : .open
    }

    static func isWorking(_ day: Day) -> Bool { known[day] ?? WorkCalendar.national.isWorking(day) }

    /// The years in which cases happen, asked once.
    private static let known: [Day: Bool] = {
        guard let first = Day(year: 2025, month: 12, day: 1) else { return [:] }
        let days = (0..<800).map(first.adding(days:))
        return Dictionary(uniqueKeysWithValues: days.map { ($0, WorkCalendar.national.isWorking($0)) })
    }()
}
