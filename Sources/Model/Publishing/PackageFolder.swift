// The folder into which public packages are written, whole or not at all.
internal import CRename
import Glibc

/// A folder of packages. No link in it is followed, and nothing but packages is ever touched.
struct PackageFolder {
    enum Outcome { case written, unchanged }

    let path: String

    /// - Parameter path: a blank end such as `public/` would let a link be followed, so it goes.
    init(_ path: String) {
        var path = path[...]
        while path.count > 1, path.last == "/" { path = path.dropLast() }
        self.path = String(path)
    }

    /// How long another program's package is waited for, in tenths of a second.
    private static let patience = 50

    /// Makes the folder, for others to read, where there is none yet.
    /// - Throws: `Refusal` if it cannot be made.
    func makeIfMissing() throws(Refusal) {
        guard mkdir(path, 0o755) == 0 else {
            if errno == EEXIST { return }
            throw Refusal(sentence(errno), reason: .store)
        }
        // The mask of the process may have taken the readers' rights away.
        _ = chmod(path, 0o755)
    }

    /// - Throws: `Refusal` if it is no folder, a link, or not to be written into.
    func mustBeWritable() throws(Refusal) {
        let folder = try opened()
        defer { close(folder) }
        guard faccessat(folder, ".", W_OK | X_OK, AT_EACCESS) == 0 else {
            throw Refusal(sentence(errno), reason: .store)
        }
    }

    /// Writes a package beside and gives it its name when every byte is on the disk. One that is there already and is the same stays; one
    /// that differs is exchanged.
    /// - Parameter content: fetches the bytes of an attached file by its SHA-256.
    /// - Throws: `Refusal`; then nothing under the package's name has changed.
    func write(
        _ package: PublicPackage, content: (String) throws(Refusal) -> [UInt8]
    ) throws(Refusal) -> Outcome {
        let folder = try opened()
        defer { close(folder) }
        try lock(folder)
        let existing = try opened(package.name, in: folder)
        defer { if let existing { close(existing) } }
        if let existing, PackageTree(existing).holds(package) { return .unchanged }
        let partial = ".\(package.name).partial"
        try removed(partial, in: folder)
        do throws(Refusal) {
            try fill(partial, package, in: folder, content: content)
            try giveName(package.name, to: partial, in: folder, replacing: existing != nil)
        } catch {
            _ = PackageTree.remove(partial, in: folder)
            throw error
        }
        try removed(partial, in: folder)
        return .written
    }

    private func opened() throws(Refusal) -> Int32 {
        guard !path.utf8.contains(0) else { throw Refusal(sentence(ENOENT), reason: .store) }
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        // A link is told as something that is no folder.
        guard folder >= 0 else { throw Refusal(isLink ? sentence(ELOOP) : sentence(errno), reason: .store) }
        return folder
    }

    private var isLink: Bool {
        var facts = stat()
        let code = errno
        defer { errno = code }
        return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK
    }

    /// Two programs do not write into the folder at once, or one would take the other's half for a leftover.
    private func lock(_ folder: Int32) throws(Refusal) {
        for _ in 0..<Self.patience {
            guard flock(folder, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
            usleep(100_000)
        }
        throw Refusal("\(shownPath) 正由另一个程序写入, 请稍后再试", reason: .store)
    }

    /// The package of that name as it lies there, or nil.
    private func opened(_ name: String, in folder: Int32) throws(Refusal) -> Int32? {
        let existing = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if existing >= 0 { return existing }
        switch errno {
        case ENOENT: return nil
        case ENOTDIR, ELOOP: throw Refusal("\(shownPath) 里已有叫 \(name) 的文件或链接, 请移走后再写", reason: .store)
        default: throw Refusal(sentence(errno), reason: .store)
        }
    }

    private func fill(
        _ partial: String, _ package: PublicPackage, in folder: Int32, content: (String) throws(Refusal) -> [UInt8]
    ) throws(Refusal) {
        let root = try made(partial, in: folder)
        defer { close(root) }
        let hasAttachments = package.files.contains { $0.path.contains("/") }
        let attachments = hasAttachments ? try made(PublicPackage.attachmentFolder, in: root) : root
        defer { if hasAttachments { close(attachments) } }
        for file in package.files {
            let bytes: [UInt8] =
                switch file.content {
                case .bytes(let bytes): bytes
                case .attachment(let sha256): try content(sha256)
                }
            guard bytes.count == file.size, SHA256.text(bytes) == file.sha256 else {
                throw Refusal("\(package.name) 的 \(file.path) 与登记的校验值不一致, 请运行 yangguang check", reason: .store)
            }
            let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
            try write(bytes, as: name, in: file.path.contains("/") ? attachments : root)
        }
        try write(package.manifest, as: PublicPackage.manifestName, in: root)
        guard fsync(attachments) == 0, fsync(root) == 0 else { throw Refusal(sentence(errno), reason: .store) }
    }

    private func made(_ name: String, in folder: Int32) throws(Refusal) -> Int32 {
        guard mkdirat(folder, name, 0o755) == 0 else { throw Refusal(sentence(errno), reason: .store) }
        let made = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard made >= 0 else { throw Refusal(sentence(errno), reason: .store) }
        _ = fchmod(made, 0o755)
        return made
    }

    private func write(_ bytes: [UInt8], as name: String, in folder: Int32) throws(Refusal) {
        let file = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw Refusal(sentence(errno), reason: .store) }
        _ = fchmod(file, 0o644)
        let failure = FileWriting.write(bytes, to: file)
        guard failure == 0 else { throw Refusal(sentence(failure), reason: .store) }
    }

    private func giveName(
        _ name: String, to partial: String, in folder: Int32, replacing: Bool
    ) throws(Refusal) {
        let given =
            replacing
            ? renameat2(folder, partial, folder, name, UInt32(CRENAME_EXCHANGE))
            : renameat(folder, partial, folder, name)
        guard given == 0, fsync(folder) == 0 else {
            let code = errno
            if replacing, code == EINVAL || code == ENOSYS {
                throw Refusal("\(shownPath) 所在的磁盘不能整体替换文件夹, 请移走其中的 \(name) 后再写", reason: .store)
            }
            throw Refusal(sentence(code), reason: .store)
        }
    }

    private func removed(_ name: String, in folder: Int32) throws(Refusal) {
        guard PackageTree.remove(name, in: folder) else { throw Refusal(sentence(errno), reason: .store) }
    }

    // MARK: - Words

    private var shownPath: String { "公开文件夹 \(AttachmentName.visible(path))" }

    /// Why the folder could not be used.
    func sentence(_ code: Int32) -> String {
        switch code {
        case ENOENT: "\(shownPath) 不存在, 请先建好"
        case ENOTDIR, EEXIST: "\(shownPath) 不是文件夹"
        case ELOOP: "\(shownPath) 是符号链接, 请写它指向的文件夹"
        case EACCES, EPERM: "\(shownPath) 没有写入的权限"
        case EROFS: "\(shownPath) 在只读的磁盘上"
        case ENOSPC, EDQUOT, EFBIG: "\(shownPath) 所在的磁盘已满"
        case ENAMETOOLONG: "\(shownPath) 的路径太长"
        default: "\(shownPath) 不能使用（系统错误 \(code)）"
        }
    }
}
