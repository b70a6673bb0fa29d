// Public packages on their way out: after the commit of the act that queued them, or as the server's operator asks.
internal import GRDB

/// The packages that an act has queued.
struct QueuedPackages {
    let ids: [Int64]
    /// The folder of the setting; empty where there is none.
    let folder: String
}

extension Transaction {
    /// The number of the package that was queued last.
    func lastPackage() throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT max(id) FROM public_package") ?? 0
    }

    /// The packages queued after one; nil where there are none.
    func packages(after last: Int64) throws -> QueuedPackages? {
        let ids = try Int64.fetchAll(db, sql: "SELECT id FROM public_package WHERE id > ?", arguments: [last])
        return ids.isEmpty ? nil : QueuedPackages(ids: ids, folder: try settings.get().publicFolder)
    }
}

extension Office {
    /// The most packages written after one act; a backlog is for `feed`.
    private static let mostAfterAct = 20

    /// The folder of public packages where no setting names another: beside the store, with its name.
    var standardPublicFolder: String {
        let name = path.split(separator: "/").last ?? ""
        let ending = name.lastIndex(of: ".").map { name[$0...].count } ?? 0
        return (ending < name.count ? path.dropLast(ending) : path[...]) + ".public"
    }

    /// Writes what waits after an act. The act stands whatever happens here.
    /// - Returns: a sentence for the clerk if what the act has queued could not be written.
    func writeWaiting(_ queued: QueuedPackages) -> String? {
        var written: [Int64] = []
        var problem: Refusal?
        do throws(Refusal) {
            let folder = try publicFolder(queued.folder)
            for id in try read({ try PackageReading(db: $0).latest(Self.mostAfterAct) }) {
                _ = try write(id, into: folder)
                written.append(id)
            }
        } catch {
            problem = error
        }
        // A mark that cannot be made now is made when the package is found written next time.
        try? mark(written)
        guard let problem, !Set(queued.ids).isSubset(of: written) else { return nil }
        let sentence = "公开文件包没有写出: \(problem.sentence)"
        _ = try? write { db in
            try Journal.append(
                Journal.Entry(
                    subject: queued.ids.map { "publicPackage:\($0)" }.joined(separator: " "), sentence: sentence),
                act: "publicPackageUnwritten", by: .system, at: self.clock.now(), to: db)
        }
        return sentence + "; 请告诉管理服务器的人, 运行 yangguang feed 可以补写"
    }

    private func publicFolder(_ setting: String) throws(Refusal) -> PackageFolder {
        guard setting.isEmpty || setting.hasPrefix("/") else {
            throw Refusal("设置\(Setting.publicFolder.label)应是绝对路径, 现在是 \(setting)", reason: .store)
        }
        let folder = PackageFolder(setting.isEmpty ? standardPublicFolder : setting)
        try folder.makeIfMissing()
        return folder
    }

    /// - Returns: nil for a package that was overtaken and is not written any more.
    private func write(_ id: Int64, into folder: PackageFolder) throws(Refusal) -> PackageFolder.Outcome? {
        guard let release = try read({ try PackageReading(db: $0).release(id) }) else { return nil }
        let package = try Store.mapped(path) { try PublicPackage(release) }
        return try folder.write(package) { (sha256) throws(Refusal) in
            try read { try PackageReading(db: $0).content(sha256) }
        }
    }

    private func mark(_ written: [Int64]) throws(Refusal) {
        guard !written.isEmpty else { return }
        try write { db in
            for id in written {
                try db.execute(
                    sql: "UPDATE public_package SET written_at = ? WHERE id = ? AND written_at IS NULL",
                    arguments: [self.clock.now().iso, id])
            }
        }
    }

    // MARK: - Feed

    /// What a feed has done.
    public struct Fed: Sendable {
        public var written = 0
        /// Those that were there already.
        public var unchanged = 0
    }

    /// Writes public packages into a folder as the server's operator or a clerk; journaled once.
    /// - Parameters:
    ///   - all: those that were written before, too.
    ///   - progress: told how far it is; false breaks off between two packages.
    /// - Throws: `Refusal` for a clerk who may not, a folder that cannot be written into, or the package that could not be written.
    public func feed(
        into path: String, all: Bool, as party: ActingParty, progress: (WorkProgress) -> Bool = { _ in true }
    ) throws(Refusal) -> Fed {
        try mustBeAllowed(WritePackages.self, party)
        let folder = PackageFolder(path)
        try folder.mustBeWritable()
        var fed = Fed()
        do throws(Refusal) {
            try feed(into: folder, all: all, &fed, progress)
        } catch {
            try journal(fed, path, all: all, as: party, broken: error)
            throw error
        }
        try journal(fed, path, all: all, as: party, broken: nil)
        return fed
    }

    private static let feedPage = 100

    private func feed(
        into folder: PackageFolder, all: Bool, _ fed: inout Fed, _ progress: (WorkProgress) -> Bool
    ) throws(Refusal) {
        let total = try read { try PackageReading(db: $0).count(all: all) }
        var last: Int64 = 0
        var done = 0
        while true {
            let page = try read { try PackageReading(db: $0).queue(after: last, all: all, limit: Self.feedPage) }
            guard let end = page.last else { return }
            var written: [Int64] = []
            do throws(Refusal) {
                for id in page {
                    guard progress(WorkProgress("写出公开文件包", done: done, total: total)) else {
                        throw Refusal("已中断, 写出了 \(fed.written) 份", reason: .store)
                    }
                    switch try write(id, into: folder) {
                    case .written: fed.written += 1
                    case .unchanged: fed.unchanged += 1
                    case nil: break
                    }
                    written.append(id)
                    done += 1
                }
            } catch {
                try mark(written)
                throw error
            }
            try mark(written)
            last = end
        }
    }

    private func journal(
        _ fed: Fed, _ folder: String, all: Bool, as party: ActingParty, broken: Refusal?
    ) throws(Refusal) {
        let kept = fed.unchanged > 0 ? ", 已有的 \(fed.unchanged) 份没有改动" : ""
        let end = broken.map { "; 没有写完: \($0.sentence)" } ?? ""
        let words = "\(all ? "全部" : "等待写出的")公开文件包写到 \(AttachmentName.visible(folder)): 写出 \(fed.written) 份\(kept)\(end)"
        switch party {
        case .clerk(let session): _ = try perform(WritePackages(sentence: words), in: session)
        case .serverOperator(let who):
            _ = try write { db in
                try Journal.append(
                    Journal.Entry(sentence: words), act: WritePackages.name, by: Journal.Writer(name: who.name),
                    at: self.clock.now(), to: db)
            }
        }
    }
}
