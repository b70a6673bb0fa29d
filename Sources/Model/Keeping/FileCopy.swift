// The bytes of an open file copied into a new one.
import Glibc

/// Copies a file that is open for reading, a stretch at a time.
struct FileCopy {
    private static let stretch = 1 << 22

    private let source: Int32

    init(of source: Int32) { self.source = source }

    /// Writes a new file that is its maker's alone, to its last byte on the disk.
    /// - Throws: `Refusal` when it cannot be read or written, or the watch stops it.
    func write(to path: String, _ watch: WorkWatch) throws(Refusal) {
        let target = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard target >= 0 else { throw Refusal("不能新建 \(path): \(StoreFile.cause(errno))", reason: .store) }
        var bytes = [UInt8](repeating: 0, count: Self.stretch)
        var done = 0
        var facts = stat()
        let total = fstat(source, &facts) == 0 ? Int(facts.st_size) : 0
        var failure: Int32 = 0
        while failure == 0 {
            watch.tell(WorkProgress("复制备份", done: done, total: total))
            let count = pread(source, &bytes, bytes.count, off_t(done))
            if count < 0, errno == EINTR { continue }
            if count < 0 { failure = errno }
            if count <= 0 { break }
            if !Self.put(bytes[..<count], into: target) { failure = errno }
            done += count
            if watch.isStopped() { failure = ECANCELED }
        }
        if failure == 0, fsync(target) != 0 { failure = errno }
        if close(target) != 0, failure == 0 { failure = errno }
        guard failure == 0 else {
            throw Refusal(failure == ECANCELED ? "已中断" : "复制 \(path) 时\(StoreFile.cause(failure))", reason: .store)
        }
    }

    private static func put(_ bytes: ArraySlice<UInt8>, into target: Int32) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(target, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// A file's size in bytes; 0 where there is none.
    static func size(of path: String) -> Int64 {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int64(facts.st_size) : 0
    }
}
