// Writing a checked file of comments: one short transaction, all or nothing.
internal import GRDB

/// One file on its way into the store.
struct CommentImport {
    private let db: Database
    private let party: ImportParty
    private let registered: KeptMoment

    init(db: Database, party: ImportParty, now: Moment) {
        self.db = db
        self.party = party
        registered = KeptMoment(now)
    }

    private static let step = 1_000
    /// Kibibytes of pages held while the rows are written, and usually: without this much room they go to the disk several times.
    private static let roomy = 65_536
    private static let usual = 2_000

    /// The subject of its journal rows.
    static func subject(_ number: Int64) -> String { "commentImport:\(number)" }

    /// Enters all comments.
    /// - Parameter append: writes a row of the journal; each matter gets one, by which its comments' histories tell where they came from.
    /// - Returns: the number of the import.
    /// - Throws: `Refusal` if a matter has changed since the check, the file or a comment of it has come in meanwhile, or it was stopped.
    func write(_ file: CheckedComments, isStopped: () -> Bool, append: (Journal.Entry) throws -> Void) throws -> Int64 {
        try mustHold(file)
        try db.execute(sql: "PRAGMA cache_size = -\(Self.roomy)")
        defer { try? db.execute(sql: "PRAGMA cache_size = -\(Self.usual)") }
        let number = try insertImport(file)
        var ids: [Int: ClosedRange<Int64>] = [:]
        for (index, comment) in file.comments.enumerated() {
            if index.isMultiple(of: Self.step), isStopped() { throw Refusal("已取消导入, 一条也没有导入") }
            let id = try insert(comment, of: file.subjects[comment.subject].id, number, file.measure).rawValue
            ids[comment.subject] = (ids[comment.subject]?.lowerBound ?? id)...id
        }
        try db.countComments(ofImport: number)
        for share in file.shares {
            guard let range = ids[share.subject] else { continue }
            try append(entry(file, number, share, range))
        }
        return number
    }

    private func mustHold(_ file: CheckedComments) throws {
        try CommentImportCheck.mustBeNew(file.sha256, name: file.name, site: party.site, db)
        for (place, subject) in zip(file.places, file.subjects)
        where try CommentedSubject.find(place, site: party.site, db) != subject
            || party.unit.map({ $0.id != subject.unit }) == true
        {
            throw Refusal("检查以后, 事项 \(place.number) 被改动, 一条也没有导入; 请重新检查文件", reason: .stale)
        }
    }

    private func insertImport(_ file: CheckedComments) throws -> Int64 {
        try db.execute(
            sql: """
                INSERT INTO comment_import (site_id, imported_at, imported_by, importer, file_name, sha256, comments)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                party.site.rawValue, registered.utc, party.clerk?.rawValue, party.name,
                AttachmentName.visible(file.name),
                file.sha256, file.comments.count,
            ])
        return db.lastInsertedRowID
    }

    private func insert(
        _ comment: ImportedComment, of matter: Identifier<Matter>, _ number: Int64, _ measure: String
    ) throws -> Identifier<Comment> {
        do {
            return try db.insert(
                NewComment(
                    matter: matter, channel: comment.channel, author: comment.author, contact: comment.contact,
                    body: comment.body, received: comment.received, isLate: comment.isLate, registered: registered,
                    registeredBy: party.clerk, importNumber: number, source: comment.source))
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
            throw Refusal("第 \(comment.line) \(measure)的来源编号刚刚由别人导入, 一条也没有导入; 请重新检查文件", reason: .stale)
        }
    }

    private func entry(
        _ file: CheckedComments, _ number: Int64, _ share: CheckedComments.Share, _ ids: ClosedRange<Int64>
    ) -> Journal.Entry {
        let late = share.late > 0 ? ", 其中逾期意见 \(share.late.grouped) 条" : ""
        let numbers = ids.count == 1 ? "第 \(ids.lowerBound) 条" : "第 \(ids.lowerBound) 至 \(ids.upperBound) 条之间"
        return Journal.Entry(
            matter: file.subjects[share.subject].id, subject: Self.subject(number),
            sentence:
                "从文件 \(AttachmentName.quoted(file.name)) 导入《\(share.title)》的建议 \(share.comments.grouped) 条\(late) (第 \(number) 批)",
            after: ["编号": numbers, "建议": file.digests[share.subject]])
    }
}

extension Transaction {
    /// Imports a checked file as the clerk.
    /// - Returns: the number of the import.
    func importComments(_ file: CheckedComments, isStopped: () -> Bool) throws -> Int64 {
        try CommentImport(db: db, party: importParty, now: now).write(file, isStopped: isStopped) {
            try append($0, act: ImportComments.name)
        }
    }
}

extension Office {
    /// Imports a checked file as the server's operator, who acts for every unit of the site.
    /// - Returns: the number of the import's journal row.
    /// - Throws: `Refusal`; then nothing has been imported.
    public func importComments(
        _ file: CheckedComments, site: String?, _ watch: WorkWatch = .nobody, as operator: ServerOperator
    ) throws(Refusal) -> Int64 {
        let writer = Journal.Writer(name: `operator`.name)
        watch.tell(ImportComments.writing(file))
        let journaled = try write { db in
            let party = try ImportParty(`operator`, site: site, db)
            let now = self.clock.now()
            func append(_ entry: Journal.Entry) throws -> Int64 {
                try Journal.append(entry, act: ImportComments.name, by: writer, at: now, to: db)
            }
            try ImportComments.mustBeRight(file)
            let number = try CommentImport(db: db, party: party, now: now).write(file, isStopped: watch.isStopped) {
                _ = try append($0)
            }
            return try append(ImportComments.entry(file, number))
        }
        try? catchUpFullText(watch)
        return journaled
    }

    /// Imports a checked file as a clerk, and indexes its texts behind it.
    /// - Throws: `Refusal`; then nothing has been imported.
    public func importComments(
        _ file: CheckedComments, _ watch: WorkWatch = .nobody, in session: Session
    ) throws(Refusal) -> Done<ImportComments.Imported> {
        watch.tell(ImportComments.writing(file))
        let done = try perform(ImportComments(file, watch), in: session)
        // The comments are in; what is not indexed now, later acts index.
        try? catchUpFullText(watch)
        return done
    }
}
