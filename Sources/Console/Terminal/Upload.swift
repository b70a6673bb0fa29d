// The fresh folder that one upload arrives in.
import Glibc
import Model

/// Files that came through the terminal, alone in a folder only the console's user can enter.
struct Upload {
    struct Progress: Equatable {
        var files = 0
        var bytes = 0
    }

    /// The folder.
    let path: String
    /// The names of what arrived, sorted; `AttachmentFolder(path).read` checks each.
    private(set) var names: [String] = []

    /// Makes the folder, readable by its owner alone.
    init(below parent: String) throws(Refusal) {
        var template = Array("\(parent)/upload-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Refusal("上传要用的文件夹建不起来（系统错误 \(errno)）, 请改用收件夹, 并告诉系统管理员")
        }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// How much has arrived so far.
    func progress() -> Progress {
        var progress = Progress()
        forEachFile { _, status in
            progress.files += 1
            progress.bytes += Int(status.st_size)
        }
        return progress
    }

    /// Takes note of what arrived. A name sent in GBK, as Windows programs do, becomes UTF-8.
    mutating func settle() throws(Refusal) {
        var found: [[CChar]] = []
        forEachFile { name, status in
            if status.st_mode & S_IFMT == S_IFREG { found.append(name) }
        }
        names = found.map { readable($0) }.sorted()
        if names.isEmpty { throw Refusal("上传结束, 没有收到文件, 请再试一次, 或改用收件夹") }
    }

    /// Removes the folder and what is in it.
    func remove() {
        var found: [[CChar]] = []
        forEachFile { name, _ in found.append(name) }
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if folder >= 0 {
            for name in found { unlinkat(folder, name, 0) }
            close(folder)
        }
        rmdir(path)
    }

    private func readable(_ raw: [CChar]) -> String {
        let bytes = raw.dropLast().map(UInt8.init(bitPattern:))
        let name = String(decoding: bytes, as: UTF8.self)
        if name.utf8.elementsEqual(bytes) { return name }
        guard let decoded = try? GB18030.decode(bytes).get(), !decoded.contains("/"),
            access("\(path)/\(decoded)", F_OK) != 0
        else { return name }
        let old = Array(path.utf8CString.dropLast()) + [CChar(UInt8(ascii: "/"))] + raw
        return rename(old, "\(path)/\(decoded)") == 0 ? decoded : name
    }

    private func forEachFile(_ body: ([CChar], stat) -> Void) {
        guard let folder = opendir(path) else { return }
        defer { closedir(folder) }
        while let item = readdir(folder) {
            let name = withUnsafeBytes(of: &item.pointee.d_name) { $0.prefix { $0 != 0 }.map(CChar.init(bitPattern:)) }
            guard name != [46], name != [46, 46] else { continue }
            var status = stat()
            guard fstatat(dirfd(folder), name + [0], &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            body(name + [0], status)
        }
    }
}
