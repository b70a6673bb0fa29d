// Writing a checked file of comments: a few at a time and unseen, then in force at one stroke, all or nothing.
internal import GRDB

/// One file on its way into the store, in one of the transactions that bring it there.
struct CommentImport {
    let db: Database
    let party: ImportParty
    let now: Moment

    /// What of a file is entered and not in force yet.
    struct Staged: Sendable {
        let number: Int64
        fileprivate(set) var comments = 0
        /// The numbers of the comments of each matter, by its place in the file.
        fileprivate var ids: [Int: ClosedRange<Int64>] = [:]
    }

    /// How many comments are entered in one transaction; it takes some hundredths of a second.
    static let step = 1_000

    /// The subject of its journal rows.
    static func subject(_ number: Int64) -> String { "commentImport:\(number)" }

    // MARK: - Unseen

    /// Begins an import; nobody but it knows of it.
    /// - Throws: `Refusal` if a matter has changed since the check, or the file has come in meanwhile.
    func begin(_ file: CheckedComments) throws -> Staged {
        try mustHold(file)
        try db.execute(
            sql: """
                INSERT INTO comment_import (site_id, imported_at, imported_by, importer, file_name, sha256, comments, in_force)
                VALUES (?, ?, ?, ?, ?, ?, ?, 0)
                """,
            arguments: [
                party.site.rawValue, now.iso, party.clerk?.rawValue, party.name, AttachmentName.visible(file.name),
                file.sha256, file.comments.count,
            ])
        return Staged(number: db.lastInsertedRowID)
    }

    /// Enters the next comments.
    /// - Throws: `Refusal` if one of them has come in meanwhile, or its matter was deleted.
    func stage(_ file: CheckedComments, after earlier: Staged) throws -> Staged {
        var staged = earlier
        let registered = KeptMoment(now)
        for comment in file.comments[staged.comments...].prefix(Self.step) {
            let matter = file.subjects[comment.subject].id
            let row = NewComment(
                matter: matter, channel: comment.channel, author: comment.author, contact: comment.contact,
                body: comment.body, received: comment.received, isLate: comment.isLate, registered: registered,
                registeredBy: party.clerk, importNumber: staged.number, source: comment.source)
            let id = try insert(row, comment, of: file)
            staged.comments += 1
            staged.ids[comment.subject] = (staged.ids[comment.subject]?.lowerBound ?? id)...id
        }
        return staged
    }

    private func insert(_ row: NewComment, _ comment: ImportedComment, of file: CheckedComments) throws -> Int64 {
        do {
            return try db.insert(row).rawValue
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
            throw Refusal(
                "第 \(comment.line) \(file.measure)的来源编号刚刚由别人导入, 一条也没有导入; 请重新检查文件", reason: .stale)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER {
            throw Self.changed(file.places[comment.subject])
        }
    }

    /// Takes away some of what an import that was broken off has left. Only who has the turn to import may.
    static func clear(_ number: Int64, _ db: Database) throws {
        // What was personal is not to stay in the pages that become free.
        try db.execute(sql: "PRAGMA secure_delete = ON")
        defer { try? db.execute(sql: "PRAGMA secure_delete = OFF") }
        try db.execute(
            sql: "DELETE FROM every_comment WHERE id IN (SELECT id FROM every_comment WHERE import_id = ? LIMIT ?)",
            arguments: [number, step])
        if db.changesCount < step {
            try db.execute(sql: "DELETE FROM comment_import WHERE id = ?", arguments: [number])
        }
    }

    /// An import that is under way or was broken off.
    static func notInForce(_ db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM comment_import WHERE in_force = 0 ORDER BY id LIMIT 1"))
    }

    // MARK: - In force

    /// Puts an import in force: from now on its comments are comments like all others.
    /// - Parameter append: writes a row of the journal; each matter gets one, by which its comments' histories tell where they came from.
    /// - Throws: `Refusal` if a matter has changed since the check, or not every comment is there.
    func putInForce(_ file: CheckedComments, _ staged: Staged, append: (Journal.Entry) throws -> Void) throws {
        try mustHold(file)
        try db.execute(
            sql: """
                UPDATE comment_import SET in_force = 1 WHERE id = ? AND in_force = 0
                  AND comments = (SELECT count(*) FROM every_comment c WHERE c.import_id = comment_import.id)
                """, arguments: [staged.number])
        guard db.changesCount == 1 else {
            throw Refusal("写入的建议不完整, 一条也没有导入; 请重新导入", reason: .stale)
        }
        try db.countComments(ofImport: staged.number)
        for share in file.shares {
            guard let range = staged.ids[share.subject] else { continue }
            try append(entry(file, staged.number, share, range))
        }
    }

    /// What the check found must be so still.
    private func mustHold(_ file: CheckedComments) throws {
        try CommentImportCheck.mustBeNew(file.sha256, name: file.name, site: party.site, db)
        for (place, subject) in zip(file.places, file.subjects)
        where try CommentedSubject.find(place, site: party.site, db) != subject
            || party.unit.map({ $0.id != subject.unit }) == true
        {
            throw Self.changed(place)
        }
    }

    private static func changed(_ place: CheckedComments.Place) -> Refusal {
        Refusal("检查以后, 事项 \(place.number) 被改动, 一条也没有导入; 请重新检查文件", reason: .stale)
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

extension CommentImport {
    /// As the clerk of a transaction.
    init(_ transaction: Transaction) {
        self.init(db: transaction.db, party: transaction.importParty, now: transaction.now)
    }
}

extension Transaction {
    /// Puts the clerk's import in force.
    func putInForce(_ file: CheckedComments, _ staged: CommentImport.Staged) throws {
        try CommentImport(self).putInForce(file, staged) { try append($0, act: ImportComments.name) }
    }
}
