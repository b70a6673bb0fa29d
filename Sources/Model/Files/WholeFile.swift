// Opens a file once and reads it whole, so that the bytes checked are the bytes kept.

import Glibc

/// The one way in which a clerk's file comes into memory.
enum WholeFile {
    /// Opens the file once, judges it by kind and size before a byte is read, and reads it whole.
    ///
    /// A symbolic link is not followed, and a FIFO or a device cannot hold the console up: only a regular file is read.
    /// - Parameter sizeRefusal: why a file of so many bytes is not read, or nil.
    static func read(
        _ name: String, at path: String, in folder: Int32 = AT_FDCWD, sizeRefusal: (Int) -> String?
    ) throws(Refusal) -> [UInt8] {
        let shown = AttachmentName.quoted(name)
        guard !path.utf8.contains(0) else { throw Refusal("\(shown) 的路径里有空字符, 请重新选") }
        let file = openat(folder, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard file >= 0 else { throw Refusal(openingRefusal(shown, errno)) }
        defer { close(file) }
        let before = try status(of: file, shown)
        if let reason = kindRefusal(before.st_mode, shown) { throw Refusal(reason) }
        if let reason = sizeRefusal(Int(before.st_size)) { throw Refusal(reason) }
        let bytes = try content(of: file, expecting: Int(before.st_size), shown)
        let after = try status(of: file, shown)
        guard bytes.count == Int(after.st_size), before.st_mtim.tv_sec == after.st_mtim.tv_sec,
            before.st_mtim.tv_nsec == after.st_mtim.tv_nsec
        else { throw Refusal("\(shown) 在读取时被改动, 请等保存或复制完成后再选") }
        return bytes
    }

    /// What is wrong with a file that is not a regular one, or nil.
    static func kindRefusal(_ mode: mode_t, _ shown: String) -> String? {
        switch mode & S_IFMT {
        case S_IFREG: nil
        case S_IFDIR: "\(shown) 是文件夹, 不是文件, 请选里面的文档"
        case S_IFLNK: "\(shown) 是链接, 不是文件本身, 请把文档本身放进收件夹"
        case S_IFIFO: "\(shown) 是管道, 不是文件, 请选文档"
        default: "\(shown) 是设备或套接字, 不是文件, 请选文档"
        }
    }

    static func openingRefusal(_ shown: String, _ code: Int32) -> String {
        switch code {
        case ENOENT, ENOTDIR: "找不到 \(shown), 可能已被移走或改名, 请核对后再选"
        case EACCES, EPERM: "\(shown) 没有读取权限, 请系统管理员放开该文件的权限, 或重新上传"
        case ELOOP: "\(shown) 是链接, 不是文件本身, 请把文档本身放进收件夹"
        case ENXIO: "\(shown) 是设备或套接字, 不是文件, 请选文档"
        default: "\(shown) 打不开（系统错误 \(code)）, 请稍后再试, 仍不行请告诉系统管理员"
        }
    }

    private static func status(of file: Int32, _ shown: String) throws(Refusal) -> stat {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw Refusal(openingRefusal(shown, errno)) }
        return status
    }

    /// One byte more than expected is asked for, so that a file that grows is noticed and never read without end.
    private static func content(of file: Int32, expecting size: Int, _ shown: String) throws(Refusal) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            while count < buffer.count, let start = buffer.baseAddress {
                let taken = Glibc.read(file, start + count, buffer.count - count)
                if taken < 0, errno == EINTR { continue }
                if taken < 0 { failure = errno }
                if taken <= 0 { return }
                count += taken
            }
        }
        guard failure == 0 else {
            throw Refusal("\(shown) 读到一半出错（系统错误 \(failure)）, 请重新上传后再选")
        }
        return bytes
    }
}
