// 公告, 通知, 报告: what is published about a matter.

/// What a document is in its matter. An open set, like `System`.
public struct DocumentKind: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let announcement = DocumentKind(rawValue: "announcement")
    public static let notice = DocumentKind(rawValue: "notice")
    public static let report = DocumentKind(rawValue: "report")
}
