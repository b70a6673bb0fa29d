// A folder that only its maker can enter, in which a file is written before anybody sees it.
internal import CRename
import Glibc

/// A fresh folder inside another. Whoever makes it removes it.
public struct PrivateFolder {
    public let path: String

    /// - Parameter role: what the folder around it is to the clerk.
    /// - Throws: `Refusal` if it cannot be made there.
    public init(below parent: String, as role: String = "文件夹") throws(Refusal) {
        var template = Array("\(parent)/.yangguang-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw AttachmentFolder(parent).unusable(role, errno)
        }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The path of a file in it.
    public func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Removes the folder and the files in it.
    public func remove() {
        guard let folder = opendir(path) else { return }
        while let item = readdir(folder) {
            let name = withUnsafeBytes(of: &item.pointee.d_name) { $0.prefix { $0 != 0 }.map(CChar.init(bitPattern:)) }
            if name != [46], name != [46, 46] { unlinkat(dirfd(folder), name + [0], 0) }
        }
        closedir(folder)
        rmdir(path)
    }

    /// Moves a file of it to where nothing is yet.
    /// - Throws: `Refusal` if something is, or it cannot be there.
    public func put(_ name: String, at target: String) throws(Refusal) {
        switch move(name, to: target) {
        case 0: return
        case EEXIST: throw Refusal("\(AttachmentName.visible(target)) 已经有了, 没有覆盖; 请另写一个文件名")
        case let code: throw Refusal("不能写到 \(AttachmentName.visible(target))（系统错误 \(code)）")
        }
    }

    /// - Returns: 0, or the system's error number; EEXIST where something is.
    fileprivate func move(_ name: String, to target: String) -> Int32 {
        if renameat2(AT_FDCWD, file(name), AT_FDCWD, target, UInt32(CRENAME_NOREPLACE)) == 0 { return 0 }
        // Not every file system can be told not to replace; a second name is never given to what is there either.
        guard errno == EINVAL || errno == ENOSYS else { return errno }
        return link(file(name), target) == 0 ? 0 : errno
    }
}

extension AttachmentFolder {
    /// Has a file written where nobody sees it, and puts it into the folder once it is whole: an existing file is never replaced, "-2"
    /// and so on is added instead.
    /// - Parameter write: writes the file at a path, to its last byte on the disk.
    /// - Returns: the name it got.
    public func make(_ name: String, _ write: (String) throws(Refusal) -> Void) throws(Refusal) -> String {
        let folder = try openedOutbox()
        defer { close(folder) }
        let own = try PrivateFolder(below: path, as: "发件夹")
        defer { own.remove() }
        let first = AttachmentName.onDisk(name)
        try write(own.file(first))
        for number in 1...99 {
            let copy = AttachmentName.onDisk(name, numbered: number)
            switch own.move(first, to: "\(path)/\(copy)") {
            case 0:
                fsync(folder)
                return copy
            case EEXIST: continue
            case let code: throw unusable("发件夹", code)
            }
        }
        throw Refusal("发件夹 \(path) 里已有 99 份 \(AttachmentName.quoted(name)), 请先清理旧的再保存")
    }

    func unusable(_ role: String, _ code: Int32) -> Refusal { Refusal(refusal(role, code)) }
}
