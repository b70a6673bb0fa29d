// 朴素方式: for those who hear or feel the screen.
import Model
import Testing

@testable import Console

@Suite struct PlainTests {
    private func desk(_ keys: String = "") throws -> ScreenPlay {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: .floor)
        var settings = TerminalSettings()
        settings.isPlain = true
        try play.terminal.set(settings)
        play.signIn("fabu")
        try play.play(keys)
        return play
    }

    @Test(
        "No frame is drawn, and one thing stands on the screen at a time",
        arguments: ["", "F2", "F3", "F1", "Space", "F10", "/", "F6", "F2 Tab*6 F4", "F1 F2", "F11"])
    func noFrames(_ keys: String) throws {
        let play = try desk(keys)
        #expect(!play.text.contains { "─│┌┐└┘├┤┬┴┼".contains($0) })
        if ["F3", "F1", "F10", "/", "F6"].contains(keys) { #expect(!play.text.contains("通知已发")) }
    }

    @Test(
        "The cursor stands on what the next key works on",
        arguments: [("", ">"), ("F3", ">"), ("F10", "["), ("F2", " "), ("F6 Down", ">"), ("Space", ">"), ("F11", "[")])
    func cursor(_ keys: String, _ sign: Character) throws {
        let play = try desk(keys)
        let grid = play.app.paint()
        let cursor = try #require(grid.cursor)
        #expect([sign, " "].contains(grid[cursor.row, cursor.column].text), "\(play.text)")
        if sign == ">" { #expect(play.lines[cursor.row].contains(">")) }
    }

    @Test("The button in hand is told by a sign, not by its looks alone")
    func buttons() throws {
        #expect(try desk("F10").text.contains("[>返回 ]"))
        #expect(try desk("F10 Right").text.contains("[>退出 ]"))
    }

    @Test("F9 has no menu beside the list to fold, and says so; F6 shows the menu")
    func folding() throws {
        let play = try desk("F9")
        #expect(play.text.contains("没有什么可收起; 按 F6 看菜单"))
        try play.play("F6")
        #expect(play.text.contains("群众建议管理"))
    }

    @Test("On a wide terminal nothing is read out of what stands beside the page")
    func noPreview() throws {
        let play = try desk("Space")
        play.handle(.resized(Size(rows: 24, columns: 160)))
        #expect(play.text.contains("文书") && !play.text.contains("一、听证事项"))
        #expect(!play.text.contains("后面还有, 按 Enter 看全文"))
        // The page has the whole width for itself.
        #expect(play.lines.contains { TextWidth.of($0.trimmed) > 100 })
    }

    @Test("It is set on the terminal's page and kept for the clerk")
    func kept() throws {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play("F11 Down*3 Right Enter")
        #expect(play.terminal.settings.isPlain)
        let again = try ScreenPlay(beside: play)
        again.signIn("fabu")
        #expect(again.terminal.settings.isPlain)
        #expect(TerminalSettings(again.terminal.settings.texts) == again.terminal.settings)
    }
}
