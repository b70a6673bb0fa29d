// Deleting, postponing and revising while a colleague or a citizen is quicker: a sentence, and nothing typed is lost.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct ChangedMeanwhileTests {
    /// A desk on the page of one announced hearing, and a colleague's session at another.
    private func desks() throws -> (play: ScreenPlay, county: County, other: Office, session: Session, matter: Matter) {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        let county = try #require(play.county)
        let other = try county.anotherOffice()
        let session = try county.signIn("wumin", to: other)
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: session)
        play.signIn("fabu")
        try play.play("Space")
        #expect(play.top == "matter")
        return (play, county, other, session, matter)
    }

    private let postpone = "act\"改期\""
    private let terminate = "act\"终止\""

    @Test("G7: a comment that arrives while the deletion is being confirmed stops it")
    func commentArrives() throws {
        let (play, county, _, session, matter) = try desks()
        try play.play("Del \"发错了单位\"")
        try RawStore(county.path).execute(
            """
            INSERT INTO comment (matter_id, channel, body, received_at, received_day)
            VALUES (\(matter.id.rawValue), 'web', '太贵', '2026-11-20T01:00:00.000Z', '2026-11-20')
            """)
        try play.play("Tab Right Enter")
        #expect(play.said.contains("已有 1 条建议, 不能删除; 可以办更正或终止"))
        #expect(try county.office.matter(matter.id, in: session).comments.all == 1)
    }

    @Test("a deletion that rests on an older reading is refused, and its reason stands there again")
    func deletionIsStale() throws {
        let (play, _, other, session, matter) = try desks()
        try play.play("Del \"发错了单位\"")
        _ = try other.perform(Postpone(matter, entries: HearingEntries.postponement()), in: session)
        try play.play("Tab Right Enter")
        #expect(play.said.contains("吴敏 09:00 已修改"))
        if play.top == "text" { try play.play("Esc") }
        try play.play("Del")
        #expect(play.text.contains("发错了单位"))
        try play.play("Tab Right Enter")
        #expect(play.top == "matter-list" && play.status.hasPrefix("已删除听证公告"))
        #expect(play.text.contains("还没有事项"))
    }

    @Test("a postponement to a day off or to yesterday is a sentence under the field, and what was typed stays")
    func wrongDay() throws {
        let (play, _, _, _, _) = try desks()
        try play.play(postpone + " Down \"2026-12-12\" Down \"9:00\" Down \"11:30\" Down*2 \"会场检修\" BackTab*7 Space F2")
        #expect(play.status == "新的日期 2026-12-12 周六 休息日, 请改为工作日")
        try play.play("Ctrl-U \"11-19\" F2")
        #expect(play.text.contains("新的日期应在今天 2026-11-20 以后"))
        #expect(play.text.contains("会场检修"))
        try play.play("Ctrl-U \"12-15\" F2 Right Enter")
        #expect(play.top == "matter" && play.status.hasPrefix("已改到 2026-12-15, 临时通知编号 2026-01"))
    }

    @Test("a postponement on an older reading is refused, keeps its typing, and works once the matter is read again")
    func postponementIsStale() throws {
        let (play, _, other, session, matter) = try desks()
        try play.play(postpone + " Down \"12-15\" Down \"9:00\" Down \"11:30\" Down*2 \"会场检修\" BackTab*7 Space F2")
        #expect(play.top == "preview")
        _ = try other.perform(Postpone(matter, entries: HearingEntries.postponement(to: "2026-12-16")), in: session)
        try play.play("Right Enter")
        #expect(play.said.contains("吴敏 09:00 已修改"))
        #expect(play.top == "comparison" && play.text.contains("会场检修"))
        try play.play("Right Enter")
        #expect(play.top == "form" && play.text.contains("会场检修"))
        try play.play("F2")
        #expect(play.text.contains("原定于2026年12月16日"))
        try play.play("Right Enter")
        #expect(play.status.hasPrefix("已改到 2026-12-15"))
    }

    @Test("a form of a matter that a colleague deletes meanwhile is left with its draft")
    func matterIsDeleted() throws {
        let (play, county, other, session, matter) = try desks()
        try play.play("F2 Down*2 Down \"9:00\"")
        #expect(play.top == "form")
        _ = try other.perform(DeleteDocument(.announcement, of: matter, reason: "发错了"), in: session)
        try play.play("Down \"11:30\" Esc")
        #expect(play.top != "form")
        let fabu = try county.signIn("fabu")
        #expect(try county.office.drafts(in: fabu).map { $0.entries["hearing_end"] } == ["11:30"])
    }

    @Test(
        "H11: the report that too few came to is kept as a draft while the hearing is moved, and is waiting afterwards")
    func reportIsKept() throws {
        let (play, county, other, session, read) = try desks()
        var matter = read
        matter = try county.publish(.notice, of: matter, HearingEntries.notice(), in: session)
        try county.goTo("2026-12-09T09:00")
        try play.play("F5 F2 Down*3 \"12\" Down \"到会人数不足\" F2")
        #expect(play.top == "question")
        try play.play("Right Enter Down \"12-22\" Down*4 \"到会不足三分之二\" BackTab*7 Space F2 Right Enter")
        #expect(play.top == "matter" && play.status.hasPrefix("已改到 2026-12-22"))
        #expect(try other.matter(matter.id, in: session).event.day?.description == "2026-12-22")
        let fabu = try county.signIn("fabu")
        #expect(try county.office.drafts(in: fabu).map { $0.entries["outcome"] } == ["到会人数不足"])
    }

    @Test("a revision that a colleague overtakes can go on from the newest version, its typing and its draft with it")
    func revisionGoesOn() throws {
        let (play, county, other, session, matter) = try desks()
        try play.play("act\"修改\" \"联系电话有误\" Tab \"（修改稿）\" BackTab*3 Space F2")
        let document = try #require(matter.document(.announcement))
        let request = RevisionRequest(
            .announcement, of: matter, base: 1,
            entries: HearingEntries.revision(of: document, ["contact": "新电话"]))
        _ = try other.perform(Correct(request), in: session)
        try play.play("Right Enter Right Enter")
        #expect(play.top == "form" && play.status.hasSuffix("联系方式已换成最新的"))
        try play.play("F2 Right Enter")
        #expect(play.status.contains("现为第 3 版"))
        let revised = try other.matter(matter.id, in: session)
        #expect(revised.title.hasSuffix("（修改稿）"))
        #expect(revised.document(.announcement)?.values.text("contact") == "新电话")
        #expect(try county.office.drafts(in: try county.signIn("fabu")).isEmpty)
    }

    @Test("a draft that is older than a colleague's revision does not take back what the colleague has changed")
    func oldDraftGoesOn() throws {
        let (play, _, other, session, matter) = try desks()
        try play.play("act\"修改\" \"联系电话有误\" Tab \"（修改稿）\" BackTab*3 Space Esc*2")
        let document = try #require(matter.document(.announcement))
        let request = RevisionRequest(
            .announcement, of: matter, base: 1,
            entries: HearingEntries.revision(of: document, ["contact": "新电话"]))
        _ = try other.perform(Correct(request), in: session)
        try play.play("act\"草稿\" Enter")
        #expect(play.top == "form" && play.text.contains("吴敏 09:00 刚改过这件事项"))
        try play.play("F2")
        #expect(play.text.contains("联系方式  您没有改过, 接着写时用左边的"))
        try play.play("Right Enter F2 Right Enter")
        #expect(play.status.contains("现为第 3 版"))
        let revised = try other.matter(matter.id, in: session)
        #expect(revised.title.hasSuffix("（修改稿）"))
        #expect(revised.document(.announcement)?.values.text("contact") == "新电话")
    }

    @Test("a revision that a colleague overtakes is refused with what happened, and the typing is among the drafts")
    func revisionIsOvertaken() throws {
        let (play, county, other, session, matter) = try desks()
        try play.play("act\"修改\" \"联系电话有误\" Tab \"（修改稿）\" BackTab*3 Space F2")
        #expect(play.top == "preview")
        let document = try #require(matter.document(.announcement))
        let request = RevisionRequest(
            .announcement, of: matter, base: 1,
            entries: HearingEntries.revision(of: document, ["contact": "新电话"]))
        _ = try other.perform(Correct(request), in: session)
        try play.play("Right Enter")
        #expect(play.top == "comparison" && play.text.contains("新电话"))
        let fabu = try county.signIn("fabu")
        #expect(try county.office.drafts(in: fabu).map { $0.entries["revision_reason"] } == ["联系电话有误"])
        try play.play("Esc*2")
        #expect(play.top == "matter" && play.text.contains("第 2 版"))
    }

    @Test("a reviewer and another unit see every act with the reason why it is not theirs")
    func notTheirs() throws {
        let (play, county, _, _, _) = try desks()
        for (clerk, sentence) in [("shenhe", "终止要由发布员办理"), ("jiaoyu", "这件事项属于发展和改革局, 由该单位终止")] {
            let other = try ScreenPlay(beside: play)
            other.signIn(clerk)
            let matter = try county.office.matters(.hearing, .first, limit: 1, in: county.signIn("fabu")).rows[0].id
            other.app.open(MatterScreen(matter, .hearing))
            try other.play(terminate)
            #expect(other.said.contains(sentence))
        }
    }
}
