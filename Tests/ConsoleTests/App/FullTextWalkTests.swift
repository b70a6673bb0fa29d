// A walk through 全文查询: writing, finding, opening, coming back.
import Testing

@testable import Console

@Suite("Walks through the full-text query")
struct FullTextWalkTests {
    private func opened(_ clerk: String = "fabu") throws -> ScreenPlay {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: .floor)
        play.signIn(clerk)
        try play.play("F6 Down*5 Enter Down Enter")
        #expect(play.top == "full-text")
        return play
    }

    @Test(
        "a document leads to its matter, a comment to its page, a notice to its text; each way back leads to the same row"
    )
    func opening() throws {
        let play = try opened()
        for (words, kind, page) in [
            ("听证会", 1, "matter"), ("建议", 5, "comment"), ("采纳", 6, "comment"), ("通知", 4, "text"),
        ] {
            try play.play("F2 \"\(words)\" F4 Down Enter Down*\(kind) Enter Enter")
            try play.play("Down")
            let before = play.picture
            try play.play("Enter")
            #expect(play.top == page, "\(words)")
            try play.play("Esc")
            #expect(play.top == "full-text")
            #expect(play.picture == before, "\(words)")
        }
    }

    @Test("arrows lead from the query into the hits and back; letters are typed only in the query")
    func focus() throws {
        let play = try opened()
        try play.play("\"供水\" Enter")
        #expect(play.text.contains("查询 供水"))
        try play.play("Up \" 水价\"")
        #expect(play.text.contains("查询 供水 水价"))
        #expect(play.text.contains("下面是查 \"供水\" 的"))
        try play.play("Down x")
        #expect(play.text.contains("查询 供水 水价 "))
        try play.play("/ Enter")
        #expect(!play.text.contains("下面是查"))
    }

    @Test("what cannot be sought is refused with a sentence and stays to be changed")
    func refused() throws {
        let play = try opened()
        for (keys, sentence) in [
            ("Enter", "请写要找的字, 至少两个字"), ("\"水\" Enter", "只有一个字"), ("Ctrl-U \"%_*\" Enter", "没有文字或数字"),
        ] {
            try play.play(keys)
            #expect(play.said.contains(sentence), "\(keys)")
        }
        #expect(play.text.contains("查询 %_*"))
        try play.play("Ctrl-U paste\"\(String(repeating: "供水价格", count: 2500))\"")
        #expect(play.said.contains("100"))
    }
}
