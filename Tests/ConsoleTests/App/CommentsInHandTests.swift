// Colleagues act on comments while a clerk looks at them: what is in hand stays in hand, or nothing is done.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct CommentsInHandTests {
    /// A desk at the list of all comments of one announced hearing.
    private func desk(comments bodies: String..., keys: String) throws -> (ScreenPlay, County, Session, [Model.Comment])
    {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        let county = try #require(play.county)
        let session = try county.signIn("wumin", to: try county.anotherOffice())
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: session)
        for body in bodies {
            let entries = Entries(["channel": "telephone", "received_day": "2026-11-20", "body": body])
            _ = try county.office.perform(RegisterComment(of: matter.id, entries: entries), in: session)
        }
        let comments = try county.office.comments(CommentFilter(), .first, limit: 50, in: session).rows
        play.signIn("fabu")
        try play.play("F6 Down Enter a \(keys)")
        return (play, county, session, comments)
    }

    @Test("操作 chosen for a comment that has left the filtered list meanwhile is done to no other one")
    func leftTheList() throws {
        let (play, county, session, comments) = try desk(
            comments: "水价太高。", "水压太低。", keys: "F4 Down Enter Down*2 Enter F3")
        #expect(play.top == "acts")
        _ = try county.office.perform(HandleComments([comments[0]], handling: "已转"), in: session)
        let hide = try #require(play.lines.firstIndex { $0.contains("隐藏") })
        let first = try #require(play.lines.firstIndex { $0.contains("登记") })
        try play.play("Home Down*\(hide - first) Enter")
        #expect(play.said.contains("没有办理"), "\(play.text)")
        #expect(play.top == "comments")
    }

    @Test("An earlier answer stays in hand when a colleague answers another comment")
    func earlierReply() throws {
        let (play, county, session, comments) = try desk(comments: "一。", "二。", "三。", keys: "")
        func reply(_ comment: Model.Comment, _ body: String) throws {
            let entries = Entries(["adoption": "explained", "body": body])
            _ = try county.office.perform(ReplyToComments([comment], entries: entries), in: session)
        }
        try reply(comments[1], "答二。")
        try play.play("F5 d Tab*2 F4 Down Enter")
        #expect(play.top == "earlier-replies")
        try county.goTo("2026-11-20T09:05")
        try reply(comments[2], "答一。")
        try play.play("F5 Enter")
        #expect(play.top == "form" && play.text.contains("答二。") && !play.text.contains("答一。"), "\(play.text)")
    }

    @Test("A new template is in hand once it is saved, wherever its name puts it")
    func newTemplate() throws {
        let (play, county, session, _) = try desk(comments: "一。", keys: "Esc")
        for (title, body) in [("采纳", "已采纳。"), ("转办", "已转。"), ("说明", "请看公告。")] {
            _ = try county.office.perform(SaveReplyTemplate(title, body), in: session)
        }
        try play.play("t F2 \"欢迎来访\" Tab \"欢迎。\" F2 Right Enter")
        #expect(play.lines.contains { $0.contains("│>欢迎来访") })
        try play.play("Del")
        #expect(play.text.contains("《欢迎来访》"))
    }

    @Test("The list of all comments is narrowed as it was left; a matter's own comments are all listed")
    func remembered() throws {
        let (play, county, session, comments) = try desk(comments: "水价太高。", "水压太低。", keys: "")
        _ = try county.office.perform(HandleComments([comments[0]], handling: "已转"), in: session)
        try play.play("F4 Down Enter Down*2 Enter")
        #expect(play.text.contains("共 1 条"))
        let next = try ScreenPlay(beside: play)
        next.signIn("fabu")
        try next.play("F6 Down Enter a")
        #expect(next.text.contains("只看: 未处理") && next.text.contains("共 1 条"))
        try next.play("Esc Enter")
        #expect(next.text.contains("共 2 条"))
    }
}
