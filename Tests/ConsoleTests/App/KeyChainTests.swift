// Which key does what, wherever the cursor is: field, then screen, then everywhere.
import Model
import Testing

@testable import Console

@Suite struct KeyChainTests {
    private func desk(_ keys: String = "", clerk: String = "fabu") throws -> ScreenPlay {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: .floor)
        play.signIn(clerk)
        try play.play(keys)
        return play
    }

    @Test("A letter belongs to the field first: n in 查找 is typed, in the list it seeks on")
    func fieldComesFirst() throws {
        let play = try desk("n")
        #expect(play.status.contains("还没有查找过"))
        try play.play("/ n")
        #expect(play.top == "find")
        #expect(play.text.contains(" n"))
    }

    @Test("The screen comes before the program: Tab changes the field in a form and goes to the menu in a list")
    func screenComesSecond() throws {
        let play = try desk("F2 Tab")
        #expect(!play.app.isInMenu)
        try play.play("Esc Tab")
        #expect(play.app.isInMenu)
    }

    @Test("A key that nobody uses here is answered with what to do")
    func unusedKeyIsAnswered() throws {
        let play = try desk("x")
        #expect(play.status.hasPrefix("这里不用 x 键"))
        #expect(play.status.contains("F3"))
    }

    @Test("Esc never quits, however often it is pressed", arguments: ["fabu", "shenji", "-"])
    func escapeNeverQuits(_ clerk: String) throws {
        let play = try desk("Esc*20 F12*20 Ctrl-G*20", clerk: clerk)
        #expect(!play.app.hasEnded)
    }

    @Test("F10 asks, and pressing it again or Enter does not sign out", arguments: ["F10*5", "F10 Enter", "Ctrl-D*5"])
    func signingOutIsAsked(_ keys: String) throws {
        let play = try desk(keys)
        #expect(!play.app.hasEnded)
    }

    @Test("Signing out is confirmed by right and Enter")
    func signingOutIsConfirmed() throws {
        let play = try desk("F10 Right Enter")
        #expect(play.app.hasEnded)
    }

    @Test(
        "A twin does what its function key does",
        arguments: [
            ("F2", "Ctrl-P"), ("F3", "Ctrl-O"), ("F5", "Ctrl-R"), ("F6", "Tab"), ("F9", "Ctrl-X"), ("F10", "Ctrl-D"),
            ("/", "Ctrl-F"), ("F2 Esc", "F2 Ctrl-G"), ("F2 Esc", "F2 F12"), ("PgDn", "F8"), ("End PgUp", "End F7"),
            ("F2 Tab*6 F4", "Ctrl-P Tab*6 Ctrl-E"), ("F6 PgDn", "F6 F8"), ("F3 PgDn", "F3 F8"), ("F1 PgDn", "F1 F8"),
            ("F6 Esc", "F6 Ctrl-G"),
        ])
    func twinsAgree(_ key: String, _ twin: String) throws {
        #expect(try desk(key).picture == desk(twin).picture)
    }

    @Test("A full-width letter is a shortcut outside fields and itself inside")
    func fullWidthLettersFold() throws {
        let play = try desk("／ \"停车\" Enter")
        let first = play.picture
        try play.play("ｎ")
        #expect(play.status.isEmpty)
        #expect(first.contains("停车"))
        try play.play("/ Ctrl-U ｎ")
        #expect(play.text.contains("ｎ"))
    }

    @Test("Keys that tmux, screen, flow control and browsers take are bound nowhere")
    func takenKeysAreNeverBound() throws {
        let taken = Set("abchnqstvw".map { Key.control($0) })
        let tables = try KeyManual.tables().map(\.rows) + [Menu.acts]
        for rows in tables { #expect(taken.isDisjoint(with: rows.flatMap(\.keys))) }
        #expect(taken.isDisjoint(with: ProgramAction.bindings.flatMap(\.keys)))
    }

    @Test("The bar shows the function keys in their order")
    func barIsInOrder() throws {
        let bar = try #require(try desk().lines.last)
        #expect(bar.hasPrefix(" F1帮助 F2新建 F3操作 F4筛选 Enter办理 /查找 F5刷新 F6菜单 F9收起 F10退出"))
    }

    @Test("Every act of a form is in 操作, and what cannot be done says why")
    func actsCarryReasons() throws {
        let play = try desk("F2")
        let acts = play.app.actsHere
        #expect(acts.contains { $0.label == "放弃草稿" && $0.keys.isEmpty })
        let choose = try #require(acts.first { $0.label == "选择" })
        #expect(choose.refusal == "标题请直接输入")
    }

    @Test("A dimmed act shows its reason under the list and is refused with it")
    func dimmedActsAreRefused() throws {
        let play = try desk("F3 Down*4")
        #expect(play.text.contains("现在不能办: 还没有查找过"))
        try play.play("Enter")
        #expect(play.status.contains("还没有查找过"))
        #expect(play.top == "acts")
    }

    @Test("操作 does what its line says")
    func actsAreDone() throws {
        let play = try desk("F3 Enter")
        #expect(play.top == "form")
    }

    @Test("While the cursor is in the menu, the bar and 操作 are the menu's")
    func menuHasItsOwnActs() throws {
        let play = try desk("F6")
        #expect(play.app.actsHere.first?.label == "打开")
        try play.play("F3 Enter")
        #expect(play.top == "matter-list")
    }

    @Test("Help opened from the menu is read with the arrows, and closing it returns to the menu")
    func helpInMenu() throws {
        let play = try desk("F6 F1 Down Esc")
        #expect(play.app.isInMenu)
    }
}
