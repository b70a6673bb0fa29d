// 待办 and 督办 at the desk: where Enter goes, and that menu and list say the same.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct TodoWalkTests {
    private static let todo = "F6 End Up*2 Enter "

    @Test(
        "Enter goes from each kind of row to where it is done",
        arguments: [
            (0, "form"), (1, "matter"), (4, "supervision-note"), (5, "comments"), (6, "matter"),
            (7, "supervision-note"),
            (8, "form"), (9, "form"), (10, "form"),
        ])
    func opens(row: Int, screen: String) throws {
        let play = try ScreenPlay(start: "desk 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play("Esc " + Self.todo + "Down*\(row) Enter")
        #expect(play.top == screen, "row \(row): \(play.text)")
    }

    @Test("a matter opens with the cursor on its act, so that Enter goes on to the form")
    func act() throws {
        let play = try ScreenPlay(start: "desk 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play("Esc " + Self.todo + "Down*6 Enter")
        #expect(play.text.contains("听证通知  未发布"))
        try play.play("Enter")
        #expect(play.top == "form" && play.text.contains("发布听证通知"))
    }

    @Test("the number in the menu is the number of rows, for everybody, and goes down as things are done")
    func counts() throws {
        for clerk in ["fabu", "wumin", "shenhe", "jiaoyu", "jianguan"] {
            let play = try ScreenPlay(start: "desk 2026-11-20T09:00", size: .floor)
            play.signIn(clerk)
            let session = try #require(play.county).signIn(clerk)
            let total = try play.office.todos(.first, limit: 1, in: session).total
            let row = try #require(play.app.menu?.rows.first { $0.target == .todo })
            #expect(row.count == total && total > 0, "\(clerk)")
        }
        let play = try ScreenPlay(start: "desk 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        let before = play.app.waiting.total
        try play.play("Esc " + Self.todo + "u Down Enter Right Enter \"由办公室负责。\" F2 Right Enter")
        #expect(play.status.hasPrefix("已答复督办, 日志第 "), "\(play.status)")
        #expect(play.app.waiting.total == before - 1)
    }

    @Test("what a colleague does meanwhile is seen in the list at the next key")
    func meanwhile() throws {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play(Self.todo)
        #expect(play.text.contains("没有等待办理的事。"))
        try play.play("meanwhile\"announce\" Up")
        #expect(play.text.contains("未上网") && play.app.menu?.rows.first { $0.target == .todo }?.count == 1)
    }

    @Test("design 4: supervisors land on 督查, publishers and reviewers on the management list")
    func landing() throws {
        for (clerk, screen) in [("jianguan", "supervision"), ("fabu", "matter-list"), ("shenhe", "matter-list")] {
            let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
            play.signIn(clerk)
            #expect(play.top == screen)
        }
    }

    @Test("half a note to a unit is kept as a draft, and 待办 goes on with it")
    func draft() throws {
        let play = try ScreenPlay(start: "desk 2026-11-20T09:00", size: .floor)
        play.signIn("jianguan")
        try play.play("F2 \"尽快答复\" Tab \"请在\" Esc")
        #expect(play.top == "supervision" && play.status.contains("已存草稿"))
        try play.play("F6 Up Enter End Enter")
        #expect(play.top == "form" && play.text.contains("尽快答复"), "\(play.text)")
    }
}
