// How a clerk last set a kind of terminal, kept from one sign-in to the next.
internal import GRDB

extension Office {
    /// The texts that describe how the clerk set this kind of terminal; nil where nothing, or nothing readable, is remembered.
    public func terminalSettings(_ terminal: String, in session: Session) throws(Refusal) -> Entries? {
        try read(in: session) { transaction in
            let text = try String.fetchOne(
                transaction.db, sql: "SELECT settings FROM terminal_setting WHERE clerk_id = ? AND terminal = ?",
                arguments: [transaction.clerk.id.rawValue, terminal])
            return text.flatMap { try? fields(ofJSON: $0) }.map { Entries($0) }
        }
    }

    /// Remembers how the clerk sets this kind of terminal.
    public func remember(_ settings: Entries, ofTerminal terminal: String, in session: Session) throws(Refusal) {
        try keeping(in: session) { transaction in
            try transaction.db.execute(
                sql: """
                    INSERT INTO terminal_setting (clerk_id, terminal, settings) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET settings = excluded.settings
                    """,
                arguments: [transaction.clerk.id.rawValue, terminal, try jsonText(settings.texts)])
        }
    }
}
