// Reports on paper: nothing broken, nothing too wide, nothing lost, few pages.
import CountyFixture
import Foundation
import Model
import Testing

@testable import Console

@Suite("Reports on paper")
struct PaperSheetTests {
    private let demo: DemoCounty
    private let office: Office
    private let supervisor: Session
    private let publisher: Session

    init() throws {
        demo = try DemoCounty.copy()
        office = try demo.office()
        supervisor = try demo.signIn("jianguan", to: office)
        publisher = try demo.signIn("fabu", to: office)
    }

    /// The lines of each page.
    private func pages(_ report: Report, _ scope: ReportScope, _ session: Session) throws -> [[String]] {
        let folder = try PrivateFolder(below: FileManager.default.temporaryDirectory.path)
        defer { folder.remove() }
        let path = folder.file("report.txt")
        _ = try SheetForm.text.write(to: path, in: folder.path) { (sink) throws(Refusal) in
            try office.write(report, scope, to: &sink, in: session)
        }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return text.split(separator: "\u{0C}").map { page in
            page.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        }
    }

    private static let scopes = [nil, System.hearing, .publicNotice, .bulletin].map {
        ReportScope(system: $0, reach: .site, span: .all)
    }

    @Test(
        "P2: every report of every system keeps to its paper, with a heading as wide as its table",
        arguments: Report.all)
    func paper(report: Report) throws {
        for scope in Self.scopes {
            for session in [supervisor, publisher] {
                let pages = try pages(report, scope, session)
                for (number, page) in pages.enumerated() {
                    #expect(page.count <= PaperSheet.lines)
                    #expect(page.allSatisfy { TextWidth.of($0) <= PaperSheet.columns })
                    #expect(page[0].hasPrefix(report.title) && page[0].hasSuffix("第 \(number + 1) 页"))
                    let rules = page.filter { $0.allSatisfy { $0 == "-" } && !$0.isEmpty }
                    #expect(rules.count >= 2 && Set(rules).count == 1)
                    #expect(TextWidth.of(page[0]) == rules[0].count)
                    // A label is never torn from its value.
                    #expect(page.contains { $0.contains("制表时间: 2026-11-20 09:00") })
                }
                #expect(pages.last?.last == "共 \(pages.count) 页")
            }
        }
    }

    @Test(
        "P2: numbers, names, dates and states of every row stand on paper unbroken, and every text whole",
        arguments: Report.all)
    func whole(report: Report) throws {
        let scope = Self.scopes[0]
        let printed = try pages(report, scope, supervisor).flatMap(\.self)
        let squeezed = printed.joined().filter { $0 != " " }
        var sink: any ReportSink = KeptCells()
        _ = try office.write(report, scope, to: &sink, in: supervisor)
        let rows = try #require(sink as? KeptCells).rows
        for (column, described) in report.columns(scope).enumerated() {
            for row in rows {
                let text = row[column].text
                if text.isEmpty { continue }
                if described.kind == .prose {
                    // Lines and pages break it; what stands before the first line end is enough.
                    let first = text.split(whereSeparator: \.isNewline).first.map { $0.prefix(30).filter { $0 != " " } }
                    #expect(squeezed.contains(first ?? ""), "\(text)")
                } else {
                    #expect(printed.contains { $0.contains(text) }, "\(described.heading) \(text)")
                }
            }
        }
    }

    @Test("P2: what citizens wrote and were answered stands across the page, several comments on each")
    func economical() throws {
        let scope = ReportScope(system: nil, reach: .site, span: .all)
        let rows = try office.page(of: .comments(.received), scope, .first, limit: 1, in: supervisor).total
        let pages = try pages(.comments(.received), scope, supervisor)
        #expect(rows / pages.count >= 6)
        let matter = try #require(pages[0].first { $0.hasPrefix("事项: ") })
        #expect(pages[0].filter { $0 == matter }.count == 1)
    }

    @Test("a name that is too long for its column stands whole below its row")
    func longNames() {
        let columns = [
            ReportColumn("name", "单位", .text, width: 8, isFrozen: true), ReportColumn("count", "公告数", .count, width: 6),
        ]
        let layout = PaperLayout(columns, paper: PaperSheet.columns)
        #expect(layout.table.map(\.width) == [8, 6] && layout.below.isEmpty && layout.width == 64)
        let many = (0..<30).map { ReportColumn("c\($0)", "平均答复工作日", .average, width: 14) }
        let wide = PaperLayout(columns + many, paper: PaperSheet.columns)
        #expect(!wide.below.isEmpty && wide.width == PaperSheet.columns)
        #expect(wide.table.map(\.width).reduce(wide.table.count - 1, +) <= PaperSheet.columns)
        #expect(wide.headings.allSatisfy { TextWidth.of($0) <= PaperSheet.columns } && wide.headings.count == 2)
    }
}
