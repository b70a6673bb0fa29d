// A hearing's whole way at the desk: announcement, notice, report, as a clerk types them.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct WalkTests {
    @Test("A hearing goes from sign-in to its published report by keys alone, with a file attached")
    func wholeWay() throws {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        let county = try #require(play.county)
        play.signIn("fabu")
        try play.play("F9")

        try play.play(Self.announcement)
        #expect(play.top == "preview")
        try play.play("Enter")
        #expect(play.top == "form", "返回 has the focus")
        try play.play("F2 Right Enter")
        #expect(play.status.hasPrefix("已发布听证公告, 编号 2026-01"))
        #expect(play.text.contains("发布通知"))

        try county.goTo("2026-11-23T10:00")
        try play.play("F5 Enter")
        #expect(play.text.contains("关于调整城市供水价格听证会的通知"))
        try play.play(Self.notice + "F2 Right Enter")
        #expect(play.status.hasPrefix("已发布听证通知, 编号 2026-02"))

        try play.play("Enter")
        #expect(play.top == "matter")
        #expect(play.text.contains("2026-12-08 11:30 结束后才能发布听证报告"))
        try play.play("Down*5 Space")
        #expect(play.text.contains("登记会议材料送达代表?"))
        try play.play("Right Enter")
        #expect(play.status.hasPrefix("已登记会议材料送达代表, 日志第 "))

        try county.goTo("2026-12-09T09:00")
        try play.play("Esc F5 Enter " + Self.report + "F2 Right Enter")
        #expect(play.status.hasPrefix("已发布听证报告, 编号 2026-03"))
        #expect(play.text.contains("报告已发"))

        try play.play("Enter")
        #expect(play.top == "matter")
        let session = try county.signIn("fabu")
        let row = try #require(try county.office.matters(.hearing, .first, limit: 1, in: session).rows.first)
        let matter = try county.office.matter(row.id, in: session)
        #expect(matter.deadlines.map(\.light) == [.met, .met, .met, .met])
        #expect(matter.documents.map(\.attachments.count) == [1, 0, 0])
        #expect(try county.office.drafts(in: session).isEmpty, "a draft goes with its publication")
    }

    @Test(
        "However one leaves the menu, its mark stands where the work area was opened from",
        arguments: ["F6", "Esc", "F9 F9"])
    func menuMark(_ leaving: String) throws {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play("F6 Down*3 " + leaving)
        #expect(play.text.contains(">听证公告管理") && !play.text.contains(">报表管理"))
    }

    @Test("Publishing late asks for a written reason, and the reason is in the history")
    func lateNeedsReason() throws {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        let county = try #require(play.county)
        play.signIn("fabu")
        try play.play("F9 " + Self.announcement + "Right Enter")
        try county.goTo("2026-12-02T10:00")
        try play.play("F5 Enter " + Self.notice + "F2")
        #expect(play.text.contains("晚 3 个工作日"))
        try play.play("Right Enter")
        #expect(play.top == "question")
        try play.play("Tab Right Enter")
        #expect(play.status == "请先填写晚发布的原因")
        try play.play("\"场地临时调整。\" Tab Enter")
        #expect(play.status.hasPrefix("已发布听证通知"))
        try play.play("Space")
        #expect(play.text.contains("原因: 场地临时调整。"))
    }

    private static let announcement = """
        F2 "关于调整城市供水价格听证会的公告" Tab "调整城市供水价格, 详见附件。" Tab "20" Tab "社会公众 10 名, 利害关系人 10 名。" \
        Tab "到发展和改革局报名。" Tab Tab "2026-12-08" Tab "9:00" Tab "12-1" Tab "李文 0872-7520000" Tab Tab Tab Tab \
        Enter Down Enter Tab Space F2 \

        """
    private static let notice = """
        Tab*4 "11:30" Tab "县政务中心 3 楼会议室" Tab "主持人 张伟" Tab "赵一、钱二" Tab*5 Space \

        """
    private static let report = """
        Tab*3 "18" Tab "18 位代表同意方案。" Tab "采纳 3 条意见。" Tab*5 Space \

        """
}
