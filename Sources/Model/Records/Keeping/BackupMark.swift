// What a backup says of itself inside, so that it is never taken for a store at work, nor another file for a backup.
internal import GRDB
import Glibc

/// The mark of a backup, read from its file.
struct BackupMark {
    /// The name the file was given when it was made.
    let name: String
    let madeAt: Moment
    let madeBy: String
    /// The last row of the journal in it.
    let journal: Int64
    /// The first hash of the journal, by which one office is told from another.
    let office: String

    /// nil where there is none.
    init?(_ db: Database) throws {
        guard try db.tableExists("backup_mark"),
            let row = try Row.fetchOne(db, sql: "SELECT name, made_at, made_by, journal_id FROM backup_mark"),
            let madeAt = Moment(utc: row["made_at"])
        else { return nil }
        name = row["name"]
        self.madeAt = madeAt
        madeBy = row["made_by"]
        journal = row["journal_id"]
        office = try Self.office(db)
    }

    /// nil for a file that is no backup of this kind, or cannot be read.
    init?(of path: String, _ kind: StoreKind) {
        guard StoreHead(at: path)?.kind == kind else { return nil }
        var configuration = Configuration()
        configuration.readonly = true
        guard let queue = try? DatabaseQueue(path: path, configuration: configuration),
            let mark = try? queue.read({ try BackupMark($0) })
        else { return nil }
        self = mark
    }

    static func office(_ db: Database) throws -> String {
        try String.fetchOne(db, sql: "SELECT hash FROM journal ORDER BY id LIMIT 1") ?? Journal.beginning
    }

    /// Takes the mark away, so that the file may be worked on.
    static func remove(_ db: Database) throws { try db.execute(sql: "DELETE FROM backup_mark") }

    /// - Throws: `Refusal` for a backup: what is written into it would be lost with the next restoring, and it would be proof no more.
    static func mustBeNone(_ path: String) throws(Refusal) {
        guard let head = StoreHead(at: path), head.isSingleFile, let kind = head.kind,
            let mark = BackupMark(of: path, kind)
        else { return }
        throw Refusal(
            "\(path) 是 \(mark.madeAt.text) 的备份, 不能直接打开; 请用 yangguang restore 恢复, 加 --dry-run 只核对", reason: .store)
    }
}
