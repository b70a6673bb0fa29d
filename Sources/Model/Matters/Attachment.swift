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
}
