// F4 in a text box: a file's text comes in whole where the cursor stands, and one undo takes it back.
import Testing

@testable import Console

@Suite struct TextFromFileTests {
    private func inSubject() throws -> ScreenPlay {
        let play = try ScreenPlay(start: "files 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play("F2 Tab \"前后\" Left")
        return play
    }

    private func text(_ play: ScreenPlay) -> String {
        (play.app.screens.last as? FormScreen)?.sheet.texts["subject"] ?? ""
    }

    @Test("The text goes in at the cursor without its last line end, and one undo takes it back")
    func goesIn() throws {
        let play = try inSubject()
        try play.play("F4 Down*2 Enter")
        #expect(text(play) == "前听证事项后")
        #expect(play.status.hasPrefix("已放入 ") && play.status.hasSuffix(" 的正文"))
        try play.play("Ctrl-Z")
        #expect(text(play) == "前后")
    }

    @Test("A text that is too long for the field changes nothing, and both numbers are named")
    func tooLong() throws {
        let play = try inSubject()
        try play.play("F4 Down*3 Enter")
        #expect(text(play) == "前后")
        #expect(play.status == "\"全文.txt\" 有 2999 字, 这一栏最多 2000 字, 已输入 2 字, 没有放进去")
    }

    @Test("A file of no known encoding changes nothing and leaves the list open for another")
    func wrongEncoding() throws {
        let play = try inSubject()
        try play.play("F4 Down*4 Enter")
        #expect(play.text.contains("\"坏了的.txt\" 第 2 行有既不是 UTF-8 也不是 GB18030"))
        try play.play("Esc")
        #expect(play.top == "file")
        try play.play("Esc")
        #expect(text(play) == "前后")
    }

    @Test("What came from a file is kept as a draft like what was typed")
    func isKept() throws {
        let play = try inSubject()
        try play.play("F4 Down*2 Enter Esc F2 Tab")
        #expect(text(play) == "前听证事项后")
    }
}
