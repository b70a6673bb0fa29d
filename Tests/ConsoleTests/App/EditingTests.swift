// Texts at the desk: cut, copied, pasted and found between fields.
import Model
import Testing

@testable import Console

@Suite struct EditingTests {
    private func form(_ keys: String = "") throws -> ScreenPlay {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play("F2 " + keys)
        return play
    }

    @Test("What is cut in one form is pasted in another, and what is copied stays where it is")
    func cutAndPaste() throws {
        let play = try form("\"关于调整供水价格听证会的公告\" Home Ins Right*8 Alt-x")
        #expect(play.status == "已剪下 8 字")
        try play.play("Alt-v Shift-Left*4 Alt-c")
        #expect(play.status == "已复制 4 字")
        #expect(play.text.contains("关于调整供水价格听证会的公告"))
        try play.play("Esc Esc / Alt-v Enter")
        #expect(play.status.contains("\"供水价格\"") || play.top == "matter-list")
        #expect(play.app.desk.copied == "供水价格")
    }

    @Test("Cutting, copying and pasting are in 操作, with the reason while they cannot be done")
    func reasons() throws {
        let play = try form("\"关于\"")
        let acts = play.app.actsHere
        #expect(acts.first { $0.label == "复制" }?.refusal == "没有选中可以复制的文字; 先选文字, 再移动光标")
        #expect(acts.first { $0.label == "粘贴" }?.refusal == "还没有剪下或复制过文字")
        try play.play("act\"全选\" act\"复制\"")
        #expect(play.status == "已复制 2 字")
    }

    @Test("A password is never copied")
    func passwordStays() throws {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: .floor)
        play.type("fabu")
        try play.play("Enter")
        play.type(Demo.password)
        try play.play("Alt-a Alt-c")
        #expect(play.app.desk.copied.isEmpty)
        #expect(play.status == "没有选中可以复制的文字; 先选文字, 再移动光标")
    }

    @Test("What was copied goes with the session")
    func forgotten() throws {
        let play = try form("\"关于\" Alt-a Alt-c F10 Right Enter")
        #expect(play.app.hasEnded)
        #expect(play.app.desk.copied.isEmpty)
    }

    @Test("Words are found from field to field, round the form")
    func find() throws {
        let play = try form("\"关于供水价格\" Tab \"调整供水价格。\" Home Alt-f \"供水\" Enter")
        #expect(play.text.contains("已选 2 字, 已输入 7 / 2000 字"))
        try play.play("Alt-n")
        #expect(play.text.contains("已选 2 字, 已输入 6 / 50 字"))
        try play.play("Alt-n")
        #expect(play.text.contains("已选 2 字, 已输入 7 / 2000 字"))
    }

    @Test("A letter of a Chinese input method is the key in a list, the text in a field, and a character is told")
    func inputMethod() throws {
        let play = try form("Esc ｎ")
        #expect(play.status.contains("还没有查找过"))
        try play.play("听")
        #expect(play.status == "收到的是 \"听\", 不是按键: 请把输入法切换到英文再按, 或按 F3 用上下键选")
        try play.play("F2 BackTab*4 \u{3000}")
        #expect(play.text.contains("[x]"))
    }

    @Test(
        "A test of keys does nothing of what is pressed, and two of the same key back leave it",
        arguments: ["Esc", "F12", "Ctrl-G"])
    func keyTest(_ back: String) throws {
        let play = try form("\"关于\" F1 F2 F10 Enter F2 Ctrl-U paste\"公告\"")
        #expect(play.top == "key-test")
        try play.play("\(back) a \(back)")
        #expect(play.top == "key-test")
        try play.play(back)
        #expect(play.top == "form")
        #expect(play.text.contains("已输入 2 / 50 字"))
    }

    @Test("A key in a box of six thousand characters costs no more than its length asks for")
    func longBodies() {
        func cost(of count: Int) -> Duration {
            let field = Field("content", "通报内容", .text, limit: 7000, help: "")
            var entry = FieldEntry(field, String(repeating: "为进一步规范城市供水价格管理，", count: count / 15), isGiven: true)
            entry.fit(columns: 76)
            let grid = Grid(.floor)
            return ContinuousClock().measure {
                for _ in 0..<40 {
                    _ = entry.type(.character("县"))
                    entry.fit(columns: 76)
                    entry.draw(on: Canvas(grid), focused: true, echo: "")
                }
            }
        }
        _ = cost(of: 600)
        // Ten times the length; what were square would cost a hundred times as much.
        #expect(cost(of: 6000) < cost(of: 600) * 30)
    }
}
