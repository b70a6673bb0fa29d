// 系统: the four systems of the Sunshine Government, an open set.

/// One of the systems. The set is open: a new one is a `Procedure` and the rows of a migration.
public struct System: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let hearing = System(rawValue: "hearing")
    public static let publicNotice = System(rawValue: "publicNotice")
    public static let bulletin = System(rawValue: "bulletin")
    public static let inquiry = System(rawValue: "inquiry")

    /// The systems in the order of the menu (design 4), those not in use yet among them.
    public static let inMenu: [System] = [.hearing, .publicNotice, .bulletin, .inquiry]

    /// Under whose heading everything is searched.
    public var hasFullTextQuery: Bool { self == .inquiry }

    /// The system's name as clerks read it.
    public var title: String { Self.titles[self] ?? rawValue }

    private static let titles: [System: String] = [
        .hearing: "重大决策听证", .publicNotice: "重要事项公示", .bulletin: "重点工作通报", .inquiry: "政务信息查询",
    ]
}
