// Makes a demo store: a county of invented units, clerks, matters, comments and notices.
internal import GRDB
import Glibc

/// The demo store.
public enum Demo {
    /// The password of every account; shown on the demo's sign-in screen and nowhere else.
    public static let password = "Yangguang#2026"

    /// An account to try the demo with.
    public struct Account: Hashable, Sendable {
        /// The name typed at sign-in.
        public let name: String
        public let fullName: String
        public let unit: String
        public let role: Role
    }

    /// The accounts every demo has, in the order in which they are shown.
    public static let accounts: [Account] = [
        Account(name: "fabu", fullName: "李文", unit: "发展和改革局", role: .publisher),
        Account(name: "shenhe", fullName: "周绍武", unit: "发展和改革局", role: .reviewer),
        Account(name: "jianguan", fullName: "段正清", unit: "政务公开办", role: .supervisor),
        Account(name: "xitong", fullName: "尹思源", unit: "政务公开办", role: .systemAdministrator),
        Account(name: "anquan", fullName: "何彩霞", unit: "政务公开办", role: .securityAdministrator),
        Account(name: "shenji", fullName: "董世荣", unit: "政务公开办", role: .auditor),
        Account(name: "jingban", fullName: "赵雪梅", unit: "发展和改革局", role: .publisher),
    ]

    /// Makes the store. It is written beside `path` and takes its name when it is whole, so that nothing half is left.
    ///
    /// The same size, seed and moment give the same content on any machine, password hashes aside.
    /// - Parameters:
    ///   - now: the demo's present; what lies after it has not happened.
    ///   - passwordHash: that of `password`, which all accounts share; nil for one that costs what an office's do.
    ///   - progress: told how many of how many matters and comments are written; false breaks off.
    /// - Throws: `Refusal` for a size out of range, a file that is there already, a full disk, or when broken off.
    public static func make(
        at path: String, size: DemoSize, seed: UInt64, now: Moment, passwordHash: String? = nil,
        progress: (Int, Int) -> Bool = { _, _ in true }
    ) throws(Refusal) {
        if let refusal = size.refusal { throw Refusal(refusal) }
        guard access(path, F_OK) != 0 else {
            throw Refusal("\(path) 已经存在, 不会覆盖; 请换一个文件名", reason: .store)
        }
        let partial = path + ".partial"
        let store = try Store.make(at: partial, kind: .demo)
        do {
            let agenda = DemoAgenda(size: size, seed: seed, now: now, calendar: .national)
            try fill(store, agenda, passwordHash, progress)
            try takeName(path, from: partial)
        } catch {
            try? store.queue.close()
            Store.remove(partial)
            throw error
        }
    }

    private static func fill(
        _ store: Store, _ agenda: DemoAgenda, _ passwordHash: String?, _ progress: (Int, Int) -> Bool
    ) throws(Refusal) {
        try Store.mapped(store.path) {
            try store.queue.inDatabase { db in
                // A store that is not whole is thrown away, so nothing of it has to survive a crash until it is.
                try db.execute(
                    sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536")
                let hash = try passwordHash ?? Password.hash(password)
                let making = try DemoMaking(agenda, DemoRows(db, agenda, passwordHash: hash))
                try making.run(progress)
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
            }
            try store.queue.close()
        }
    }

    /// Gives the whole store its name, unless somebody else has taken the name meanwhile.
    private static func takeName(_ path: String, from partial: String) throws(Refusal) {
        let file = open(partial, O_RDONLY | O_CLOEXEC)
        let isSafe = file >= 0 && fsync(file) == 0
        if file >= 0 { close(file) }
        guard isSafe else { throw Refusal("不能把 \(partial) 写到磁盘上; 请检查磁盘后再试", reason: .store) }
        guard link(partial, path) == 0 else {
            throw Refusal("不能把 \(partial) 改名为 \(path), 这个文件可能刚刚由别人新建; 请换一个文件名", reason: .store)
        }
        Store.remove(partial)
    }
}
