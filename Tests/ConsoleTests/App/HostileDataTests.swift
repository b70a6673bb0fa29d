// A store full of signs that steer terminals: every screen prints them harmless.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct HostileDataTests {
    private func desk(_ clerk: String) throws -> ScreenPlay {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: .floor, changed: HostileTexts.demo.get())
        play.signIn(clerk)
        return play
    }

    @Test(
        "Titles, names, texts, files and drafts with ESC, CSI, NUL and turned text are only printed",
        arguments: [
            "", "Enter", "Enter F2", "Enter F2 F2", "Esc Space", "Esc Space Enter", "Esc Space End",
            "Esc Space End Enter",
            "Esc Space PgDn", "Esc F3", "Esc F6", "Esc F6 Up*2 Enter", "Esc F6 Up*2 Enter Enter",
            "Esc F6 Down Enter", "Esc F6 Down Enter a", "Esc F6 Down Enter a s Enter", "Esc F6 Down Enter a Enter",
            "Esc F6 Down Enter a d", "Esc F6 Down Enter a d Ctrl-F", "Esc F6 Down Enter a d Tab*2 F4 Enter",
            "Esc F6 Down Enter a d Tab*2 F4 Down Enter", "Esc F6 Down Enter a b", "Esc F6 Down Enter a l Right Enter",
            "Esc F6 Down Enter a h",
            "Esc F6 Up*2 Enter Del", "Esc F2 BackTab*5 F4", "Esc F9", "Esc / \"供\" Enter", "Esc PgDn End",
        ])
    func everyScreenPrintsOnly(_ keys: String) throws {
        let play = try desk("fabu")
        try play.play(keys)
        GridRules.check(play.app.paint())
        for size in [Size(rows: 24, columns: 81), Size(rows: 40, columns: 133)] {
            play.app.handle(.resized(size))
            GridRules.check(play.app.paint())
        }
    }

    @Test("A supervisor's list with hostile names of units is only printed", arguments: ["", "Space", "F3", "F9"])
    func supervisorPrintsOnly(_ keys: String) throws {
        let play = try desk("jianguan")
        try play.play(keys)
        GridRules.check(play.app.paint())
    }

    @Test("A hostile number stays inside the frame: the right edge of the work area is whole")
    func frameIsWhole() throws {
        let play = try desk("fabu")
        try play.play("Esc")
        let grid = play.app.paint()
        for row in 2..<20 { #expect(["│", "┤"].contains(grid[row, 79].text)) }
    }
}
