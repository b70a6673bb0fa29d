// 终止: what ends with a matter, and what stays.
import CountyFixture
import Model
import Testing

@Suite("Ending a matter")
struct TerminationTests {
    @Test("终止 ends the open deadlines, never late, tells the public, and lets no further document out")
    func terminate() throws {
        var hearing = try ChangedHearing()
        try hearing.comment()
        try hearing.county.goTo("2026-12-01T09:00")
        try hearing.terminate()
        #expect(hearing.matter.ending?.reason == "上级已统一定价")
        #expect(hearing.lights["announcement"] == .met && hearing.lights["notice"] == .ended)
        let calendar = try hearing.county.office.context(in: hearing.session).calendar
        let said = hearing.matter.deadlines.map { $0.sentence(today: hearing.county.now.day, calendar: calendar) }
        #expect(said.contains("听证通知最迟 2026-11-27（含当日）, 事项已终止"))
        #expect(hearing.cells == ["已终止", "已终止"])
        #expect(try hearing.county.office.waiting(in: hearing.session).overdue == 0)
        let row = try #require(
            try hearing.county.office.matters(.hearing, .first, limit: 1, in: hearing.session).rows.first)
        #expect(row.isEnded && row.light == .ended)
        var told: [Light] = []
        try hearing.county.office.statements { told.append($0.light) }
        #expect(told == [.ended])
        let notice = try #require(
            try hearing.county.office.temporaryNotices(.hearing, .first, limit: 1, in: hearing.session).rows.first)
        #expect(notice.purpose == .terminate)
        #expect(notice.body == "《关于调整城市供水价格听证会的公告》所公告的听证会终止, 不再举行。\n终止原因: 上级已统一定价\n特此通知。")
        let refusal = #expect(throws: Refusal.self) { try hearing.notice() }
        #expect(refusal?.sentence == "这件事项已于 2026-12-01 09:00 终止, 不再发布听证通知")
        #expect(hearing.county.office.check() == [])
    }

    @Test("a matter is ended once, and not after its report")
    func once() throws {
        var hearing = try ChangedHearing()
        try hearing.terminate()
        let twice = #expect(throws: Refusal.self) { try hearing.terminate() }
        #expect(twice?.sentence == "这件事项已于 2026-11-20 09:00 终止, 不能再终止")
        var reported = try ChangedHearing(noticed: true)
        try reported.report()
        let over = #expect(throws: Refusal.self) { try reported.terminate() }
        #expect(over?.sentence == "听证报告已于 2026-12-09 09:00 发布, 不能再终止")
    }

    @Test("the forms of 改期 and 终止 begin with a title made from the announcement's")
    func titles() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let clerk = fabu.clerk
        let matter = try county.publish(
            .announcement, HearingEntries.announcement(title: "关于公告栏管理听证会公告（第1号）"), in: fabu)
        let titles = TemporaryNotice.Purpose.allCases.map {
            LinkedNoticeTask($0, .hearing, of: matter)?.beginning(for: clerk, today: .first)["title"]
        }
        #expect(titles == ["关于公告栏管理听证会改期的通知", "关于公告栏管理听证会终止的通知"])
    }

    @Test("a draft of 改期 is found again, and once the matter has ended it is told why it leads nowhere")
    func drafts() throws {
        var hearing = try ChangedHearing()
        let office = hearing.county.office
        let task = try #require(LinkedNoticeTask(.postpone, .hearing, of: hearing.matter))
        try office.keepDraft(
            task.draftForm, matter: hearing.matter.id, entries: HearingEntries.postponement(), in: hearing.session)
        let draft = try #require(try office.drafts(in: hearing.session).first)
        #expect(FormTasks.name(of: draft) == "听证会改期")
        #expect(try FormTasks.task(of: draft, office, hearing.session).title == "听证会改期")
        try hearing.terminate()
        let refusal = #expect(throws: Refusal.self) { _ = try FormTasks.task(of: draft, office, hearing.session) }
        #expect(refusal?.sentence.contains("终止") == true)
    }
}

@Suite("Two offices change one matter")
struct TwoOfficesTests {
    @Test("G7: a comment that arrives while the clerk decides stops the deletion and the modification")
    func commentArrives() throws {
        var hearing = try ChangedHearing()
        let other = try hearing.county.anotherOffice()
        let wumin = try hearing.county.signIn("wumin", to: other)
        let read = try other.matter(hearing.matter.id, in: wumin)
        try hearing.comment()
        let refusal = #expect(throws: Refusal.self) {
            _ = try other.perform(DeleteDocument(.announcement, of: read, reason: "发错了"), in: wumin)
        }
        #expect(refusal?.sentence == "已有 1 条建议, 不能删除; 可以办更正或终止")
        #expect(throws: Refusal.self) { try hearing.revise(.modify, .announcement, ["contact": "新"]) }
        #expect(try hearing.county.rawValue("SELECT count(*) FROM journal WHERE is_refusal = 1") == 2)
    }

    @Test("of two acts on one reading of a matter the second is refused, naming who was first")
    func second() throws {
        let hearing = try ChangedHearing()
        let other = try hearing.county.anotherOffice()
        let wumin = try hearing.county.signIn("wumin", to: other)
        let read = try other.matter(hearing.matter.id, in: wumin)
        _ = try hearing.county.office.perform(
            Postpone(hearing.matter, entries: HearingEntries.postponement()), in: hearing.session)
        let acts: [() throws -> Void] = [
            { _ = try other.perform(Terminate(read, entries: HearingEntries.termination()), in: wumin) },
            {
                _ = try other.perform(Postpone(read, entries: HearingEntries.postponement(to: "2026-12-16")), in: wumin)
            },
            { _ = try other.perform(DeleteDocument(.announcement, of: read, reason: "发错了"), in: wumin) },
        ]
        for act in acts {
            let refusal = #expect(throws: Refusal.self) { try act() }
            #expect(refusal?.reason == .stale && refusal?.sentence.hasPrefix("李文 09:00 已修改") == true)
        }
    }
}
