// H8 and G2: which files the office takes as attachments, and what it says about the others.

import Testing

@testable import Model

@Suite("H8, G2: attachments are Word 97-2003 documents")
struct WordDocumentTests {
    private func refusal(_ name: String, _ bytes: [UInt8]) -> String? {
        guard case .refused(let sentence) = WordDocument.inspect(name: name, bytes: bytes) else { return nil }
        return sentence
    }

    @Test("H8: a document written by a word processor is taken", arguments: DocumentFixture.hearing)
    func realDocument(name: String) throws {
        let bytes = try DocumentFixture.bytes(name)
        #expect(WordDocument.inspect(name: name, bytes: bytes) == .accepted(warnings: []))
    }

    @Test("the demo store's documents are the real ones", arguments: DemoDocument.allCases)
    func demoDocument(document: DemoDocument) throws {
        #expect(try DocumentFixture.bytes(document.name) == document.bytes)
    }

    @Test(
        "G2: the name ends in .doc in lower case; every other name is told what to do",
        arguments: [
            ("方案.DOC", "改名为 \"方案.doc\""), ("方案.Doc", "只收小写的 .doc"), ("方案.docx", "另存为《Word 97-2003 文档》"),
            ("方案.rtf", "扩展名是 .rtf"), ("方案", "没有扩展名"), ("方案.", "没有扩展名"), (".doc", "只有扩展名"), ("", "没有名字"),
            ("~$听证方案.doc", "临时文件"), ("方案.doc ", "扩展名是"), ("a/方案.doc", "斜线"),
            ("方\u{202E}cod.doc", "U+202E"), ("方\u{200B}案.doc", "U+200B"), ("方\n案.doc", "U+000A"),
            ("方\u{0}案.doc", "U+0000"), ("方\u{1B}[2J案.doc", "U+001B"), ("\u{FEFF}方案.doc", "U+FEFF"),
            (String(repeating: "方", count: 97) + ".doc", "有 101 个字符, 最多 100 个"),
        ])
    func badName(name: String, reason: String) throws {
        let sentence = try #require(refusal(name, try DocumentFixture.bytes("听证方案.doc")))
        #expect(sentence.contains(reason))
        #expect(!sentence.unicodeScalars.contains { $0.properties.generalCategory == .format || $0.value < 0x20 })
    }

    @Test(
        "G2: rare characters and a hundred characters are a good name",
        arguments: ["刘㛃名单.doc", "𠮷.doc", "a b (2).doc", String(repeating: "方", count: 96) + ".doc"])
    func goodName(name: String) throws {
        #expect(refusal(name, try DocumentFixture.bytes("听证方案.doc")) == nil)
    }

    @Test("H8: 5,242,880 bytes are within 5M, one more is not")
    func size() throws {
        var bytes = try DocumentFixture.bytes("听证方案.doc")
        bytes += [UInt8](repeating: 0, count: WordDocument.largest - bytes.count)
        #expect(refusal("大.doc", bytes) == nil)
        bytes.append(0)
        #expect(refusal("大.doc", bytes)?.contains("5,242,881 字节, 超过 5M（5,242,880 字节）") == true)
    }

    @Test(
        "H8: a file that is only called .doc is told what it is",
        arguments: [
            ("renamed-docx.doc", "docx 格式"), ("renamed-rtf.doc", "RTF 格式"), ("renamed-html.doc", "HTML"),
            ("password.doc", "已加密, 请去掉密码"), ("password-docx.doc", "已加密, 请去掉密码"),
        ])
    func renamedFile(name: String, reason: String) throws {
        let sentence = try #require(refusal(name, try DocumentFixture.bytes(name)))
        #expect(sentence.contains(reason) && sentence.contains(name))
    }

    @Test(
        "H8: other content is named",
        arguments: [
            ("", "空文件"), ("%PDF-1.7\n", "PDF"), ("关于供水价格\r\n", "纯文本"), ("  <!DOCTYPE HTML><p>", "HTML"),
            ("<?xml version=\"1.0\"?><w:wordDocument/>", "XML"), ("PK\u{3}\u{4}readme.txt", "压缩包"),
            ("MIME-Version: 1.0\n", "MHT"), ("\u{1}\u{2}\u{3}", "不是 Word 97-2003 文档"),
        ])
    func otherContent(text: String, reason: String) {
        #expect(refusal("方案.doc", Array(text.utf8))?.contains(reason) == true)
    }

    @Test("H8: plain text in GBK is called plain text")
    func textInGBK() {
        #expect(refusal("方案.doc", [0xCC, 0xFD, 0xD6, 0xA4, 0xB7, 0xBD, 0xB0, 0xB8])?.contains("纯文本") == true)
    }

    @Test("H8: a document with macros is taken with a warning")
    func macros() {
        var file = CompoundBuilder()
        file.add("WordDocument", CompoundBuilder.document(4096))
        let macros = file.add("Macros", nil)
        file.add("VBA", nil, inside: macros)
        guard case .accepted(let warnings) = WordDocument.inspect(name: "宏.doc", bytes: file.bytes()) else {
            Issue.record("refused")
            return
        }
        #expect(warnings.count == 1 && warnings[0].contains("含有宏"))
    }

    @Test(
        "H8: documents with large sectors, a short text or a long table of sectors are read as well",
        arguments: [(512, 5000), (4096, 5000), (512, 2000), (4096, 2000), (4096, 4_000_000)])
    func containers(sectorSize: Int, size: Int) {
        var file = CompoundBuilder(sectorSize: sectorSize)
        file.add("CompObj", [UInt8](repeating: 7, count: 100))
        file.add("WordDocument", CompoundBuilder.document(size))
        #expect(refusal("方案.doc", file.bytes()) == nil)
        var locked = CompoundBuilder(sectorSize: sectorSize)
        locked.add("WordDocument", CompoundBuilder.document(size, flags: 0x13))
        #expect(refusal("方案.doc", locked.bytes())?.contains("已加密") == true)
    }

    @Test("H8: a table of sectors longer than the header can name is followed")
    func longTable() throws {
        var file = CompoundBuilder()
        file.add("Data", [UInt8](repeating: 1, count: 9_000_000))
        file.add("WordDocument", CompoundBuilder.document(5000))
        let container = try CompoundFile(file.bytes())
        let stream = try #require(container.entry(named: "WordDocument"))
        #expect(try container.opening(of: stream, count: 12) == CompoundBuilder.document(12))
    }

    @Test("H8: a Word document inside a spreadsheet does not make it a Word document")
    func embeddedDocument() {
        var file = CompoundBuilder()
        file.add("Workbook", [UInt8](repeating: 1, count: 5000))
        let pool = file.add("ObjectPool", nil)
        file.add("WordDocument", CompoundBuilder.document(5000), inside: pool)
        #expect(refusal("表.doc", file.bytes())?.contains("Excel 表格") == true)
    }

    @Test("H8: the name of the stream is exactly WordDocument")
    func streamName() {
        var file = CompoundBuilder()
        file.add("worddocument", CompoundBuilder.document(5000))
        #expect(refusal("方案.doc", file.bytes())?.contains("别的程序") == true)
    }
}
