// A store of an earlier schema on its way to this program's: kept aside first, then changed.
internal import GRDB

enum StoreUpgrade {
    /// Upgrades a store that nobody else has open. What it was before stays beside it, proved whole.
    /// - Throws: `Refusal` where it could not be kept; then nothing has changed.
    static func run(_ queue: DatabaseQueue, _ path: String) throws {
        let found = try queue.read(Store.foundSchema)
        // Another program may have done it while this one waited.
        guard (1..<Store.schema).contains(found) else { return }
        try keepAside(queue, path, found)
        try migrate(queue)
    }

    /// Brings the tables up to this program's schema, and then what only the program can reckon. Only with that the store says that it
    /// has the schema: an upgrade that was broken off is gone on with.
    static func migrate(_ queue: DatabaseQueue) throws {
        let found = try queue.read(Store.foundSchema)
        guard (1..<Store.schema).contains(found) else { return }
        try Store.migrator().migrate(queue)
        try queue.write { db in
            try Upgrade(db, now: Clock.system.now()).finish(from: found)
            try Store.tellSchema(db)
        }
    }

    private static func keepAside(_ queue: DatabaseQueue, _ path: String, _ schema: Int32) throws(Refusal) {
        let target = "\(path).schema\(schema)-\(Clock.system.now().fileStamp)"
        do throws(Refusal) {
            _ = try StoreCopy.put(queue, at: target, marked: nil, .nobody)
        } catch {
            throw Refusal("升级前要先留一份原样的数据库, 没有留成, 也没有升级: \(error.sentence)", reason: .store)
        }
    }
}

extension StoreCopy {
    /// Makes a copy where nobody sees it, and gives it its name once it is proved; nothing is ever replaced.
    static func put(
        _ source: DatabaseQueue, at target: String, marked mark: Mark?, _ watch: WorkWatch
    ) throws(Refusal) -> StoreCopy {
        let folder = StoreFile.folder(of: target)
        let own = try PrivateFolder(below: folder)
        defer { own.remove() }
        let name = StoreFile.name(of: target)
        let copy = try StoreCopy(of: source, at: own.file(name), marked: mark, watch)
        try own.put(name, at: target)
        StoreFile.sync(folder: folder)
        return copy
    }
}
