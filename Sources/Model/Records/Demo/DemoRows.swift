// The demo's rows: prepared statements, and the numbers that have been given out.
import Foundation
internal import GRDB

/// Writes the demo's rows in the order of time, each consistent with what the acts would have written.
final class DemoRows {
    let agenda: DemoAgenda
    let accounts: DemoAccounts
    let procedure = Procedure.hearing
    let channels: [Channel]
    /// The form of which registered comments came.
    let registering: Form
    let hash: PersonalHash
    let db: Database
    private var statements: [String: GRDB.Statement] = [:]
    private var lastIDs: [String: Int64] = [:]
    private var serials: [String: [Int: Int]] = [:]
    private var journalHash = Journal.beginning
    private var files: [DocumentKind: File] = [:]
    /// The last day on which 系统 noted what had passed: the first act of a day does.
    var notedDay: Day?

    /// An attached file whose bytes are in the store.
    struct File {
        let name: String
        let size: Int
        let sha256: String
    }

    init(_ db: Database, _ agenda: DemoAgenda, passwordHash: String) throws {
        self.db = db
        self.agenda = agenda
        var accounts: DemoAccounts?
        try db.inTransaction {
            accounts = try DemoAccounts(writing: db, agenda, passwordHash: passwordHash)
            return .commit
        }
        guard let accounts else { throw Refusal("演示数据没有写成", reason: .store) }
        self.accounts = accounts
        try db.execute(
            sql: "UPDATE journal_salt SET salt = ?", arguments: [SHA256.text(Array("demo \(agenda.seed)".utf8))])
        hash = try PersonalHash(reading: db)
        channels = try Transaction.channels(db)
        registering = Comment.form(channels, announced: nil)
        let last = try Row.fetchOne(db, sql: "SELECT id, hash FROM journal ORDER BY id DESC LIMIT 1")
        lastIDs["journal"] = last?["id"]
        journalHash = last?["hash"] ?? Journal.beginning
    }

    // MARK: - Transactions

    func begin() throws { try db.beginTransaction() }
    func commit() throws {
        try FullTextKeeping.catchUp(db)
        try db.commit()
    }

    /// Leaves an open transaction; the store is thrown away then.
    func abandon() { if db.isInsideTransaction { try? db.rollback() } }

    /// Ends the making: numbers given out are kept, so that the next act goes on from there.
    func finish() throws {
        try writeSerials()
        try markPackages()
        try commit()
    }

    /// What was published in the demo's past is long out: the first act is not to write it all.
    private func markPackages() throws {
        try db.execute(
            sql: """
                INSERT INTO public_package (temporary_notice_id, purpose, queued_at)
                SELECT id, 'withdraw', withdrawn_at FROM temporary_notice WHERE withdrawn_at IS NOT NULL ORDER BY id;
                UPDATE public_package SET written_at = queued_at;
                """)
    }

    // MARK: - Between rows and acts

    /// Writes the numbers given out, so that an act goes on from there.
    func writeSerials() throws {
        for series in serials.keys.sorted() {
            for (year, last) in (serials[series] ?? [:]).sorted(by: { $0.key < $1.key }) {
                try db.cachedStatement(
                    sql: """
                        INSERT INTO number_series (site_id, series, year, last) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO UPDATE SET last = excluded.last
                        """
                ).execute(arguments: [DemoAccounts.site, series, year, last])
            }
        }
    }

    /// Reads what an act has given out, so that rows go on from there.
    func readBack() throws {
        for table in Self.numbered {
            lastIDs[table] = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM \(table)"))
        }
        for row in try Row.fetchAll(db.cachedStatement(sql: "SELECT series, year, last FROM number_series")) {
            serials[row["series"], default: [:]][row["year"]] = row["last"]
        }
        let latest = try db.cachedStatement(sql: "SELECT hash FROM journal ORDER BY id DESC LIMIT 1")
        journalHash = try String.fetchOne(latest) ?? journalHash
    }

    /// The tables whose rows are numbered here and by acts; comments on hearings are only numbered here.
    private static let numbered = [
        "matter", "document", "document_version", "deadline", "attachment", "temporary_notice", "reply", "posting",
        "reply_template", "journal",
    ]

    // MARK: - Rows

    /// Inserts a row with its columns as given.
    func insert(_ table: String, _ columns: [String], _ values: [(any DatabaseValueConvertible)?]) throws {
        let statement = try statement(table) {
            let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
            return "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
        }
        try statement.execute(arguments: StatementArguments(values))
    }

    /// Inserts a row with the table's next number.
    /// - Returns: the number.
    @discardableResult
    func number(_ table: String, _ columns: [String], _ values: [(any DatabaseValueConvertible)?]) throws -> Int64 {
        let id = (lastIDs[table] ?? 0) + 1
        lastIDs[table] = id
        try insert(table, ["id"] + columns, [id] + values)
        return id
    }

    private func statement(_ name: String, _ sql: () -> String) throws -> GRDB.Statement {
        if let statement = statements[name] { return statement }
        let statement = try db.makeStatement(sql: sql())
        statements[name] = statement
        return statement
    }

    /// The next number of a series in the year of a day.
    func nextNumber(_ series: String, _ day: Day) -> DocumentNumber {
        let last = (serials[series]?[day.year] ?? 0) + 1
        serials[series, default: [:]][day.year] = last
        return DocumentNumber(year: day.year, serial: last)
    }

    /// Appends to the journal without reading it back.
    func append(_ entry: Journal.Entry, act: String, by writer: Journal.Writer, at moment: Moment) throws {
        let number = (lastIDs["journal"] ?? 0) + 1
        lastIDs["journal"] = number
        let row = try JournalRow(entry, number: number, act: act, by: writer, at: moment, after: journalHash)
        journalHash = try row.insert(into: db)
    }

    /// The file that goes with a kind of document, its bytes stored when it is first asked for.
    func file(_ kind: DocumentKind) throws -> File? {
        if let file = files[kind] { return file }
        guard let document = DemoDocument.allCases.first(where: { $0.kind == kind }) else { return nil }
        let bytes = document.bytes
        let file = File(name: document.name, size: bytes.count, sha256: SHA256.text(bytes))
        try insert("attachment_content", ["sha256", "bytes"], [file.sha256, bytes.withUnsafeBytes { Data($0) }])
        files[kind] = file
        return file
    }

    /// The publisher of a unit as the journal names them.
    func writer(_ unitIndex: Int) -> Journal.Writer {
        guard let publisher = accounts.publishers[unitIndex] else { return .system }
        return Journal.Writer(
            clerk: Identifier(publisher.id), name: publisher.fullName, unit: Identifier(publisher.unit))
    }
}
