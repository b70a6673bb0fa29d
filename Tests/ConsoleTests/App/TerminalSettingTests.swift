// 终端: settings hold at once for everything that is open.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite("Setting the terminal")
struct TerminalSettingTests {
    /// A desk over a matter whose text is full of signs of ambiguous width.
    private func desk() throws -> ScreenPlay {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        let county = try #require(play.county)
        let session = try county.signIn("wumin", to: try county.anotherOffice())
        var entries = HearingEntries.announcement()
        entries["subject"] = String(repeating: "“供水—价格”①②③……×", count: 30)
        try county.publish(.announcement, entries, in: session)
        play.signIn("fabu")
        return play
    }

    @Test("Another width lays out anew what is open already, as if it had been opened in it")
    func laidOutAnew() throws {
        let before = try desk()
        try before.play("F11 Down Right Enter Space Enter PgDn PgDn Ctrl-L")
        let after = try desk()
        try after.play("Space Enter F11 Down Right Enter PgDn PgDn Ctrl-L")
        #expect(after.picture == before.picture)
        #expect(after.text.contains("“供水—价格”"))
        after.terminal.inItsWidths { GridRules.check(after.app.paint()) }
        let narrow = try desk()
        try narrow.play("Space Enter PgDn PgDn Ctrl-L")
        #expect(narrow.picture != after.picture)
    }

    @Test("What was typed stays typed when the width changes, and the cursor stands behind it")
    func typed() throws {
        let play = try desk()
        try play.play("F2 \"“供水”①\" F11 Down Right Enter \"价\"")
        #expect(play.text.contains("“供水”①价"))
        play.terminal.inItsWidths { GridRules.check(play.app.paint()) }
    }

    @Test("Esc brings the settings back that there were before")
    func undone() throws {
        let play = try desk()
        try play.play("F11 F11 Down Down Right Esc")
        #expect(play.terminal.settings == TerminalSettings())
        #expect(play.status == "已恢复原来的终端设置")
    }

    @Test("Kept settings come back at the next sign-in on this kind of terminal")
    func remembered() throws {
        let play = try desk()
        try play.play("F11 Down Down Right Enter")
        let again = try ScreenPlay(beside: play)
        again.signIn("fabu")
        #expect(!again.terminal.settings.wantsLines)
        let other = try ScreenPlay(beside: play)
        other.signIn("wumin")
        #expect(other.terminal.settings == TerminalSettings())
    }
}
