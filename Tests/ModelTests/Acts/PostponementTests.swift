// 改期: which day, what is told, and what the new day decides.
import CountyFixture
import Model
import Testing

@Suite("Postponing a hearing")
struct PostponementTests {
    @Test(
        "改期 moves the event and its deadlines, tells the public in a linked notice of its own number, and keeps the documents"
    )
    func postpone() throws {
        var hearing = try ChangedHearing(noticed: true)
        try hearing.comment()
        try hearing.postpone(to: "2026-12-15")
        #expect(
            hearing.matter.event
                == MatterEvent(day: try #require(Day("2026-12-15")), ends: try #require(Moment("2026-12-15T11:30"))))
        #expect(hearing.dues["report"] == "2026-12-29" && hearing.dues["notice"] == "2026-12-04")
        #expect(hearing.cells == ["通知已发", "发布报告"])
        #expect(hearing.matter.postponements.map(\.reason) == ["会场检修"])
        let notice = try #require(
            try hearing.county.office.temporaryNotices(.hearing, .first, limit: 9, in: hearing.session).rows.first)
        #expect(notice.number == DocumentNumber(year: 2026, serial: 1) && notice.purpose == .postpone)
        #expect(
            notice.body == """
                原定于2026年12月8日（周二）举行的听证会, 改到2026年12月15日（周二）09:00至11:30举行, 地点: 县政务中心 5 楼会议室。
                改期原因: 会场检修
                特此通知。
                """)
        let entry = try #require(try hearing.county.office.history(of: hearing.matter.id, in: hearing.session).first)
        #expect(entry.sentence == "改期: 2026-12-08 改到 2026-12-15, 发布临时通知 2026-01" && entry.reason == "会场检修")
        #expect(hearing.county.office.check() == [])
    }

    @Test(
        "a new day is a working day after today, another than before, and not before the end of comments (H4)",
        arguments: [
            ("2026-12-12", "新的日期 2026-12-12 周六 休息日, 请改为工作日"),
            ("2026-11-20", "新的日期应在今天 2026-11-20 以后, 填的是 2026-11-20"),
            ("2026-11-19", "新的日期应在今天 2026-11-20 以后, 填的是 2026-11-19"),
            ("2026-12-08", "新的日期 2026-12-08 与原定的日期相同, 没有改动"),
            ("2026-11-30", "听证会不能早于意见截止 2026-12-01, 填的是 2026-11-30"),
        ])
    func wrongDay(day: String, sentence: String) throws {
        var hearing = try ChangedHearing()
        let refusal = #expect(throws: Refusal.self) { try hearing.postpone(to: day) }
        #expect(refusal?.sentence == sentence && refusal?.fields.map(\.field) == ["hearing_day"])
        try hearing.read()
        #expect(hearing.matter.postponements.isEmpty)
        #expect(try hearing.county.office.temporaryNotices(.hearing, .first, limit: 1, in: hearing.session).total == 0)
    }

    @Test(
        "H1 H2: what was in time may be late for an earlier day, with the reason; what was late may be in time for a later one"
    )
    func lateness() throws {
        var hearing = try ChangedHearing(noticed: true, commentsUntil: "2026-11-25")
        let refusal = #expect(throws: Refusal.self) { try hearing.postpone(to: "2026-11-26") }
        #expect(refusal?.sentence.contains("听证公告最迟 2026-11-12（含当日）, 晚 6 个工作日") == true)
        #expect(refusal?.sentence.contains("听证通知最迟 2026-11-17（含当日）, 晚 3 个工作日") == true)
        try hearing.postpone(to: "2026-11-26", lateReason: "省里督办")
        #expect(hearing.lights["announcement"] == .metLate && hearing.lights["notice"] == .metLate)
        #expect(hearing.matter.deadlines.first?.lateReason == "省里督办")
        let entry = try #require(try hearing.county.office.history(of: hearing.matter.id, in: hearing.session).first)
        #expect(entry.reason?.hasSuffix("; 晚发布的原因: 省里督办") == true)
        #expect(hearing.county.office.check() == [])
        try hearing.postpone(to: "2026-12-30")
        #expect(hearing.lights["announcement"] == .met && hearing.lights["notice"] == .met)
        #expect(hearing.county.office.check() == [])
    }

    @Test("what was overdue for the old day is open for the new one, and the journal says so")
    func overdueIsTakenBack() throws {
        var hearing = try ChangedHearing()
        try hearing.county.goTo("2026-12-01T09:00")
        try hearing.postpone(to: "2026-12-30")
        #expect(hearing.lights["notice"] == .open)
        let acts: [String] = try hearing.county.rawValues("SELECT act FROM journal WHERE clerk = '系统' ORDER BY id")
        #expect(acts == ["overdue", "overdueUndone"])
    }

    @Test("a hearing without a day, with a report or ended is not moved")
    func refused() throws {
        var open = try ChangedHearing(on: nil)
        let none = #expect(throws: Refusal.self) { try open.postpone(to: "2026-12-15") }
        #expect(none?.sentence == "听证会的日期还没有公布, 没有可以改的日期")
        var reported = try ChangedHearing(noticed: true)
        try reported.report()
        let over = #expect(throws: Refusal.self) { try reported.postpone(to: "2026-12-15") }
        #expect(over?.sentence == "听证报告已于 2026-12-09 09:00 发布, 不能再改期")
        var ended = try ChangedHearing()
        try ended.terminate()
        let end = #expect(throws: Refusal.self) { try ended.postpone(to: "2026-12-15") }
        #expect(end?.sentence == "这件事项已于 2026-11-20 09:00 终止, 不能再改期")
    }

    @Test("after 改期 the notice's form begins with the new day, and the report waits for its end")
    func next() throws {
        var hearing = try ChangedHearing()
        try hearing.postpone(to: "2026-12-15")
        let task = PublishTask(.hearing, Procedure.hearing.documents[1], of: hearing.matter)
        let clerk = hearing.session.clerk
        #expect(task.beginning(for: clerk, today: .first)["hearing_day"] == "2026-12-15")
        try hearing.notice(on: "2026-12-15")
        let early = #expect(throws: Refusal.self) { try hearing.report() }
        #expect(early?.sentence == "听证会 2026-12-15 11:30 结束后才能发布听证报告")
    }

    @Test(
        "H11: fewer than two thirds present refuse the report, naming both numbers and the least; 改期 is offered",
        arguments: [
            (20, 14, false), (20, 13, true), (21, 14, false), (21, 13, true), (1, 1, false), (1, 0, true),
        ])
    func quorum(expected: Int, present: Int, isShort: Bool) throws {
        var hearing = try ChangedHearing(noticed: true)
        try hearing.county.goTo("2026-12-09T09:00")
        let entries = HearingEntries.report(expected: expected, present: present)
        let context = try hearing.county.office.context(in: hearing.session)
        let task = PublishTask(.hearing, Procedure.hearing.documents[2], of: hearing.matter)
        let check = task.check(entries, attachments: [], context)
        #expect((check.instead != nil) == isShort)
        if isShort {
            let refusal = #expect(throws: Refusal.self) {
                try hearing.county.publish(.report, of: hearing.matter, entries, in: hearing.session)
            }
            let least = (expected * 2 + 2) / 3
            #expect(
                refusal?.sentence
                    == "实到代表 \(present) 人, 不到应到 \(expected) 人的三分之二 (至少 \(least) 人), 听证会应当改期, 不能发布报告")
            try hearing.postpone(to: "2026-12-22")
            #expect(hearing.matter.event.day?.description == "2026-12-22")
        } else {
            try hearing.county.publish(.report, of: hearing.matter, entries, in: hearing.session)
        }
    }

    @Test("the notice of a move is not withdrawn by itself")
    func notWithdrawn() throws {
        var hearing = try ChangedHearing()
        try hearing.postpone(to: "2026-12-15")
        let notice = try #require(
            try hearing.county.office.temporaryNotices(.hearing, .first, limit: 9, in: hearing.session).rows.first)
        let refusal = #expect(throws: Refusal.self) {
            _ = try hearing.county.office.perform(WithdrawTemporaryNotice(notice, reason: "撤"), in: hearing.session)
        }
        #expect(refusal?.sentence == "这条通知公布的是改期, 已经生效, 不能撤回")
    }
}
