// A text field of a calendar file, checked once for as long as it repeats.

/// Remembers the last text and the bytes it was made of.
struct RepeatedText {
    private var bytes: ArraySlice<UInt8> = []
    private var text = ""

    /// The field as text: not empty, UTF-8, without control characters or quotes, at most `limit` characters.
    mutating func text(
        _ field: ArraySlice<UInt8>, of line: CalendarLines.Line, field name: String, limit: Int
    ) throws(CalendarFile.Fault) -> String {
        guard !field.isEmpty else { throw line.fault("缺少\(name)") }
        if field.elementsEqual(bytes) { return text }
        guard let read = String(validating: field, as: UTF8.self) else {
            throw line.fault("\(name)不是 UTF-8 编码, 请另存为 \"CSV UTF-8\" 再导入")
        }
        guard !read.unicodeScalars.contains(where: { $0.isControl }) else {
            throw line.fault("\(name)含有控制字符")
        }
        guard !read.contains("\"") else { throw line.fault("\(name)含有双引号, 请去掉") }
        guard read.count <= limit else { throw line.fault("\(name)有 \(read.count) 个字, 最多 \(limit) 个字") }
        bytes = field
        text = read
        return read
    }
}
