// 附件: a file kept with a document.

/// A file attached to a document or a draft.
public struct Attachment: Hashable, Sendable {
    public let id: Identifier<Attachment>
    public let name: String
    /// Bytes.
    public let size: Int
    public let sha256: String

    /// The most a document may have.
    public static let most = 20
    /// The most bytes of a file (H8, G2: within 5M).
    public static let largest = 5_242_880
    /// What its name ends in, exactly (G2).
    public static let ending = ".doc"
    /// Characters of the name.
    public static let longestName = 100
}
