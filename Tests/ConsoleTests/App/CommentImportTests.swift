// 导入建议 as a clerk does it.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct CommentImportTests {
    private func play(_ keys: String) throws -> ScreenPlay {
        let play = try ScreenPlay(start: "imports 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play("F6 Down Enter act\"导入建议\" " + keys)
        return play
    }

    private func comments(_ play: ScreenPlay) throws -> Int {
        let session = try play.office.signIn("fabu", password: Demo.password, from: "tty2")
        return try play.office.comments(CommentFilter(system: .hearing), .first, limit: 1, in: session).total
    }

    @Test("Nothing is imported before its button is pressed, and 返回 imports nothing")
    func nothingBefore() throws {
        let play = try play("F4 Down Enter")
        let before = try comments(play)
        try play.play("Enter")
        #expect(play.top == "comment-matters")
        #expect(try comments(play) == before)
        try play.play("act\"导入建议\" F4 Down Enter Right Enter")
        #expect(play.status.hasPrefix("已导入 3 条建议, 其中逾期意见 1 条, 日志第 "))
        #expect(try comments(play) == before + 3)
    }

    @Test("A file with a bad line has no button to import it, and its faults go into a list")
    func bad() throws {
        let play = try play("F4 Down*2 Enter")
        #expect(!play.text.contains("[ 导入"))
        #expect(play.status == "共 4 条, 3 条有错, 改好后重新选")
        try play.play("act\"存错误清单\"")
        #expect(play.status.hasSuffix("/发件夹/要改的建议.csv"))
    }

    @Test("A comment's page tells the file it came with, its number there, and the import in its history")
    func page() throws {
        let play = try play("F4 Down Enter Right Enter act\"全部\" \"/\" \"也是原话\" Enter Enter")
        #expect(play.text.contains("李文 导入") && play.text.contains("第 1 批导入, 文件 网站建议.csv"))
        try play.play("End")
        #expect(play.text.contains("从文件 \"网站建议.csv\" 导入《"))
    }

    @Test("Esc stops a long check; nothing is imported")
    func stopped() throws {
        let play = try play("")
        play.app.desk.watchWork = { WorkWatch(tell: { _ in }, isStopped: { true }) }
        try play.play("F4 Down Enter")
        #expect(play.text.contains("已取消检查, 一条也没有导入"))
    }
}
