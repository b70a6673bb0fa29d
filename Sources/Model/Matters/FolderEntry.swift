// One line of a clerk's inbox folder, as the list of files to attach shows it.

/// A file, or something that is none, lying in an inbox folder.
public struct FolderEntry: Equatable, Sendable {
    /// The name, safe to draw. Of an entry that is not refused it is the true name.
    public let name: String
    /// Size in bytes.
    public let size: Int
    /// When it was last changed, in whole seconds since 1970-01-01 00:00 UTC.
    public let modified: Int
    /// Why it cannot be attached, as far as name, kind and size tell; nil when it is worth opening.
    public let refusal: String?
}
