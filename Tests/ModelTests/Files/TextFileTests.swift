// Files of plain text: decoded strictly, refused in a sentence that says what to do.
import Foundation
import Testing

@testable import Model

@Suite("Text files")
struct TextFileTests {
    private func text(_ bytes: [UInt8]) throws -> String { try TextFile(name: "正文.txt", bytes: bytes).text }
    private func refusal(_ bytes: [UInt8]) -> String? { #expect(throws: Refusal.self) { try text(bytes) }?.sentence }

    /// 听证会 in GB18030.
    private static let gb: [UInt8] = [0xCC, 0xFD, 0xD6, 0xA4, 0xBB, 0xE1]

    @Test("UTF-8 with and without its mark, and GB18030 with its characters of four bytes, are read alike")
    func encodings() throws {
        #expect(try text(Array("听证会".utf8)) == "听证会")
        #expect(try text([0xEF, 0xBB, 0xBF] + Array("听证会".utf8)) == "听证会")
        #expect(try text(Self.gb) == "听证会")
        #expect(try text([0x95, 0x32, 0x82, 0x36]) == "𠀀")
    }

    @Test("CR LF and CR end a line as LF does; tabs stay")
    func lineEnds() throws {
        #expect(try text(Array("一\r\n\r\n二\r三\t四\n".utf8)) == "一\n\n二\n三\t四\n")
    }

    @Test("what is neither UTF-8 nor GB18030 is told with the first wrong line and what to do")
    func neither() {
        let advice = "行有既不是 UTF-8 也不是 GB18030 的内容, 请用记事本或 WPS 另存为 UTF-8 后再选"
        #expect(refusal(Array("一\n二\n".utf8) + [0xFF, 0x0A]) == "\"正文.txt\" 第 3 \(advice)")
        #expect(refusal(Self.gb + [0x0A] + Self.gb + [0x80, 0x0A]) == "\"正文.txt\" 第 2 \(advice)")
        #expect(refusal(Array("一二三".utf8.dropLast())) == "\"正文.txt\" 第 1 \(advice)")
        #expect(refusal([0xEF, 0xBB, 0xBF, 0x0A] + Self.gb) == "\"正文.txt\" 第 2 \(advice)")
        // UTF-16, which Windows calls Unicode.
        #expect(refusal([0xFF, 0xFE, 0x2C, 0x54]) == "\"正文.txt\" 第 1 \(advice)")
    }

    @Test("NUL and other control characters are refused with line and code")
    func controls() {
        #expect(
            refusal(Array("一\n二\0".utf8)) == "\"正文.txt\" 第 2 行有控制字符 U+0000, 不是纯文本, 请另存为纯文本 (UTF-8) 后再选")
        #expect(refusal(Array("\u{1B}[2J".utf8))?.contains("U+001B") == true)
        #expect(refusal(Array("\u{9B}2J".utf8))?.contains("U+009B") == true)
    }

    @Test("2 GB, an empty file, another ending, a link and a folder are refused at once, before a byte is read")
    func files() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("yangguang-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, size) in [("大.csv", 2 << 30), ("大.txt", 2 << 30), ("空.txt", 0), ("文.doc", 5), ("满.TXT", 1 << 20)] {
            let path = folder.appendingPathComponent(name).path
            #expect(FileManager.default.createFile(atPath: path, contents: nil))
            #expect(truncate(path, off_t(size)) == 0)
        }
        symlink("/etc/passwd", folder.appendingPathComponent("链接.txt").path)
        mkdir(folder.appendingPathComponent("夹.txt").path, 0o700)
        let inbox = AttachmentFolder(folder.path)
        func refusal(_ name: String, _ wanted: WantedFile) -> String? {
            #expect(throws: Refusal.self) { try inbox.text(name, wanted) }?.sentence
        }
        #expect(
            refusal("大.csv", .table)
                == "\"大.csv\" 有 2,147,483,648 字节, 补录表最大 16 MB (16,777,216 字节), 请分成几份后再选")
        #expect(refusal("大.txt", .text)?.contains("正文文件最大 1 MB (1,048,576 字节)") == true)
        #expect(refusal("空.txt", .text)?.contains("是空文件") == true)
        #expect(refusal("文.doc", .text) == "\"文.doc\" 不是 .txt 文件, 正文文件只收 .txt, 请用 Word 或 WPS 另存为纯文本 (.txt) 后再选")
        #expect(refusal("链接.txt", .text)?.contains("是链接") == true)
        #expect(refusal("夹.txt", .text)?.contains("是文件夹") == true)
        // As large as may be: opened, and refused for what it holds.
        #expect(refusal("满.TXT", .text)?.contains("U+0000") == true)
        let listed = try inbox.entries(.text)
        #expect(
            listed.first?.name == "满.TXT" && listed.dropFirst().allSatisfy { $0.refusal != nil } && listed.count == 7)
    }
}
