// Bytes on their way to the disk.
import Glibc

enum FileWriting {
    /// Writes every byte, waits until the disk has them, and closes the file.
    /// - Returns: 0, or the system's error number.
    static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
        var failure: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count, let start = buffer.baseAddress {
                let put = Glibc.write(file, start + done, buffer.count - done)
                if put < 0, errno == EINTR { continue }
                guard put > 0 else {
                    failure = put < 0 ? errno : ENOSPC
                    return
                }
                done += put
            }
        }
        if failure == 0, fsync(file) != 0 { failure = errno }
        if close(file) != 0, failure == 0 { failure = errno }
        return failure
    }
}
