// Lights that turned red while nobody was signed in.
import CountyFixture
import Model
import Testing

@Suite struct OverdueDayTests {
    @Test("design 5: however late it is noted, the journal tells the day on which a deadline became overdue")
    func trueDay() throws {
        let county = try County()
        let matter = try county.publish(
            .announcement, HearingEntries.announcement(), in: try county.signIn("fabu"))
        // The notice was due on Friday, 2026-11-27; nobody looks before the next Friday.
        try county.goTo("2026-12-04T15:00")
        let fabu = try county.signIn("fabu")
        let rows = try county.office.history(of: matter.id, in: fabu).filter { $0.clerk == "系统" }
        #expect(rows.map(\.sentence).contains("听证通知最迟 2026-11-27（含当日）, 自 2026-11-28 起超期"))
        #expect(rows.allSatisfy { $0.at.day == county.now.day })
        let notice = try #require(
            try county.office.matter(matter.id, in: fabu).deadlines.first { $0.light == .overdue })
        #expect(notice.sentence(today: county.now.day, calendar: .national).hasSuffix("已超期 5 个工作日"))
    }
}
