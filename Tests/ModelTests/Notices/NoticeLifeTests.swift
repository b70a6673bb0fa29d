// The whole life of a notice: corrected, prolonged, ended, backfilled, copied, sent out, registered and checked.
import CountyFixture
import Foundation
import Testing

@testable import Model

@Suite("The life of a notice")
struct NoticeLifeTests {
    private let county: County
    private let fabu: Session

    init() throws {
        county = try County()
        fabu = try county.signIn("fabu")
    }

    private func announced() throws -> Matter {
        try county.publish(.announcement, system: .publicNotice, NoticeEntries.announcement(), in: fabu)
    }

    private func revise(_ matter: Matter, _ changes: [String: String]) throws {
        let document = try #require(matter.document(.announcement))
        let request = RevisionRequest(
            .announcement, of: matter, base: document.versions,
            entries: HearingEntries.revision(of: document, changes))
        _ = try county.office.perform(Correct(request), in: fabu)
    }

    private func prolong(_ matter: Matter, to day: String) throws {
        _ = try county.office.perform(Postpone(matter, entries: NoticeEntries.prolonging(to: day)), in: fabu)
    }

    private func read(_ matter: Matter) throws -> Matter { try county.office.matter(matter.id, in: fabu) }

    @Test("更正 changes the text, never the period: that is prolonged by its own act")
    func correct() throws {
        let matter = try announced()
        try county.goTo("2026-11-23T09:00")
        try revise(matter, ["content": "拟补助 13 个小区, 名单详见附件。"])
        let corrected = try read(matter)
        #expect(corrected.document(.announcement)?.versions == 2 && corrected.event == matter.event)
        #expect(county.office.check() == [])
        let refusal = #expect(throws: Refusal.self) {
            try revise(corrected, ["period_days": "9", "period_end": ""])
        }
        #expect(refusal?.sentence == "公示期已公布定在 2026-11-30, 这里是 2026-12-02; 请改回, 要改日期须另行办理改期")
    }

    @Test("延长公示期 moves end, comments and the report's deadline, and tells the public")
    func prolonged() throws {
        let matter = try announced()
        try county.goTo("2026-11-30T23:00")
        try prolong(matter, to: "2026-12-05")
        let moved = try read(matter)
        #expect(moved.event.endText == "2026-12-05 24:00" && moved.lastCommentDay == Day("2026-12-05"))
        #expect(moved.deadlines.map(\.due.description) == ["2026-12-18"])
        let notice = try #require(
            try county.office.temporaryNotices(.publicNotice, .first, limit: 9, in: fabu).rows.first)
        #expect(
            notice.body == """
                《关于老旧小区改造补助名单的公示》的公示期原定至2026年11月30日止, 现延长至2026年12月5日（周六）止, 期间继续收集意见建议。
                延长原因: 名单有补充
                特此通知。
                """)
        try county.goTo("2026-12-05T10:00")
        #expect(try !county.register(of: moved, in: fabu).isLate)
        // A corrected notice repeats the period it announced.
        try revise(moved, ["channels": "发展和改革局, 电话 0872-7520018"])
        #expect(try read(matter).event == moved.event)
        #expect(county.office.check() == [])
    }

    @Test(
        "a period is prolonged only to a later day",
        arguments: [
            ("2026-11-23T09:00", "2026-11-27", "新的日期应晚于原定的 2026-11-30, 填的是 2026-11-27"),
            ("2026-11-23T09:00", "2026-11-30", "新的日期 2026-11-30 与原定的日期相同, 没有改动"),
            ("2026-11-30T09:00", "2026-11-30", "新的日期应在今天 2026-11-30 以后, 填的是 2026-11-30"),
        ])
    func notProlonged(now: String, day: String, sentence: String) throws {
        let matter = try announced()
        try county.goTo(now)
        #expect(county.refused { try prolong(matter, to: day) } == sentence)
        #expect(try read(matter).postponements.isEmpty)
    }

    @Test("终止 closes the deadline as ended, and no report follows")
    func terminated() throws {
        let matter = try announced()
        _ = try county.office.perform(Terminate(matter, entries: NoticeEntries.termination()), in: fabu)
        try county.goTo("2026-12-20T09:00")
        let ended = try read(matter)
        #expect(ended.deadlines.map(\.light) == [.ended])
        #expect(
            county.refused { try county.publish(.report, of: ended, NoticeEntries.report(), in: fabu) }?.contains("终止")
                == true)
        #expect(county.office.check() == [])
    }

    @Test("补录: a notice that ran before is entered with the period it announced, and is late for nothing")
    func backfilled() throws {
        let past = NoticeEntries.announcement(from: "2026-03-02", days: 5, end: "2026-03-09")
        let matter = try county.backfill(
            .announcement, system: .publicNotice, BackfillEntries.of(past, day: "2026-03-02"), in: fabu)
        #expect(matter.event.day == Day("2026-03-09") && matter.deadlines.isEmpty)
        let early = BackfillEntries.of(NoticeEntries.report(), day: "2026-03-06")
        #expect(
            county.refused { try county.backfill(.report, of: matter, early, in: fabu) }
                == "公示期 2026-03-09 24:00 结束后才能发布公示报告; 原发布日期是 2026-03-06")
        let done = try county.backfill(
            .report, of: matter, BackfillEntries.of(NoticeEntries.report(), day: "2026-05-08"), in: fabu)
        #expect(done.published == [.announcement, .report] && done.deadlines.isEmpty)
        #expect(county.office.check() == [])
    }

    @Test("复制: texts, length and unit of the period stay, the days begin anew")
    func copied() throws {
        let matter = try announced()
        try county.goTo("2027-11-19T09:00")
        let entries = PublishTask(.publicNotice, copying: matter).beginning(for: fabu.clerk, today: county.now.day)
        #expect(entries["reason"] == NoticeEntries.announcement()["reason"] && entries["period_days"] == "7")
        #expect(entries["period_unit"] == "working" && entries["category"] == "publicInterest")
        #expect(
            entries["period_start"] == "2027-11-19" && entries["period_end"] == "" && entries["secrecy_checked"] == "")
    }
}
