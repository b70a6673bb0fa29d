// A file of plain text that a clerk chose: read once, decoded strictly, its line ends made one kind.

/// A text from a file, checked: it is UTF-8 or GB18030 throughout and holds nothing that is not text.
public struct TextFile: Equatable, Sendable {
    /// The file's own name, without its folder.
    public let name: String
    /// The text, its lines ended by LF; tabs and the like are as they stood.
    public let text: String

    /// Takes content that is already in memory.
    /// - Throws: `Refusal` naming the first line that is wrong.
    public init(name: String, bytes: [UInt8]) throws(Refusal) {
        self.name = name
        text = try Self.text(of: name, bytes)
        if let (line, scalar) = Self.firstControl(text) {
            throw Refusal(
                "\(AttachmentName.quoted(name)) 第 \(line) 行有控制字符 \(scalar.codePoint), 不是纯文本, 请另存为纯文本 (UTF-8) 后再选")
        }
    }

    /// Reads a file of the wanted kind.
    static func read(_ name: String, at path: String, in folder: Int32, _ wanted: WantedFile) throws(Refusal)
        -> TextFile
    {
        try TextFile(name: name, bytes: try wanted.bytes(name, at: path, in: folder))
    }

    /// The text of a file, its lines ended by LF; what controls it holds is for the caller to judge.
    /// - Throws: `Refusal` naming the first line that is neither UTF-8 nor GB18030.
    static func text(of name: String, _ bytes: [UInt8]) throws(Refusal) -> String {
        withoutReturns(try decoded(name, bytes))
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func decoded(_ name: String, _ bytes: [UInt8]) throws(Refusal) -> String {
        let marked = bytes.starts(with: byteOrderMark)
        if let text = String(validating: bytes.dropFirst(marked ? byteOrderMark.count : 0), as: UTF8.self) {
            return text
        }
        switch GB18030.decode(bytes) {
        case .success(let text) where !marked: return text
        case .success: throw wrong(name, line: firstLineNotUTF8(bytes))
        case .failure(let byte):
            // The encoding that holds longer is likelier to be the one the file is meant in.
            let line = max(firstLineNotUTF8(bytes), lineNumber(of: byte.index, in: bytes))
            throw wrong(name, line: line)
        }
    }

    private static func wrong(_ name: String, line: Int) -> Refusal {
        Refusal("\(AttachmentName.quoted(name)) 第 \(line) 行有既不是 UTF-8 也不是 GB18030 的内容, 请用记事本或 WPS 另存为 UTF-8 后再选")
    }

    /// A line end is never part of a longer character, so each line is right or wrong by itself.
    private static func firstLineNotUTF8(_ bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
    }

    private static func lineNumber(of index: Int, in bytes: [UInt8]) -> Int {
        bytes[..<index].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    }

    /// CR LF and CR end a line as LF does.
    private static func withoutReturns(_ text: String) -> String {
        guard text.utf8.contains(0x0D) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var afterReturn = false
        for byte in text.utf8 {
            if byte == 0x0D {
                bytes.append(0x0A)
            } else if byte != 0x0A || !afterReturn {
                bytes.append(byte)
            }
            afterReturn = byte == 0x0D
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The first character that no text holds, with its line. Tabs and page ends are text to a word processor.
    private static func firstControl(_ text: String) -> (line: Int, scalar: Unicode.Scalar)? {
        var line = 1
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: line += 1
            case 0x09, 0x0B, 0x0C, 0x85: break
            default: if scalar.isControl { return (line, scalar) }
            }
        }
        return nil
    }
}
