// The check every attachment passes before it is stored: is this a Word 97-2003 document that everyone can open?

/// The office's rule for attachments (H8, G2): a Word 97-2003 document, named `.doc`, within 5M, without a password.
public struct WordDocument {
    /// The largest attachment in bytes (H8: 「5M內」).
    public static let largest = 5_242_880

    public enum Inspection: Equatable, Sendable {
        /// It may be stored; the warnings are Chinese sentences to be shown beside it.
        case accepted(warnings: [String])
        /// It may not; a Chinese sentence naming the file, what is wrong and what to do.
        case refused(String)
    }

    /// Judges a file by name and content. Never traps, and ends after a number of steps bounded by the size of the file.
    public static func inspect(name: String, bytes: [UInt8]) -> Inspection {
        if let reason = AttachmentName.refusal(of: name) ?? sizeRefusal(name: name, size: bytes.count) {
            return .refused(reason)
        }
        let file = AttachmentName.quoted(name)
        if let format = RenamedFormat.name(of: bytes) {
            return .refused("\(file) 的内容（\(format)）不是 Word 97-2003 文档, \(AttachmentName.saveAsWord97)")
        }
        guard bytes.starts(with: CompoundFile.magic) else {
            return .refused("\(file) 的内容不是 Word 97-2003 文档, \(AttachmentName.saveAsWord97)")
        }
        do {
            return try inspect(CompoundFile(bytes), file: file)
        } catch {
            return .refused("\(file) 已损坏, 读不完整, 请在本机用 Word 或 WPS 打开, 重新保存后再选")
        }
    }

    /// Why a file of this many bytes cannot be an attachment, or nil when it can.
    static func sizeRefusal(name: String, size: Int) -> String? {
        if size == 0 { return "\(AttachmentName.quoted(name)) 是空文件, 请确认保存后再选" }
        if size > largest {
            return "\(AttachmentName.quoted(name)) 有 \(size.grouped) 字节, 超过 5M（\(largest.grouped) 字节）, 请压缩图片或分成几份后再选"
        }
        return nil
    }

    private static func inspect(_ container: CompoundFile, file: String) throws(CompoundFile.Damage) -> Inspection {
        let locked = "\(file) 已加密, 请去掉密码: 用 Word 或 WPS 打开, 取消打开密码, 保存后再选"
        if container.entry(named: "EncryptedPackage") != nil { return .refused(locked) }
        guard let stream = container.entry(named: "WordDocument"), stream.kind == .stream else {
            return .refused(
                "\(file) 的内容（\(foreignFormat(container))）不是 Word 97-2003 文档, \(AttachmentName.saveAsWord97)")
        }
        let opening = try container.opening(of: stream, count: 32)
        switch (opening[0], opening[1]) {
        case (0xEC, 0xA5): break
        case (0xDC, 0xA5):
            return .refused("\(file) 的内容（Word 95 以前的旧格式）不是 Word 97-2003 文档, \(AttachmentName.saveAsWord97)")
        default: throw CompoundFile.Damage()
        }
        if opening[0x0B] & 1 != 0 { return .refused(locked) }
        return .accepted(warnings: warnings(container, file: file))
    }

    private static func foreignFormat(_ container: CompoundFile) -> String {
        let known = [
            ("Workbook", "Excel 表格"), ("Book", "Excel 表格"), ("PowerPoint Document", "PowerPoint 演示文稿"),
            ("VisioDocument", "Visio 绘图"), ("__properties_version1.0", "Outlook 邮件"),
        ]
        return known.first { container.entry(named: $0.0) != nil }?.1 ?? "别的程序的文件"
    }

    private static func warnings(_ container: CompoundFile, file: String) -> [String] {
        let holdsMacros = ["Macros", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA"].contains {
            container.entry(named: $0) != nil
        }
        return holdsMacros ? ["\(file) 含有宏, 群众打开时会有安全提示, 建议另存一份不含宏的文档"] : []
    }
}
