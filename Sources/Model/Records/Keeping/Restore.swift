// 恢复: a backup proved, and put in the place of the store, which is kept aside.
internal import GRDB
import Glibc

/// What a restoring has done, or would do.
public struct Restored: Sendable {
    /// When the backup was made; nil for a copy that does not say.
    public let madeAt: Moment?
    /// The last row of the journal in it.
    public let journalNumber: Int64
    /// Where the store that was there is now; nil where there was none.
    public fileprivate(set) var aside: String?
    /// The last row of the journal of the store that was there; nil where there was none, or it cannot be read.
    public fileprivate(set) var lostFrom: Int64?
}

/// Puts a backup in the place of a store. Everything is proved before anybody is asked to leave.
public struct Restore {
    private let file: String
    private let store: String
    private let clock: Clock

    /// - Parameters:
    ///   - file: the backup; it is only read.
    ///   - store: where the store is, or is to be.
    public init(_ file: String, to store: String, clock: Clock = .system) {
        self.file = file
        self.store = store
        self.clock = clock
    }

    /// Proves the backup and changes nothing.
    /// - Throws: `Refusal` for a file that would not be restored.
    public func prove(_ watch: WorkWatch = .nobody) throws(Refusal) -> Restored {
        let own = try staged(watch)
        defer { own.remove() }
        return try account(of: own)
    }

    /// Proves the backup, and has it take the place of the store.
    /// - Parameter endingSessions: whether those who have the store open are asked to keep their drafts and leave.
    /// - Throws: `Refusal`; then the store that was there is there still.
    public func run(
        endingSessions: Bool = false, _ watch: WorkWatch = .nobody, as operator: ServerOperator = .current
    ) throws(Refusal) -> Restored {
        let own = try staged(watch)
        defer { own.remove() }
        var restored = try account(of: own)
        let lock = try StoreLock(of: store)
        try lock.takeAlone(to: "恢复", endingSessions: endingSessions)
        let now = clock.now()
        if StoreFile.exists(store) {
            restored.lostFrom = lastJournalNumber(of: store)
            restored.aside = "\(store).before-restore-\(now.fileStamp)"
        }
        try begin(own, restored, by: `operator`, at: now)
        try exchange(own, restored.aside)
        return restored
    }

    // MARK: - Proof

    private static let name = "restored.db"

    /// A copy of the file in a folder of its own beside the store, proved. What is proved is what is used.
    private func staged(_ watch: WorkWatch) throws(Refusal) -> PrivateFolder {
        let source = try opened()
        defer { close(source) }
        try mustFit(source)
        let own = try PrivateFolder(below: StoreFile.folder(of: store))
        do throws(Refusal) {
            try FileCopy(of: source).write(to: own.file(Self.name), watch)
            try StoreCopy.prove(own.file(Self.name), watch)
        } catch {
            own.remove()
            throw Refusal("没有恢复: \(named(error.sentence, own))", reason: .store)
        }
        return own
    }

    /// A sentence with the backup's own name in it.
    private func named(_ sentence: String, _ own: PrivateFolder) -> String {
        sentence.split(separator: own.file(Self.name), omittingEmptySubsequences: false).joined(separator: file)
    }

    private func opened() throws(Refusal) -> Int32 {
        let source = open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard source >= 0 else {
            throw Refusal("不能读取 \(file): \(errno == ENOENT ? "没有这个文件" : StoreFile.cause(errno))", reason: .store)
        }
        var facts = stat()
        guard fstat(source, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            close(source)
            throw Refusal("\(file) 不是普通文件, 不能恢复", reason: .store)
        }
        return source
    }

    /// What the file's first bytes tell, before time is spent on it.
    private func mustFit(_ source: Int32) throws(Refusal) {
        guard let head = StoreHead(of: source), let kind = head.kind else {
            throw Refusal("\(file) 不是阳光政务控制台的数据库, 不能恢复", reason: .store)
        }
        guard head.schema <= Store.schema else {
            throw Refusal(
                "\(file) 是更新的程序的备份 (第 \(head.schema) 版, 本程序是第 \(Store.schema) 版), 不能恢复; 请用新程序恢复", reason: .store)
        }
        guard head.schema > 0 else { throw Refusal("\(file) 没有做完, 不能恢复; 请换一个备份", reason: .store) }
        for side in ["-wal", "-journal"] {
            var facts = stat()
            guard lstat(file + side, &facts) != 0 || facts.st_size == 0 else {
                throw Refusal("\(file) 旁边还有 \(file)\(side), 是没有关好的数据库, 不是备份; 请用 yangguang backup 做备份", reason: .store)
            }
        }
        guard StoreFile.exists(store) else { return }
        guard let present = StoreHead(at: store)?.kind else {
            // What it was cannot be told any more; the office's own is never replaced by invented data.
            guard kind == .office else {
                throw Refusal("\(store) 已认不出是正式的还是演示的数据库, \(file) 是演示的, 没有恢复; 请先把 \(store) 移走", reason: .store)
            }
            return
        }
        guard present == kind else {
            throw Refusal("\(file) 是\(kind.title)数据库的备份, \(store) 是\(present.title)数据库, 不能互相恢复", reason: .store)
        }
    }

    private func account(of own: PrivateFolder) throws(Refusal) -> Restored {
        try StoreCopy.mapped(file) {
            let queue = try DatabaseQueue(path: own.file(Self.name))
            defer { try? queue.close() }
            return try queue.read { db in
                Restored(madeAt: try BackupMark(db)?.madeAt, journalNumber: try Journal.End(db).number)
            }
        }
    }

    /// Opened as usual and closed again, which brings all that was written into the one file.
    private func lastJournalNumber(of path: String) -> Int64? {
        guard let queue = try? DatabaseQueue(path: path, configuration: Store.configuration()) else { return nil }
        defer { try? queue.close() }
        return try? queue.writeWithoutTransaction { db in try Journal.End(db).number }
    }

    // MARK: - Taking the place

    /// Makes a store at work of the proved copy: brings it up to this program's schema, ends the sessions that were open when it was made,
    /// and writes the restoring into its journal.
    private func begin(
        _ own: PrivateFolder, _ restored: Restored, by operator: ServerOperator, at now: Moment
    ) throws(Refusal) {
        let path = own.file(Self.name)
        try StoreCopy.mapped(file) {
            let queue = try DatabaseQueue(path: path, configuration: Store.configuration())
            defer { try? queue.close() }
            try queue.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
            }
            try StoreUpgrade.migrate(queue)
            try queue.write { db in
                let mark = try BackupMark(db)
                try BackupMark.remove(db)
                if let mark {
                    try db.execute(
                        sql: "INSERT INTO backup (made_at, made_by, path, size, journal_id) VALUES (?, ?, ?, ?, ?)",
                        arguments: [
                            mark.madeAt.iso, mark.madeBy, realPath, max(1, FileCopy.size(of: file)), mark.journal,
                        ])
                }
                try db.execute(
                    sql: "UPDATE session SET ended_at = ?, ending = 'restored' WHERE ended_at IS NULL",
                    arguments: [now.iso])
                _ = try Journal.append(
                    Journal.Entry(subject: "restore", sentence: sentence(restored)), act: "restore",
                    by: Journal.Writer(name: `operator`.name), at: now, to: db)
            }
        }
        guard !StoreFile.exists(path + "-wal") else {
            throw Refusal("恢复的数据库没有写完整, 没有恢复; 请再试一次", reason: .store)
        }
    }

    private var realPath: String {
        guard let path = realpath(file, nil) else { return "/\(file)" }
        defer { free(path) }
        return String(cString: path)
    }

    private func sentence(_ restored: Restored) -> String {
        let made = restored.madeAt.map { " (\($0.text) 备份)" } ?? ""
        let aside = restored.aside.map { "; 原来的数据库改名为 \(AttachmentName.visible(StoreFile.name(of: $0)))" } ?? ""
        let lost = restored.lostFrom.map { ", 它的日志到第 \($0) 条" } ?? ""
        return "从 \(AttachmentName.visible(file))\(made) 恢复, 到日志第 \(restored.journalNumber) 条\(aside)\(lost)"
    }

    /// The store goes aside, and the copy takes its name. In between there is no store, never two halves of one: what belongs to the old
    /// file has left before the new one comes.
    private func exchange(_ own: PrivateFolder, _ aside: String?) throws(Refusal) {
        giveToOwner(own.file(Self.name))
        if let aside {
            guard rename(store, aside) == 0 else {
                throw Refusal("不能把 \(store) 改名为 \(aside): \(StoreFile.cause(errno)), 没有恢复", reason: .store)
            }
            rename(store + "-wal", aside + "-wal")
        }
        unlink(store + "-wal")
        unlink(store + "-shm")
        do throws(Refusal) {
            try own.put(Self.name, at: store)
        } catch {
            if let aside { rename(aside, store) }
            if let aside { rename(aside + "-wal", store + "-wal") }
            throw error
        }
        StoreFile.sync(folder: StoreFile.folder(of: store))
    }

    /// What root restores belongs to whom the store belonged to.
    private func giveToOwner(_ path: String) {
        var facts = stat()
        let folder = StoreFile.folder(of: store)
        guard geteuid() == 0, stat(StoreFile.exists(store) ? store : folder, &facts) == 0 else { return }
        _ = chown(path, facts.st_uid, facts.st_gid)
    }
}
