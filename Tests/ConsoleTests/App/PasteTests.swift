// What is pasted: text for a field, never keys.
import Model
import Testing

@testable import Console

@Suite struct PasteTests {
    private func form(_ keys: String = "") throws -> ScreenPlay {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play("F2 " + keys)
        return play
    }

    @Test("A paste where nothing is typed is refused with a sentence", arguments: ["Esc", "Esc F6", "BackTab", "F1"])
    func pasteNeedsAField(_ keys: String) throws {
        let play = try form(keys)
        let before = play.top
        play.app.handle(.paste("关于调整城市供水价格听证会的公告\n"))
        #expect(play.status == "这里不能粘贴; 请先把光标移到要填写的栏目")
        #expect(play.top == before)
    }

    @Test("Pasted line ends and tabs neither leave a field nor press a button")
    func pasteNeverMoves() throws {
        let play = try form()
        play.app.handle(.paste("关于调整\n供水价格\t听证会的公告\n\n"))
        #expect(play.top == "form")
        play.app.handle(.paste("之一"))
        #expect(play.text.contains("关于调整 供水价格 听证会的公告之一"))
    }

    @Test("A paste on the sign-in page does not submit")
    func pasteNeverSignsIn() throws {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: .floor)
        play.app.handle(.paste("fabu\nYangguang#2026\n"))
        #expect(play.top == "sign-in")
        #expect(play.app.desk.session == nil)
    }

    @Test(
        "Name and password that arrive in one piece go into their fields, and Enter is still to be pressed",
        arguments: [
            (typed: "", piece: "fabu\nYangguang#2026\n"), ("", "fabu Yangguang#2026"), ("fabu", "\nYangguang#2026"),
            ("fabu", " Yangguang#2026"),
        ])
    func pieceOfSignIn(typed: String, piece: String) throws {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: .floor)
        try play.play("\"\(typed)\"")
        play.app.handle(.paste(piece))
        let name = try #require(play.lines.first { $0.contains("帐号") })
        #expect(name.contains("fabu") && !name.contains("Yang") && !play.text.contains("密码  Yang"))
        try play.play("Enter")
        #expect(play.app.desk.session != nil)
    }

    @Test("A paste of 1 MB into a text box is told in figures, and what fits is kept")
    func hugePasteIsTold() throws {
        let play = try form("Tab")
        play.app.handle(.paste(String(repeating: "听", count: 350_000)))
        #expect(play.said.contains("粘贴的 350000 字超出上限 2000 字, 只录入前 2000 字, 其余 348000 字没有录入"))
        if play.top == "text" { try play.play("Esc") }
        #expect(play.text.contains("已输入 2000 / 2000 字"))
    }

    @Test("A paste of 1 MB of hostile signs leaves nothing that steers a terminal")
    func hostilePasteIsHarmless() throws {
        let play = try form("Tab")
        let hostile = String(repeating: "\u{1B}[2J\u{9B}31m\u{202E}\u{0}听", count: 100_000)
        play.app.handle(.paste(hostile))
        GridRules.check(play.app.paint())
    }
}
