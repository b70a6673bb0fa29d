// The name of an attachment: what it may be (H8, G2), how it is shown, and what it becomes on disk.

/// Rules for names of attached files.
public enum AttachmentName {
    /// The longest name, in characters as a database counts them (code points).
    public static let longest = 100

    /// The only ending the office takes (G2: 「文獻擴展名為全小寫(.doc)」).
    public static let ending = ".doc"

    /// The endings under which files leave the office: attachments, what is printed, and reports.
    private static let written = [ending, ".html", ".txt", ".csv", ".xlsx", ".json"]

    /// Why this name cannot be an attachment's, or nil when it can.
    public static func refusal(of name: String) -> String? {
        if let refusal = generalRefusal(of: name) { return refusal }
        return name.hasSuffix(ending) ? stemRefusal(of: name) : endingRefusal(of: name)
    }

    /// Why this name cannot be any chosen file's, or nil when it can.
    static func generalRefusal(of name: String) -> String? {
        if name.isEmpty { return "文件没有名字, 请在本机改名后再选" }
        if let hidden = name.unicodeScalars.first(where: isHidden) {
            return "文件名 \(quoted(name)) 里有看不见的字符 \(hidden.codePoint), 名字会显示得与实际不同, 请改名后再选"
        }
        if name.unicodeScalars.contains("/") {
            return "文件名 \(quoted(name)) 里有斜线 \"/\", 请改名后再选"
        }
        let length = name.unicodeScalars.count
        if length > longest {
            return "文件名 \(quoted(name)) 有 \(length) 个字符, 最多 \(longest) 个, 请改短后再选"
        }
        return nil
    }

    /// The name between ASCII quotes, safe to draw: what cannot be seen becomes "?", and a long one is cut in the
    /// middle so that its ending stays readable.
    public static func quoted(_ name: String) -> String {
        "\"\(shown(name))\""
    }

    /// The name as it may be drawn on a terminal, cut to fit into a sentence.
    public static func shown(_ name: String) -> String {
        let visible = visible(name)
        guard visible.unicodeScalars.count > 48 else { return visible }
        return "\(visible.prefix(24))..\(visible.suffix(16))"
    }

    /// The whole name with "?" for every character that is not drawn.
    static func visible(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.map { isHidden($0) ? "?" : $0 }))
    }

    /// The name a copy gets on disk: no path, no hidden file, at most 240 bytes of UTF-8.
    static func onDisk(_ name: String, numbered number: Int = 1, ending: String = ending) -> String {
        let mark = number == 1 ? "" : "-\(number)"
        let ending = written.first(where: name.hasSuffix) ?? ending
        var stem = name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : name
        stem = String(String.UnicodeScalarView(stem.unicodeScalars.map { isHidden($0) || $0 == "/" ? "_" : $0 }))
        if stem.hasPrefix(".") || stem.hasPrefix("-") || stem.isEmpty { stem = "_" + stem }
        while stem.utf8.count > 230 { stem.unicodeScalars.removeLast() }
        return stem + mark + ending
    }

    /// A text as a part of a file's name that every computer takes: without blanks, and without what Windows or a path cannot have.
    public static func part(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0 != " " }.map {
                    isHidden($0) || "/\\:*?\"<>|".unicodeScalars.contains($0) ? "_" : $0
                }))
    }

    private static func stemRefusal(of name: String) -> String? {
        if name == ending { return "文件名只有扩展名 \(ending), 请起一个名字后再选" }
        if name.hasPrefix("~$") {
            return "\(quoted(name)) 是 Word 打开文档时的临时文件, 请选文档本身"
        }
        return nil
    }

    private static func endingRefusal(of name: String) -> String {
        guard let dot = name.lastIndex(of: "."), name.index(after: dot) != name.endIndex else {
            return "\(quoted(name)) 没有扩展名, 附件只收小写的 \(ending)"
        }
        let found = shown(String(name[dot...]))
        if found.lowercased() == ending {
            return "\(quoted(name)) 的扩展名是 \(found), 只收小写的 \(ending), 请改名为 \(quoted(name[..<dot] + ending)) 后再选"
        }
        return "\(quoted(name)) 的扩展名是 \(found), 附件只收 \(ending), \(saveAsWord97)"
    }

    static let saveAsWord97 = "请用 Word 或 WPS 打开原文, 另存为《Word 97-2003 文档》后再选"

    /// Characters that are not drawn, break the line, or turn the direction of what follows.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: scalar == "\u{FFFD}" || scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
