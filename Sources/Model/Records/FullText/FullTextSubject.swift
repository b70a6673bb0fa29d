// What of a record is found by its words: read afresh from the record, for the index, for hits and for the check alike.
internal import GRDB

/// What a row of the index is of.
enum FullTextSubject: String {
    case document, temporaryNotice, comment, reply
}

/// A record as the full-text index has it.
struct FullTextSource {
    let kind: FullTextKind
    /// Rises with every change of the text.
    let edition: Int
    let day: Day
    let system: System
    let unit: Int64
    let site: Int64
    /// The title, the numbers and the texts a form holds; of comments and replies only what was masked.
    let texts: [String]

    /// The words of the index: those of the texts, each text apart, then what the text is narrowed by.
    /// - Parameter sites: the record's site and those above it.
    func words(sites: [Int64]) -> [String] {
        var words: [String] = []
        for text in texts {
            words += FullTextToken.all(of: text).lazy.map(\.text)
            words.append(Self.gap)
        }
        if kind.isPublic { words.append(Self.everybody) }
        words += [Self.word(kind), Self.word(system), Self.word(unit: unit)]
        return words + sites.map(Self.word(site:))
    }

    /// What stands between two texts, so that no phrase goes from one into the other. No text has this sign in a word.
    private static let gap = "#"
    static let everybody = "#public"
    static func word(_ kind: FullTextKind) -> String { "#kind\(kind.word)" }
    static func word(_ system: System) -> String { "#system\(system.rawValue)" }
    static func word(unit: Int64) -> String { "#unit\(unit)" }
    static func word(site: Int64) -> String { "#site\(site)" }
}

extension FullTextSource {
    /// A record that is to be found, or nil: one that was deleted, withdrawn or never was.
    init?(_ subject: FullTextSubject, _ record: Int64, _ db: Database) throws {
        switch subject {
        case .document: try self.init(document: record, db)
        case .temporaryNotice: try self.init(temporaryNotice: record, db)
        case .comment: try self.init(comment: record, db)
        case .reply: try self.init(reply: record, db)
        }
    }

    private init?(document: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT d.kind, d.system, d.year, d.serial, d.published_day AS day, d.site_id, m.unit_id, v.id AS version_id,
                  v.ordinal AS edition, v.title, v.reference_number, v.signed_unit
                FROM document d JOIN matter m ON m.id = d.matter_id JOIN document_version v ON v.document_id = d.id
                WHERE d.id = ? AND d.deleted_at IS NULL ORDER BY v.ordinal DESC LIMIT 1
                """)
        guard let row = try Row.fetchOne(statement, arguments: [document]) else { return nil }
        let kind = DocumentKind(rawValue: row["kind"])
        let form = Procedure.of(System(rawValue: row["system"]))?.document(kind)?.form
        let number = DocumentNumber(year: row["year"], serial: row["serial"])
        let own = try form.map { try $0.texts(ofVersion: row["version_id"], db) } ?? []
        let heads: [String?] = [row["title"], number.description, row["reference_number"], row["signed_unit"]]
        self.init(row, .document(kind), heads.compactMap { $0 } + own)
    }

    private init?(temporaryNotice: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT system, year, serial, published_day AS day, site_id, unit_id, 1 AS edition, title, body, signed_unit
                FROM temporary_notice WHERE id = ? AND withdrawn_at IS NULL
                """)
        guard let row = try Row.fetchOne(statement, arguments: [temporaryNotice]) else { return nil }
        let number = DocumentNumber(year: row["year"], serial: row["serial"])
        self.init(row, .temporaryNotice, [row["title"], number.description, row["signed_unit"], row["body"]])
    }

    private init?(comment: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT c.body, c.author, c.received_day AS day, 1 AS edition, m.system, m.site_id, m.unit_id
                FROM comment c JOIN matter m ON m.id = c.matter_id WHERE c.id = ? AND m.deleted_at IS NULL
                """)
        guard let row = try Row.fetchOne(statement, arguments: [comment]) else { return nil }
        self.init(row, .comment, [PersonalData.text(row["body"], of: row["author"])])
    }

    private init?(reply: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT r.body, c.author, c.adoption_reason, r.replied_day AS day, r.version AS edition, m.system, m.site_id, m.unit_id
                FROM reply r JOIN comment c ON c.id = r.comment_id JOIN matter m ON m.id = c.matter_id
                WHERE r.id = ? AND m.deleted_at IS NULL
                """)
        guard let row = try Row.fetchOne(statement, arguments: [reply]) else { return nil }
        let texts: [String?] = [row["body"], row["adoption_reason"]]
        self.init(row, .reply, texts.compactMap { $0 }.map { PersonalData.text($0, of: row["author"]) })
    }

    private init(_ row: Row, _ kind: FullTextKind, _ texts: [String]) {
        self.init(
            kind: kind, edition: row["edition"], day: Day(row["day"] as String) ?? .first,
            system: System(rawValue: row["system"]), unit: row["unit_id"], site: row["site_id"], texts: texts)
    }
}

extension Form {
    /// What a version's own fields hold in words; dates, numbers and choices are no texts.
    fileprivate func texts(ofVersion version: Int64, _ db: Database) throws -> [String] {
        let names = ownFields.filter(\.holdsWords).map(\.name)
        guard !names.isEmpty else { return [] }
        let statement = try db.cachedStatement(
            sql: "SELECT \(names.joined(separator: ", ")) FROM \(table) WHERE version_id = ?")
        let row = try Row.fetchOne(statement, arguments: [version])
        return names.compactMap { row?[$0] }
    }
}

extension Field {
    fileprivate var holdsWords: Bool {
        switch kind {
        case .line, .text: true
        case .day, .time, .count, .choice, .tick: false
        }
    }
}
