// Which days are working days, and counting by them.

/// Monday to Friday, less days off, plus make-up working days; the nearer layer wins.
public struct WorkCalendar: Equatable, Sendable {
    /// How many working days a deadline may lie from its event, either way.
    public static let reach = 2500

    /// The nation first, the nearest government last.
    public let layers: [CalendarLayer]
    private let tally: WorkdayTally

    public init(layers: [CalendarLayer]) {
        self.layers = layers
        let farthest = layers.first?.exceptions ?? [:]
        tally = WorkdayTally(layers.dropFirst().reduce(into: farthest) { $0.merge($1.exceptions) { $1 } })
    }

    /// The official arrangements that come with the program.
    public static let national = WorkCalendar(layers: [.national(CalendarLayer.builtIn)])

    /// This calendar with the days of a nearer government.
    public func adding(_ layer: CalendarLayer) -> WorkCalendar {
        WorkCalendar(layers: layers + [layer])
    }

    public func isWorking(_ day: Day) -> Bool {
        tally.isWorking(day)
    }

    /// Whether a day counts, with the exception that decides it.
    public func reason(of day: Day) -> DayStanding {
        for layer in layers.reversed() {
            guard let exception = layer.exceptions[day] else { continue }
            return DayStanding(
                isWorking: exception.kind == .working, name: exception.name, source: exception.source,
                layer: layer.name, guessed: false)
        }
        return DayStanding(
            isWorking: !day.weekday.isWeekend, name: nil, source: nil, layer: nil, guessed: !isKnown(year: day.year))
    }

    /// What each layer says of a day, the nearest first; the first one holds.
    public func exceptions(on day: Day) -> [(layer: String, exception: DayException)] {
        layers.reversed().compactMap { layer in layer.exceptions[day].map { (layer.name, $0) } }
    }

    /// Whether a layer has the whole arrangement of this year; if not, it is counted Monday to Friday, and said so.
    public func isKnown(year: Int) -> Bool {
        layers.contains { $0.years.contains(year) }
    }

    /// The month in which next year's arrangement is usually announced.
    private static let monthOfNotice = 11

    /// A year that is wanted and not known: this one, and next year from the month in which its arrangement is announced.
    public func missingYear(on today: Day) -> Int? {
        [today.year, today.month >= Self.monthOfNotice ? today.year + 1 : today.year].first { !isKnown(year: $0) }
    }

    public static func sentence(unknownYear year: Int) -> String {
        "\(year) 年放假安排尚未录入, 按周一至周五推算"
    }

    /// The n-th working day after the event (n > 0, H3) or before it (n < 0, H1 and H2); the event's day does not
    /// count, and n = 0 is the event's day itself.
    ///
    /// - Parameter strict: n full working days must lie between, so the day is one working day further from the event.
    /// - Returns: nil when n is beyond `reach`, or the count would leave the years of `Day`.
    public func workingDay(_ n: Int, from event: Day, strict: Bool = false) -> WorkdayCount? {
        guard (-WorkCalendar.reach...WorkCalendar.reach).contains(n) else { return nil }
        let steps = n.signum() * (abs(n) + (strict ? 1 : 0))
        return day(steps, from: event).map {
            WorkdayCount(from: event, n: n, strict: strict, day: $0, calendar: self)
        }
    }

    /// Working days d with after < d <= through; negative when `through` is the earlier one.
    ///
    /// From today through a deadline this is what is left of it; from a deadline through today, how late it is (G3).
    public func workingDays(after: Day, through: Day) -> Int {
        tally.count(through: through) - tally.count(through: after)
    }

    /// By how many working days something was late that was done after its last day: at least 1.
    func lateness(of day: Day, due: Day) -> Int { max(1, workingDays(after: due, through: day)) }

    /// The first working day on or after a day: where a date moves that falls on a day off (B1).
    public func onOrAfter(_ day: Day) -> Day {
        var found = day
        while !isWorking(found), found < Day.last { found = found.adding(days: 1) }
        return found
    }

    /// The last working day on or before a day.
    func onOrBefore(_ day: Day) -> Day {
        var found = day
        while !isWorking(found), found > Day.first { found = found.adding(days: -1) }
        return found
    }

    private func day(_ steps: Int, from event: Day) -> Day? {
        let end = steps < 0 ? Day.first : Day.last
        var day = event
        var left = abs(steps)
        while left > 0 {
            guard day != end else { return nil }
            day = day.adding(days: steps.signum())
            if isWorking(day) { left -= 1 }
        }
        return day
    }
}
