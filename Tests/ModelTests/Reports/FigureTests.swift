// P2, H9: the figures of reports.
import CountyFixture
import Model
import Testing

@Suite("Figures of reports")
struct FigureTests {
    private func figures(
        _ county: County, _ session: Session, reach: ReportScope.Reach = .site, by grouping: FigureLine.Grouping = .unit
    ) throws -> [FigureLine] {
        let scope = ReportScope(system: nil, reach: reach, span: .all)
        return try county.office.figures(scope, by: grouping, in: session)
    }

    private func all(_ county: County, _ session: Session) throws -> Figures {
        try figures(county, session, by: .month).map(\.figures).reduce(Figures(), +)
    }

    @Test("P2: a matter is counted with its documents, its comments, their answers and what the citizen says of them")
    func counted() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        var expected = Figures()
        expected.announcements = 1
        expected.inTime = 1
        #expect(try all(county, fabu) == expected)
        let first = try county.register("建议分步调整", channel: "letter", of: matter, in: fabu)
        let second = try county.register("建议不要调整", channel: "letter", of: matter, in: fabu)
        let third = try county.register("广告", channel: "letter", of: matter, in: fabu)
        _ = try county.office.perform(HideComment(third, reason: "广告"), in: fabu)
        try county.goTo("2026-11-24T10:00")
        try county.reply(to: [first], in: fabu)
        (expected.comments, expected.excused, expected.answered) = (3, 1, 1)
        (expected.answerDays, expected.worstAnswerDays) = (2, 2)
        #expect(try all(county, fabu) == expected)
        try county.goTo("2026-12-21T10:00")
        try county.reply(to: [second], in: fabu)
        (expected.answered, expected.lateAnswers, expected.answerDays, expected.worstAnswerDays) = (2, 1, 23, 21)
        // 2026-12-08 was the hearing: nobody has told of it.
        (expected.inTime, expected.late) = (0, 1)
        #expect(try all(county, fabu) == expected)
        #expect(county.office.check() == [])
    }

    @Test(
        "C1: what is not answered by its last day is told from the day after on, counts against 按时答复率, and leads to itself"
    )
    func overdueAnswers() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let keys = try (1...4).map { try county.register("建议 \($0)", channel: "letter", of: matter, in: fabu) }
        try county.reply(to: [keys[0]], in: fabu)
        _ = try county.office.perform(HideComment(keys[3], reason: "广告"), in: fabu)
        // Received on Friday 2026-11-20; the seventh working day after it is 2026-12-01.
        try county.goTo("2026-12-01T23:59")
        #expect(try all(county, fabu).overdueAnswers == 0)
        try county.goTo("2026-12-02T00:00")
        let figures = try all(county, fabu)
        #expect(figures.overdueAnswers == 2)
        #expect(figures.promptShare == Share(1, of: 3))
        for reach in [ReportScope.Reach.site, .below, .unit(matter.unit.id)] {
            let scope = ReportScope(system: nil, reach: reach, span: .all)
            for session in [fabu, try county.signIn("jianguan")] {
                let page = try county.office.page(of: .comments(.overdue), scope, .first, limit: 9, in: session)
                #expect(page.rows.map(\.id.rawValue) == [keys[2], keys[1]].map(\.id.rawValue))
                #expect(page.total == 2)
                let judged = try county.office.page(of: .comments(.judged), scope, .first, limit: 9, in: session)
                #expect(judged.rows.map(\.id.rawValue) == keys.prefix(3).reversed().map(\.id.rawValue))
                #expect(judged.total == 3)
            }
        }
        let replies = Report.replies(.unit)
        let whole = ReportScope(system: nil, reach: .site, span: .all)
        let column = try #require(replies.columns(whole).firstIndex { $0.name == "overdueAnswers" })
        #expect(try county.office.totals(of: replies, whole, in: fabu)[column] == .count(2))
        try county.reply(to: Array(keys[1...2]), in: fabu)
        #expect(try all(county, fabu).overdueAnswers == 0)
        #expect(try all(county, fabu).promptShare == Share(1, of: 3))
    }

    @Test("H9: a publisher is told of the own unit alone, whatever is asked; a supervisor of every unit")
    func reach() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        _ = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let own = try figures(county, fabu)
        #expect(own.map(\.figures.announcements) == [1])
        let all = try figures(county, try county.signIn("jianguan"))
        #expect(all.count > 1)
        #expect(all.map(\.figures).reduce(Figures(), +).announcements == 1)
    }

    @Test("a figure of a part is never told as all or as none")
    func shares() {
        #expect(Share(0, of: 0).text == "-")
        #expect(Share(1, of: 8).text == "12.5%")
        #expect(Share(9_999, of: 10_000).text == "99.9%")
        #expect(Share(1, of: 100_000).text == "0.1%")
        #expect(Share(3, of: 3).text == "100.0%")
        #expect(Average(9, over: 2).text == "4.5")
        #expect(Average(0, over: 0).text == "-")
    }
}
