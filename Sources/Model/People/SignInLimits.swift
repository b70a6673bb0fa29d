// When a sign-in has to wait, and how long a session lasts.

/// The limits of signing in and of being signed in, within what can be meant.
public struct SignInLimits: Hashable, Sendable {
    /// Failures in a row that lock a name.
    let failures: Int
    /// Seconds.
    let lock: Int
    /// Seconds without a key until the screen is locked.
    public let idle: Int
    /// Seconds from sign-in until the session ends.
    public let whole: Int

    public init(_ settings: Settings = Settings()) {
        failures = settings.count(.signInFailures)
        lock = 60 * settings.count(.lockMinutes)
        idle = 60 * settings.count(.idleMinutes)
        whole = 3600 * settings.count(.sessionHours)
    }

    /// Seconds to wait after so many failures in a row: 1, 2, 4 and so on to 60, until the name is locked.
    /// - Parameter blocks: false for the last security administrator, whom failures of others only delay.
    func wait(after failures: Int, blocks: Bool) -> Int {
        blocks && failures >= self.failures ? lock : Self.delay(after: failures)
    }

    static func delay(after failures: Int) -> Int { failures > 6 ? 60 : 1 << max(0, failures - 1) }

    /// A time to wait as it is told.
    static func told(_ seconds: Int) -> String { seconds > 60 ? "\((seconds + 59) / 60) 分钟" : "\(seconds) 秒" }
}
