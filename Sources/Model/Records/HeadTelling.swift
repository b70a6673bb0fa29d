// Telling the journal's head outside of the store: once a day by itself, and when the auditor asks.
internal import GRDB

extension Office {
    /// Tells the head with a day's first act, whichever process does it. The act stands even if it cannot be told; then 系统 journals why.
    func tellHead(on day: Day) {
        guard headDay != day else { return }
        headDay = day
        do throws(Refusal) {
            try tellHead(isDaily: true)
        } catch {
            _ = try? write { db in
                try Journal.append(
                    Journal.Entry(sentence: error.sentence), act: "headUntold", by: .system, at: self.clock.now(),
                    to: db)
            }
        }
    }

    /// Writes the journal's head to the file beside the store and to the server's log.
    /// - Returns: the head; nil where there is none yet, or another process is writing it.
    @discardableResult
    private func tellHead(isDaily: Bool) throws(Refusal) -> JournalHead? {
        guard let head = try read({ try JournalHead.last(of: $0, at: self.clock.now()) }),
            try HeadsFile(beside: path).append(head, isDaily: isDaily)
        else { return nil }
        let store = AttachmentName.visible(path)
        systemLog?("journal of \(store): row \(head.number), SHA-256 \(head.hash), \(head.at.iso)")
        return head
    }

    /// Tells the head as the auditor asks; the act is the row that is told.
    /// - Throws: `Refusal` if the clerk may not, or it cannot be written.
    public func tellHead(in session: Session) throws(Refusal) -> Done<JournalHead?> {
        let done = try perform(TellJournalHead(), in: session)
        return Done(outcome: try tellHead(isDaily: false), journalNumber: done.journalNumber)
    }
}

extension JournalHead {
    /// The head as it is now.
    static func last(of db: Database, at now: Moment) throws -> JournalHead? {
        try Row.fetchOne(db, sql: "SELECT id, hash FROM journal ORDER BY id DESC LIMIT 1").map {
            JournalHead(at: now, number: $0["id"], hash: $0["hash"])
        }
    }
}
