// 单位: an organ under a site.

/// An organ of government; a clerk belongs to one, and so does every matter.
public struct Unit: Hashable, Sendable {
    public let id: Identifier<Unit>
    public let site: Identifier<Site>
    public let name: String
    /// 简称, where columns are short.
    public let shortName: String
    /// The key by which names are sorted, editable because readings differ.
    public let pinyin: String

    /// Characters.
    public static let longestName = 40
    public static let longestShortName = 12
}
