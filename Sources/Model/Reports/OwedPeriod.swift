// 欠发: a period for which a unit has not published what it owes.

/// A unit's period whose last day has passed (B1).
public struct OwedPeriod: PagedRow, Hashable {
    public let id: Identifier<OwedPeriod>
    public let open: OpenDeadline
}
