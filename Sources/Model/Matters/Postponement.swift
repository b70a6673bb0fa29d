// 改期: a move of a matter's event that was announced to the public.

/// One move of a matter's event.
public struct Postponement: Hashable, Sendable {
    public let from: Day
    public let to: Day
    /// When the event is over on its new day.
    public let ends: Moment
    public let reason: String
    public let at: Moment
    /// What let its notice out; nil where nothing was set.
    public var review: Review? = nil
}
