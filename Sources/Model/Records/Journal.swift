// 操作日志: the append-only, hash-chained table of every act.
internal import CSodium
internal import GRDB

/// The journal: what an act says of itself, and how rows are chained. The row format is in docs/decisions.
public enum Journal {
    /// What an act wants written.
    public struct Entry: Sendable {
        public var matter: Identifier<Matter>?
        /// What was acted on, such as "document:12"; empty where there is nothing but the clerk.
        public var subject: String
        /// What was done, as history shows it.
        public var sentence: String
        /// The changed fields by their labels.
        public var before: [String: String]
        public var after: [String: String]
        /// The clerk's written reason, where the act asks for one.
        public var reason: String?
        var isRefusal: Bool

        init(
            matter: Identifier<Matter>? = nil, subject: String = "", sentence: String, before: [String: String] = [:],
            after: [String: String] = [:], reason: String? = nil, isRefusal: Bool = false
        ) {
            self.matter = matter
            self.subject = subject
            self.sentence = sentence
            self.before = before
            self.after = after
            self.reason = reason
            self.isRefusal = isRefusal
        }
    }

    /// Who a row says did it.
    struct Writer {
        var clerk: Identifier<Clerk>?
        var name: String
        var unit: Identifier<Unit>?
        var session: Identifier<Session>?

        /// What the program does by itself, such as noting that a deadline has passed.
        static let system = Writer(name: "系统")
    }

    /// The hash before the first row.
    static let beginning = String(repeating: "0", count: 64)

    /// Appends one row and chains it to the last.
    /// - Returns: the row's number.
    static func append(_ entry: Entry, act: String, by writer: Writer, at now: Moment, to db: Database) throws -> Int64
    {
        var end = try End(db)
        return try end.append(entry, act: act, by: writer, at: now)
    }

    /// Where the journal ends: many rows are appended one after another without looking for it each time.
    struct End {
        private let db: Database
        /// The number of the last row; 0 where there is none.
        private(set) var number: Int64
        private var hash: String

        init(_ db: Database) throws {
            let last = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT id, hash FROM journal ORDER BY id DESC LIMIT 1"))
            self.db = db
            number = last?["id"] ?? 0
            hash = last?["hash"] ?? beginning
        }

        /// - Returns: the row's number.
        @discardableResult
        mutating func append(_ entry: Entry, act: String, by writer: Writer, at now: Moment) throws -> Int64 {
            let row = try JournalRow(entry, number: number + 1, act: act, by: writer, at: now, after: hash)
            hash = try row.insert(into: db)
            number += 1
            return number
        }
    }
}

extension Transaction {
    /// Appends a row by the session's clerk.
    @discardableResult
    func append(_ entry: Journal.Entry, act: String) throws -> Int64 {
        try Journal.append(
            entry, act: act,
            by: Journal.Writer(clerk: clerk.id, name: clerk.fullName, unit: clerk.unit.id, session: session.id),
            at: now, to: db)
    }
}
