// 备份: verified copies made while everybody works, and how long ago the last was.
internal import GRDB
import Glibc

extension Office {
    /// Makes a backup as the server's operator, journaled.
    /// - Parameters:
    ///   - given: a file that is not there yet, or a folder, in which it then gets a name with the moment.
    ///   - keeping: how many of this office's backups stay in that folder, the new one counted; nil for all. Only files are deleted that
    ///     still have the name under which a backup of this office was made, say so inside, and end like the new one.
    /// - Throws: `Refusal`; then there is no new file.
    public func backUp(
        to given: String, keeping: Int? = nil, _ watch: WorkWatch = .nobody, as operator: ServerOperator = .current
    ) throws(Refusal) -> BackupDone {
        guard keeping ?? 1 >= 1 else { throw Refusal("--keep 至少是 1, 不能是 \(keeping ?? 0)") }
        let now = clock.now()
        let target = try backupTarget(given, now)
        let mark = StoreCopy.Mark(name: StoreFile.name(of: target), madeAt: now, madeBy: `operator`.name)
        let copy = try StoreCopy.put(store.queue, at: target, marked: mark, watch)
        do throws(Refusal) {
            try note(copy, target, by: `operator`)
            let removed =
                try keeping.map { (count) throws(Refusal) in try removeOlder(than: target, keeping: count) } ?? []
            try note(removed, in: StoreFile.folder(of: target), by: `operator`)
            return BackupDone(path: target, bytes: copy.size, journalNumber: copy.journal, removed: removed)
        } catch {
            throw Refusal("备份已经做成 \(target), 但没有记下: \(error.sentence)", reason: .store)
        }
    }

    /// The whole path of the new file.
    private func backupTarget(_ given: String, _ now: Moment) throws(Refusal) -> String {
        guard !given.isEmpty, !given.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) else {
            throw Refusal("备份的文件名不能是空的, 也不能有控制字符")
        }
        var facts = stat()
        let isFolder = stat(given, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
        let wanted = isFolder ? "\(given)/\(backupName(now))" : given
        guard let folder = realpath(StoreFile.folder(of: wanted), nil) else {
            throw Refusal("不能备份到 \(wanted): \(StoreFile.cause(errno))", reason: .store)
        }
        defer { free(folder) }
        let parent = String(cString: folder)
        let target = (parent == "/" ? "" : parent) + "/" + StoreFile.name(of: wanted)
        guard !StoreFile.exists(target) else { throw Refusal("\(target) 已经存在, 不会覆盖; 请换一个文件名") }
        return target
    }

    private func backupName(_ now: Moment) -> String {
        let name = StoreFile.name(of: path)
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
        return "\(stem.isEmpty ? name[...] : stem)-\(now.fileStamp).backup"
    }

    private func note(_ copy: StoreCopy, _ target: String, by operator: ServerOperator) throws(Refusal) {
        try write { db in
            let now = self.clock.now()
            try db.execute(
                sql: "INSERT INTO backup (made_at, made_by, path, size, journal_id) VALUES (?, ?, ?, ?, ?)",
                arguments: [now.iso, `operator`.name, target, copy.size, copy.journal])
            let entry = Journal.Entry(
                subject: "backup:\(db.lastInsertedRowID)",
                sentence: "备份到 \(AttachmentName.visible(target)), 到日志第 \(copy.journal) 条, \(copy.size) 字节, 已核对")
            _ = try Journal.append(
                entry, act: "backup", by: Journal.Writer(name: `operator`.name), at: now, to: db)
        }
    }

    private func note(_ removed: [String], in folder: String, by operator: ServerOperator) throws(Refusal) {
        guard !removed.isEmpty else { return }
        try write { db in
            let names = AttachmentName.visible(removed.joined(separator: "、"))
            _ = try Journal.append(
                Journal.Entry(sentence: "删除 \(AttachmentName.visible(folder)) 中的旧备份 \(removed.count) 个: \(names)"),
                act: "removeBackups", by: Journal.Writer(name: `operator`.name), at: self.clock.now(), to: db)
        }
    }

    // MARK: - Older ones

    /// - Returns: the names of the files that were deleted.
    private func removeOlder(than made: String, keeping count: Int) throws(Refusal) -> [String] {
        let office = try read { try BackupMark.office($0) }
        let folder = StoreFile.folder(of: made)
        let ending = Self.ending(of: StoreFile.name(of: made))
        let backups = Self.files(in: folder).filter { Self.ending(of: $0) == ending }.compactMap { name in
            BackupMark(of: "\(folder)/\(name)", kind).map { (name: name, mark: $0) }
        }.filter { $0.mark.name == $0.name && $0.mark.office == office }
        let older = backups.sorted { ($0.mark.madeAt, $0.mark.journal) > ($1.mark.madeAt, $1.mark.journal) }
            .filter { "\(folder)/\($0.name)" != made }.dropFirst(count - 1)
        return older.map(\.name).filter { unlink("\(folder)/\($0)") == 0 }
    }

    /// The regular files of a folder that belong to this user, sorted.
    private static func files(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let item = readdir(folder) {
            let name = withUnsafeBytes(of: &item.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            var facts = stat()
            if lstat("\(path)/\(name)", &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_uid == geteuid() {
                names.append(name)
            }
        }
        return names.sorted()
    }

    private static func ending(of name: String) -> Substring { name.lastIndex(of: ".").map { name[$0...] } ?? "" }

    // MARK: - What administrators see

    /// The backups that were made, the newest first.
    public func backups(
        _ place: PagePlace<BackupMade>, limit: Int, in session: Session
    ) throws(Refusal) -> Page<BackupMade> {
        try read(in: session) { transaction in
            try transaction.mustSeeBackups()
            let query = PageQuery(table: "backup b", key: "b.id", filter: "1 = 1", arguments: [])
            return try query.page(place, limit: limit, transaction.db) { condition, arguments in
                try Row.fetchAll(
                    transaction.db, sql: "SELECT * FROM backup b WHERE \(condition)", arguments: arguments
                ).map { BackupMade($0, now: transaction.now) }
            }
        }
    }

    /// How long ago the last backup was, beside what the site has set.
    public func backupStanding(in session: Session) throws(Refusal) -> BackupStanding {
        try read(in: session) { transaction in
            try transaction.mustSeeBackups()
            let db = transaction.db
            let last = try Row.fetchOne(db, sql: "SELECT * FROM backup ORDER BY id DESC LIMIT 1")
                .map { BackupMade($0, now: transaction.now) }
            let begun = try String.fetchOne(db, sql: "SELECT at FROM journal ORDER BY id LIMIT 1").flatMap {
                Moment(utc: $0)
            }
            let since = (last?.madeAt ?? begun ?? transaction.now).day
            return BackupStanding(
                last: last, days: max(0, Int(transaction.today.number - since.number)),
                limit: try transaction.settings.get().backupDays)
        }
    }
}

extension Transaction {
    fileprivate func mustSeeBackups() throws {
        guard clerk.roles.contains(.systemAdministrator) else {
            throw Refusal("备份记录由系统管理员查看, 您的角色是\(clerk.roleTitles)", reason: .notAllowed)
        }
    }
}

extension BackupMade {
    init(_ row: Row, now: Moment) {
        self.init(
            id: Identifier(row["id"]), madeAt: Moment(utc: row["made_at"]) ?? now, madeBy: row["made_by"],
            path: row["path"], bytes: row["size"], journalNumber: row["journal_id"])
    }
}
