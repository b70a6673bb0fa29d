// Typing, moving and taking back in fields and text boxes.

import Testing

@testable import Console

@Suite("Editing a text")
struct TextEditTests {
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

    @Test("A paste of 1 MB with a limit is answered in well under a second")
    func megabytePaste() {
        var body = box("", limit: 6000)
        let clock = ContinuousClock()
        var outcome = TextEditOutcome.ignored
        let taken = clock.measure { outcome = body.paste(String(repeating: "听证会公告\r\n", count: 62_000)) }
        #expect(outcome.sentence == "粘贴的 372000 字超出上限 6000 字, 只录入前 6000 字, 其余 366000 字没有录入")
        #expect(body.characters.count == 6000)
        // A debug build on a busy machine is some twenty times slower than the product.
        #expect(taken < .seconds(10))
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

    @Test("What stands in a field is drawn as it stands: no character is hidden from the clerk")
    func nothingHidden() {
        let odd: [ClosedRange<UInt32>] = [
            0...0x33FF, 0xA000...0xA4FF, 0xE000...0xE0FF, 0xFB00...0xFFFF, 0xE0000...0xE01FF,
        ]
        for scalar in odd.joined().compactMap(Unicode.Scalar.init) {
            let kept = TextCleaning.clean("听" + String(scalar) + "证", lineEnds: false)
            if kept == "听证" { continue }
            #expect(
                !Printable.clean(kept).isEmpty && Printable.clean(kept) != "听证", "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test("A character is deleted whole, however many code points it has", arguments: ["𠮷", "e\u{301}", "👨‍👩‍👧", "🇨🇳", "👍🏽"])
    func wholeCharacters(character: String) {
        var title = TextEdit("听" + character + "证")
        #expect(title.characters.count == 3)
        _ = title.handle(.left)
        _ = title.handle(.backspace)
        #expect(title.text == "听证")
        _ = title.handle(.control("z"))
        #expect(title.text == "听" + character + "证")
        _ = title.handle(.home)
        _ = title.handle(.right)
        _ = title.handle(.delete)
        #expect(title.text == "听证")
    }

    @Test("A flag and a family typed piece by piece count as one character, as when pasted")
    func pieces() {
        var title = TextEdit()
        for piece in "🇨🇳👨‍👩‍👧".unicodeScalars { _ = title.handle(.character(Character(piece))) }
        #expect(title.characters == ["🇨🇳", "👨‍👩‍👧"])
        #expect(title.cursor == 2)
    }

    @Test("A thousand marks on one character are cut to what a screen can bear")
    func tooManyMarks() {
        var title = TextEdit("", limit: 50)
        _ = title.paste("a" + String(repeating: "\u{301}", count: 100_000) + "b")
        #expect(title.characters.count == 2)
        #expect(title.text.unicodeScalars.count == 17)
    }

    @Test("Typing is taken back by clauses, erasing and clearing by themselves, and Ctrl-Y brings it again")
    func undo() {
        var title = TextEdit()
        type("依据规定，定于", into: &title)
        _ = title.handle(.control("u"))
        #expect(title.isEmpty)
        _ = title.handle(.control("z"))
        #expect(title.text == "依据规定，定于")
        #expect(title.cursor == 7)
        _ = title.handle(.control("z"))
        #expect(title.text == "依据规定，")
        _ = title.handle(.control("z"))
        #expect(title.text == "")
        #expect(title.handle(.control("z")) == .ignored)
        for _ in 0..<3 { _ = title.handle(.control("y")) }
        #expect(title.text == "")
        _ = title.handle(.control("z"))
        #expect(title.text == "依据规定，定于")
    }

    @Test("Ctrl-K cuts to the end of the paragraph, then the line end itself")
    func cutToEnd() {
        var body = box("一、听证事项和内容很长\n二、时间")
        for _ in 0..<20 { _ = body.handle(.up) }
        _ = body.handle(.home)
        _ = body.handle(.right)
        #expect(body.handle(.control("k")) == .changed)
        #expect(body.text == "一\n二、时间")
        _ = body.handle(.control("k"))
        #expect(body.text == "一二、时间")
        _ = body.handle(.control("k"))
        #expect(body.handle(.control("k")) == .ignored)
    }

    @Test("Up and down keep their column over short lines, and leave the box at its first and last line")
    func goalColumn() {
        var body = box("一二三四\n五\n六七八九")
        #expect(body.handle(.down) == .ignored)
        #expect(body.handle(.left) == .moved)
        #expect(body.handle(.up) == .moved)
        #expect(body.cursor == 6)
        #expect(body.handle(.up) == .moved)
        #expect(body.cursor == 3)
        #expect(body.handle(.up) == .ignored)
        _ = body.handle(.down)
        _ = body.handle(.down)
        #expect(body.cursor == 10)
    }

    @Test("End stands after the last character of the line that is seen, Home before its first")
    func homeAndEndOfSeenLine() {
        var body = box("关于调整城市供水价格")
        _ = body.handle(.up)
        _ = body.handle(.home)
        #expect(body.cursor == 0)
        _ = body.handle(.end)
        #expect(body.cursor == 5)
        #expect(body.cursorLine == 0)
        _ = body.handle(.end)
        #expect(body.cursorLine == 0)
        _ = body.handle(.right)
        #expect((body.cursor, body.cursorLine) == (6, 1))
        _ = body.handle(.home)
        #expect((body.cursor, body.cursorLine) == (5, 1))
    }

    @Test("In a field of one line Enter, up, down and pages belong to the form")
    func keysOfTheForm() {
        var title = TextEdit("公告")
        for key: Key in [.enter, .up, .down, .pageUp, .pageDown, .tab, .escape, .function(2), .control("p")] {
            #expect(title.handle(key) == .ignored)
        }
        #expect(title.text == "公告")
    }

    @Test("A page in a box leaves one line in sight")
    func pages() {
        var body = box((1...20).map { "第\($0)行" }.joined(separator: "\n"), rows: 5)
        _ = body.handle(.pageUp)
        #expect(body.cursorLine == 15)
        for _ in 0..<9 { _ = body.handle(.pageUp) }
        #expect(body.cursorLine == 0)
        #expect(body.handle(.pageUp) == .ignored)
        _ = body.handle(.pageDown)
        #expect(body.cursorLine == 4)
    }

    @Test("A chosen value takes the place of what was typed, and one undo brings that back")
    func chosenValue() {
        var date = TextEdit("12-8", limit: 20)
        #expect(date.replaceAll(with: "2026-12-08") == .changed)
        #expect(date.text == "2026-12-08")
        _ = date.handle(.control("z"))
        #expect(date.text == "12-8")
    }

    @Test("Random keys and pastes never break the cursor, the lines, the limit or the count", arguments: 0..<40)
    func anyKeys(seed: Int) {
        var numbers = SeededNumbers(UInt64(seed) &+ 7)
        let shape: TextEdit.Shape = seed.isMultiple(of: 2) ? .multiLine : .singleLine
        let limit = Int.random(in: 1...90, using: &numbers)
        var edit = TextEdit("", shape: shape, limit: limit, size: Size(rows: 3, columns: 9))
        let keys: [Key] = [
            .left, .right, .up, .down, .home, .end, .pageUp, .pageDown, .backspace, .backspace, .delete, .enter,
            .control("z"), .control("z"), .control("y"), .control("k"), .control("u"), .tab,
            .character("\u{301}"), .character("\u{200D}"), .character("\u{1F1E8}"), .character("\u{7}"),
        ]
        for _ in 0..<300 {
            switch Int.random(in: 0..<10, using: &numbers) {
            case 0:
                let pasted = RandomText.characters(Int.random(in: 0...30, using: &numbers), using: &numbers)
                _ = edit.paste(String(pasted))
            case 1...4:
                for typed in RandomText.characters(3, using: &numbers) { _ = edit.handle(.character(typed)) }
            case 5:
                edit.fit(
                    Size(rows: Int.random(in: 0...5, using: &numbers), columns: Int.random(in: 0...20, using: &numbers))
                )
            default:
                if let key = keys.randomElement(using: &numbers) { _ = edit.handle(key) }
            }
            #expect((0...edit.characters.count).contains(edit.cursor))
            #expect(edit.characters.count <= limit)
            #expect(edit.characters == Array(edit.text))
            #expect(edit.wrap == TextWrap(edit.characters, columns: edit.wrap.columns))
            #expect(shape == .multiLine || !edit.characters.contains("\n"))
        }
    }

    @Test("Everything that was typed can be taken back to the beginning and brought again", arguments: 0..<20)
    func undoIsExact(seed: Int) {
        var numbers = SeededNumbers(UInt64(seed) &+ 99)
        var edit = box("开始", limit: 400)
        for _ in 0..<60 {
            switch Int.random(in: 0..<5, using: &numbers) {
            case 0: _ = edit.handle(.left)
            case 1: _ = edit.handle(.backspace)
            case 2: _ = edit.paste(String(RandomText.characters(4, using: &numbers)))
            default: for typed in RandomText.characters(3, using: &numbers) { _ = edit.handle(.character(typed)) }
            }
        }
        let typed = edit.text
        while edit.handle(.control("z")) == .changed {}
        #expect(edit.text == "开始")
        while edit.handle(.control("y")) == .changed {}
        #expect(edit.text == typed)
    }
}
