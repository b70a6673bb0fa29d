// What a clerk does with citizens' comments at the desk, by keys alone.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct CommentWalkTests {
    /// A desk on one announced hearing, at 群众建议管理.
    private func desk(comments: String...) throws -> (play: ScreenPlay, county: County, session: Session, Matter) {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        let county = try #require(play.county)
        let session = try county.signIn("wumin", to: try county.anotherOffice())
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: session)
        for body in comments { try register(body, of: matter, county, session) }
        play.signIn("fabu")
        try play.play("F6 Down Enter")
        #expect(play.top == "comment-matters")
        return (play, county, session, matter)
    }

    private func register(_ body: String, of matter: Matter, _ county: County, _ session: Session) throws {
        let entries = Entries(["channel": "telephone", "received_day": "2026-11-20", "author": "赵一", "body": body])
        _ = try county.office.perform(RegisterComment(of: matter.id, entries: entries), in: session)
    }

    private func comments(_ county: County, _ session: Session) throws -> [Model.Comment] {
        try county.office.comments(CommentFilter(), .first, limit: 50, in: session).rows
    }

    @Test("H5: a letter is registered, handled, answered with a template, and its writer is satisfied")
    func wholeWay() throws {
        let (play, county, session, _) = try desk()
        try play.play("t F2 \"采纳\" Tab \"您好, 意见已采纳。\" F2 Right Enter")
        #expect(play.status.hasPrefix("模板已保存"))
        #expect(play.top == "templates")
        try play.play("Esc F2 Tab*2 \"张三\" Tab \"13800001111\" Tab \"请公布供水成本。\" F2")
        #expect(play.top == "preview")
        #expect(play.text.contains("[ 登记 ]"))
        try play.play("Right Enter")
        #expect(play.status.hasPrefix("已登记第 1 条建议"))
        #expect(play.text.contains("     1      1      1 "), "建议数、未处理、未答复")

        try play.play("Enter")
        #expect(play.top == "comments")
        #expect(play.text.contains("答复最迟"))
        try play.play("c \"已转价格科。\" Tab Right Enter")
        #expect(play.status.hasPrefix("已处理 1 条建议"))

        try play.play("Enter Enter")
        #expect(play.top == "form")
        #expect(play.text.contains("请公布供水成本。"), "the citizen's words stand above the form")
        try play.play("Space Tab*2 F4")
        #expect(play.top == "choice")
        try play.play("Enter")
        #expect(play.top == "templates")
        try play.play("Enter")
        #expect(play.text.contains("您好, 意见已采纳。"))
        try play.play("\"谢谢!\" F2")
        #expect(play.text.contains("[ 答复 ]"))
        try play.play("Right Enter")
        #expect(play.status.hasPrefix("已答复第 1 条建议"))
        #expect(play.top == "comment")

        try play.play("Enter Right Tab*2 Space F2 Right Enter")
        #expect(play.status.hasPrefix("已登记满意度"))
        let comment = try #require(try comments(county, session).first)
        #expect(comment.state == .answered)
        #expect(comment.reply?.body == "您好, 意见已采纳。谢谢!")
        #expect(comment.adoption == .adopted)
        #expect(comment.satisfaction != nil)
        let mine = try county.signIn("fabu", to: try county.anotherOffice())
        #expect(try county.office.drafts(in: mine).isEmpty, "a draft goes with its act")
    }

    @Test("Several alike are marked, handled and answered at once; the marks go with the act")
    func severalAtOnce() throws {
        let (play, county, session, _) = try desk(comments: "同意。", "同意, 请尽快。", "不同意。")
        try play.play("Enter Down Space Space")
        #expect(play.text.contains("已做记号 2 条"))
        try play.play("h")
        #expect(play.status == "这一项要一条一条办; 请先按空格去掉记号")
        try play.play("c \"一起研究。\" Tab Right Enter")
        #expect(play.status.hasPrefix("已处理 2 条建议"))
        #expect(!play.text.contains("已做记号"))
        try play.play("Home Down Space Space d Space Tab*2 \"谢谢支持。\" F2")
        #expect(play.text.contains("2 条建议"))
        try play.play("Right Enter")
        #expect(play.status.hasPrefix("已答复 2 条建议"))
        #expect(try comments(county, session).map(\.state) == [.waiting, .answered, .answered])
    }

    @Test("A duplicate is marked by choosing what it repeats, and unmarked again")
    func duplicate() throws {
        let (play, county, session, _) = try desk(comments: "请公布成本。", "请公布成本!")
        try play.play("Enter b")
        #expect(play.top == "original")
        #expect(!play.text.contains("2 2026-"), "a comment is no duplicate of itself")
        try play.play("Enter")
        #expect(play.status.hasPrefix("已标为第 1 条建议的重复"))
        #expect(try comments(county, session).map(\.state) == [.duplicate, .waiting])
        try play.play("Enter o")
        #expect(play.text.contains("第 1 条建议"))
        try play.play("Esc e Right Enter")
        #expect(play.status.hasPrefix("已撤销重复"))
        #expect(try comments(county, session).map(\.state) == [.waiting, .waiting])
    }

    @Test("A comment is hidden with a reason, its text kept, and shown again with a reason")
    func hidden() throws {
        let (play, county, session, _) = try desk(comments: "邻居王某家住..")
        try play.play("Enter Enter h Tab Right Enter")
        #expect(play.status == "请先填写隐藏的原因")
        try play.play("\"涉及他人隐私\" Tab Right Enter")
        #expect(play.status.hasPrefix("已隐藏"))
        #expect(play.text.contains("邻居王某家住.."))
        #expect(play.text.contains("涉及他人隐私"))
        try play.play("d")
        #expect(play.said.contains("已经隐藏"))
        if play.top == "text" { try play.play("Esc") }
        try play.play("r \"已征得同意\" Tab Right Enter")
        #expect(play.status.hasPrefix("已恢复显示"))
        #expect(try comments(county, session).map(\.state) == [.waiting])
    }

    @Test("Personal data is opened in a frame after a question, and journaled; the page stays masked")
    func contact() throws {
        let (play, _, _, _) = try desk(comments: "我的电话是13800001111。")
        try play.play("Enter Enter")
        #expect(!play.text.contains("13800001111"))
        try play.play("l")
        #expect(play.text.contains("操作日志"))
        try play.play("Enter")
        #expect(play.top == "comment", "返回 has the focus")
        try play.play("l Right Enter")
        #expect(play.text.contains("13800001111"))
        #expect(play.text.contains("赵一"))
        try play.play("Enter F5")
        #expect(!play.text.contains("13800001111"))
        #expect(play.text.contains("查看"), "the history says that it was opened")
    }

    @Test("A reply to a comment answered meanwhile is refused with who and when; what was typed stays in the draft")
    func answeredMeanwhile() throws {
        let (play, county, session, _) = try desk(comments: "请公布成本。")
        try play.play("Enter d Space Tab*2 \"我的答复\" F2")
        #expect(play.top == "preview")
        let entries = Entries(["adoption": "explained", "body": "已公布。"])
        _ = try county.office.perform(ReplyToComments(try comments(county, session), entries: entries), in: session)
        try play.play("Right Enter")
        #expect(play.said.contains("吴敏"))
        #expect(play.said.contains("09:00"))
        if play.top == "text" { try play.play("Esc") }
        #expect(play.top == "form")
        #expect(play.text.contains("我的答复"))
        try play.play("Esc")
        #expect(play.status == "已存草稿")
        #expect(try comments(county, session).first?.reply?.body == "已公布。")
        let mine = try county.signIn("fabu", to: try county.anotherOffice())
        #expect(try county.office.drafts(in: mine).map { $0.entries["body"] } == ["我的答复"])
    }

    @Test("What is being written is saved as a template, and an earlier answer on the matter is taken over and changed")
    func sources() throws {
        let (play, county, session, _) = try desk(comments: "请公布成本。", "水压太低。")
        let first = try #require(try comments(county, session).last)
        let entries = Entries(["adoption": "explained", "body": "成本已在网上公布。"])
        _ = try county.office.perform(ReplyToComments([first], entries: entries), in: session)
        try play.play("Enter d Space Tab*2 F4 Down Enter")
        #expect(play.top == "earlier-replies")
        try play.play("Enter")
        #expect(play.text.contains("成本已在网上公布。"))
        try play.play("F4 Enter F2")
        #expect(play.top == "form")
        try play.play("\"成本\" F2 Right Enter")
        #expect(play.top == "templates")
        #expect(play.text.contains("成本已在网上公布。"))
        try play.play("Esc")
        #expect(play.top == "form")
        #expect(play.text.contains("成本已在网上公布。"), "the box is as it was")
        #expect(try county.office.replyTemplates(in: session).map(\.body) == ["成本已在网上公布。"])
    }

    @Test("A template is changed and deleted, deleting after a question")
    func templates() throws {
        let (play, county, session, _) = try desk()
        _ = try county.office.perform(SaveReplyTemplate("采纳", "已采纳。"), in: session)
        try play.play("t x Tab End \"谢谢。\" F2 Right Enter")
        #expect(try county.office.replyTemplates(in: session).map(\.body) == ["已采纳。谢谢。"])
        try play.play("Del Enter")
        #expect(try county.office.replyTemplates(in: session).count == 1)
        try play.play("Del Right Enter")
        #expect(play.status.hasPrefix("模板已删除"))
        #expect(try county.office.replyTemplates(in: session).isEmpty)
    }

    @Test("The matter page counts its comments and leads to them")
    func fromMatter() throws {
        let (play, _, _, _) = try desk(comments: "请公布成本。")
        try play.play("i")
        #expect(play.top == "matter")
        let line = "群众建议 1 条 (未处理 1, 未答复 1)"
        while !play.lines.contains(where: { $0.contains(">") && $0.contains(line) }) {
            let before = play.picture
            try play.play("Down")
            try #require(play.picture != before)
        }
        try play.play("Enter")
        #expect(play.top == "comments")
    }

    @Test("G6: a report that comments hold up leads to them and says why")
    func heldUp() throws {
        let (play, county, session, matter) = try desk(comments: "请公布成本。")
        let procedure = try #require(Self.publicNotice)
        play.app.open(MatterScreen(matter.id, procedure))
        try play.play("Down Enter")
        #expect(play.top == "comments")
        #expect(play.status.contains("还有 1 条建议未处理、1 条未答复"))
        let entries = Entries(["adoption": "explained", "body": "已公布。"])
        _ = try county.office.perform(ReplyToComments(try comments(county, session), entries: entries), in: session)
        try play.play("Esc F5 Enter")
        #expect(play.top == "form")
    }

    /// An announcement and a report that waits for every comment's answer.
    private static var publicNotice: Procedure? {
        guard let report = Procedure.hearing.document(.report) else { return nil }
        return Procedure(
            .hearing, name: "公示", announcementName: "公示", eventName: "公示期",
            documents: [
                Procedure.hearing.documents[0],
                DocumentDescription(
                    .report, name: report.name, word: report.word, form: report.form,
                    conditions: [.everyCommentAnswered], event: nil, commentsUntil: nil, print: report.print),
            ], deadlines: [])
    }
}
