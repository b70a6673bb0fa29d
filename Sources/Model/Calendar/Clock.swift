// Where the present moment comes from; always given, never asked of the system behind a caller's back.

import Glibc

/// The source of the present moment, so that a test or a demo store can stand still.
public struct Clock: Sendable {
    public var now: @Sendable () -> Moment
    /// Whether it always shows the same moment, so that nothing can be waited for.
    public let isFixed: Bool
    /// Whether it goes on by itself, so that somebody must have set it if it goes back.
    public let isRunning: Bool

    public init(isFixed: Bool = false, isRunning: Bool = false, now: @escaping @Sendable () -> Moment) {
        self.isFixed = isFixed
        self.isRunning = isRunning
        self.now = now
    }

    /// The server's clock.
    public static let system = Clock(isRunning: true) {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// A clock that always shows the same moment.
    public static func fixed(_ moment: Moment) -> Clock {
        Clock(isFixed: true) { moment }
    }
}
