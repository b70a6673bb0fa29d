// The append-only file beside the store in which the journal's heads are told.
import Glibc

/// A file of heads, a line each. Only its owner may read or write it; the program only ever appends to it.
struct HeadsFile {
    let path: String

    /// More than two hundred years of days.
    static let longest = 8 * 1024 * 1024

    init(beside store: String) { path = store + ".heads" }

    /// The heads of a store that is gone prove nothing of a new one: a demonstration's go, an office's have to be put away first.
    /// - Throws: `Refusal` if an office's are still there.
    func makeWay(for kind: StoreKind) throws(Refusal) {
        guard kind == .office else {
            _ = unlink(path)
            return
        }
        guard access(path, F_OK) != 0 else {
            throw Refusal("\(AttachmentName.visible(path)) 已经存在, 是原来的数据库写出的校验值; 请先移到别处保存", reason: .store)
        }
    }

    /// Appends a head, and returns when the disk has it.
    /// - Parameter isDaily: whether it is only wanted where none of its day is there yet.
    /// - Returns: whether it was written; not while another process is about to.
    /// - Throws: `Refusal` where it cannot be.
    func append(_ head: JournalHead, isDaily: Bool) throws(Refusal) -> Bool {
        let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw refusal(errno) }
        defer { close(file) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            if errno == EWOULDBLOCK { return false }
            throw refusal(errno)
        }
        var facts = stat()
        guard fstat(file, &facts) == 0 else { throw refusal(errno) }
        guard facts.st_mode & S_IFMT == S_IFREG else { throw refusal(EINVAL) }
        let end = tail(of: file, size: Int(facts.st_size))
        if isDaily, let last = end.split(separator: "\n").last.flatMap({ JournalHead(line: $0) }),
            last.at.day == head.at.day
        {
            return false
        }
        // A line that was cut off by a full disk is not to spoil the next.
        let text = (end.isEmpty || end.hasSuffix("\n") ? "" : "\n") + head.line + "\n"
        let bytes = Array(text.utf8)
        let put = write(file, bytes, bytes.count)
        guard put == bytes.count else { throw refusal(put < 0 ? errno : ENOSPC) }
        guard fsync(file) == 0 else { throw refusal(errno) }
        return true
    }

    private func tail(of file: Int32, size: Int) -> String {
        var bytes = [UInt8](repeating: 0, count: min(size, 256))
        let count = pread(file, &bytes, bytes.count, off_t(size - bytes.count))
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    /// What the file holds; nothing where there is none.
    /// - Returns: the heads in their order, and the numbers of the lines that are none.
    /// - Throws: `Refusal` where it cannot be read.
    func read() throws(Refusal) -> (heads: [JournalHead], spoilt: [Int]) {
        guard access(path, F_OK) == 0 else { return ([], []) }
        let bytes = try WholeFile.read(path, at: path) { size in
            size > Self.longest ? "校验值文件 \(path) 有 \(size) 字节, 最多 \(Self.longest) 字节" : nil
        }
        var heads: [JournalHead] = []
        var spoilt: [Int] = []
        for (index, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n").enumerated() {
            if let head = JournalHead(line: line) { heads.append(head) } else { spoilt.append(index + 1) }
        }
        return (heads, spoilt)
    }

    private func refusal(_ code: Int32) -> Refusal {
        let why =
            switch code {
            case EACCES, EPERM: "没有权限"
            case ENOSPC, EDQUOT: "磁盘已满"
            case EROFS: "磁盘是只读的"
            case ELOOP, EINVAL: "它不是普通文件"
            default: "系统错误 \(code)"
            }
        return Refusal("操作日志的校验值写不到 \(AttachmentName.visible(path)): \(why); 请找管理服务器的人", reason: .store)
    }
}
