// 站点: one government whose organs publish.

/// A government of the province, a prefecture or a county.
public struct Site: Hashable, Sendable {
    public enum Level: String, Sendable { case province, prefecture, county }
    public let id: Identifier<Site>
    public let name: String
    public let level: Level

    /// Characters.
    public static let longestName = 40
}
