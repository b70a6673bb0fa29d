// What kind of file a clerk is asked for: an attachment, the text of a field, a table of documents.

/// A kind of file: how its name ends, how large it may be, and what to do with a file that is of another kind.
public struct WantedFile: Sendable {
    /// What the file is for, as sentences call it.
    public let purpose: String
    /// The endings of its name, each with the dot; the first is the one a new file gets.
    public let endings: [String]
    public var ending: String { endings[0] }
    /// The most bytes.
    public let largest: Int
    /// Why a name is not one of this kind, or nil.
    let nameRefusal: @Sendable (_ name: String) -> String?
    /// Why a file of so many bytes is not read, or nil.
    let sizeRefusal: @Sendable (_ name: String, _ size: Int) -> String?

    /// H8, G2: a Word 97-2003 document.
    public static let attachment = WantedFile(
        purpose: "附件", endings: [AttachmentName.ending], largest: WordDocument.largest,
        nameRefusal: { AttachmentName.refusal(of: $0) }, sizeRefusal: { WordDocument.sizeRefusal(name: $0, size: $1) })

    /// The text of a field.
    public static let text = plain("正文文件", [".txt"], megabytes: 1, instead: "请用 Word 或 WPS 另存为纯文本 (.txt) 后再选")

    /// A table of documents, a row each.
    public static let table = plain("补录表", [".csv"], megabytes: 16, instead: "请用 Excel 或 WPS 表格另存为 CSV 后再选")

    /// Citizens' comments from elsewhere.
    public static let comments = plain(
        "建议文件", [".csv", ".json"], megabytes: 64, instead: "请用 Excel 或 WPS 表格另存为 CSV 后再选")

    /// Days of the work calendar.
    public static let calendar = plain("工作日历", [".csv"], megabytes: 1, instead: "请用记事本或 WPS 另存为 CSV 后再选")

    /// A file of plain text. Its ending may be written in capitals, as other systems do.
    private static func plain(_ purpose: String, _ endings: [String], megabytes: Int, instead: String) -> WantedFile {
        let largest = megabytes * 1_048_576
        let named = endings.joined(separator: " 或 ")
        return WantedFile(
            purpose: purpose, endings: endings, largest: largest,
            nameRefusal: { name in
                if let refusal = AttachmentName.generalRefusal(of: name) { return refusal }
                if endings.contains(where: name.lowercased().hasSuffix) { return nil }
                return "\(AttachmentName.quoted(name)) 不是 \(named) 文件, \(purpose)只收 \(named), \(instead)"
            },
            sizeRefusal: { name, size in
                if size == 0 { return "\(AttachmentName.quoted(name)) 是空文件, 请确认保存后再选" }
                guard size > largest else { return nil }
                return
                    "\(AttachmentName.quoted(name)) 有 \(size.grouped) 字节, \(purpose)最大 \(megabytes) MB (\(largest.grouped) 字节), 请分成几份后再选"
            })
    }

    /// Reads a file of this kind whole; name and size are judged before a byte is read.
    func bytes(_ name: String, at path: String, in folder: Int32) throws(Refusal) -> [UInt8] {
        if let reason = nameRefusal(name) { throw Refusal(reason) }
        return try WholeFile.read(name, at: path, in: folder) { sizeRefusal(name, $0) }
    }

    /// Why a file lying in a folder is not one of this kind, as far as name and size tell; nil when it is worth opening.
    func refusal(name: String, size: Int) -> String? { nameRefusal(name) ?? sizeRefusal(name, size) }
}
