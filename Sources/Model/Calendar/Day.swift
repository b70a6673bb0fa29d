// A civil day in China: what the law counts and what a clerk writes.

/// A day of the civil calendar in Asia/Shanghai, from 1900-01-01 to 2999-12-31.
///
/// Kept as one number, days since 1970-01-01, so that comparing, sorting and counting cost nothing.
public struct Day: Hashable, Sendable {
    /// Days since 1970-01-01; negative before it.
    public let number: Int32

    /// The years a day may lie in.
    public static let years = 1900...2999
    /// 1900-01-01.
    public static let first = Day(unchecked: Civil.number(year: years.lowerBound, month: 1, day: 1))
    /// 1970-01-01, day number 0.
    static let epoch = Day(unchecked: 0)
    /// 2999-12-31.
    public static let last = Day(unchecked: Civil.number(year: years.upperBound, month: 12, day: 31))

    /// The day with this number, days since 1970-01-01; nil outside 1900...2999.
    public init?(number: Int32) {
        guard (Day.first.number...Day.last.number).contains(number) else { return nil }
        self.number = number
    }

    /// nil when there is no such day (2026-02-30) or its year is outside 1900...2999.
    public init?(year: Int, month: Int, day: Int) {
        guard Day.years.contains(year), (1...12).contains(month),
            (1...Day.daysInMonth(month, of: year)).contains(day)
        else { return nil }
        number = Civil.number(year: year, month: month, day: day)
    }

    /// Reads exactly `2026-11-20`: ten characters, ASCII digits; anything else is nil.
    public init?(_ iso: String) {
        self.init(iso: iso.utf8)
    }

    init?(iso: some Collection<UInt8>) {
        var digits = FixedDigits(iso)
        guard let year = digits.number(4), digits.skip("-"), let month = digits.number(2), digits.skip("-"),
            let day = digits.number(2), digits.isAtEnd
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// For numbers already known to lie between `first` and `last`.
    private init(unchecked number: Int32) {
        self.number = number
    }

    public var year: Int { civil.year }
    public var month: Int { civil.month }
    public var day: Int { civil.day }

    /// Year, month and day at once, for those who need more than one of them.
    var civil: Civil { Civil(number: number) }

    public var weekday: Weekday {
        Weekday.allCases[(Int(number) - Weekday.someMonday).modulo(7)]
    }

    /// The day so many days later (earlier when negative); stops at `first` and `last`.
    public func adding(days: Int) -> Day {
        let (sum, overflow) = Int(number).addingReportingOverflow(days)
        let reached = overflow ? (days < 0 ? Int.min : Int.max) : sum
        return Day(unchecked: Int32(Swift.min(Swift.max(reached, Int(Day.first.number)), Int(Day.last.number))))
    }

    /// Days from the right day to the left one; negative when the left is earlier.
    public static func - (later: Day, earlier: Day) -> Int {
        Int(later.number) - Int(earlier.number)
    }

    /// 28...31; the month must be 1...12.
    static func daysInMonth(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }
}

extension Day: Strideable {
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
    public func distance(to other: Day) -> Int { other - self }
    public func advanced(by days: Int) -> Day { adding(days: days) }
}

extension Day: CustomStringConvertible {
    /// `2026-11-20`.
    public var description: String {
        let civil = civil
        return "\(civil.year)-\(civil.month.twoDigits)-\(civil.day.twoDigits)"
    }
}

extension Day {
    /// As public texts write it: `2026年12月8日`.
    public var chinese: String { "\(year)年\(month)月\(day)日" }
}
