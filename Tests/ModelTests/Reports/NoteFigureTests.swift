// 督办 and 欠发 in the reports: each figure counts exactly what it leads to.
import CountyFixture
import Model
import Testing

@Suite struct NoteFigureTests {
    private let county: County
    private let jianguan: Session

    init() throws {
        county = try County(now: "2026-10-12T09:00")
        jianguan = try county.signIn("jianguan")
    }

    private static func span(_ from: String, _ to: String) -> PublicationSpan {
        PublicationSpan(from: Day(from) ?? .first, to: Day(to) ?? .last)
    }

    /// Notes in every state, to both units, on days of three months, about matters and about none.
    private func fill() throws {
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try county.answer(try county.supervise(about: matter, due: "2026-10-20", in: jianguan), in: fabu)
        try county.goTo("2026-11-16T09:00")
        let late = try county.supervise(due: "2026-11-17", in: jianguan)
        try county.supervise("教体局", due: "2026-11-18", in: jianguan)
        try county.goTo("2026-12-01T09:00")
        try county.answer(late, in: fabu)
        let mistaken = try county.supervise(due: "2026-12-10", in: jianguan)
        _ = try county.office.perform(WithdrawSupervisionNote(mistaken, reason: "不用了"), in: jianguan)
        try county.supervise(about: matter, due: "2026-12-10", in: jianguan)
    }

    @Test(
        "P2: 督办 is counted by the day it was sent, and the figure leads to exactly these notes",
        arguments: [
            PublicationSpan.all, span("2026-10-01", "2026-10-31"), span("2026-11-16", "2026-12-01"),
            span("2026-12-02", "2026-12-31"),
        ], [System?.none, .hearing, .publicNotice])
    func counted(span: PublicationSpan, system: System?) throws {
        try fill()
        let office = county.office
        let days = try office.supervisionNotes(SupervisionNoteFilter(), in: jianguan).filter {
            span.from <= $0.sentAt.day && $0.sentAt.day <= span.to && (system == nil || $0.matter?.system == system)
        }
        for reach in try [.site] + office.unitStandings(in: jianguan).map({ ReportScope.Reach.unit($0.unit.id) }) {
            let scope = ReportScope(system: system, reach: reach, span: span)
            let right = days.filter { reach == .site || reach == .unit($0.unit.id) }
            for grouping in FigureLine.Grouping.allCases {
                let lines = try office.figures(scope, by: grouping, in: jianguan)
                let sum = lines.map(\.figures).reduce(Figures(), +)
                #expect(sum.notes == right.count && sum.openNotes == right.count { $0.isOpen })
                for line in lines {
                    let counts: [(SupervisionNoteFilter.State?, Int)] = [
                        (nil, line.figures.notes), (.open, line.figures.openNotes),
                    ]
                    for (state, count) in counts {
                        let filter = SupervisionNoteFilter(scope.narrowed(to: line.subject), state: state)
                        let page = try office.supervisionNotes(filter, .first, limit: 100, in: jianguan)
                        #expect(page.rows.count == count && page.total == count)
                    }
                }
            }
        }
    }

    @Test("a note is found by how it stands, and those that want an answer come first, the overdue ones before all")
    func states() throws {
        try fill()
        func words(_ state: SupervisionNoteFilter.State?) throws -> [String] {
            let page = try county.office.supervisionNotes(
                SupervisionNoteFilter(state: state), .first, limit: 9, in: jianguan)
            return page.rows.map { "\($0.unit.shortName) \($0.word)" }
        }
        #expect(try words(nil) == ["教体局 超期未复", "发改局 待答复", "发改局 已撤回", "发改局 晚答复", "发改局 已答复"])
        #expect(try words(.open) == ["教体局 超期未复", "发改局 待答复"])
        #expect(try words(.overdue) == ["教体局 超期未复"])
        #expect(try words(.answered) == ["发改局 晚答复", "发改局 已答复"])
        #expect(try words(.answeredLate) == ["发改局 晚答复"])
        #expect(try words(.withdrawn) == ["发改局 已撤回"])
    }

    @Test("H9: a unit's report counts the notes it was sent, whatever is asked")
    func ownUnit() throws {
        try fill()
        let scope = ReportScope(system: nil, reach: .below, span: .all)
        let jiaoyu = try county.signIn("jiaoyu")
        let lines = try county.office.figures(scope, by: .unit, in: jiaoyu)
        #expect(lines.map(\.figures.notes) == [1] && lines.map(\.figures.openNotes) == [1])
    }

    @Test(
        "B1: 欠发 leads to as many units' quarters as it counts, of the same units and days",
        arguments: [PublicationSpan.all, span("2026-07-01", "2026-07-31"), span("2026-05-01", "2026-12-31")])
    func owed(span: PublicationSpan) throws {
        let office = county.office
        for unit in ["发改局", "教体局"] { try county.setDuty(.owes(since: Quarter.of(2025, 4)), of: unit, in: jianguan) }
        try county.publishBulletin(Quarter.of(2026, 1), lateReason: "数据晚", in: try county.signIn("fabu"))
        for reach in try [.site] + office.unitStandings(in: jianguan).map({ ReportScope.Reach.unit($0.unit.id) }) {
            let scope = ReportScope(system: nil, reach: reach, span: span)
            let lines = try office.figures(scope, by: .unit, in: jianguan)
            #expect(lines.map(\.figures.missing).reduce(0, +) > 0)
            for (scope, count) in lines.map({ (scope.narrowed(to: $0.subject), $0.figures.missing) })
                + [(scope, lines.map(\.figures.missing).reduce(0, +))]
            {
                let page = try office.owedPeriods(scope, .first, limit: 100, in: jianguan)
                #expect(page.rows.count == count && page.total == count)
                #expect(page.rows.allSatisfy { $0.open.deadline.light == .overdue && $0.open.deadline.period != nil })
                #expect(page.rows.allSatisfy { span.from <= $0.open.deadline.due && $0.open.deadline.due <= span.to })
            }
        }
    }
}
