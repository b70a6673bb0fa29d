// How many working days lie before any day, without walking there: a list of a million rows asks this of every row.

/// Weekdays are counted by division; the few days whose standing differs from their weekday correct the count.
struct WorkdayTally: Equatable, Sendable {
    /// The numbers of the days that are off though a weekday, or working though a weekend; ascending.
    private let corrected: [Int32]
    /// What the first so many corrections add to the count of weekdays.
    private let correction: [Int]

    init(_ exceptions: [Day: DayException]) {
        corrected = exceptions.values.compactMap { exception in
            let number = exception.day.number
            return WorkdayTally.isWeekend(number) == (exception.kind == .working) ? number : nil
        }.sorted()
        correction = corrected.reduce(into: [0]) { sums, number in
            let step = WorkdayTally.isWeekend(number) ? 1 : -1
            sums.append((sums.last ?? 0) + step)
        }
    }

    func isWorking(_ day: Day) -> Bool {
        let passed = corrections(through: day.number)
        let isCorrected = passed > 0 && corrected[passed - 1] == day.number
        return WorkdayTally.isWeekend(day.number) == isCorrected
    }

    /// Working days from a fixed Monday long ago through this day; only differences mean anything.
    func count(through day: Day) -> Int {
        let sinceMonday = Int(day.number) - Weekday.someMonday
        let weekdays = sinceMonday.flooredQuotient(7) * 5 + min(sinceMonday.modulo(7) + 1, 5)
        return weekdays + correction[corrections(through: day.number)]
    }

    private static func isWeekend(_ number: Int32) -> Bool {
        (Int(number) - Weekday.someMonday).modulo(7) >= 5
    }

    /// How many corrections lie on or before a day, by halving.
    private func corrections(through number: Int32) -> Int {
        var low = 0
        var high = corrected.count
        while low < high {
            let middle = (low + high) / 2
            if corrected[middle] <= number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
