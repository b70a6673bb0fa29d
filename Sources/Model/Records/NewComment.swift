// The one place where a comment becomes a row, whether a clerk registers it or a file brings it.
internal import GRDB

/// A moment as a row keeps it: UTC, and the Beijing date beside it.
struct KeptMoment: Sendable {
    let utc: String
    let day: String

    init(_ moment: Moment) {
        utc = moment.iso
        day = moment.day.description
    }
}

/// A comment that is about to be entered.
struct NewComment {
    var matter: Identifier<Matter>
    var channel: String
    var author: String?
    var contact: String?
    var body: String
    var received: KeptMoment
    var isLate: Bool
    var registered: KeptMoment
    /// nil where no clerk entered it, but the server's operator.
    var registeredBy: Identifier<Clerk>?
    /// The file it came with.
    var importNumber: Int64?
    /// What another system calls it.
    var source: String?
}

extension Database {
    /// Enters a comment.
    func insert(_ comment: NewComment) throws -> Identifier<Comment> {
        try cachedStatement(
            sql: """
                INSERT INTO every_comment (matter_id, channel, author, contact, body, received_at, received_day, is_late,
                  registered_at, registered_by, import_id, source_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            comment.matter.rawValue, comment.channel, comment.author, comment.contact, comment.body,
            comment.received.utc, comment.received.day, comment.isLate, comment.registered.utc,
            comment.registeredBy?.rawValue, comment.importNumber, comment.source,
        ])
        return Identifier(lastInsertedRowID)
    }
}
