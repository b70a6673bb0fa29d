// The files in which comments come from elsewhere: encodings, columns, sizes.
import Foundation
import Glibc
import Testing

@testable import Model

@Suite("Files of comments")
struct CommentFileTests {
    private static let table =
        "系统,编号,渠道,建议人,收到日期,内容\r\n重大决策听证,2026-01,来信,㛃䶮𠮷,2026-11-23,\"第一行\r\n\"\"第二行\"\", 完\"\r\n"

    private func file(_ bytes: [UInt8], _ name: String = "建议.csv") throws -> CommentFile {
        try CommentFile(FileContent(name: name, bytes: bytes))
    }

    private func sentence(_ text: String, _ name: String = "建议.csv") -> String {
        do {
            _ = try file(Array(text.utf8), name)
            return ""
        } catch {
            return (error as? Refusal)?.sentence ?? "\(error)"
        }
    }

    private static func gb18030(_ text: String) throws -> [UInt8] {
        let converter = try #require(iconv_open("GB18030", "UTF-8"))
        defer { iconv_close(converter) }
        var source = Array(text.utf8).map(CChar.init(bitPattern:))
        var target = [CChar](repeating: 0, count: source.count * 2)
        var (left, room) = (source.count, target.count)
        let done = source.withUnsafeMutableBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                var (from, to) = (source.baseAddress, target.baseAddress)
                return iconv(converter, &from, &left, &to, &room)
            }
        }
        try #require(done == 0)
        return target.dropLast(room).map(UInt8.init(bitPattern:))
    }

    @Test("UTF-8, with a mark or without, and GB18030 say the same, rare characters and quoted line ends too")
    func encodings() throws {
        let plain = Array(Self.table.utf8)
        for bytes in [plain, [0xEF, 0xBB, 0xBF] + plain, try Self.gb18030(Self.table)] {
            let lines = try file(bytes).lines
            #expect(lines.map(\.number) == [2])
            #expect(lines[0][.author] == "㛃䶮𠮷" && lines[0][.body] == "第一行\n\"第二行\", 完")
            #expect(lines[0][.contact] == "" && lines[0][.source] == "")
        }
    }

    @Test("another encoding, other columns, no line, a quote out of place are named")
    func refused() throws {
        let header = "系统,编号,渠道,收到日期,内容"
        #expect(throws: Refusal("\"建议.csv\" 第 2 行有既不是 UTF-8 也不是 GB18030 的内容, 请用记事本或 WPS 另存为 UTF-8 后再选")) {
            _ = try file(Array((header + "\n").utf8) + [0xFF, 0xFE, 0x0A])
        }
        #expect(sentence("标题,内容\n1,2\n").hasPrefix("第 1 行: 表头中多了 \"标题\""))
        #expect(sentence("系统,编号,渠道,内容\n").hasPrefix("第 1 行: 表头中少了 \"收到日期\""))
        #expect(sentence(header + ",内容\n").hasPrefix("第 1 行: 表头中有两次 \"内容\""))
        #expect(sentence(header + "\n").hasPrefix("\"建议.csv\" 里没有建议"))
        #expect(sentence(header + "\n\"甲\n").hasPrefix("第 2 行: 引号到文件末尾也没有配对"))
    }

    @Test("more than 100,000 lines are refused with the limit")
    func tooMany() {
        let rows = "系统,编号,渠道,收到日期,内容\n" + String(repeating: "a,b,c,d,e\n", count: 100_001)
        #expect(sentence(rows) == "第 100002 行: 表中最多 100,000 行, 请分成几个文件")
        let list = "[" + String(repeating: "{},", count: 100_000) + "{}]"
        #expect(sentence(list, "建议.json") == "文件中有 100,001 条建议, 一次最多 100,000 条, 请分成几个文件")
    }

    @Test("JSON has the columns as keys; numbers are texts, null is nothing, what is no text is named")
    func json() throws {
        let text = """
            [{"编号": "2026-01", "来源编号": 42, "建议人": null, "内容": " 第一行\\r\\n第二行 "}, 3, {"内容": {}, "标题": "x"}]
            """
        let file = try file(Array(text.utf8), "建议.JSON")
        #expect(file.lines.count == 1 && file.count == 3 && file.measure == "条")
        #expect(file.lines[0][.source] == "42" && file.lines[0][.body] == "第一行\n第二行")
        #expect(
            Set(file.faults.map { "\($0.line) \($0.column)" }) == ["2 ", "3 内容", "3 标题"])
    }

    @Test(
        "what is no JSON list is refused, with the line where it can be told",
        arguments: [
            ("{\"系统\": \"听证\"}", "最外层应是方括号括起来的数组"), ("[{\"系统\": \"听证\"},\n{\"编号\" 3}]", "第 2 行不合 JSON 的写法"),
            ("[{\"系统\": ", "不是完整的 JSON"), ("[]", "\"建议.json\" 里没有建议"),
            (String(repeating: "[", count: 100_000), "第 1 行不合 JSON 的写法"),
        ])
    func noList(text: String, beginning: String) {
        #expect(sentence(text, "建议.json").hasPrefix(beginning))
    }

    @Test("a file of 2 GB is refused before a byte of it is read; so are a link and another ending")
    func fileSizes() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let huge = folder.appendingPathComponent("大.csv").path
        #expect(FileManager.default.createFile(atPath: huge, contents: nil) && truncate(huge, 2 << 30) == 0)
        let link = folder.appendingPathComponent("链接.csv").path
        #expect(symlink(huge, link) == 0)
        func sentence(_ path: String) -> String {
            do {
                _ = try FileContent(at: path, .comments)
                return ""
            } catch {
                return error.sentence
            }
        }
        let took = ContinuousClock().measure {
            #expect(sentence(huge) == "\"大.csv\" 有 2,147,483,648 字节, 建议文件最大 64 MB (67,108,864 字节), 请分成几份后再选")
        }
        #expect(took < .seconds(1))
        #expect(sentence(link).contains("是链接"))
        #expect(sentence(folder.path + "/建议.xlsx").contains("建议文件只收 .csv 或 .json"))
    }
}
