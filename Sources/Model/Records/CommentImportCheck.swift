// Checking a file of comments against the store: matters, source numbers, and whether the file came before.
internal import GRDB

/// For whom comments are imported.
struct ImportParty {
    let site: Identifier<Site>
    /// The clerk's unit, whose matters alone may be imported to; nil for the server's operator.
    let unit: Unit?
    let clerk: Identifier<Clerk>?
    let name: String
}

extension Office {
    /// What a clerk's import of a file would do. Nothing is changed.
    /// - Throws: `Refusal` if the file was imported before, or the check was stopped.
    public func checkComments(
        _ file: CommentFile, _ watch: WorkWatch = .nobody, in session: Session
    ) throws(Refusal) -> CheckedComments {
        try mustBeAllowed(ImportComments.self, in: session)
        return try read(in: session) { transaction in
            try CommentImportCheck.check(file, watch, transaction.db, transaction.importParty, now: transaction.now)
        }
    }

    /// What an import of a file by the server's operator would do. Nothing is changed.
    /// - Parameter site: the site's name; nil where the store has one only.
    /// - Throws: `Refusal` if the file was imported before, the site is not known, or the check was stopped.
    public func checkComments(
        _ file: CommentFile, site: String?, _ watch: WorkWatch = .nobody, as operator: ServerOperator
    ) throws(Refusal) -> CheckedComments {
        try read { db in
            let party = try ImportParty(`operator`, site: site, db)
            return try CommentImportCheck.check(file, watch, db, party, now: self.clock.now())
        }
    }
}

extension Transaction {
    var importParty: ImportParty {
        ImportParty(site: clerk.site.id, unit: clerk.unit, clerk: clerk.id, name: clerk.fullName)
    }
}

extension ImportParty {
    /// The server's operator, who stands outside of all units.
    init(_ operator: ServerOperator, site name: String?, _ db: Database) throws {
        let sites = try Row.fetchAll(db, sql: "SELECT id, name FROM site ORDER BY id")
        let found = sites.filter { name == nil || $0["name"] == name }
        guard found.count == 1, let site = found.first else {
            let names = sites.prefix(8).map { $0["name"] as String }.joined(separator: "、")
            throw Refusal(
                name.map { "没有站点 \($0); 数据库中有: \(names)" } ?? "数据库中有 \(sites.count) 个站点, 请用 --site 写明是哪一个: \(names)")
        }
        self.init(site: Identifier(site["id"]), unit: nil, clerk: nil, name: `operator`.name)
    }
}

/// One reading of a file of comments.
struct CommentImportCheck {
    private let db: Database
    private let party: ImportParty
    private let now: Moment
    private var places: [CheckedComments.Place: Int] = [:]
    private var known: [CheckedComments.Place] = []
    private var subjects: [CommentedSubject] = []
    private var faults: [LineFault] = []
    private let measure: String
    /// The line on which a source number stands first.
    private var sources: [Source: Int] = [:]

    private struct Source: Hashable {
        let subject: Int
        let channel: String
        let id: String
    }

    private static let step = 500

    /// Checks every line of a file.
    static func check(
        _ file: CommentFile, _ watch: WorkWatch, _ db: Database, _ party: ImportParty, now: Moment
    ) throws -> CheckedComments {
        var check = CommentImportCheck(db, party, measure: file.measure, now: now)
        return try check.check(file, watch)
    }

    private init(_ db: Database, _ party: ImportParty, measure: String, now: Moment) {
        self.measure = measure
        self.db = db
        self.party = party
        self.now = now
    }

    private mutating func check(_ file: CommentFile, _ watch: WorkWatch) throws -> CheckedComments {
        try Self.mustBeNew(file.sha256, name: file.name, site: party.site, db)
        let check = CommentLineCheck(channels: try Transaction.channels(db), now: now)
        faults = file.faults
        var comments: [ImportedComment] = []
        comments.reserveCapacity(file.lines.count)
        for (index, line) in file.lines.enumerated() {
            if index.isMultiple(of: Self.step) {
                watch.tell(WorkProgress("检查建议", done: index, total: file.lines.count))
                if watch.isStopped() { throw Refusal("已取消检查, 一条也没有导入") }
            }
            let before = faults.count
            faults += check.controls(in: line)
            guard faults.count == before else { continue }
            let place = try place(of: line)
            let subject = place.map { (matter: subjects[$0], place: $0) }
            guard let comment = check.comment(line, of: subject, &faults), faults.count == before else { continue }
            if try isNew(comment, line) { comments.append(comment) }
        }
        return CheckedComments(
            file, places: known, subjects: subjects, comments: comments, faults: faults,
            try PersonalHash(reading: db))
    }

    /// The matter of a line, looked up once; nil where there is none to import to, which is then said.
    private mutating func place(of line: CommentFile.Line) throws -> Int? {
        guard let procedure = CommentLineCheck.procedure(line[.system]) else {
            let names = Procedure.all.map(\.system.title).joined(separator: "、")
            add(line, .system, "系统只能写 \(names), \(line.told(.system))")
            return nil
        }
        guard let number = CommentLineCheck.number(line[.number]) else {
            add(line, .number, "看不懂编号 \"\(TypedText(line[.number]).shown)\", 请照列表写成 2026-12; 表格软件会把它变成日期, 请先把这一栏设为文本")
            return nil
        }
        let place = CheckedComments.Place(system: procedure.system, number: number)
        if let seen = places[place] { return seen }
        guard let subject = try CommentedSubject.find(place, site: party.site, db) else {
            add(line, .number, "\(procedure.system.title)没有编号是 \(number) 的事项, 请核对")
            return nil
        }
        if let refusal = refusal(of: subject, number) {
            add(line, .number, refusal)
            return nil
        }
        places[place] = subjects.count
        known.append(place)
        subjects.append(subject)
        return subjects.count - 1
    }

    private func refusal(of subject: CommentedSubject, _ number: DocumentNumber) -> String? {
        if subject.isDeleted { return "\(number) 已被删除, 不再收建议" }
        if let unit = party.unit, unit.id != subject.unit {
            return "\(number) 是\(subject.unitName)的事项, 您只能导入\(unit.name)的事项的建议"
        }
        return subject.announcedAt == nil ? "\(number) 还没有发布, 不收建议" : nil
    }

    /// Whether a line's comment is not in the store, nor earlier in the file, as far as its source number tells.
    private mutating func isNew(_ comment: ImportedComment, _ line: CommentFile.Line) throws -> Bool {
        guard let id = comment.source else { return true }
        let source = Source(subject: comment.subject, channel: comment.channel, id: id)
        if let first = sources.updateValue(sources[source] ?? comment.line, forKey: source) {
            add(line, .source, "来源编号 \(AttachmentName.shown(id)) 与第 \(first) \(measure)重复, 请删去一\(measure)")
            return false
        }
        let statement = try db.cachedStatement(
            sql: "SELECT id FROM comment WHERE matter_id = ? AND channel = ? AND source_id = ?")
        let arguments: StatementArguments = [subjects[comment.subject].id.rawValue, comment.channel, id]
        guard let earlier = try Int64.fetchOne(statement, arguments: arguments) else { return true }
        add(line, .source, "来源编号 \(AttachmentName.shown(id)) 已经导入过, 是第 \(earlier) 条建议, 请从文件中删去")
        return false
    }

    private mutating func add(_ line: CommentFile.Line, _ column: CommentFile.Column, _ sentence: String) {
        faults.append(line.fault(column, sentence))
    }

    /// - Throws: `Refusal` naming who imported the same file when.
    static func mustBeNew(_ sha256: String, name: String, site: Identifier<Site>, _ db: Database) throws {
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM comment_import WHERE site_id = ? AND sha256 = ? AND in_force = 1",
            arguments: [site.rawValue, sha256])
        guard let row else { return }
        let at = Moment(utc: row["imported_at"])?.text ?? ""
        throw Refusal(
            "\(AttachmentName.quoted(name)) 已由\(row["importer"] as String)于 \(at) 导入 (第 \(row["id"] as Int64) 批, \((row["comments"] as Int).grouped) 条), 没有再导入; 新收到的建议请另存一个文件"
        )
    }
}

extension CommentedSubject {
    /// The matter of a document's number.
    static func find(
        _ place: CheckedComments.Place, site: Identifier<Site>, _ db: Database
    ) throws -> CommentedSubject? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT m.id, m.title, m.unit_id, u.name AS unit_name, m.comments_until,
                  m.deleted_at IS NOT NULL OR d.deleted_at IS NOT NULL AS is_deleted,
                  (SELECT f.published_at FROM document f WHERE f.matter_id = m.id AND f.deleted_at IS NULL
                   ORDER BY f.id LIMIT 1) AS announced_at
                FROM document d JOIN matter m ON m.id = d.matter_id JOIN unit u ON u.id = m.unit_id
                WHERE d.site_id = ? AND d.system = ? AND d.year = ? AND d.serial = ?
                """)
        let row = try Row.fetchOne(
            statement, arguments: [site.rawValue, place.system.rawValue, place.number.year, place.number.serial])
        return row.map { row in
            CommentedSubject(
                id: Identifier(row["id"]), title: row["title"], unit: Identifier(row["unit_id"]),
                unitName: row["unit_name"], announcedAt: (row["announced_at"] as String?).flatMap(Moment.init(utc:)),
                commentsUntil: (row["comments_until"] as String?).flatMap(Moment.init(utc:)),
                isDeleted: row["is_deleted"])
        }
    }
}
