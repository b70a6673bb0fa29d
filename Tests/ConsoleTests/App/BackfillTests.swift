// 补录 and 复制事项 as a clerk does them.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct BackfillTests {
    @Test("A document entered one by one says 补录 on its button, on the page and in the status line")
    func oneByOne() throws {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        let county = try #require(play.county)
        let session = try county.signIn("fabu")
        try county.office.keepDraft(
            Backfill.draftForm(.hearing, .announcement), matter: nil, entries: BackfillEntries.announcement(),
            in: session)
        play.signIn("fabu")
        #expect(play.text.contains("补录听证公告"))
        try play.play("Enter F2")
        #expect(play.text.contains("[ 补录 ]") && play.text.contains("不计超期"))
        try play.play("Right Enter")
        #expect(play.status.hasPrefix("已补录听证公告, 编号 2026-01"))
        try play.play("Right")
        #expect(play.text.contains("2026-03-02 发布 (补录)"))
        try play.play("act\"补录\"")
        #expect(play.top == "form" && play.text.contains("补录听证通知"))
    }

    @Test("Nothing of a file is entered before its button is pressed, and 返回 enters nothing")
    func nothingBefore() throws {
        let play = try ScreenPlay(start: "files 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        let session = try play.office.signIn("fabu", password: Demo.password, from: "tty2")
        let before = try play.office.matters(.hearing, .first, limit: 1, in: session).total
        try play.play("act\"成批补录\" F4 Down Enter Enter")
        #expect(play.top == "matter-list")
        #expect(try play.office.matters(.hearing, .first, limit: 1, in: session).total == before)
        try play.play("act\"成批补录\" F4 Down Enter Right Enter")
        #expect(try play.office.matters(.hearing, .first, limit: 1, in: session).total == before + 2)
    }

    @Test("A copied matter becomes a draft at the first key, and is then not copied over")
    func copied() throws {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play("act\"复制事项\" \"新\" Esc")
        #expect(play.status == "已存草稿")
        try play.play("act\"复制事项\"")
        #expect(play.text.contains("您有一份没有写完的听证公告《"))
        try play.play("Esc")
        #expect(play.top == "matter-list")
    }
}
