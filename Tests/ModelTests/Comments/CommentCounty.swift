// Comments in a county made for tests.
import CountyFixture
import GRDB
import Model

extension County {
    /// What a clerk types to register a comment.
    static func registering(
        _ body: String = "建议分步调整", channel: String = "letter", on day: String, author: String = "", contact: String = ""
    ) -> Entries {
        Entries(["channel": channel, "received_day": day, "author": author, "contact": contact, "body": body])
    }

    /// Registers a comment of a matter, received on a day, and reads it.
    func register(
        _ body: String = "建议分步调整", channel: String = "letter", on day: String? = nil, author: String = "",
        contact: String = "", of matter: Matter, in session: Session
    ) throws -> Model.Comment {
        let entries = Self.registering(
            body, channel: channel, on: day ?? now.day.description, author: author, contact: contact)
        let done = try office.perform(RegisterComment(of: matter.id, entries: entries), in: session)
        return try office.comment(done.outcome.comment, in: session)
    }

    /// What came by the web site at this moment, as the site will enter it.
    func arrive(
        _ body: String, author: String? = nil, contact: String? = nil, of matter: Matter, in session: Session
    ) throws -> Model.Comment {
        try rawQueue().write { db in
            try db.execute(
                sql: """
                    INSERT INTO every_comment (matter_id, channel, author, contact, body, received_at, received_day)
                    VALUES (?, 'web', ?, ?, ?, ?, ?)
                    """, arguments: [matter.id.rawValue, author, contact, body, now.iso, now.day.description])
        }
        return try office.comment(
            Identifier(try rawValue("SELECT max(id) FROM comment") ?? 0), in: session)
    }

    func set(_ name: String, _ value: String) throws {
        try raw("INSERT INTO setting (site_id, name, value, changed_at) VALUES (1, '\(name)', '\(value)', '')")
    }

    /// A reply's entries.
    static func replying(_ body: String = "已采纳", _ adoption: String = "adopted", reason: String = "") -> Entries {
        Entries(["adoption": adoption, "reason": reason, "body": body])
    }

    @discardableResult
    func reply(to comments: [Model.Comment], _ entries: Entries = replying(), in session: Session) throws -> Int64 {
        try office.perform(ReplyToComments(comments, entries: entries), in: session).journalNumber
    }

    /// The comment as it is now.
    func reread(_ comment: Model.Comment, in session: Session) throws -> Model.Comment {
        try office.comment(comment.id, in: session)
    }

    /// The sentence of the refusal of something.
    func refused(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return (error as? Refusal)?.sentence
        }
    }
}
