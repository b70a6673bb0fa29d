// P2, H9: the rows of reports agree with their sums, page by page, and hold nothing that is not the reader's.
import CountyFixture
import Model
import Testing

@Suite("Pages of reports")
struct ReportPageTests {
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

    private let whole = ReportScope(system: nil, reach: .site, span: .all)

    /// Every row, read forwards a page at a time, and checked against reading backwards.
    private func rows(_ report: Report, _ scope: ReportScope, _ session: Session) throws -> [ReportRow] {
        var rows: [ReportRow] = []
        var page = try office.page(of: report, scope, .first, limit: 7, in: session)
        let total = page.total
        while let last = page.last {
            #expect(page.position == rows.count + 1)
            #expect(page.total == total)
            rows += page.rows
            page = try office.page(of: report, scope, .after(last), limit: 7, in: session)
        }
        #expect(rows.count == total)
        #expect(Set(rows.map(\.id)).count == rows.count)
        let end = try office.page(of: report, scope, .last, limit: 7, in: session)
        #expect(end.rows.map(\.id) == rows.suffix(7).map(\.id))
        if let first = end.first {
            let before = try office.page(of: report, scope, .before(first), limit: 7, in: session)
            #expect(before.rows.map(\.id) == rows.dropLast(end.rows.count).suffix(7).map(\.id))
        }
        return rows
    }

    private func total(_ scope: ReportScope, _ session: Session) throws -> Figures {
        try office.figures(scope, by: .quarter, in: session).map(\.figures).reduce(Figures(), +)
    }

    @Test("P2: every figure leads to as many matters as it counts", arguments: MatterFigure.allCases)
    func matters(figure: MatterFigure) throws {
        for unit in try office.figures(whole, by: .unit, in: supervisor) {
            let scope = whole.narrowed(to: unit.subject)
            #expect(try rows(.detail(figure), scope, supervisor).count == unit.figures.count(figure))
        }
        let all = try rows(.detail(figure), whole, supervisor)
        #expect(all.count == (try total(whole, supervisor)).count(figure))
        #expect(!all.isEmpty)
    }

    @Test("P2: every figure leads to as many comments as it counts", arguments: CommentFigure.allCases)
    func comments(figure: CommentFigure) throws {
        for month in try office.figures(whole, by: .month, in: supervisor) {
            let scope = whole.narrowed(to: month.subject)
            let count = try rows(.comments(figure), scope, supervisor).count
            if let counted = month.figures.count(figure) { #expect(count == counted) }
            if figure == .slowest { #expect((count > 0) == (month.figures.answered > 0)) }
        }
    }

    @Test("P2: the last line of each report sums its rows")
    func totals() throws {
        func sum(_ rows: [ReportRow], _ column: Int) -> Int {
            rows.reduce(0) { if case .count(let count) = $1.cells[column] { $0 + count } else { $0 } }
        }
        for report in Report.all + [.detail(.late), .detail(.inTime)] {
            let columns = report.columns(whole)
            let rows = try rows(report, whole, supervisor)
            let totals = try office.totals(of: report, whole, in: supervisor)
            #expect(totals.count == columns.count)
            for (index, column) in columns.enumerated() where column.name != "worstAnswerDays" {
                if case .count(let total) = totals[index] { #expect(total == sum(rows, index), "\(column.heading)") }
            }
            for row in rows { #expect(row.cells.count == columns.count) }
        }
    }

    @Test(
        "what of a matter is late is told with the row: which document by how many working days, and until when it was due"
    )
    func lateness() throws {
        let late = try rows(.detail(.late), whole, supervisor)
        #expect(!late.isEmpty && late.allSatisfy { !$0.lateness.isEmpty })
        #expect(late.contains { $0.lateness.contains { $0.hasPrefix("听证通知晚 ") } })
        #expect(
            late.contains {
                $0.lateness.contains { $0.hasPrefix("会议材料送达代表最迟 ") && $0.contains("（含当日）, 已超期 ") }
            })
        #expect(try rows(.detail(.inTime), whole, supervisor).allSatisfy(\.lateness.isEmpty))
    }

    @Test("H9: a publisher is told of the own unit alone, whatever is asked")
    func reach() throws {
        let own = try rows(.detail(.announced), whole, publisher)
        let all = try rows(.detail(.announced), whole, supervisor)
        #expect(!own.isEmpty && own.count < all.count)
        #expect(try office.reaches(in: publisher).map(\.name) == ["发展和改革局"])
        let other = try #require(
            try office.reaches(in: supervisor).first { $0.name == "教育体育局" || $0.name == "住房和城乡建设局" })
        let asked = ReportScope(system: nil, reach: other.reach, span: .all)
        #expect(try rows(.detail(.announced), asked, publisher).map(\.id) == own.map(\.id))
    }

    @Test("the rows that go out are those on the desk, and each report that goes out is journaled")
    func written() throws {
        for report in Report.all {
            var sink: any ReportSink = KeptRows()
            let count = try office.write(report, whole, to: &sink, in: supervisor)
            let kept = try #require(sink as? KeptRows)
            // On the screen units are called shortly, in what leaves the office by their full names.
            let unit = report.columns(whole).firstIndex { $0.name == "unit" }
            func nameless(_ cells: [ReportCell]) -> [ReportCell] {
                cells.enumerated().map { $0 == unit ? .empty : $1 }
            }
            let shown = try rows(report, whole, supervisor)
            #expect(kept.rows.map(nameless) == shown.map(\.cells).map(nameless))
            if let unit {
                #expect(kept.rows.contains { $0[unit] == .text("发展和改革局") })
                #expect(shown.contains { $0.cells[unit] == .text("发改局") })
            }
            #expect(count == kept.rows.count)
            #expect(kept.totals == (try office.totals(of: report, whole, in: supervisor)))
            #expect(kept.heading?.maker == supervisor.clerk.fullName)
            let taken = TakeReport(report, whole, rows: count, as: "CSV")
            #expect(try office.perform(taken, in: supervisor).journalNumber > 0)
        }
    }

    @Test("what leaves the store is in the journal, with whose figures, of which days and as what")
    func journaled() throws {
        let county = try County()
        let taken = TakeReport(
            .detail(.late), ReportScope(system: .hearing, reach: .site, span: .all), rows: 3, as: "CSV")
        _ = try county.office.perform(taken, in: try county.signIn("fabu"))
        _ = try county.office.journal(taken, as: ServerOperator(unixUser: "tester"))
        let sentences: [String] = try county.rawValues(
            "SELECT sentence FROM journal WHERE act = 'takeReport' ORDER BY id")
        let days = "按公告发布日期, 全部日期, 只列逾期的, 共 3 件, CSV"
        #expect(
            sentences == [
                "导出发布情况明细报表, 重大决策听证, 发展和改革局, \(days)", "导出发布情况明细报表, 重大决策听证, 全部单位, \(days)",
            ])
        let writers: [String] = try county.rawValues("SELECT clerk FROM journal WHERE act = 'takeReport' ORDER BY id")
        #expect(writers == ["李文", "服务器操作员 tester"])
        #expect(throws: Refusal.self) { try county.office.perform(taken, in: try county.signIn("xitong")) }
    }

    @Test("what a citizen wrote is masked as on every other page")
    func masked() throws {
        let shown = try rows(.comments(.received), whole, supervisor)
        let columns = Report.comments(.received).columns(whole)
        let body = try #require(columns.firstIndex { $0.name == "body" })
        let author = try #require(columns.firstIndex { $0.name == "author" })
        for row in shown.prefix(60) {
            let comment = try office.comment(Identifier(row.id.rawValue), in: supervisor)
            #expect(row.cells[body] == .text(comment.body))
            #expect(row.cells[author].text == comment.author ?? "未署名")
        }
    }
}

/// Keeps what it is handed.
private struct KeptRows: ReportSink {
    var heading: ReportHeading?
    var rows: [[ReportCell]] = []
    var totals: [ReportCell]?

    mutating func begin(_ heading: ReportHeading, _ columns: [ReportColumn]) { self.heading = heading }
    mutating func add(_ cells: [ReportCell]) { rows.append(cells) }
    mutating func end(totals: [ReportCell]?) { self.totals = totals }
}
