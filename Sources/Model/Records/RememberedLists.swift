// How a clerk last had a list, kept from one sign-in to the next.
internal import GRDB

extension Transaction {
    /// The texts that describe how the clerk last had a list; nil where nothing, or nothing readable, is remembered.
    func remembered(_ list: String) throws -> Entries? {
        let text = try String.fetchOne(
            db, sql: "SELECT view FROM list_view WHERE clerk_id = ? AND list = ?",
            arguments: [clerk.id.rawValue, list])
        return text.flatMap { try? fields(ofJSON: $0) }.map { Entries($0) }
    }

    func remember(_ texts: Entries, of list: String) throws {
        try db.execute(
            sql: """
                INSERT INTO list_view (clerk_id, list, view) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET view = excluded.view
                """, arguments: [clerk.id.rawValue, list, try jsonText(texts.texts)])
    }
}

extension System {
    /// The name of its list of all comments among remembered lists.
    fileprivate var comments: String { "\(rawValue).comments" }
}

extension Office {
    /// What the clerk last narrowed the list of all comments of a system to.
    public func commentFilter(_ procedure: Procedure, in session: Session) throws(Refusal) -> CommentFilter {
        try read(in: session) { transaction in
            let texts = try transaction.remembered(procedure.system.comments)
            return CommentFilter(
                texts ?? Entries(), of: procedure.system, channels: texts == nil ? [] : try transaction.channels())
        }
    }

    /// Remembers what the clerk has the list of all comments narrowed to. Which matter it is narrowed to is not kept: that ends.
    public func remember(_ filter: CommentFilter, in session: Session) throws(Refusal) {
        guard let system = filter.system else { return }
        try write(in: session) { try $0.remember(filter.texts, of: system.comments) }
    }
}
