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
}
