// A package as it lies on the disk: whether it is whole, and taking one away.
import Glibc

/// An open package folder.
struct PackageTree {
    private let root: Int32

    init(_ root: Int32) { self.root = root }

    /// Whether the folder is this very package: the same manifest, and every file as the manifest has it.
    func holds(_ package: PublicPackage) -> Bool {
        guard bytes(of: PublicPackage.manifestName, most: package.manifest.count) == package.manifest else {
            return false
        }
        return package.files.allSatisfy { file in
            bytes(of: file.path, most: file.size).map { $0.count == file.size && SHA256.text($0) == file.sha256 }
                ?? false
        }
    }

    /// A file's bytes; nil if it is none, a link, or longer than `most`.
    private func bytes(of path: String, most: Int) -> [UInt8]? {
        var folder = root
        var opened: [Int32] = []
        defer { for descriptor in opened { close(descriptor) } }
        let parts = path.split(separator: "/").map(String.init)
        for part in parts.dropLast() {
            folder = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard folder >= 0 else { return nil }
            opened.append(folder)
        }
        let file = openat(folder, parts.last ?? path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        opened.append(file)
        var facts = stat()
        guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size <= most else { return nil }
        return Self.bytes(of: file, count: Int(facts.st_size))
    }

    private static func bytes(of file: Int32, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes[done...].withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return nil }
            done += got
        }
        return bytes
    }

    // MARK: - Taking away

    /// The deepest folder of a package: its attachments. What lies deeper was not written here and is left.
    private static let deepest = 2

    /// Takes a package or half a package away; a link itself, never what it leads to.
    /// - Returns: false, with `errno`, if something is left.
    static func remove(_ name: String, in folder: Int32, depth: Int = 0) -> Bool {
        let opened = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard opened >= 0 else {
            return errno == ENOENT || ([ENOTDIR, ELOOP].contains(errno) && unlinkat(folder, name, 0) == 0)
        }
        defer { close(opened) }
        guard depth < deepest else {
            errno = ENOTEMPTY
            return false
        }
        for entry in names(in: opened) {
            guard remove(entry, in: opened, depth: depth + 1) else { return false }
        }
        return unlinkat(folder, name, AT_REMOVEDIR) == 0
    }

    private static func names(in folder: Int32) -> [String] {
        guard let stream = fdopendir(dup(folder)) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let item = readdir(stream) {
            let name = withUnsafeBytes(of: &item.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
