// Whose layer of the work calendar is meant.

/// The nation, or a government that adds days of its own.
public struct CalendarOwner: Hashable, Sendable {
    /// Nil for the nation.
    public let site: Identifier<Site>?
    /// 全国, or the site's name.
    public let name: String

    public static let nation = CalendarOwner(site: nil, name: CalendarLayer.nationalName)

    public var isNation: Bool { site == nil }
}
