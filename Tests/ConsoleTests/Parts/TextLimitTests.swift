// What a field takes in: its limit, and what becomes of pasted text.

import Testing

@testable import Console

@Suite("The limit of a text")
struct TextLimitTests {
    private func box(_ text: String, columns: Int = 11, rows: Int = 4, limit: Int? = nil) -> TextEdit {
        TextEdit(text, shape: .multiLine, limit: limit, size: Size(rows: rows, columns: columns))
    }

    private func type(_ text: String, into edit: inout TextEdit) {
        for character in text { _ = edit.handle(.character(character)) }
    }

    @Test("G1: the fifty-first character of a title is refused with limit and value, and nothing is lost")
    func limitIsTold() {
        var title = TextEdit(String(repeating: "听", count: 50), limit: 50)
        #expect(title.handle(.character("证")) == .refused("最多 50 字, 已输入 50 字"))
        #expect(title.text == String(repeating: "听", count: 50))
        #expect(title.counter == "已输入 50 / 50 字")
    }

    @Test("G1: a mark that joins the last character is no further character")
    func marksDoNotCount() {
        var title = TextEdit("cafe", limit: 4)
        #expect(title.handle(.character("\u{301}")) == .changed)
        #expect(title.text == "cafe\u{301}")
        #expect(title.cursor == 4)
    }

    @Test("A text that was too long already can be made shorter and is refused only what is more")
    func tooLongFromElsewhere() {
        var title = TextEdit("听证会公告", limit: 3)
        #expect(title.handle(.backspace) == .changed)
        #expect(title.handle(.character("a")) == .refused("最多 3 字, 已输入 4 字"))
    }

    @Test("A paste beyond the limit keeps what fits and says how many characters were left out")
    func longPaste() {
        var body = box("", limit: 2000)
        type(String(repeating: "县", count: 412), into: &body)
        let outcome = body.paste(String(repeating: "民", count: 3200))
        #expect(outcome.sentence == "粘贴的 3200 字超出上限 2000 字, 只录入前 1588 字, 其余 1612 字没有录入")
        #expect(outcome.hasChangedText)
        #expect(body.text == String(repeating: "县", count: 412) + String(repeating: "民", count: 1588))
        #expect(body.paste("再") == .refused("最多 2000 字, 已输入 2000 字, 粘贴的 1 字没有录入"))
    }

    @Test("A paste of 1 MB is answered at once with what was left out", .timeLimit(.minutes(1)))
    func megabytePaste() {
        var body = box("", limit: 6000)
        let outcome = body.paste(String(repeating: "听证会公告\r\n", count: 62_000))
        #expect(outcome.sentence == "粘贴的 372000 字超出上限 6000 字, 只录入前 6000 字, 其余 366000 字没有录入")
        #expect(body.text == String(repeating: "听证会公告\n", count: 1000))
    }

    @Test("Pasted tabs, line ends, control and invisible characters become what can be seen")
    func pasteIsCleaned() {
        var body = box("")
        _ = body.paste("一、\u{1B}[31m事项\r\n\t内容\u{0}\u{202E}\u{200B}\r二\u{2028}三\u{A0}四\u{85}")
        #expect(body.text == "一、[31m事项\n    内容\n二\n三 四\n")
        var title = TextEdit()
        _ = title.paste("\r\n关于调整\r\n\r\n水价的\t公告\n")
        #expect(title.text == "关于调整 水价的 公告")
        #expect(title.paste("\u{7}\n") == .ignored)
    }

    @Test("Nothing invisible is kept in a field but the joiners and selectors of emoji and ideographs")
    func nothingHidden() {
        let odd: [ClosedRange<UInt32>] = [
            0...0x200C, 0x200E...0x33FF, 0xA000...0xA4FF, 0xE000...0xE0FF, 0xFB00...0xFDFF, 0xFE10...0xFFFF,
            0x1BC00...0x1BCFF, 0x1D100...0x1D1FF, 0xE0000...0xE00FF, 0xE01F0...0xE01FF,
        ]
        let hidden = odd.joined().compactMap(Unicode.Scalar.init).filter {
            let kept = TextCleaning.clean(String($0), lineEnds: false)
            return !kept.isEmpty && Printable.clean(kept).isEmpty
        }
        #expect(hidden.isEmpty, "\(hidden.map { String($0.value, radix: 16) })")
    }

    @Test("A thousand marks on one character are cut to what a screen can bear")
    func tooManyMarks() {
        var title = TextEdit("", limit: 50)
        _ = title.paste("a" + String(repeating: "\u{301}", count: 100_000) + "b")
        #expect(title.characters.count == 2)
        #expect(title.text.unicodeScalars.count == 17)
    }
}
