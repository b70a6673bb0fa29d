// What leaves the store as a report: hostile cells do no harm in CSV, JSON, text and Excel, and nothing of them is lost.
import Foundation
import Model
import Testing

@testable import Console

@Suite("Sheets")
struct SheetTests {
    private static let columns = [
        ReportColumn("title", "标题", .prose, width: 20, isFrozen: true), ReportColumn("count", "数量", .count, width: 6),
        ReportColumn("share", "比率", .share, width: 12), ReportColumn("average", "平均", .average, width: 6),
        ReportColumn("day", "日期", .day, width: 10), ReportColumn("moment", "时间", .moment, width: 16),
    ]
    private static let hostile = [
        "=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "say \"yes\", no", "two\nlines\r\nthree",
        "㛃 䶮 𠮷", "👨‍👩‍👧",
        "a\u{202E}b\u{7}c", "", " ", "'already", "a,b", String(repeating: "很长的内容，", count: 300), "\u{1B}[2J\u{0C}",
        "\u{FFFE}",
    ]

    private func heading() throws -> ReportHeading {
        ReportHeading(
            title: "发布情况明细报表", site: "漾濞彝族自治县人民政府", unit: "=cmd|' /C calc'!A0", system: "全部系统",
            span: "按公告发布日期, 全部日期", narrowing: nil, madeAt: try #require(Moment("2026-11-20T09:00")), maker: "李文")
    }

    private func row(_ text: String) throws -> [ReportCell] {
        [
            .text(text), .count(-3), .share(Share(2, of: 3)), .average(Average(9, over: 2)),
            .day(try #require(Day("2026-11-20"))), .moment(try #require(Moment("2026-11-20T09:05"))),
        ]
    }

    private let nothing: [ReportCell] = [
        .empty, .empty, .share(Share(0, of: 0)), .average(Average(0, over: 0)), .empty, .empty,
    ]

    /// A file of all hostile texts, a row each, and a row of nothing.
    private func written(_ form: SheetForm, texts: [String] = hostile) throws -> Data {
        let folder = try PrivateFolder(below: FileManager.default.temporaryDirectory.path)
        defer { folder.remove() }
        let path = folder.file("sheet" + form.ending)
        let rows = try texts.map(row) + [nothing]
        let heading = try heading()
        _ = try form.write(to: path, in: folder.path) { (sink) throws(Refusal) in
            do {
                try sink.begin(heading, Self.columns)
                for row in rows { try sink.add(row) }
                try sink.end(totals: [.text("合计"), .count(7), .empty, .empty, .empty, .empty])
            } catch {
                throw error as? Refusal ?? Refusal("\(error)")
            }
            return rows.count
        }
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }

    @Test("CSV is read back cell by cell, and no cell begins a formula")
    func csv() throws {
        let bytes = try written(.csv)
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let cells = CSVCells.read(String(decoding: bytes.dropFirst(3), as: UTF8.self))
        #expect(cells[0] == ["发布情况明细报表"])
        #expect(cells.contains(["单位", "'=cmd|' /C calc'!A0"]))
        #expect(cells.contains(["制表人", "李文"]))
        let head = try #require(cells.firstIndex { $0 == Self.columns.map(\.heading) })
        for (index, text) in Self.hostile.enumerated() {
            let row = cells[head + 1 + index]
            let isFormula = "=+-@\t\r\n＝".unicodeScalars.contains { $0 == text.unicodeScalars.first }
            #expect(row == [isFormula ? "'" + text : text, "-3", "66.7%", "4.5", "2026-11-20", "2026-11-20 09:05"])
        }
        #expect(cells[head + 1 + Self.hostile.count] == ["", "", "", "", "", ""])
        #expect(cells[head + 2 + Self.hostile.count] == ["合计", "7", "", "", "", ""])
    }

    @Test("JSON is one object, with numbers as numbers and nothing where there is nothing")
    func json() throws {
        let object = try #require(try JSONSerialization.jsonObject(with: written(.json)) as? [String: Any])
        let rows = try #require(object["rows"] as? [[String: Any]])
        #expect(rows.count == Self.hostile.count + 1)
        for (row, text) in zip(rows, Self.hostile) {
            #expect(row["title"] as? String == text)
            #expect(row["count"] as? Int == -3)
            #expect(row["average"] as? Double == 4.5)
            #expect(row["moment"] as? String == "2026-11-20T01:05:00.000Z")
        }
        #expect(rows.last?.isEmpty == true)
        #expect((object["report"] as? [String: Any])?["maker"] as? String == "李文")
        #expect((object["totals"] as? [String: Any])?["count"] as? Int == 7)
    }

    @Test("On paper every page has its heading and number, no line is too wide, and no control character is left")
    func text() throws {
        let text = String(decoding: try written(.text), as: UTF8.self)
        let pages = text.split(separator: "\u{0C}", omittingEmptySubsequences: true)
        #expect(pages.count > 1)
        #expect(text.hasSuffix("\u{0C}"))
        for (index, page) in pages.enumerated() {
            let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            #expect(lines.count <= PaperSheet.lines)
            #expect(lines[0].hasPrefix("发布情况明细报表") && lines[0].hasSuffix("第 \(index + 1) 页"))
            #expect(lines.contains { $0.contains("制表人: 李文") })
            for line in lines {
                #expect(TextWidth.of(String(line)) <= PaperSheet.columns)
                #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0x202E })
            }
        }
        let whole = text.filter { !$0.isWhitespace }
        #expect(whole.contains("66.7%") && whole.contains("合计"))
        let written = text.unicodeScalars.count { $0 == "很" }
        #expect(written == 300)
    }

    @Test("Excel has real dates and numbers, frozen columns, and goes on in another sheet where one is full")
    func xlsx() throws {
        let folder = try PrivateFolder(below: FileManager.default.temporaryDirectory.path)
        defer { folder.remove() }
        let path = folder.file("sheet.xlsx")
        let sheet = try XLSXSheet(path: path, folder: folder.path, mostRows: 12)
        try sheet.begin(try heading(), Self.columns)
        for text in Self.hostile { try sheet.add(try row(text)) }
        try sheet.add(nothing)
        try sheet.end(totals: nil)
        let first = try Self.part("xl/worksheets/sheet1.xml", of: path)
        #expect(first.contains("state=\"frozen\"") && first.contains("xSplit=\"1\" ySplit=\"8\""))
        #expect(first.contains("orientation=\"landscape\""))
        // 2026-11-20 is day 46346 of Excel's count, 09:05 a part of one.
        #expect(first.contains("<v>46346</v>") && first.contains("<v>46346.3784"))
        #expect(first.contains("<v>-3</v>") && first.contains("<v>4.5</v>") && first.contains("<v>0.66666"))
        #expect(first.contains(">=1+1<") && !first.contains("<f>"))
        let last = try Self.part("xl/worksheets/sheet6.xml", of: path)
        #expect(last.contains("标题"))
        let book = try Self.part("xl/workbook.xml", of: path)
        #expect(book.contains("name=\"发布情况明细报表\"") && book.contains("name=\"发布情况明细报表-6\""))
        #expect(try Self.part("docProps/core.xml", of: path).contains("<dc:creator>李文</dc:creator>"))
        #expect(try Self.part("xl/workbook.xml", of: path).contains("Print_Titles"))
    }

    @Test("A worksheet's name is one that Excel takes")
    func worksheetNames() {
        #expect(XLSXSheet.worksheetName("a[b]:c*d?e/f\\g'", 1) == "abcdefg")
        #expect(XLSXSheet.worksheetName(String(repeating: "表", count: 40), 12).utf16.count == 31)
        #expect(XLSXSheet.worksheetName("", 2) == "报表-2")
    }

    @Test("What XML cannot hold is left out of Excel's cells, and what is too long is cut")
    func cells() {
        #expect(XLSXSheet.written("a\u{7}b\u{FFFE}c\n㛃𠮷") == "abc\n㛃𠮷")
        #expect(XLSXSheet.written(String(repeating: "𠮷", count: 20_000)).utf16.count == 32_766)
        #expect(XLSXSheet.written("plain") == "plain")
    }

    @Test("A report never takes the place of a file, and nothing is left of one that could not be written")
    func names() throws {
        let folder = try PrivateFolder(below: FileManager.default.temporaryDirectory.path)
        defer { folder.remove() }
        let outbox = AttachmentFolder(folder.path)
        func make() throws -> String {
            try outbox.make("报表.csv") { (path) throws(Refusal) in
                let stream = try SheetStream(file: path)
                try stream.write("x")
                try stream.finish()
            }
        }
        #expect(try [make(), make()] == ["报表.csv", "报表-2.csv"])
        #expect(throws: Refusal.self) {
            _ = try outbox.make("报表.csv") { (path) throws(Refusal) in
                _ = try SheetStream(file: path)
                throw Refusal("已取消")
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["报表-2.csv", "报表.csv"])
    }

    private static func part(_ name: String, of path: String) throws -> String {
        let unzip = Process()
        unzip.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
        unzip.arguments = ["-p", path, name]
        let output = Pipe()
        unzip.standardOutput = output
        try unzip.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        unzip.waitUntilExit()
        #expect(unzip.terminationStatus == 0, "\(name)")
        return String(decoding: data, as: UTF8.self)
    }
}

/// RFC 4180 as simply as it can be read, for tests alone.
enum CSVCells {
    static func read(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = String.UnicodeScalarView()
        var isQuoted = false
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            switch scalar {
            case "\"" where isQuoted && index < scalars.count && scalars[index] == "\"":
                cell.append(scalar)
                index += 1
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(String(cell))
                cell = String.UnicodeScalarView()
            case "\r" where !isQuoted: break
            case "\n" where !isQuoted:
                rows.append(row + [String(cell)])
                (row, cell) = ([], String.UnicodeScalarView())
            default: cell.append(scalar)
            }
        }
        return rows
    }
}
