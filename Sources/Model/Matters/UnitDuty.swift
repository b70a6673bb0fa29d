// Which quarters a unit owes something for, as it is set (B1).

/// A unit's duty in a system: from which quarter on, and until which.
public struct UnitDuty: Hashable, Sendable {
    public let since: Quarter
    /// The last quarter; nil while the duty goes on.
    public let until: Quarter?
    public let version: Int

    /// Whether something is owed for a quarter.
    public func owes(_ quarter: Quarter) -> Bool { quarter >= since && quarter <= until ?? quarter }

    /// The quarters that are owed up to one.
    func quarters(through last: Quarter) -> [Quarter] { since.through(min(last, until ?? last)) }

    /// How it is told, such as `自2026年第1季度起`.
    public var text: String {
        "自\(since.text)起" + (until.map { ", 到\($0.text)为止" } ?? "")
    }
}
