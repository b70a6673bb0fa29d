// A copy of a store as it was at one moment, made while others write, and proved whole before anybody relies on it.
internal import GRDB
import Glibc

/// Copies go page by page through SQLite's online backup, inside one reading transaction: nobody waits for it, and nobody's half is in it.
struct StoreCopy {
    /// Four megabytes; between two of them the copying can be stopped.
    private static let pagesPerStep: CInt = 1024

    /// What a backup says of itself.
    struct Mark {
        let name: String
        let madeAt: Moment
        let madeBy: String
    }

    /// The journal's last row in the copy; 0 for none.
    let journal: Int64
    let size: Int64

    /// Makes the file, fills it, proves it and has it reach the disk.
    /// - Parameters:
    ///   - path: where nothing is yet.
    ///   - mark: nil for a copy that is put aside and not counted as a backup.
    /// - Throws: `Refusal`; whoever made the folder around it clears up.
    init(
        of source: DatabaseQueue, at path: String, marked mark: Mark?, _ watch: WorkWatch
    ) throws(Refusal) {
        try Self.makeFile(path)
        journal = try Self.mapped(path) {
            let copy = try DatabaseQueue(path: path)
            defer { try? copy.close() }
            return try source.read { db in
                let end = try Journal.End(db)
                try Self.fill(copy, from: db, watch)
                if let mark { try Self.write(mark, end.number, into: copy) }
                return end.number
            }
        }
        try Self.sync(path)
        try Self.prove(path, watch)
        var facts = stat()
        size = stat(path, &facts) == 0 ? Int64(facts.st_size) : 0
    }

    /// Makes an empty file that is its maker's alone.
    static func makeFile(_ path: String) throws(Refusal) {
        let file = open(path, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Refusal("不能新建 \(path): \(StoreFile.cause(errno))", reason: .store) }
        close(file)
    }

    private static func fill(_ copy: DatabaseQueue, from db: Database, _ watch: WorkWatch) throws {
        try copy.writeWithoutTransaction { copied in
            // Nothing relies on the file before it is whole and on the disk.
            try copied.execute(sql: "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF")
            try db.backup(to: copied, pagesPerStep: pagesPerStep) { progress in
                watch.tell(
                    WorkProgress(
                        "复制数据库", done: progress.completedPageCount, total: progress.totalPageCount))
                if watch.isStopped() { throw CancellationError() }
            }
            // One file, that is read without another beside it, from a disk that cannot be written, too.
            try copied.execute(sql: "PRAGMA journal_mode = DELETE")
        }
    }

    private static func write(_ mark: Mark, _ journal: Int64, into copy: DatabaseQueue) throws {
        try copy.write { db in
            try db.execute(
                sql: "INSERT INTO backup_mark (id, name, made_at, made_by, journal_id) VALUES (1, ?, ?, ?, ?)",
                arguments: [mark.name, mark.madeAt.iso, mark.madeBy, journal])
        }
    }

    private static func sync(_ path: String) throws(Refusal) {
        let file = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
        defer { if file >= 0 { close(file) } }
        guard file >= 0, fsync(file) == 0 else {
            throw Refusal("不能写入 \(path): \(StoreFile.cause(errno))", reason: .store)
        }
    }

    // MARK: - Proof

    /// Reads every page, reference, attached file and row of the journal, of a store of any schema.
    /// - Throws: `Refusal` naming the first thing that is wrong.
    static func prove(_ path: String, _ watch: WorkWatch) throws(Refusal) {
        var findings = CheckFindings()
        let isWhole = try mapped(path) {
            var configuration = Configuration()
            configuration.readonly = true
            do {
                let queue = try DatabaseQueue(path: path, configuration: configuration)
                defer { try? queue.close() }
                try queue.read { db in
                    try Office.check(db, path, CheckStage.ofFile, &findings) { progress in
                        watch.tell(progress)
                        return !watch.isStopped()
                    }
                }
            } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
                // So damaged that it does not even open; to be told to restore it from a backup would help nobody.
                findings.add("文件", "文件已损坏")
            }
            if watch.isStopped() { throw CancellationError() }
            return findings.sentences.isEmpty
        }
        guard isWhole else {
            throw Refusal("\(path) 没有通过核对: \(findings.sentences[0])", reason: .store)
        }
    }

    /// The words of a copy's errors: it may be another disk that is full.
    static func mapped<Value>(_ path: String, _ work: () throws -> Value) throws(Refusal) -> Value {
        do {
            return try work()
        } catch let refusal as Refusal {
            throw refusal
        } catch is CancellationError {
            throw Refusal("已中断, 没有做完, 没有留下文件", reason: .store)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
            throw Refusal("\(StoreFile.folder(of: path)) 所在的磁盘已满, 没有做成; 请腾出空间, 或者换一个地方", reason: .store)
        } catch let error as DatabaseError {
            throw Refusal("没有做成: \(Store.sentence(error, path))", reason: .store)
        } catch {
            throw Refusal("没有做成: \(path) 出错", reason: .store)
        }
    }
}
