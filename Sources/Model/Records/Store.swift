// The SQLite file: how it is made, opened and refused, and how its errors become sentences.
internal import CSQLite
internal import GRDB
internal import GRDBSQLite
import Glibc

/// An open store file. Only `Office` holds one.
final class Store {
    /// Every schema since the first, in parts of one subject each. A shipped one is never edited.
    private static let schemas = [[firstSchema], [secondSchema], thirdSchema, fourthSchema, fifthSchema, sixthSchema]
    /// The schema this program speaks.
    static let schema = Int32(schemas.count)

    let queue: DatabaseQueue
    let kind: StoreKind
    let path: String
    /// Held as long as the store is open.
    private let lock: StoreLock
    /// Which file it was when it was opened.
    private let identity: StoreFile.Identity?

    private init(_ queue: DatabaseQueue, kind: StoreKind, path: String, _ lock: StoreLock) {
        self.queue = queue
        self.kind = kind
        self.path = path
        self.lock = lock
        identity = StoreFile.identity(of: path)
        queue.inDatabase(Self.forgoObserving)
    }

    /// Nobody observes statements here, so GRDB need not note each column that a statement reads or a trigger of it touches: that
    /// takes longer than compiling the statement. Migrations still need it; they are done.
    private static func forgoObserving(_ db: Database) {
        sqlite3_set_authorizer(db.sqliteConnection, nil, nil)
    }

    // MARK: - Make and open

    /// Makes a new store, readable by its owner alone.
    /// - Throws: `Refusal` if anything is at `path` already or the file cannot be made.
    static func make(at path: String, kind: StoreKind) throws(Refusal) -> Store {
        let file = Glibc.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            if errno == EEXIST { throw Refusal("\(path) 已经存在, 不会覆盖; 请换一个文件名", reason: .store) }
            throw Refusal("不能新建数据库 \(path): \(StoreFile.cause(errno))", reason: .store)
        }
        Glibc.close(file)
        do throws(Refusal) {
            try HeadsFile(beside: path).makeWay(for: kind)
            return try fill(path, kind)
        } catch {
            remove(path)
            throw error
        }
    }

    private static func fill(_ path: String, _ kind: StoreKind) throws(Refusal) -> Store {
        let lock = try StoreLock(of: path)
        try lock.share()
        return try mapped(path) {
            let queue = try DatabaseQueue(path: path, configuration: configuration())
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
                try db.execute(sql: "PRAGMA application_id = \(kind.rawValue)")
            }
            try migrator().migrate(queue)
            try queue.write(tellSchema)
            return Store(queue, kind: kind, path: path, lock)
        }
    }

    /// Takes away a store that could not be made whole, so that the next try finds nothing in its way.
    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal", "-lock"] { unlink(path + suffix) }
    }

    /// Opens a store that exists; one of an earlier schema is upgraded.
    /// - Parameter endingSessions: whether those who have it open are asked to leave where it has to be upgraded.
    /// - Throws: `Refusal` for a file that is missing, unreadable, open to others, no store, a backup, damaged, or of a newer schema.
    static func open(_ path: String, endingSessions: Bool = false) throws(Refusal) -> Store {
        try StoreFile.mustBeUsable(path)
        // A store that nobody has closed yet may have its kind in its log alone; it is asked again when it is open.
        if StoreHead(at: path)?.kind != nil { try StoreFile.mustBePrivate(path) }
        try BackupMark.mustBeNone(path)
        let lock = try StoreLock(of: path)
        try lock.share()
        return try mapped(path) {
            let queue = try DatabaseQueue(path: path, configuration: configuration())
            let kind = try queue.writeWithoutTransaction { db in
                let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
                guard let kind = StoreKind(rawValue: id) else {
                    throw Refusal("\(path) 不是阳光政务控制台的数据库; 请用 --database 指定正确的文件", reason: .store)
                }
                try StoreFile.mustBePrivate(path)
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
                return kind
            }
            if (1..<schema).contains(try queue.read(foundSchema)) {
                let opened = StoreFile.identity(of: path)
                try lock.takeAlone(to: "升级数据库", endingSessions: endingSessions)
                guard opened == StoreFile.identity(of: path) else {
                    throw Refusal("数据库刚刚被换成另一个文件; 请再打开一次", reason: .store)
                }
                try StoreUpgrade.run(queue, path)
                try lock.share()
            }
            try queue.read(checkSchema)
            return Store(queue, kind: kind, path: path, lock)
        }
    }

    /// Reads in one snapshot of the store, and leaves nothing in it.
    ///
    /// GRDB's own reading sets `query_only` and unsets it, at which SQLite compiles every statement of the connection anew.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try queue.unsafeRead { db in
            var value: Value?
            let written = db.totalChangesCount
            try db.inTransaction(.deferred) {
                value = try body(db)
                return .rollback
            }
            guard let value, db.totalChangesCount == written else { throw DatabaseError(resultCode: .SQLITE_READONLY) }
            return value
        }
    }

    /// What is written into a file that has lost its name, because its disk was taken away or it was put aside by hand, nobody ever reads.
    /// - Throws: `Refusal` if the file that was opened is not at its path any more.
    func mustBeInPlace() throws(Refusal) {
        guard StoreFile.identity(of: path) != identity else { return }
        throw Refusal("数据库 \(path) 不见了, 或者被换成了别的文件, 没有保存; 请退出重新登录, 仍不行请找管理服务器的人", reason: .store)
    }

    /// The schema a store says it has; 0 where it says none.
    static func foundSchema(_ db: Database) throws -> Int32 {
        try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }

    /// Has a store say that it has this program's schema.
    static func tellSchema(_ db: Database) throws { try db.execute(sql: "PRAGMA user_version = \(schema)") }

    /// Refuses a store that another version of the program has changed; asked again inside every act and reading.
    static func checkSchema(_ db: Database) throws {
        let found = try foundSchema(db)
        guard found <= schema else {
            throw Refusal("数据库已由更新的程序升级 (第 \(found) 版, 本程序是第 \(schema) 版); 请退出后用新程序打开", reason: .store)
        }
        guard found == schema else {
            throw Refusal("数据库的结构不完整 (第 \(found) 版, 应为第 \(schema) 版); 请从备份恢复", reason: .store)
        }
    }

    /// Nobody asks SQLite how much memory it has; counting it would have each allocation wait for those of other threads.
    /// It has to be told before the first store is opened.
    private static let keepsNoStatistics: Void = { _ = csqlite_keep_no_statistics() }()

    static func configuration() -> Configuration {
        keepsNoStatistics
        var configuration = Configuration()
        configuration.busyMode = .timeout(0.1)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 1
        return configuration
    }

    /// Makes the tables. Which schema a store says it has is written afterwards, when everything else that belongs to it is there.
    static func migrator() -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (number, parts) in zip(1..., schemas) {
            migrator.registerMigration("\(number)") { db in
                for part in parts { try db.execute(sql: part) }
            }
        }
        return migrator
    }

    // MARK: - Errors

    /// Runs work on the store and turns every error into a `Refusal`.
    static func mapped<Value>(_ path: String, _ work: () throws -> Value) throws(Refusal) -> Value {
        do {
            return try work()
        } catch let refusal as Refusal {
            throw refusal
        } catch let error as DatabaseError {
            throw Refusal(sentence(error, path), reason: .store)
        } catch {
            throw Refusal("数据库 \(path) 出错, 没有保存; 请找管理服务器的人", reason: .store)
        }
    }

    static func sentence(_ error: DatabaseError, _ path: String) -> String {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: "别人正在写入, 等了 10 秒还没有轮到, 没有保存; 请稍后再试"
        case .SQLITE_FULL: "服务器磁盘已满, 没有保存; 请找管理服务器的人, 腾出空间后再试"
        case .SQLITE_READONLY: "数据库 \(path) 是只读的, 没有保存; 请找管理服务器的人"
        case .SQLITE_IOERR: "读写数据库 \(path) 时磁盘出错, 没有保存; 请找管理服务器的人"
        case .SQLITE_CORRUPT: "数据库 \(path) 已损坏, 不能继续; 请找管理服务器的人从备份恢复"
        case .SQLITE_NOTADB: "\(path) 不是数据库文件, 或者已损坏; 请用 --database 指定正确的文件"
        case .SQLITE_CANTOPEN: "不能打开数据库 \(path); 请检查文件和所在目录的权限"
        case .SQLITE_CONSTRAINT: "数据库拒绝了这次保存, 没有改动; 请按 F5 重新读取"
        default: "数据库 \(path) 出错 (\(error.resultCode.rawValue)), 没有保存; 请找管理服务器的人"
        }
    }
}
