// What a unit owes in every period, whether or not there is a matter yet.

/// A document that some units owe for every quarter (B1); which units do is set in the office.
public struct PeriodDuty: Sendable {
    /// The duty's name in the store, as a deadline's rule.
    public let name: String
    /// What is owed, such as 季度通报.
    public let label: String
    /// The word for it after the quarter: 2026年第3季度通报.
    public let word: String
    /// The rule's id in the office's rule book.
    public let source: String
    /// For which quarter a document is, by its values; nil where it is for none.
    public let period: @Sendable (FormValues) -> Quarter?
    /// What the form of a document for a quarter begins with.
    public let beginning: @Sendable (Quarter) -> Entries

    /// What is owed for a quarter, such as 2026年第3季度通报.
    public func label(of quarter: Quarter) -> String { quarter.text + word }

    /// The last day on which what is owed for a quarter is in time: a day of the month after it, moved to a working day (B1).
    /// - Parameter dayOfMonth: 1 to 28.
    /// - Returns: nil after the last year that days have.
    public func due(_ quarter: Quarter, dayOfMonth: Int, calendar: WorkCalendar) -> Day? {
        guard let month = quarter.next?.firstDay else { return nil }
        return calendar.onOrAfter(Self.day(dayOfMonth, of: month))
    }

    private static func day(_ dayOfMonth: Int, of month: Day) -> Day {
        month.adding(days: min(max(dayOfMonth, 1), 28) - 1)
    }

    /// How the last day was found, day by day.
    public func explanation(of quarter: Quarter, dayOfMonth: Int, calendar: WorkCalendar) -> [String] {
        guard let wanted = quarter.next?.firstDay.map({ Self.day(dayOfMonth, of: $0) }),
            let count = calendar.workingDay(1, from: wanted.adding(days: -1))
        else { return [] }
        return ["下一季度第一个月 \(wanted.day) 日以前, 遇休息日顺延到第 1 个工作日"] + count.explanation
    }
}
