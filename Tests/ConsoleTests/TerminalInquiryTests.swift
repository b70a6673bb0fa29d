// What a terminal is asked, and what follows from its answers.
import Testing

@testable import Console

@Suite("Asking the terminal")
struct TerminalInquiryTests {
    private func page() -> Grid {
        let grid = Grid(.floor)
        Canvas(grid).put("阳光政务", row: 0, column: 0)
        return grid
    }

    private func report(_ column: Int, row: Int = 2) throws -> CursorReport {
        try #require(CursorReport("[\(row);\(column)R".utf8))
    }

    @Test("It is asked in a blank row, wiped in the same breath, and asked the next thing after its answer")
    func asked() throws {
        var inquiry = TerminalInquiry()
        let first = inquiry.question(on: page(), in: .utf8)
        let question = String(decoding: try #require(first), as: UTF8.self)
        #expect(question.contains("\u{1B}[2;1H你好\u{1B}[6n\u{1B}[2;1H        "))
        #expect(inquiry.question(on: page(), in: .utf8) == nil)
        #expect(inquiry.take(try report(5), TerminalSettings()) == nil)
        let second = inquiry.question(on: page(), in: .utf8)
        let next = String(decoding: try #require(second), as: UTF8.self)
        #expect(next.contains("“"))
        #expect(inquiry.take(try report(3), TerminalSettings())?.ambiguousColumns == 2)
        #expect(inquiry.question(on: page(), in: .utf8) == nil)
        #expect(inquiry.answers == "4 2")
    }

    @Test(
        "Four columns are UTF-8, six are GBK; anything else leaves it as it is",
        arguments: [
            (TextEncoding.utf8, 4, nil), (.utf8, 6, .gbk), (.gbk, 4, .utf8), (.gb18030, 6, nil), (.gb18030, 4, .utf8),
            (.utf8, 5, nil), (.utf8, 0, nil), (.gbk, 12, nil),
        ] as [(TextEncoding, Int, TextEncoding?)])
    func encoding(present: TextEncoding, columns: Int, found: TextEncoding?) throws {
        var inquiry = TerminalInquiry()
        _ = inquiry.question(on: page(), in: present)
        #expect(inquiry.take(try report(columns + 1), TerminalSettings(present))?.encoding == found)
    }

    @Test("An answer to another question, or to none, is not taken")
    func otherAnswers() throws {
        var inquiry = TerminalInquiry()
        #expect(inquiry.take(try report(7), TerminalSettings()) == nil)
        _ = inquiry.question(on: page(), in: .utf8)
        #expect(inquiry.take(try report(7, row: 9), TerminalSettings()) == nil)
        #expect(inquiry.take(try report(7), TerminalSettings())?.encoding == .gbk)
    }

    @Test("What was said at the start is not asked, and stays when the encoding changes")
    func given() throws {
        var both = TerminalInquiry(GivenSettings(encoding: .gbk, ambiguousColumns: 2))
        #expect(both.question(on: page(), in: .gbk) == nil)
        var inquiry = TerminalInquiry(GivenSettings(ambiguousColumns: 1))
        _ = inquiry.question(on: page(), in: .utf8)
        let found = inquiry.take(try report(7), TerminalSettings())
        #expect(found?.encoding == .gbk && found?.ambiguousColumns == 1)
        #expect(inquiry.question(on: page(), in: .gbk) == nil)
    }

    @Test("A screen without a blank place is not written over")
    func noPlace() {
        let grid = Grid(.floor)
        for row in 0..<grid.size.rows { Canvas(grid).put("满", row: row, column: 6) }
        var inquiry = TerminalInquiry()
        #expect(inquiry.question(on: grid, in: .utf8) == nil)
        #expect(inquiry.question(on: page(), in: .utf8) != nil)
    }

    @Test(
        "A report is a row and a column, and never a key of the first row",
        arguments: ["[1;2R", "[R", "[2R", "[;R", "[2;0R", "[2;5;1R", "[?2;5R", "[2;99999999999999R", "[2;-5R", "2;5R"])
    func noReport(tail: String) {
        #expect(CursorReport(tail.utf8) == nil)
    }

    @Test("A report is no key, wherever it comes among keys and however it is split", arguments: [true, false])
    func amongKeys(oneByOne: Bool) {
        var decoder = InputDecoder()
        let bytes = Array("ab\u{1B}[2;5Rcd\u{1B}[A\u{1B}[7;12R".utf8)
        let events = oneByOne ? bytes.flatMap { decoder.decode([$0]) } : decoder.decode(bytes)
        #expect(events == ["a", "b", "c", "d"].map { .key(.character($0)) } + [.key(.up)])
        #expect(decoder.takeReports() == [CursorReport("[2;5R".utf8), CursorReport("[7;12R".utf8)].compactMap { $0 })
        #expect(decoder.takeReports().isEmpty)
    }

    @Test("The rest of a report that comes after its Esc was given up is not typed")
    func lateRest() {
        var decoder = InputDecoder()
        _ = decoder.decode([0x1B])
        #expect(decoder.flush() == [.key(.escape)])
        #expect(decoder.decode(Array("[2;5Rx".utf8)) == [.key(.character("x"))])
    }

    @Test("Settings are remembered as texts and read back; what no version wrote is none")
    func texts() {
        var settings = TerminalSettings(.gbk)
        settings.ambiguousColumns = 1
        settings.wantsLines = false
        #expect(TerminalSettings(settings.texts) == settings)
        var texts = settings.texts
        texts["encoding"] = "koi8-r"
        #expect(TerminalSettings(texts) == nil)
    }
}
