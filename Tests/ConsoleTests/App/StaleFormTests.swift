// Two clerks on one matter: the later one is told, keeps what was typed, and can go on.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct StaleFormTests {
    /// Two desks on a store with one announced hearing whose date is open; the first has its notice in the preview.
    private func desks(hearing: String = "2026-12-18") throws -> (first: ScreenPlay, session: Session, matter: Matter) {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        let county = try #require(play.county)
        let session = try county.signIn("wumin", to: try county.anotherOffice())
        let matter = try county.publish(
            .announcement, HearingEntries.announcement(on: nil, about: "12月中旬", commentsUntil: "2026-11-23"),
            in: session)
        play.signIn("fabu")
        try play.play("Enter")
        #expect(play.top == "form")
        try play.play(
            "Down*2 \"\(hearing)\" Down \"9:00\" Down \"11:30\" Down \"3 楼会议室\" Down \"主持人 张伟\" Down \"赵一\"")
        return (play, session, matter)
    }

    @Test("A document published by a colleague meanwhile is refused, and what was typed is kept")
    func secondPublicationIsRefused() throws {
        let (play, session, matter) = try desks()
        try tick(play)
        try play.play("F2")
        #expect(play.top == "preview")
        _ = try play.county?.publish(.notice, of: matter, HearingEntries.notice(on: "2026-12-18"), in: session)
        try play.play("Right Enter")
        #expect(play.top == "comparison")
        #expect(play.text.contains("已于 2026-11-20 09:00 发布"))
        #expect(play.text.contains("吴敏 09:00 保存的"))
        #expect(play.text.contains("县政务中心 3 楼会议室"))
        try play.play("Esc*2")
        #expect(play.top == "matter-list")
        let kept = try play.county?.anotherOffice()
        let office = try #require(kept)
        let again = try #require(try play.county?.signIn("fabu", to: office))
        #expect(try office.drafts(in: again).map { $0.entries["place"] } == ["3 楼会议室"])
    }

    @Test("Where the act can no longer be done the form says so each time, and never leads on to a refusal")
    func noDeadEnd() throws {
        let (play, session, matter) = try desks()
        _ = try play.county?.publish(.notice, of: matter, HearingEntries.notice(on: "2026-12-18"), in: session)
        for _ in 1...2 {
            try play.play("F5 F2")
            #expect(play.top == "comparison")
            #expect(play.text.contains("现在不能发布了: 听证通知已于"))
            #expect(!play.text.contains("接着写"))
            try play.play("Enter")
            #expect(play.top == "form" && play.text.contains("3 楼会议室"), "\(play.text)")
        }
    }

    @Test(
        "A matter changed by a colleague meanwhile is refused with both texts; going on keeps the own one and publishes"
    )
    func changedMatterIsReadAgain() throws {
        let (play, _, matter) = try desks()
        try tick(play)
        try play.play("F2")
        try RawStore(play.office.path).execute(
            "UPDATE matter SET version = version + 1 WHERE id = \(matter.id.rawValue)")
        try play.play("Right Enter")
        #expect(play.status.contains("吴敏 09:00 已修改"))
        #expect(play.top == "comparison")
        try play.play("Right Enter")
        #expect(play.top == "form")
        #expect(play.text.contains("3 楼会议室"))
        try play.play("F2")
        #expect(play.top == "preview", "\(play.text)")
        try play.play("Right Enter")
        #expect(play.text.contains("已发布听证通知"), "\(play.text)")
    }

    @Test("A reason for lateness outlives the refusal of what it was written for")
    func reasonIsKept() throws {
        let (play, _, matter) = try desks(hearing: "2026-11-24")
        try tick(play)
        try play.play("F2 Right Enter")
        #expect(play.top == "question")
        try RawStore(play.office.path).execute(
            "UPDATE matter SET version = version + 1 WHERE id = \(matter.id.rawValue)")
        try play.play("\"材料送达较晚\" Tab Right Enter")
        #expect(play.top == "comparison")
        try play.play("Right Enter F2 Right Enter")
        #expect(play.top == "question")
        #expect(play.text.contains("材料送达较晚"))
        try play.play("Tab Right Enter")
        #expect(play.text.contains("已发布听证通知"))
    }

    @Test("F5 shows what a colleague has just published at the top, and the row in hand stays in hand")
    func refreshShowsNewRows() throws {
        let (play, session, _) = try desks()
        try play.play("Esc")
        try play.county?.publish(.announcement, HearingEntries.announcement(), in: session)
        #expect(!play.text.contains("2026-02"))
        try play.play("F5")
        #expect(play.text.contains("      2026-02"))
        #expect(play.text.contains(">     2026-01"))
    }

    /// Ticks the secrecy review, the last field before the buttons.
    private func tick(_ play: ScreenPlay) throws { try play.play("Tab*5 Space") }
}
