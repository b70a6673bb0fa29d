// Typing, moving and taking back in fields and text boxes.

import CountyFixture
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

    @Test(
        "Random keys and pastes never break the cursor, the lines, the limit or the count", arguments: Seeds.first(12))
    func anyKeys(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed &+ 7)
        let shape: TextEdit.Shape = seed.isMultiple(of: 2) ? .multiLine : .singleLine
        let limit = Int.random(in: 1...90, using: &numbers)
        var edit = TextEdit("", shape: shape, limit: limit, size: Size(rows: 3, columns: 9))
        let keys: [Key] = [
            .left, .right, .up, .down, .home, .end, .pageUp, .pageDown, .backspace, .backspace, .delete, .enter,
            .control("z"), .control("z"), .control("y"), .control("k"), .control("u"), .tab, .insert, .alt("a"),
            .held(.shift, .left), .held(.both, .right), .held(.control, .left), .held(.shift, .up), .held(.both, .end),
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
            #expect(edit.selection?.clamped(to: 0..<edit.characters.count) == edit.selection)
            #expect(edit.wrap == TextWrap(edit.characters, columns: edit.wrap.columns))
            #expect(shape == .multiLine || !edit.characters.contains("\n"))
        }
    }

    @Test("Everything that was typed can be taken back to the beginning and brought again", arguments: Seeds.first(6))
    func undoIsExact(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed &+ 99)
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
