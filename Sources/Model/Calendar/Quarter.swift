// A quarter of a year, for what is owed in every quarter.

/// One quarter; quarters compare by time.
public struct Quarter: Hashable, Comparable, Sendable {
    public let year: Int
    /// 1 to 4.
    public let number: Int

    /// - Returns: nil where there is no such quarter.
    public init?(_ year: Int, _ number: Int) {
        guard Day(year: year, month: 1, day: 1) != nil, (1...4).contains(number) else { return nil }
        self.year = year
        self.number = number
    }

    /// The quarter a day lies in.
    public init(of day: Day) {
        year = day.year
        number = (day.month - 1) / 3 + 1
    }

    /// Reads `2026-Q3`, as the store keeps it.
    public init?(code: String) {
        let parts = code.split(separator: "-Q", omittingEmptySubsequences: false)
        guard parts.count == 2, let year = Int(parts[0]), let number = Int(parts[1]) else { return nil }
        self.init(year, number)
        guard self.code == code else { return nil }
    }

    /// `2026-Q3`.
    public var code: String { "\(year)-Q\(number)" }

    /// `2026年第3季度`.
    public var text: String { "\(year)年第\(number)季度" }

    /// `26年3季`, where a column has no room for more.
    public var brief: String { "\((year % 100).twoDigits)年\(number)季" }

    /// Nil after the last year that days have.
    public var next: Quarter? { number == 4 ? Quarter(year + 1, 1) : Quarter(year, number + 1) }

    public var previous: Quarter? { number == 1 ? Quarter(year - 1, 4) : Quarter(year, number - 1) }

    public var firstDay: Day? { Day(year: year, month: (number - 1) * 3 + 1, day: 1) }

    /// Nil in the last quarter that days have.
    public var lastDay: Day? { next?.firstDay?.adding(days: -1) }

    /// This quarter and those after it up to another; none where that one is earlier.
    public func through(_ last: Quarter) -> [Quarter] {
        var quarters: [Quarter] = []
        var quarter: Quarter? = self
        while let one = quarter, one <= last {
            quarters.append(one)
            quarter = one.next
        }
        return quarters
    }

    /// The quarter so many later, or earlier where negative; nil outside the years that days have.
    public func adding(_ quarters: Int) -> Quarter? {
        let all = year * 4 + number - 1 + quarters
        return Quarter(all / 4, all % 4 + 1)
    }

    public static func < (left: Quarter, right: Quarter) -> Bool {
        (left.year, left.number) < (right.year, right.number)
    }
}
