// Text on its way into a file, a piece at a time.
import Glibc
import Model

/// Gathers bytes and writes them when there are enough; a file or the standard output.
final class SheetStream {
    private static let size = 65_536

    private let descriptor: Int32
    private let isFile: Bool
    private var bytes: [UInt8] = []

    /// The standard output.
    init() {
        descriptor = STDOUT_FILENO
        isFile = false
    }

    /// - Throws: `Refusal` if the file is there already or cannot be made.
    init(file path: String) throws(Refusal) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        isFile = true
        guard descriptor >= 0 else { throw Self.refusal(errno) }
        bytes.reserveCapacity(Self.size * 2)
    }

    deinit { if isFile { close(descriptor) } }

    func write(_ text: String) throws(Refusal) {
        bytes.append(contentsOf: text.utf8)
        if bytes.count >= Self.size { try flush() }
    }

    /// Lets something append to the bytes themselves.
    func append(_ body: (inout [UInt8]) -> Void) throws(Refusal) {
        body(&bytes)
        if bytes.count >= Self.size { try flush() }
    }

    /// Waits until the disk has everything.
    func finish() throws(Refusal) {
        try flush()
        guard isFile else { return }
        if fsync(descriptor) != 0 { throw Self.refusal(errno) }
    }

    private func flush() throws(Refusal) {
        var done = 0
        var failure: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            while done < buffer.count, let start = buffer.baseAddress {
                let put = Glibc.write(descriptor, start + done, buffer.count - done)
                if put < 0, errno == EINTR { continue }
                guard put > 0 else {
                    failure = put < 0 ? errno : ENOSPC
                    return
                }
                done += put
            }
        }
        bytes.removeAll(keepingCapacity: true)
        if failure != 0 { throw Self.refusal(failure) }
    }

    static func refusal(_ code: Int32) -> Refusal {
        switch code {
        case ENOSPC, EDQUOT, EFBIG: Refusal("磁盘已满, 报表没有写完; 请清理后再试")
        case EPIPE: Refusal("接收报表的程序已经结束, 没有写完")
        default: Refusal("报表写不出去（系统错误 \(code)）; 请告诉系统管理员")
        }
    }
}
