// The values of the settings that hold for a site.

/// What is set at a site. Whatever the store holds, a value outside of what is allowed counts as the nearest that is, or as the default.
public struct Settings: Sendable {
    private let values: [String: String]

    public init(_ values: [String: String] = [:]) { self.values = values }

    public var strict: Bool { self[.strict] == "是" }

    /// The fewest representatives of a hearing without a warning (H11).
    public var leastRepresentatives: Int { count(.leastRepresentatives) }

    /// The folder of public packages as it was set; empty where none is.
    public var publicFolder: String { self[.publicFolder] }

    /// Days without a backup after which it is said.
    public var backupDays: Int { count(.backupDays) }

    /// Working days for the reply to a comment of a channel (C1).
    public func replyDays(_ channel: Channel) -> Int { count(.replyDays(channel)) }

    public var complexReplyDays: Int { count(.complexReplyDays) }

    /// The day of the month by which what a system's units owe for a quarter is due (B1).
    public func dueDay(_ procedure: Procedure) -> Int { count(.dueDay(procedure)) }

    /// How a system is reviewed, never less than it must be (B3).
    public func review(_ system: System) -> ReviewMode {
        let set = ReviewMode(titled: self[.review(system)]) ?? .none
        return set == .none ? .least(system) : set
    }

    /// A setting that is a number, within its limits; what is no number counts as the default.
    func count(_ setting: Setting) -> Int {
        let count = Int(self[setting]) ?? Int(setting.standard) ?? 0
        guard case .count(let limits, _) = setting.allowed else { return count }
        return min(max(count, limits.lowerBound), limits.upperBound)
    }

    subscript(setting: Setting) -> String { values[setting.name] ?? setting.standard }
}
