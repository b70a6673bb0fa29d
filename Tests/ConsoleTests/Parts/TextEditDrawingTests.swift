// What a clerk sees of a field while typing in it.

import CountyFixture
import Testing

@testable import Console

@Suite("A text on the screen")
struct TextEditDrawingTests {
    private func drawn(_ edit: TextEdit, rows: Int, columns: Int, focused: Bool = true) -> Grid {
        let grid = Grid(Size(rows: rows, columns: columns))
        edit.draw(on: Canvas(grid), focused: focused)
        return grid
    }

    @Test("The ground of a field shows its length, and the cursor stands only in the focused one")
    func ground() {
        let edit = TextEdit("公告", size: Size(rows: 1, columns: 10))
        let grid = drawn(edit, rows: 1, columns: 10)
        #expect(grid.line(0) == "公告")
        #expect((0..<10).allSatisfy { grid[0, $0].style == .field })
        #expect(grid.cursor?.column == 4)
        #expect(drawn(edit, rows: 1, columns: 10, focused: false).cursor == nil)
    }

    @Test("A text longer than its field moves along under the cursor, and never halves a wide character")
    func scrollsSideways() {
        var edit = TextEdit("关于调整城市供水价格", size: Size(rows: 1, columns: 8))
        #expect(drawn(edit, rows: 1, columns: 8).line(0) == "水价格")
        #expect(drawn(edit, rows: 1, columns: 8).cursor?.column == 6)
        _ = edit.handle(.home)
        #expect(drawn(edit, rows: 1, columns: 8).line(0) == "关于调整")
        #expect(drawn(edit, rows: 1, columns: 8).cursor?.column == 0)
        for _ in 0..<4 { _ = edit.handle(.right) }
        #expect(drawn(edit, rows: 1, columns: 8).line(0) == "于调整城")
        #expect(drawn(edit, rows: 1, columns: 8, focused: false).line(0) == "关于调..")
    }

    @Test("A box shows the line of the cursor after any key")
    func scrollsDown() {
        var edit = TextEdit("一\n二\n三\n四\n五", shape: .multiLine, size: Size(rows: 3, columns: 10))
        #expect(drawn(edit, rows: 3, columns: 10).line(0) == "三")
        #expect(drawn(edit, rows: 3, columns: 10).cursor?.row == 2)
        for _ in 0..<3 { _ = edit.handle(.up) }
        #expect(drawn(edit, rows: 3, columns: 10).line(0) == "二")
        #expect(drawn(edit, rows: 3, columns: 10).cursor?.row == 0)
        #expect(drawn(edit, rows: 5, columns: 10).line(0) == "一")
    }

    @Test("After a full line the cursor stands behind it, inside the box")
    func cursorAfterFullLine() {
        let edit = TextEdit("关于调整城", shape: .multiLine, size: Size(rows: 2, columns: 11))
        let cursor = drawn(edit, rows: 2, columns: 11).cursor
        #expect(cursor?.row == 0)
        #expect(cursor?.column == 10)
    }

    @Test("Any text on any canvas, even none, keeps its cursor and its characters inside", arguments: Seeds.first(12))
    func anyCanvas(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let shape: TextEdit.Shape = seed.isMultiple(of: 2) ? .multiLine : .singleLine
        var edit = TextEdit("", shape: shape, size: Size(rows: 4, columns: 12))
        for _ in 0..<40 {
            _ = edit.paste(String(RandomText.characters(Int.random(in: 0...9, using: &numbers), using: &numbers)))
            if let key: Key = [.left, .up, .home, .end, .backspace, .down].randomElement(using: &numbers) {
                _ = edit.handle(key)
            }
            for rows in [0, 1, 2, 5] {
                for columns in [0, 1, 2, 3, 12, 40] {
                    let grid = drawn(edit, rows: rows, columns: columns)
                    guard rows > 0, columns > 0 else { continue }
                    #expect(
                        grid.cursor.map { (0..<rows).contains($0.row) && (0..<columns).contains($0.column) } == true)
                }
            }
        }
    }
}
