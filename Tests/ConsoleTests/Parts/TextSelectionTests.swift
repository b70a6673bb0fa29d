// Selecting, cutting and finding in fields and text boxes.
import Testing

@testable import Console

@Suite("Selecting a text")
struct TextSelectionTests {
    private func box(_ text: String) -> TextEdit {
        TextEdit(text, shape: .multiLine, limit: 60, size: Size(rows: 4, columns: 11), atStart: true)
    }

    @Test("Shift selects what is moved over, a move without it ends that")
    func shiftSelects() {
        var body = box("关于调整城市供水价格")
        for _ in 0..<4 { _ = body.handle(.held(.shift, .right)) }
        #expect(body.selectedText == "关于调整")
        #expect(body.counter == "已选 4 字, 已输入 10 / 60 字")
        _ = body.handle(.held(.shift, .left))
        #expect(body.selectedText == "关于调")
        _ = body.handle(.right)
        #expect(body.selectedText == nil)
        #expect(body.cursor == 3)
    }

    @Test("Where Shift is not told, Ins begins and ends selecting, and Esc gives it up")
    func insertSelects() {
        var body = box("关于调整城市供水价格")
        _ = body.handle(.insert)
        #expect(body.counter.hasPrefix("正在选文字, "))
        _ = body.handle(.end)
        #expect(body.selectedText == "关于调整城")
        let outcome1 = body.handle(.escape)
        #expect(outcome1 == .moved)
        #expect(body.selectedText == nil)
        let outcome2 = body.handle(.escape)
        #expect(outcome2 == .ignored)
        _ = body.handle(.insert)
        _ = body.handle(.insert)
        _ = body.handle(.left)
        #expect(body.selectedText == nil)
    }

    @Test("What is typed, pasted or erased takes the place of what is selected, and one undo brings it back")
    func replaced() {
        for act in [0, 1, 2, 3] {
            var body = box("关于调整城市供水价格")
            for _ in 0..<4 { _ = body.handle(.held(.shift, .right)) }
            switch act {
            case 0: _ = body.handle(.character("新"))
            case 1: _ = body.paste("新")
            case 2: _ = body.handle(.backspace)
            default: _ = body.handle(.delete)
            }
            #expect(body.text == (act < 2 ? "新城市供水价格" : "城市供水价格"))
            #expect(body.selectedText == nil)
            _ = body.handle(.control("z"))
            #expect(body.text == "关于调整城市供水价格")
        }
    }

    @Test("A paste over a selection is measured against the limit without what it replaces")
    func limitWithoutSelection() {
        var title = TextEdit(String(repeating: "听", count: 50), limit: 50)
        _ = title.handle(.alt("a"))
        let fitting = title.paste(String(repeating: "证", count: 50))
        #expect(fitting == .changed)
        _ = title.handle(.alt("a"))
        let tooLong = title.paste(String(repeating: "会", count: 51))
        #expect(tooLong.sentence == "粘贴的 51 字超出上限 50 字, 只录入前 50 字, 其余 1 字没有录入")
    }

    @Test("Ctrl moves by words: runs of Chinese, of letters and digits, of signs; a line end is one of its own")
    func words() {
        let text = Array("关于WTO 2026年，（试行）\n二")
        var stops = [0]
        while let last = stops.last, last < text.count { stops.append(TextWords.start(after: last, in: text)) }
        #expect(stops == [0, 2, 6, 10, 11, 13, 15, 16, 17, 18].filter { $0 <= text.count })
        var back = [text.count]
        while let last = back.last, last > 0 { back.append(TextWords.start(before: last, in: text)) }
        #expect(back == stops.reversed())
    }

    @Test("Shift up and down at the first and last line select to the ends of the text instead of leaving the box")
    func toTheEnds() {
        var body = box("关于调整城市供水价格")
        _ = body.handle(.right)
        let outcome5 = body.handle(.held(.shift, .up))
        #expect(outcome5 == .moved)
        #expect(body.selectedText == "关")
        let outcome6 = body.handle(.up)
        #expect(outcome6 == .ignored)
        _ = body.handle(.held(.both, .end))
        #expect(body.selectedText == "于调整城市供水价格")
    }

    @Test("Found words are selected, one place after the other, and round")
    func find() {
        var body = box("供水价格，水价，供水")
        let words = Array("供水")
        let outcome7 = body.find(words, goesRound: false)
        #expect(outcome7)
        #expect(body.cursor == 2)
        let outcome8 = body.find(words, goesRound: false)
        #expect(outcome8)
        #expect(body.cursor == 10)
        let outcome9 = body.find(words, goesRound: false)
        #expect(!outcome9)
        let outcome10 = body.find(words, goesRound: true)
        #expect(outcome10)
        #expect(body.cursor == 2)
        let outcome11 = body.find(Array("电价"), goesRound: true)
        #expect(!outcome11)
        let outcome12 = body.find(Array(repeating: "供", count: 20), goesRound: true)
        #expect(!outcome12)
    }
}
