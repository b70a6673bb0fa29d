// A clerk's folder on the server: the inbox that attachments are chosen from, the outbox that copies are saved to.

import Glibc

/// A folder that documents are taken from or put into.
public struct AttachmentFolder: Sendable {
    public let path: String

    /// More entries than this are not listed; nobody chooses from them, and reading them would hold the screen up.
    public static let mostEntries = 1_000

    public init(_ path: String) {
        self.path = path
    }

    /// What lies in the folder, newest first; hidden files are left out, unusable ones say why they are and stand last.
    /// - Parameter wanted: the kind of file that is usable.
    public func entries(_ wanted: WantedFile = .attachment) throws(Refusal) -> [FolderEntry] {
        let descriptor = try opened(for: "收件夹")
        guard let stream = fdopendir(descriptor) else {
            close(descriptor)
            throw Refusal(refusal("收件夹", errno))
        }
        defer { closedir(stream) }
        var found: [FolderEntry] = []
        while found.count < Self.mostEntries, let item = readdir(stream) {
            let raw = Self.rawName(item)
            guard raw.first != UInt8(ascii: ".") else { continue }
            var status = stat()
            let name = raw.map(CChar.init(bitPattern:)) + [0]
            guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            found.append(Self.entry(raw, status, wanted))
        }
        let sorted = found.sorted { ($1.modified, $0.name) < ($0.modified, $1.name) }
        return sorted.filter { $0.refusal == nil } + sorted.filter { $0.refusal != nil }
    }

    /// Reads and checks one file of the folder.
    public func read(_ name: String) throws(Refusal) -> AttachmentFile {
        let descriptor = try opened(for: "收件夹")
        defer { close(descriptor) }
        return try AttachmentFile.read(name, at: name, in: descriptor)
    }

    /// Reads and checks one file of plain text.
    public func text(_ name: String, _ wanted: WantedFile) throws(Refusal) -> TextFile {
        let descriptor = try opened(for: "收件夹")
        defer { close(descriptor) }
        return try TextFile.read(name, at: name, in: descriptor, wanted)
    }

    /// Reads one file that is judged later.
    public func content(_ name: String, _ wanted: WantedFile) throws(Refusal) -> FileContent {
        let descriptor = try opened(for: "收件夹")
        defer { close(descriptor) }
        return try FileContent(name, at: name, in: descriptor, wanted)
    }

    /// Writes a copy into the folder and returns the name it got: an existing file is never replaced, "-2" and so on is
    /// added instead. When this returns, the copy is on the disk.
    public func save(_ bytes: [UInt8], as name: String, _ kind: WantedFile = .attachment) throws(Refusal) -> String {
        let descriptor = try openedOutbox()
        defer { close(descriptor) }
        for number in 1...99 {
            let copy = AttachmentName.onDisk(name, numbered: number, ending: kind.ending)
            let file = openat(descriptor, copy, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            if file < 0, errno == EEXIST { continue }
            guard file >= 0 else { throw Refusal(refusal("发件夹", errno)) }
            let failure = FileWriting.write(bytes, to: file)
            guard failure == 0, fsync(descriptor) == 0 else {
                let code = failure == 0 ? errno : failure
                unlinkat(descriptor, copy, 0)
                throw Refusal(refusal("发件夹", code))
            }
            return copy
        }
        throw Refusal("发件夹 \(path) 里已有 99 份 \(AttachmentName.quoted(name)), 请先清理旧的再保存")
    }

    /// Why a folder, called by what it is to the clerk, could not be used.
    func refusal(_ role: String, _ code: Int32) -> String {
        let folder = "\(role) \(AttachmentName.visible(path))"
        return switch code {
        case ENOENT: "\(folder) 不存在, 请系统管理员建好这个文件夹"
        case ENOTDIR: "\(folder) 不是文件夹, 请系统管理员改正设置"
        case EACCES, EPERM: "\(folder) 没有权限, 请系统管理员放开该文件夹的权限"
        case EROFS: "\(folder) 在只读的磁盘上, 不能写入, 请告诉系统管理员"
        case ENOSPC, EDQUOT, EFBIG: "\(folder) 所在的磁盘已满, 没有存下, 请清理后再试"
        default: "\(folder) 不能使用（系统错误 \(code)）, 请告诉系统管理员"
        }
    }

    func opened(for role: String) throws(Refusal) -> Int32 {
        guard !path.utf8.contains(0) else { throw Refusal(refusal(role, ENOENT)) }
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Refusal(refusal(role, errno)) }
        return descriptor
    }

    /// Opens the folder that copies go to; one that is missing is made, for its owner alone.
    func openedOutbox() throws(Refusal) -> Int32 {
        if !path.utf8.contains(0), mkdir(path, 0o700) != 0, errno != EEXIST {
            let code = errno
            // A folder that cannot be made may be there, on a disk that nobody may write to.
            guard access(path, F_OK) == 0 else { throw Refusal(refusal("发件夹", code)) }
        }
        return try opened(for: "发件夹")
    }

    private static func entry(_ raw: [UInt8], _ status: stat, _ wanted: WantedFile) -> FolderEntry {
        let name = String(decoding: raw, as: UTF8.self)
        let shown = AttachmentName.quoted(name)
        let size = Int(status.st_size)
        let refusal =
            if !name.utf8.elementsEqual(raw) {
                "文件名 \(shown) 不是 UTF-8 编码, 请在本机改名后重新上传"
            } else {
                WholeFile.kindRefusal(status.st_mode, shown) ?? wanted.refusal(name: name, size: size)
            }
        return FolderEntry(
            name: refusal == nil ? name : AttachmentName.visible(name), size: size,
            modified: status.st_mtim.tv_sec, refusal: refusal)
    }

    private static func rawName(_ item: UnsafeMutablePointer<dirent>) -> [UInt8] {
        withUnsafeBytes(of: &item.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    }
}
