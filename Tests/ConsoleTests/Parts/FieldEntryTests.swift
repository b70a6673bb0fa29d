// What typing does in one field of a form.
import Model
import Testing

@testable import Console

@Suite("A field being filled in")
struct FieldEntryTests {
    private static let time = Field("hearing_start", "开始时刻", .time, help: "")

    private func entered(_ text: String) -> FieldEntry {
        var entry = FieldEntry(Self.time, text)
        entry.enter()
        return entry
    }

    @Test("A time that was filled in is replaced by what is typed on coming into the field")
    func replaces() {
        var entry = entered("15:00")
        for character in "9:00" { _ = entry.type(.character(character)) }
        #expect(entry.text == "9:00")
    }

    @Test("One undo brings back what was replaced")
    func undoes() {
        var entry = entered("15:00")
        _ = entry.type(.character("9"))
        _ = entry.type(.control("z"))
        #expect(entry.text == "15:00")
    }

    @Test("After a move in the field, typing is put in where the cursor stands")
    func keeps() {
        var entry = entered("15:00")
        _ = entry.type(.backspace)
        _ = entry.type(.character("5"))
        #expect(entry.text == "15:05")
    }

    @Test("A pasted time replaces the one that stood there")
    func pastes() {
        var entry = entered("15:00")
        _ = entry.paste("9:30")
        #expect(entry.text == "9:30")
    }

    @Test("In a line of text, typing never replaces")
    func lines() {
        var entry = FieldEntry(Form.title("\"关于某某的公告\""), "关于")
        entry.enter()
        _ = entry.type(.character("供"))
        #expect(entry.text == "关于供")
    }

    @Test("A long text that was there before is read from its beginning; one of one's own is gone on with at its end")
    func givenBox() {
        let field = Field("body", "内容", .text, limit: 2000, help: "")
        let text = (1...30).map { "第 \($0) 段" }.joined(separator: "\n")
        for (isGiven, seen, typed) in [(true, "第 1 段", "新第 1 段"), (false, "第 30 段", "第 30 段新")] {
            var entry = FieldEntry(field, text, isGiven: isGiven)
            entry.fit(columns: 60)
            func lines() -> [String] {
                let grid = Grid(Size(rows: entry.rows, columns: 60))
                entry.draw(on: Canvas(grid), focused: true, echo: "")
                return (0..<grid.size.rows).map { grid.line($0).trimmed }
            }
            #expect(lines().contains(seen))
            _ = entry.type(.character("新"))
            #expect(lines().contains(typed))
        }
    }
}
