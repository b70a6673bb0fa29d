// What holds of every picture, whatever was typed and whatever stands in the store.
import Testing

@testable import Console

enum GridRules {
    /// Every cell holds something a terminal only prints, no wide character is halved, and the cursor is on the screen.
    static func check(_ grid: Grid, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(problem(grid) == nil, sourceLocation: sourceLocation)
    }

    static func problem(_ grid: Grid) -> String? {
        if let cursor = grid.cursor,
            !(0..<grid.size.rows).contains(cursor.row) || !(0..<grid.size.columns).contains(cursor.column)
        {
            return "cursor at \(cursor) of \(grid.size)"
        }
        for row in 0..<grid.size.rows {
            var column = 0
            while column < grid.size.columns {
                let cell = grid[row, column]
                if cell.width == 0 { return "half a character at \(row), \(column)" }
                if cell.width == 2, column + 1 == grid.size.columns || grid[row, column + 1].width != 0 {
                    return "a wide character without its second half at \(row), \(column)"
                }
                if !isPrintable(cell) { return "\(cell.text.unicodeScalars.map(\.value)) at \(row), \(column)" }
                column += Int(cell.width)
            }
        }
        return nil
    }

    private static let lines = Set<Character>("─│┌┐└┘├┤┬┴┼")

    private static func isPrintable(_ cell: Cell) -> Bool {
        // Most of a screen is blank, and thousands of screens are looked at. A line of a frame has one column, whatever the font makes
        // of one in a text.
        if cell.width == 1, cell.text == " " || lines.contains(cell.text) { return true }
        let text = String(cell.text)
        return Printable.clean(text) == text && TextWidth.of(cell.text) == Int(cell.width)
    }
}
