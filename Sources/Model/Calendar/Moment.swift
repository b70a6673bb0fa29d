// An instant, and how it is written for clerks (Beijing time) and for the journal (UTC).

/// A UTC instant in milliseconds, between 1900-01-01 00:00 and 2999-12-31 24:00 Beijing time.
///
/// Beijing time is a fixed +8:00: China has kept no summer time since 1991, and every day the office counts is later.
public struct Moment: Hashable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    private static let millisecondsPerDay = 86_400_000
    private static let beijingOffset = 8 * 3_600_000
    private static let range = Int64(start(of: Day.first))...Int64(start(of: Day.last) + millisecondsPerDay)

    /// A number outside the years 1900...2999 becomes the nearest end, so that no later arithmetic can overflow.
    public init(milliseconds: Int64) {
        self.milliseconds = min(max(milliseconds, Moment.range.lowerBound), Moment.range.upperBound)
    }

    /// Reads `2026-11-20T09:00` or `2026-11-20T09:00:30` as Beijing time; anything else is nil.
    public init?(_ iso: String) {
        let bytes = iso.utf8
        guard let day = Day(iso: bytes.prefix(10)) else { return nil }
        var digits = FixedDigits(bytes.dropFirst(10))
        guard digits.skip("T"), let hour = digits.number(2), digits.skip(":"), let minute = digits.number(2),
            let time = TimeOfDay(hour: hour, minute: minute)
        else { return nil }
        var seconds = 0
        if digits.skip(":") {
            guard let written = digits.number(2), written < 60 else { return nil }
            seconds = written
        }
        guard digits.isAtEnd else { return nil }
        self = Moment.at(day, time).adding(seconds: seconds)
    }

    /// This time of a day in Beijing.
    public static func at(_ day: Day, _ time: TimeOfDay) -> Moment {
        at(day, hour: time.hour, minute: time.minute)
    }

    /// This time of a day in Beijing; 24:00 is the end of the day.
    public static func at(_ day: Day, hour: Int, minute: Int) -> Moment {
        Moment(milliseconds: Int64(start(of: day))).adding(seconds: hour * 3600 + minute * 60)
    }

    /// 24:00 Beijing time, the first instant that is too late for a deadline on this day (H4).
    public static func endOfDay(_ day: Day) -> Moment {
        at(day, hour: 24, minute: 0)
    }

    /// The day in Beijing on which this instant falls.
    public var day: Day {
        Day.epoch.adding(days: beijing.flooredQuotient(Moment.millisecondsPerDay))
    }

    /// Hour and minute in Beijing; seconds are dropped.
    public var timeOfDay: TimeOfDay {
        TimeOfDay(minutesSinceMidnight: beijing.modulo(Moment.millisecondsPerDay) / 60_000)
    }

    /// For clerks: Beijing time, `2026-11-20 09:00`.
    public var text: String { "\(day) \(timeOfDay)" }

    /// For sentences: the time, and the day unless it is today.
    public func told(on today: Day) -> String { day == today ? timeOfDay.text : text }

    /// For the journal: UTC, `2026-11-20T01:00:00.000Z`.
    public var iso: String {
        let (seconds, thousandths) = Int(milliseconds).modulo(Moment.millisecondsPerDay)
            .quotientAndRemainder(dividingBy: 1000)
        let day = Civil(number: Int32(Int(milliseconds).flooredQuotient(Moment.millisecondsPerDay)))
        let date = "\(day.year)-\(day.month.twoDigits)-\(day.day.twoDigits)"
        let time = TimeOfDay(minutesSinceMidnight: seconds / 60)
        return "\(date)T\(time):\((seconds % 60).twoDigits).\(thousandths.threeDigits)Z"
    }

    /// Reads what `iso` writes, and nothing else.
    public init?(utc text: String) {
        let bytes = text.utf8
        guard bytes.count == 24, let day = Day(iso: bytes.prefix(10)) else { return nil }
        var digits = FixedDigits(bytes.dropFirst(10))
        guard digits.skip("T"), let hour = digits.number(2), hour < 24, digits.skip(":"),
            let minute = digits.number(2), minute < 60, digits.skip(":"), let second = digits.number(2), second < 60,
            digits.skip("."), let thousandth = digits.number(3), digits.skip("Z")
        else { return nil }
        let seconds = Int(day.number) * 86_400 + hour * 3600 + minute * 60 + second
        self = Moment(milliseconds: Int64(seconds * 1000 + thousandth))
    }

    /// The instant so many seconds later (earlier when negative), within 1900...2999.
    public func adding(seconds: Int) -> Moment {
        let (span, tooLong) = Int64(seconds).multipliedReportingOverflow(by: 1000)
        let (sum, tooFar) = milliseconds.addingReportingOverflow(span)
        guard !tooLong, !tooFar else { return Moment(milliseconds: seconds < 0 ? .min : .max) }
        return Moment(milliseconds: sum)
    }

    /// Milliseconds on a Beijing wall clock since 1970-01-01 00:00.
    private var beijing: Int { Int(milliseconds) + Moment.beijingOffset }

    private static func start(of day: Day) -> Int {
        Int(day.number) * millisecondsPerDay - beijingOffset
    }
}

extension Moment: Comparable {
    public static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }
}

extension Moment: CustomStringConvertible {
    public var description: String { text }
}
