// Whose turn it is to import: one at a time in a store.
import Glibc

/// The right to import into a store. The kernel takes it back when the process ends, however it ends, so what an import has left is
/// known to be left as soon as somebody else has the turn.
final class ImportTurn {
    private let file: Int32

    /// - Parameter path: of the store; a file beside it is locked.
    /// - Returns: nil while somebody else imports.
    /// - Throws: `Refusal` where the file cannot be made.
    init?(of path: String) throws(Refusal) {
        file = open(path + "-import", O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            throw Refusal("不能在 \(path) 旁边新建文件, 不能导入; 请找管理服务器的人", reason: .store)
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            return nil
        }
    }

    deinit { close(file) }
}
