// A time of day to the minute, as hearings are announced.

/// Hour and minute on a Beijing wall clock, 00:00 to 23:59.
public struct TimeOfDay: Hashable, Sendable {
    public let hour: Int
    public let minute: Int

    /// nil outside 00:00...23:59.
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// Reads what a clerk types, as `TypedTime` does; nil where that has a refusal.
    public init?(_ typed: String) {
        guard case .success(let time) = TypedTime.read(typed) else { return nil }
        self = time
    }

    /// For minutes already known to lie in one day.
    init(minutesSinceMidnight: Int) {
        (hour, minute) = minutesSinceMidnight.quotientAndRemainder(dividingBy: 60)
    }

    /// `09:00`.
    public var text: String { "\(hour.twoDigits):\(minute.twoDigits)" }
}

extension TimeOfDay: Comparable {
    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        (left.hour, left.minute) < (right.hour, right.minute)
    }
}

extension TimeOfDay: CustomStringConvertible {
    public var description: String { text }
}
