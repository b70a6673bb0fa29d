// G6 at the desk: a report that comments hold up leads to each of them and back, and nothing written is lost.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct HeldUpReportTests {
    /// 公示公告管理 with the cursor on the notice whose report two comments hold up.
    private func desk() throws -> ScreenPlay {
        let play = try ScreenPlay(start: "systems 2026-12-02T09:00", size: .floor)
        play.signIn("fabu")
        try play.play("F6 Down*3 Enter Down*3 Enter Down*2")
        #expect(play.top == "matter-list")
        return play
    }

    private static let answer = "d Space Tab*2 \"已补入名单。\" F2 Right Enter"
    private static let report = "Tab*2 \"名单通过公示。\" Tab \"采纳 1 条。\" Tab*5 Space"

    @Test("G6: Enter on 发布报告 and F2 on the matter page both lead to exactly the comments in the way")
    func ways() throws {
        let play = try desk()
        try play.play("Enter")
        #expect(play.top == "comments" && play.text.contains("共 2 条"))
        #expect(play.status == "还有 2 条建议未处理、2 条未答复, 全部处理并答复后才能发布公示报告")
        try play.play("Esc")
        #expect(play.top == "matter")
        try play.play("F2")
        #expect(play.top == "comments" && play.text.contains("报告前要办完的"))
        try play.play(Self.answer)
        #expect(play.text.contains("共 1 条"), "an answered comment leaves the list")
        try play.play("Enter \(Self.answer) Esc")
        #expect(play.text.contains("都已处理并答复, 可以发布报告了"))
        try play.play("Esc F2")
        #expect(play.top == "form")
    }

    @Test(
        "G6: a letter registered between preview and publishing: to it by Enter, back to the form, published as written"
    )
    func betweenPreviewAndPublishing() throws {
        let play = try desk()
        try play.play("Enter Space*2 \(Self.answer) Esc F2 \(Self.report) F2")
        #expect(play.top == "preview")
        try play.play("meanwhile\"letter\" Right Enter")
        #expect(play.top == "comments" && play.text.contains("共 1 条") && play.text.contains("3 幢还有两户"))
        #expect(play.status.contains("还有 1 条建议未处理、1 条未答复"))
        try play.play("Enter")
        #expect(play.top == "comment")
        try play.play("Enter Space Tab*2 \"已核实补入。\" F2 Right Enter Esc")
        #expect(play.top == "comments" && play.text.contains("共 0 条"))
        try play.play("Esc")
        #expect(play.top == "form" && play.text.contains("名单通过公示。") && play.text.contains("采纳 1 条。"))
        try play.play("F2 Right Enter")
        #expect(play.status.hasPrefix("已发布公示报告"))
    }

    @Test("G6: a letter registered while the form is written holds it up at the preview already, with the draft kept")
    func beforePreview() throws {
        let play = try desk()
        try play.play("Enter Space*2 \(Self.answer) Esc F2 \(Self.report) meanwhile\"letter\" F2")
        #expect(play.top == "comments" && play.text.contains("共 1 条"))
        let session = try #require(try play.county?.signIn("fabu"))
        #expect(try play.office.drafts(in: session).map { $0.entries["outcome"] } == ["名单通过公示。"])
        try play.play("Esc")
        #expect(play.top == "form" && play.text.contains("名单通过公示。"))
    }

    @Test("G9: the account of a notice is saved to the outbox from its page, and refused while the period runs")
    func account() throws {
        let play = try desk()
        try play.play("Right act\"情况报告\" Enter")
        #expect(play.status == "已存到 ~/发件夹/公示情况报告-2026-01.html 和 公示情况报告-2026-01.txt")
        try play.play("act\"情况报告\" Down Enter")
        #expect(play.status == "这个终端不能传文件; 请存到发件夹")
        try play.play("Esc Up*2 Right act\"情况报告\"")
        #expect(play.status == "公示期 2026-12-11 24:00 结束后才有公示情况报告")
        try play.play("Esc Esc")
    }
}
