// The management list filtered and sorted by keys.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite("The list filtered and sorted")
struct ListViewTests {
    private func desk(_ keys: String) throws -> ScreenPlay {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play(keys)
        return play
    }

    private func light(_ line: String) -> String { String(line.dropFirst(22).prefix(4)) }

    @Test("A filter is chosen in a form, said above the list, and all is listed again by one key")
    func filterAndClear() throws {
        let play = try desk("F4")
        #expect(play.top == "list-view")
        try play.play("Down Space F2")
        #expect(play.top == "matter-list")
        #expect(play.lines[3].contains("超期"))
        let rows = play.lines.filter { $0.contains(" 2026-") && !$0.contains("最迟") }
        #expect(!rows.isEmpty && rows.allSatisfy { $0.contains("超期") })
        try play.play("a")
        #expect(play.text.contains("共 40 件"))
        #expect(play.lines[3].contains("编号"))
    }

    @Test("The list is as it was left at the next sign-in")
    func isRemembered() throws {
        let play = try desk("F4 Down Space F2")
        let next = try ScreenPlay(beside: play)
        next.signIn("fabu")
        #expect(next.lines[3].contains("超期"))
        #expect(!next.text.contains("共 40 件"))
    }

    @Test("Sorting keeps the row in hand")
    func sortKeepsRow() throws {
        let play = try desk("Down*3")
        let row = try #require(play.lines.first { $0.contains("│>") && $0.contains("2026-") })
        try play.play("s Down*5 Enter")
        #expect(play.lines[3].contains("按期限, 晚的在前"))
        #expect(play.lines.contains { $0.dropFirst(22) == row.dropFirst(22) })
    }

    @Test("A span of the register is typed, an open end left empty, and wrong dates list nothing")
    func registerSpan() throws {
        let play = try desk("F6 Down*2 Enter Down*4 Enter F4 End Enter \"11-20\" Down \"11-1\" F2")
        #expect(play.top == "list-view" && play.text.contains("早于 发布从 2026-11-20"))
        try play.play("Ctrl-U F2")
        #expect(play.top == "register" && play.lines[3].contains("2026-11-20 起发布的"))
        try play.play("F4 End Enter")
        #expect(play.lines.contains { $0.contains("发布从     2026-11-20") })
        try play.play("BackTab Right Enter")
        #expect(play.lines[3].contains("全部日期"))
    }

    @Test("Dates in the wrong order are named in the form, and nothing is listed by them")
    func wrongDates() throws {
        let play = try desk("F4 Down*2 \"12-8\" Down \"12-1\" F2")
        #expect(play.top == "list-view")
        #expect(play.text.contains("早于从的日期"))
        try play.play("Esc")
        #expect(play.text.contains("共 40 件"))
    }

    @Test("Other units' matters can be read and not acted on, and the page says why")
    func otherUnits() throws {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        try play.play("meanwhile\"announce\" meanwhile\"elsewhere\"")
        play.signIn("fabu")
        #expect(!play.text.contains("2026-02"))
        try play.play("F4 Down*4 Space F2")
        #expect(play.lines[3].contains("各单位"))
        try play.play("Up Enter")
        #expect(play.top == "matter")
        #expect(play.status == "这件事项属于教育体育局, 由该单位发布听证通知")
        let publish = try #require(play.app.actsHere.first { $0.label == "发布" })
        #expect(publish.refusal == play.status)
    }

    @Test("A list that holds nothing says so and how to see more; keys that need a row are refused")
    func empty() throws {
        let play = try desk("F4 Space*4 Down*2 \"2026-12-1\" F2")
        #expect(play.text.contains("没有这样的事项。按 F4 改筛选, 按 a 全部列出。"))
        try play.play("Enter")
        #expect(play.status.contains("按 a 全部列出"))
    }
}
