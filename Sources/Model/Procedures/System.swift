// 系统: the four systems of the Sunshine Government, an open set.

/// One of the systems. The set is open: a new one is a `Procedure` and the rows of a migration.
public struct System: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let hearing = System(rawValue: "hearing")
    public static let publicNotice = System(rawValue: "publicNotice")
    public static let bulletin = System(rawValue: "bulletin")
    public static let inquiry = System(rawValue: "inquiry")
}
