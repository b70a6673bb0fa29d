// The rules of bulletins (B1, B2, B4), and their life.
import CountyFixture
import Testing

@testable import Model

@Suite("Bulletins")
struct BulletinTests {
    private let county: County
    private let fabu: Session

    init() throws {
        county = try County()
        fabu = try county.signIn("fabu")
    }

    @discardableResult
    private func publish(_ entries: Entries = BulletinEntries.quarterly()) throws -> Matter {
        try county.publish(.announcement, system: .bulletin, entries, in: fabu)
    }

    private func errors(_ entries: Entries) throws -> [String] {
        PublicationCheck(
            .bulletin, Procedure.bulletin.documents[0], of: nil, entries: entries, try county.office.context(in: fabu)
        ).errors.map(\.sentence)
    }

    @Test("B1: a quarterly bulletin says which quarter it is for, and its matter is complete with it")
    func quarterly() throws {
        let matter = try publish()
        #expect(matter.event == MatterEvent(about: "2026年第3季度") && matter.deadlines.isEmpty)
        #expect(Procedure.bulletin.next(after: matter.published) == nil)
        #expect(
            Procedure.bulletin.duty?.period(try #require(matter.document(.announcement)).values) == Quarter(2026, 3))
        for field in ["period_year", "period_quarter"] {
            var entries = BulletinEntries.quarterly()
            entries[field] = ""
            #expect(try errors(entries).count == 1)
        }
        #expect(county.office.check() == [])
    }

    @Test(
        "B1: a quarter's bulletin is due by the 10th of the month after it, moved to the next working day",
        arguments: [
            ("2026-Q1", "2026-04-10"), ("2026-Q2", "2026-07-10"), ("2026-Q3", "2026-10-10"), ("2026-Q4", "2027-01-11"),
        ])
    func due(quarter: String, day: String) throws {
        let due = Procedure.bulletin.duty?.due(
            try #require(Quarter(code: quarter)), dayOfMonth: 10, calendar: .national)
        #expect(due?.description == day)
    }

    @Test("B2: a sudden bulletin is for no quarter, whatever was typed for one before")
    func sudden() throws {
        var entries = BulletinEntries.sudden()
        entries["period_year"] = "2026"
        entries["period_quarter"] = "9"
        let matter = try publish(entries)
        #expect(matter.event == MatterEvent(about: "突发"))
        #expect(Procedure.bulletin.duty?.period(try #require(matter.document(.announcement)).values) == nil)
        #expect(county.office.check() == [])
    }

    @Test("B4: the quarter that runs may be told of, one that has not begun may not")
    func running() throws {
        #expect(try errors(BulletinEntries.quarterly(2026, 4)).isEmpty)
        #expect(try errors(BulletinEntries.quarterly(2027, 1)) == ["2027年第1季度还没有开始, 现在是2026年第4季度; 请改正年度或季度"])
        try county.goTo("2027-01-01T00:00")
        #expect(try errors(BulletinEntries.quarterly(2027, 1)).isEmpty)
    }

    @Test("what a quarter is called and stored as can be read again, and the next of the fourth is the first")
    func quarters() throws {
        for year in [2004, 2026] {
            for number in 1...4 {
                let quarter = try #require(Quarter(year, number))
                #expect(Quarter(code: quarter.code) == quarter && quarter.next?.previous == quarter)
                #expect(Quarter(of: try #require(quarter.firstDay)) == quarter)
                #expect(quarter.next.map { quarter < $0 } == true)
            }
        }
        #expect(Quarter(2026, 4)?.next == Quarter(2027, 1))
        for wrong in ["2026-Q5", "2026-Q0", "2026-Q01", "26-Q1", "2026Q1", "-Q1", "2026-Q1-Q2"] {
            #expect(Quarter(code: wrong) == nil, "\(wrong)")
        }
    }

    @Test("a bulletin takes comments always: none is ever late, and none holds anything up")
    func comments() throws {
        let matter = try publish()
        #expect(matter.commentsUntil == nil && Procedure.bulletin.takesCommentsAlways)
        try county.goTo("2028-11-20T09:00")
        #expect(try !county.register(of: matter, in: fabu).isLate)
        #expect(
            try county.office.matter(matter.id, in: fabu).refusal(toDelete: Procedure.bulletin.documents[0], .bulletin)
                == "已有 1 条建议, 不能删除; 可以办更正")
    }

    @Test("更正 may put the quarter right; there is nothing to postpone and nothing to end")
    func correct() throws {
        let matter = try publish()
        let document = try #require(matter.document(.announcement))
        let request = RevisionRequest(
            .announcement, of: matter, base: 1,
            entries: HearingEntries.revision(of: document, ["period_quarter": "2"]).signed())
        _ = try county.office.perform(Correct(request), in: fabu)
        let corrected = try county.office.matter(matter.id, in: fabu)
        #expect(corrected.event.about == "2026年第2季度")
        for purpose in TemporaryNotice.Purpose.allCases {
            #expect(
                LinkedNoticeCheck.refusal(purpose, .bulletin, of: corrected)
                    == "重点工作通报不办\(purpose.title)")
        }
        #expect(county.office.check() == [])
    }

    @Test("复制: the category stays, the quarter is asked for anew")
    func copied() throws {
        let entries = PublishTask(.bulletin, copying: try publish()).beginning(for: fabu.clerk, today: county.now.day)
        #expect(entries["category"] == "projects" && entries["content"] == BulletinEntries.quarterly()["content"])
        #expect(entries["period_year"] == "" && entries["period_quarter"] == "" && entries["occasion"] == "quarter")
    }

    @Test("补录: a bulletin of a quarter that had begun on its true day")
    func backfilled() throws {
        let entries = BackfillEntries.of(BulletinEntries.quarterly(2025, 4), day: "2026-01-09")
        let matter = try county.backfill(.announcement, system: .bulletin, entries, in: fabu)
        #expect(matter.event.about == "2025年第4季度" && matter.backfilledDay != nil)
        let early = BackfillEntries.of(BulletinEntries.quarterly(2026, 1), day: "2025-12-30")
        #expect(
            county.refused { try county.backfill(.announcement, system: .bulletin, early, in: fabu) }
                == "2026年第1季度还没有开始, 现在是2025年第4季度; 请改正年度或季度")
        #expect(county.office.check() == [])
    }
}
