// 草稿: unfinished typing, kept as a row.

/// What a clerk has typed into a form and not published.
public struct Draft: Hashable, Sendable {
    public let id: Identifier<Draft>
    /// The form's name, such as "hearing.announcement".
    public let form: String
    public let matter: Identifier<Matter>?
    /// The matter's title, or what was typed as the title of a new one.
    public let title: String
    public let entries: Entries
    public let attachments: [Attachment]
    public let savedAt: Moment

    /// The name of a document's form among drafts.
    public static func form(_ system: System, _ kind: DocumentKind) -> String { "\(system.rawValue).\(kind.rawValue)" }

    /// The name of a revision's form. It names the version that was read, so that a newer one is never written over unseen.
    public static func form(_ system: System, _ kind: DocumentKind, _ revision: Revision, of version: Int) -> String {
        "\(form(system, kind)).\(revision.rawValue).\(version)"
    }

    /// The name of the form of a linked notice.
    public static func form(_ system: System, _ purpose: TemporaryNotice.Purpose) -> String {
        "\(system.rawValue).\(purpose.rawValue)"
    }
}
