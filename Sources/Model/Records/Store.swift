// The SQLite file: how it is made, opened and refused, and how its errors become sentences.
internal import GRDB
internal import GRDBSQLite
import Glibc

/// An open store file. Only `Office` holds one.
final class Store {
    /// Every schema since the first, in parts of one subject each. A shipped one is never edited.
    private static let schemas = [[firstSchema], [secondSchema], thirdSchema, fourthSchema, fifthSchema]
    /// The schema this program speaks.
    static let schema = Int32(schemas.count)

    let queue: DatabaseQueue
    let kind: StoreKind
    let path: String

    private init(_ queue: DatabaseQueue, kind: StoreKind, path: String) {
        self.queue = queue
        self.kind = kind
        self.path = path
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
        try HeadsFile(beside: path).makeWay(for: kind)
        let file = Glibc.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            if errno == EEXIST { throw Refusal("\(path) 已经存在, 不会覆盖; 请换一个文件名", reason: .store) }
            throw Refusal("不能新建数据库 \(path): \(Self.cause(errno))", reason: .store)
        }
        Glibc.close(file)
        do throws(Refusal) {
            return try fill(path, kind)
        } catch {
            remove(path)
            throw error
        }
    }

    private static func fill(_ path: String, _ kind: StoreKind) throws(Refusal) -> Store {
        try mapped(path) {
            let queue = try DatabaseQueue(path: path, configuration: configuration())
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
                try db.execute(sql: "PRAGMA application_id = \(kind.rawValue)")
            }
            try migrator().migrate(queue)
            return Store(queue, kind: kind, path: path)
        }
    }

    /// Takes away a store that could not be made whole, so that the next try finds nothing in its way.
    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    }

    /// Opens a store that exists.
    /// - Throws: `Refusal` for a file that is missing, unreadable, not a store, damaged, or of a newer schema.
    static func open(_ path: String) throws(Refusal) -> Store {
        try checkFile(path)
        return try mapped(path) {
            let queue = try DatabaseQueue(path: path, configuration: configuration())
            let kind = try queue.writeWithoutTransaction { db in
                let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
                guard let kind = StoreKind(rawValue: id) else {
                    throw Refusal("\(path) 不是阳光政务控制台的数据库; 请用 --database 指定正确的文件", reason: .store)
                }
                try db.execute(sql: "PRAGMA synchronous = FULL")
                return kind
            }
            try upgrade(queue)
            return Store(queue, kind: kind, path: path)
        }
    }

    private static func checkFile(_ path: String) throws(Refusal) {
        var facts = stat()
        guard stat(path, &facts) == 0 else {
            if errno == ENOENT {
                throw Refusal("没有数据库 \(path); 请先运行 yangguang init 或 yangguang demo 新建", reason: .store)
            }
            throw Refusal("不能读取数据库 \(path): \(cause(errno))", reason: .store)
        }
        guard facts.st_mode & S_IFMT == S_IFREG else {
            throw Refusal("\(path) 不是普通文件, 不能当作数据库打开", reason: .store)
        }
        guard access(path, R_OK) == 0 else {
            throw Refusal("没有读取数据库 \(path) 的权限; 请找管理服务器的人", reason: .store)
        }
        guard access(path, W_OK) == 0 else {
            throw Refusal("数据库 \(path) 是只读的, 不能办理; 请找管理服务器的人", reason: .store)
        }
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        defer { if file >= 0 { Glibc.close(file) } }
        var head = [UInt8](repeating: 0, count: 16)
        guard file >= 0, read(file, &head, 16) == 16, head.elementsEqual("SQLite format 3\0".utf8) else {
            throw Refusal("\(path) 不是数据库文件; 请用 --database 指定正确的文件", reason: .store)
        }
    }

    /// Brings a store of an earlier schema up to this program's, in one transaction of its own and noted in the journal. One that
    /// is newer, or of no schema at all, is refused.
    private static func upgrade(_ queue: DatabaseQueue) throws {
        let found = try queue.read { db in try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
        if (1..<schema).contains(found) {
            try migrator().migrate(queue)
            try queue.write { db in try Upgrade(db, now: Clock.system.now()).finish(from: found) }
        }
        try queue.read(checkSchema)
    }

    /// Refuses a store that another version of the program has changed; asked again inside every act and reading.
    static func checkSchema(_ db: Database) throws {
        let found = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard found <= schema else {
            throw Refusal("数据库已由更新的程序升级 (第 \(found) 版, 本程序是第 \(schema) 版); 请退出后用新程序打开", reason: .store)
        }
        guard found == schema else {
            throw Refusal("数据库的结构不完整 (第 \(found) 版, 应为第 \(schema) 版); 请从备份恢复", reason: .store)
        }
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(0.1)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 1
        return configuration
    }

    private static func migrator() -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (number, parts) in zip(1..., schemas) {
            migrator.registerMigration("\(number)") { db in
                for part in parts { try db.execute(sql: part) }
                try db.execute(sql: "PRAGMA user_version = \(number)")
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

    private static func cause(_ code: Int32) -> String {
        switch code {
        case EACCES, EPERM: "没有权限"
        case ENOENT: "所在目录不存在"
        case ENOSPC: "磁盘已满"
        case EROFS: "磁盘是只读的"
        case ELOOP: "是符号链接"
        case ENOTDIR: "路径中有一部分不是目录"
        case ENAMETOOLONG: "名称太长"
        default: "错误 \(code)"
        }
    }
}
