// One journal row, its canonical form and its hash.
internal import CSodium
internal import GRDB

/// A row of the journal as it is hashed and stored.
struct JournalRow {
    let number: Int64
    let at: String
    let clerk: Int64?
    let clerkName: String
    let unit: Int64?
    let session: Int64?
    let act: String
    let isRefusal: Bool
    let matter: Int64?
    let subject: String
    let sentence: String
    let before: String
    let after: String
    let reason: String?
    let previous: String

    /// SHA-256 over the canonical row: each value as its length in UTF-8 bytes, a colon, the value, a line end; absent is "-".
    /// Lengths keep two different rows from ever reading the same.
    var hash: String {
        var canonical: [UInt8] = []
        func add(_ value: String?) {
            guard let value else { return canonical.append(contentsOf: "-\n".utf8) }
            canonical.append(contentsOf: "\(value.utf8.count):".utf8)
            canonical.append(contentsOf: value.utf8)
            canonical.append(0x0A)
        }
        add(String(number))
        add(at)
        add(clerk.map { String($0) })
        add(clerkName)
        add(unit.map { String($0) })
        add(session.map { String($0) })
        add(act)
        add(isRefusal ? "1" : "0")
        add(matter.map { String($0) })
        add(subject)
        add(sentence)
        add(before)
        add(after)
        add(reason)
        add(previous)
        return SHA256.text(canonical)
    }

    /// - Returns: the row's hash, to which the next row is chained.
    @discardableResult
    func insert(into db: Database) throws -> String {
        let hash = hash
        try db.cachedStatement(
            sql: """
                INSERT INTO journal (id, at, clerk_id, clerk, unit_id, session_id, act, is_refusal, matter_id, subject,
                  sentence, before, after, reason, previous, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
                """
        ).execute(arguments: [
            number, at, clerk, clerkName, unit, session, act, isRefusal, matter, subject, sentence, before, after,
            reason, previous, hash,
        ])
        return hash
    }

    init(
        number: Int64, at: String, clerk: Int64?, clerkName: String, unit: Int64?, session: Int64?, act: String,
        isRefusal: Bool, matter: Int64?, subject: String, sentence: String, before: String, after: String,
        reason: String?, previous: String
    ) {
        self.number = number
        self.at = at
        self.clerk = clerk
        self.clerkName = clerkName
        self.unit = unit
        self.session = session
        self.act = act
        self.isRefusal = isRefusal
        self.matter = matter
        self.subject = subject
        self.sentence = sentence
        self.before = before
        self.after = after
        self.reason = reason
        self.previous = previous
    }

    /// What an act wants written, as the row after the one with the hash `previous`.
    init(
        _ entry: Journal.Entry, number: Int64, act: String, by writer: Journal.Writer, at moment: Moment,
        after previous: String
    ) throws {
        self.init(
            number: number, at: moment.iso, clerk: writer.clerk?.rawValue, clerkName: writer.name,
            unit: writer.unit?.rawValue, session: writer.session?.rawValue, act: act, isRefusal: entry.isRefusal,
            matter: entry.matter?.rawValue, subject: entry.subject, sentence: entry.sentence,
            before: try jsonText(entry.before), after: try jsonText(entry.after), reason: entry.reason,
            previous: previous)
    }

    init(_ row: Row) {
        self.init(
            number: row["id"], at: row["at"], clerk: row["clerk_id"], clerkName: row["clerk"], unit: row["unit_id"],
            session: row["session_id"], act: row["act"], isRefusal: row["is_refusal"], matter: row["matter_id"],
            subject: row["subject"], sentence: row["sentence"], before: row["before"], after: row["after"],
            reason: row["reason"], previous: row["previous"])
    }
}
