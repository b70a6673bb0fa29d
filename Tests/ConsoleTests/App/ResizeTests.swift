// Windows of every size: nothing is lost, nothing is drawn outside.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct ResizeTests {
    private func desk(_ keys: String) throws -> ScreenPlay {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play(keys)
        return play
    }

    @Test(
        "After a storm of sizes, 1x1 among them, every screen is as it was",
        arguments: [
            "Down*9", "F2 \"关于调整\"", "F2 Tab \"听证\"", "F3", "F1", "F10", "/", "Space", "F2 Tab*6 F4", "F6 Down",
        ])
    func stormKeepsState(_ keys: String) throws {
        let play = try desk(keys)
        let before = play.lines.dropLast(2)
        var numbers = SeededNumbers(seed: 7)
        for _ in 0..<60 {
            let size = Size(
                rows: Int.random(in: 1...60, using: &numbers), columns: Int.random(in: 1...200, using: &numbers))
            play.app.handle(.resized(size))
            GridRules.check(play.app.paint())
        }
        play.app.handle(.resized(Size(rows: 1, columns: 1)))
        GridRules.check(play.app.paint())
        play.app.handle(.resized(.floor))
        #expect(play.top == (try desk(keys)).top)
        let after = play.lines.dropLast(2)
        if keys.hasPrefix("F") { #expect(Array(after) == Array(before)) }
    }

    @Test("A list keeps its row in hand while the window shrinks and grows", arguments: [0, 5, 13])
    func rowStays(_ row: Int) throws {
        let play = try desk("Down*\(row)")
        func inHand() -> String? {
            play.text.firstMatch(of: /[│┤]>(?:超期|将到|    ) (20\d\d-\d+)/).map { String($0.1) }
        }
        let number = try #require(inHand())
        for rows in [60, 24, 40, 24, 30] {
            play.app.handle(.resized(Size(rows: rows, columns: 80)))
            #expect(inHand() == number, "\(rows) rows")
        }
    }

    @Test("A window too small says so in words, and takes no key but the one to leave")
    func tooSmallIsSaid() throws {
        let play = try desk("F2 \"关于\"")
        play.app.handle(.resized(Size(rows: 23, columns: 79)))
        #expect(play.text.contains("窗口太小, 请放大到 80 列 24 行"))
        try play.play("\"xyz\" Esc Enter paste\"公告\"")
        play.app.handle(.resized(.floor))
        #expect(play.top == "form")
        #expect(play.text.contains("关于"))
        #expect(!play.text.contains("xyz"))
    }

    @Test(
        "Painting twice paints the same, and painting is no event", arguments: ["", "F2", "F3", "F6", "Space", "F10"])
    func idlePaintsTheSame(_ keys: String) throws {
        let play = try desk(keys)
        let first = play.app.paint()
        let second = play.app.paint()
        #expect(first.cells == second.cells)
        #expect(first.cursor?.row == second.cursor?.row && first.cursor?.column == second.cursor?.column)
        #expect(play.app.unkeptSince == nil)
    }
}
