// CSV is read as RFC 4180 says, or refused with its line.
import CountyFixture
import Testing

@testable import Model

@Suite("CSV files")
struct CSVTableTests {
    private func rows(_ text: String) throws -> [[String]] { try CSVTable(text).rows.map(\.cells) }

    @Test("quoted cells hold commas, quotes and line ends; rows keep the line they begin on")
    func quotes() throws {
        let table = try CSVTable("a,b\n\"x,\"\"y\"\"\",\"第一行\n第二行\"\n1,2")
        #expect(table.header == ["a", "b"])
        #expect(table.rows.map(\.cells) == [["x,\"y\"", "第一行\n第二行"], ["1", "2"]])
        #expect(table.rows.map(\.line) == [2, 4])
    }

    @Test("an empty cell is a cell, an empty row is none")
    func empty() throws {
        #expect(try rows("a,b,c\n,,\n,x,\n\n") == [["", "x", ""]])
    }

    @Test(
        "a quote out of place is refused with its line",
        arguments: [
            ("a,b\nx,y\"z\"\n", "第 2 行: 格中有引号时, 整格要用引号括起来"), ("a,b\n\"x\"y,z\n", "第 2 行: 引号后面只能是逗号或换行"),
            ("a,b\n1,2\n\"x,\ny\n", "第 3 行: 引号到文件末尾也没有配对"), ("", "表是空的"), ("\n,\n", "表是空的"),
        ])
    func wrong(_ text: String, _ sentence: String) {
        let refusal = #expect(throws: Refusal.self) { try CSVTable(text) }
        #expect(refusal?.sentence.hasPrefix(sentence) == true)
    }

    @Test("limits of rows, columns and cells are named")
    func limits() throws {
        let most = "a\n" + String(repeating: "x\n", count: 10_000)
        #expect(try rows(most).count == 10_000)
        let refusals = [
            most + "x\n", String(repeating: ",", count: CSVTable.mostColumns), String(repeating: "x", count: 32_769),
        ].map {
            text in #expect(throws: Refusal.self) { try CSVTable(text) }?.sentence ?? ""
        }
        #expect(refusals[0] == "第 10002 行: 表中最多 10,000 行, 请分成几个文件")
        #expect(refusals[1].hasPrefix("第 1 行: 最多 200 栏"))
        #expect(refusals[2] == "第 1 行: 一格有 32,769 字节, 最多 32,768 字节")
    }

    @Test("what is written is read again, whatever the cells hold")
    func roundTrip() throws {
        var random = SeededNumbers(seed: 7)
        let signs = ["\"", ",", "\n", "听", "a", " ", "=", "𠮷"]
        for _ in 0..<200 {
            let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                // A last cell that is never empty keeps every row from being an empty one.
                (0..<3).map { _ in
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in signs.randomElement(using: &random) ?? "" }
                        .joined()
                } + ["x"]
            }
            let file = try TextFile(name: "x.csv", bytes: CSVTable.file(of: [["1", "2", "3", "4"]] + rows))
            #expect(try CSVTable(file.text).rows.map(\.cells) == rows)
        }
    }

    @Test("no bytes whatever make the readers fail otherwise than in a sentence")
    func fuzz() {
        var random = SeededNumbers(seed: 20_261_120)
        let common: [UInt8] = Array("\",\n\r;事项文书1".utf8) + [0x00, 0xFF, 0x81, 0x30, 0xEF, 0xBB, 0xBF, 0xC0]
        for _ in 0..<3_000 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? common.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
            }
            do throws(Refusal) {
                let file = try TextFile(name: "x.csv", bytes: bytes)
                #expect(!file.text.utf8.contains(0x0D) && !file.text.unicodeScalars.contains("\0"))
                _ = try CSVTable(file.text)
                _ = try BackfillTable(.hearing, file)
            } catch {
                #expect(!error.sentence.isEmpty && !error.sentence.unicodeScalars.contains { $0.isControl })
            }
        }
    }
}
