// Sizes of files in words.

/// A file's size as clerks read it.
enum FileSize {
    static func text(_ bytes: Int) -> String {
        if bytes < 1024 { return "\(bytes) 字节" }
        if bytes < 1024 * 1024 { return "\((bytes + 1023) / 1024) KB" }
        let tenths = (bytes * 10 + 524_288) / (1024 * 1024)
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}
