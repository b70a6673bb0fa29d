// What a unit owes in every period, whether or not there is a matter yet.

/// A document that some units owe for every quarter (B1); which units do is set in the office.
public struct PeriodDuty: Sendable {
    /// The duty's name in the store, as a deadline's rule.
    public let name: String
    /// What is owed, such as 季度通报.
    public let label: String
    /// The rule's id in the office's rule book.
    public let source: String
    /// For which quarter a document is, by its values; nil where it is for none.
    public let period: @Sendable (FormValues) -> Quarter?

    /// The last day on which what is owed for a quarter is in time: a day of the month after it, moved to a working day (B1).
    /// - Parameter dayOfMonth: 1 to 28.
    /// - Returns: nil after the last year that days have.
    public func due(_ quarter: Quarter, dayOfMonth: Int, calendar: WorkCalendar) -> Day? {
        guard let month = quarter.next?.firstDay else { return nil }
        return calendar.onOrAfter(month.adding(days: min(max(dayOfMonth, 1), 28) - 1))
    }
}
