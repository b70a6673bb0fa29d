// The store as a file: what is to be one, and who may read it.
import Glibc

enum StoreFile {
    /// - Throws: `Refusal` for what is missing, no regular file, not to be read and written, or no SQLite file.
    static func mustBeUsable(_ path: String) throws(Refusal) {
        var facts = stat()
        guard stat(path, &facts) == 0 else {
            if errno == ENOENT {
                throw Refusal("没有数据库 \(path); 请先运行 yangguang init 或 yangguang demo 新建", reason: .store)
            }
            throw Refusal("不能读取数据库 \(path): \(cause(errno))", reason: .store)
        }
        guard facts.st_mode & S_IFMT == S_IFREG else {
            throw Refusal("\(path) 不是普通文件, 不能当作数据库打开", reason: .store)
        }
        guard access(path, R_OK) == 0 else {
            throw Refusal("没有读取数据库 \(path) 的权限; 请找管理服务器的人", reason: .store)
        }
        guard access(path, W_OK) == 0 else {
            throw Refusal("数据库 \(path) 是只读的, 不能办理; 请找管理服务器的人", reason: .store)
        }
        guard StoreHead(at: path) != nil else {
            throw Refusal("\(path) 不是数据库文件; 请用 --database 指定正确的文件", reason: .store)
        }
    }

    /// - Throws: `Refusal` if others on the server may read the store, or put another file in its place; it says how to mend that.
    static func mustBePrivate(_ path: String) throws(Refusal) {
        let files = [path, path + "-wal", path + "-shm", HeadsFile(beside: path).path]
        let open = files.filter { (mode(of: $0) ?? 0) & 0o077 != 0 }
        if let first = open.first, let mode = mode(of: first) {
            let names = open.map(shellWord).joined(separator: " ")
            throw Refusal(
                "\(first) 的权限是 \(octal(mode)), 服务器上别的用户也能读写, 没有打开; 请运行 chmod 600 \(names) 后再打开", reason: .store)
        }
        let folder = folder(of: path)
        // In a folder like /tmp only a file's owner takes it away.
        if let mode = mode(of: folder), mode & 0o022 != 0, mode & S_ISVTX == 0 {
            throw Refusal(
                "文件夹 \(folder) 的权限是 \(octal(mode)), 别的用户可以换掉里面的数据库, 没有打开; 请运行 chmod go-w \(shellWord(folder)) 后再打开",
                reason: .store)
        }
    }

    /// The folder a file lies in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A file's name without its folder.
    static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// What tells a file from another of the same name.
    struct Identity: Equatable {
        let device: dev_t
        let number: ino_t
    }

    /// nil where there is no such file.
    static func identity(of path: String) -> Identity? {
        var facts = stat()
        return stat(path, &facts) == 0 ? Identity(device: facts.st_dev, number: facts.st_ino) : nil
    }

    /// Whether there is anything of this name, be it a link that leads nowhere.
    static func exists(_ path: String) -> Bool {
        var facts = stat()
        return lstat(path, &facts) == 0
    }

    /// Has the folder's own changes reach the disk, such as a file's new name.
    static func sync(folder path: String) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    private static func mode(of path: String) -> mode_t? {
        var facts = stat()
        return stat(path, &facts) == 0 ? facts.st_mode : nil
    }

    private static func octal(_ mode: mode_t) -> String { String(mode & 0o7777, radix: 8) }

    /// A path as it can be typed after a command.
    private static func shellWord(_ path: String) -> String {
        let isPlain = path.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-+".contains($0)) }
        return isPlain
            ? path
            : "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }

    /// Why a file could not be used, in words.
    static func cause(_ code: Int32) -> String {
        switch code {
        case EACCES, EPERM: "没有权限"
        case ENOENT: "所在文件夹不存在"
        case ENOSPC, EDQUOT, EFBIG: "磁盘已满"
        case EROFS: "磁盘是只读的"
        case EIO: "磁盘出错"
        case ELOOP: "是符号链接"
        case ENOTDIR: "路径中有一部分不是文件夹"
        case ENAMETOOLONG: "名称太长"
        case EEXIST: "已经存在"
        default: "系统错误 \(code)"
        }
    }
}
