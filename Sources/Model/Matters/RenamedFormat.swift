// Tells what a file really is when it is called .doc and is none.

/// A format that people rename to `.doc`, recognised by its first bytes.
enum RenamedFormat {
    /// What the content is, in the clerk's words; nil when it has the opening of an OLE2 file.
    static func name(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: CompoundFile.magic) { return nil }
        for (opening, name) in openings where bytes.starts(with: opening) { return name }
        if bytes.starts(with: [0x50, 0x4B]) { return zipName(bytes) }
        let text = lowercasedOpening(bytes)
        if text.starts(with: Array("{\\rtf".utf8)) { return "RTF 格式" }
        if text.starts(with: Array("mime-version:".utf8)) { return "网页（MHT）" }
        if text.starts(with: Array("<".utf8)) {
            return contains(text, "<html") || contains(text, "<!doctype html") ? "网页（HTML）" : "XML 文件"
        }
        return isText(bytes) ? "纯文本" : nil
    }

    private static let openings: [([UInt8], String)] = [
        (Array("%PDF-".utf8), "PDF 文件"),
        ([0x89, 0x50, 0x4E, 0x47], "图片"),
        ([0xFF, 0xD8, 0xFF], "图片"),
        (Array("GIF8".utf8), "图片"),
        (Array("Rar!".utf8), "压缩包"),
        ([0x37, 0x7A, 0xBC, 0xAF], "压缩包"),
        ([0xDB, 0xA5], "Word 2.0 的旧格式"),
    ]

    private static func zipName(_ bytes: [UInt8]) -> String {
        let opening = bytes.prefix(4096)
        if contains(opening, "word/") || contains(opening, "[Content_Types].xml") {
            return "docx 格式（Word 2007 以后）"
        }
        return contains(opening, "opendocument") ? "ODF 格式" : "压缩包"
    }

    private static func lowercasedOpening(_ bytes: [UInt8]) -> [UInt8] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let body = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
        return body.prefix(2048).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }.map {
            (0x41...0x5A).contains($0) ? $0 + 0x20 : $0
        }
    }

    /// Text has no control characters but tab, line ends and form feed, in UTF-8 and GBK alike; UTF-16 says so first.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        return bytes.prefix(2048).allSatisfy { $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }
    }

    private static func contains(_ bytes: some Collection<UInt8>, _ word: String) -> Bool {
        let word = Array(word.utf8)
        var rest = bytes[...]
        while rest.count >= word.count {
            if rest.starts(with: word) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
