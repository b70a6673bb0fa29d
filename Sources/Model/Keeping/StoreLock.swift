// Who has a store in use: every program that has it open shares a lock, and who puts another file in its place holds it alone.
import Glibc

/// The lock of a store, on an empty file `STORE-lock` beside it, which stays. The kernel lets it go when the program ends, however
/// that ends, so it never has to be cleared up.
final class StoreLock {
    /// How long another program that has the store alone is waited for, in twentieths of a second.
    private static let patience = 40
    /// The same for sessions that were asked to leave: each may wait a second for the store to keep its draft.
    private static let farewell = 300
    private static let step: useconds_t = 50_000

    private let file: Int32
    private let store: String

    /// - Throws: `Refusal` if the file beside the store cannot be opened or made.
    init(of store: String) throws(Refusal) {
        let path = store + "-lock"
        self.store = store
        file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
        guard file >= 0 else {
            throw Refusal("不能打开 \(path): \(StoreFile.cause(errno)); 请找管理服务器的人", reason: .store)
        }
        giveToOwner()
    }

    deinit { if file >= 0 { close(file) } }

    /// What root makes beside a clerk's store is the clerk's to open.
    private func giveToOwner() {
        var facts = stat()
        guard geteuid() == 0, stat(store, &facts) == 0 else { return }
        _ = fchown(file, facts.st_uid, facts.st_gid)
    }

    /// Takes part in the store as every session does.
    /// - Throws: `Refusal` while another program has it alone.
    func share() throws(Refusal) {
        guard take(LOCK_SH, within: Self.patience) else {
            throw Refusal("数据库正在恢复或者升级, 请过几分钟再打开", reason: .store)
        }
    }

    /// Takes the store alone; what this lock held before is let go first, so that two who want the same never wait for each other.
    /// - Parameters:
    ///   - deed: what it is wanted for, such as 恢复.
    ///   - endingSessions: asks those who have the store open to keep their drafts and leave, by SIGTERM.
    /// - Throws: `Refusal` naming the processes that still have it open.
    func takeAlone(to deed: String, endingSessions: Bool) throws(Refusal) {
        flock(file, LOCK_UN)
        var asked: Set<pid_t> = [getpid()]
        let isAlone = take(LOCK_EX, within: endingSessions ? Self.farewell : Self.patience) {
            guard endingSessions else { return }
            // Asked again each time: a session may have begun meanwhile.
            for holder in self.holders where asked.insert(holder).inserted { kill(holder, SIGTERM) }
        }
        guard isAlone else {
            let numbers = holders.map { "\($0)" }.joined(separator: "、")
            let who = numbers.isEmpty ? "还有程序在用数据库" : "还有 \(holders.count) 个程序在用数据库 (进程 \(numbers))"
            throw Refusal(
                endingSessions
                    ? "\(who), 请求退出后没有退出, 不能\(deed); 请查看这些进程"
                    : "\(who), 不能\(deed); 请等他们退出, 或者加上 --end-sessions, 让他们存下草稿后退出", reason: .store)
        }
    }

    private func take(_ kind: Int32, within steps: Int, meanwhile: () -> Void = {}) -> Bool {
        for _ in 0..<steps {
            if flock(file, kind | LOCK_NB) == 0 { return true }
            meanwhile()
            usleep(Self.step)
        }
        return flock(file, kind | LOCK_NB) == 0
    }

    // MARK: - Who holds it

    /// The processes that have the store open, as the kernel knows them: it says who locks which file, and a process counts only if it is
    /// seen to have this very file open. No number is written down that another process might have by now.
    var holders: [pid_t] {
        var ours = stat()
        guard fstat(file, &ours) == 0 else { return [] }
        var found: Set<pid_t> = []
        for line in Self.text(of: "/proc/locks").split(separator: "\n") {
            // 1: FLOCK  ADVISORY  READ 1234 fe:00:5678 0 EOF
            let words = line.split(separator: " ")
            guard words.count > 5, words[1] == "FLOCK", let process = pid_t(words[4]), process > 0,
                words[5].split(separator: ":").last.flatMap({ UInt64($0) }) == UInt64(ours.st_ino),
                Self.hasOpen(process, ours)
            else { continue }
            found.insert(process)
        }
        return found.sorted()
    }

    private static func hasOpen(_ process: pid_t, _ wanted: stat) -> Bool {
        let path = "/proc/\(process)/fd"
        guard let folder = opendir(path) else { return false }
        defer { closedir(folder) }
        while let item = readdir(folder) {
            let name = withUnsafeBytes(of: &item.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            var facts = stat()
            if Int(name) != nil, stat("\(path)/\(name)", &facts) == 0, facts.st_ino == wanted.st_ino,
                facts.st_dev == wanted.st_dev
            {
                return true
            }
        }
        return false
    }

    private static func text(of path: String) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "" }
        defer { close(file) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(file, &part, part.count), count > 0 { bytes += part[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }
}
