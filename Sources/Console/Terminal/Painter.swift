// Brings a grid onto the terminal with as few bytes as curses can.
import CNcurses

/// Compares each grid with the one before and hands only what changed to curses.
struct Painter {
    private let looks: [Style: Appearance]
    private let encoding: TextEncoding
    private let hasLines: Bool
    private var shown: Grid?
    private var cursorIsShown: Bool?

    /// VT100 letters of the line-drawing characters, and what stands for them where there are none.
    private static let lines: [Character: (letter: UInt8, ascii: Unicode.Scalar)] = [
        "─": (UInt8(ascii: "q"), "-"), "│": (UInt8(ascii: "x"), "|"),
        "┌": (UInt8(ascii: "l"), "+"), "┐": (UInt8(ascii: "k"), "+"),
        "└": (UInt8(ascii: "m"), "+"), "┘": (UInt8(ascii: "j"), "+"),
        "├": (UInt8(ascii: "t"), "+"), "┤": (UInt8(ascii: "u"), "+"),
        "┬": (UInt8(ascii: "w"), "+"), "┴": (UInt8(ascii: "v"), "+"),
        "┼": (UInt8(ascii: "n"), "+"),
    ]

    /// What stands in each column of a character that the terminal's encoding lacks.
    private static let unknown = wchar_t(UInt8(ascii: "?"))

    init(encoding: TextEncoding) {
        self.encoding = encoding
        looks = Appearance.all()
        // Fonts of GBK terminals draw lines two columns wide.
        hasLines = encoding == .utf8 && nc_capability("acsc") != nil
    }

    /// Paints the grid and puts the hardware cursor in its place.
    mutating func paint(_ grid: Grid) {
        let screen: UnsafeMutablePointer<WINDOW> = nc_stdscr()
        for row in 0..<min(grid.size.rows, Int(nc_lines())) {
            if let changed = changedColumns(of: row, in: grid) { write(grid, row, changed, to: screen) }
        }
        shown = grid
        placeCursor(grid.cursor, on: screen)
        wnoutrefresh(screen)
        doupdate()
    }

    /// Sends the whole screen at the next painting: another program or a bad line has written over it.
    mutating func repaintAll() {
        nc_repaint()
        cursorIsShown = nil
    }

    /// Leaves the cursor visible for whatever comes next.
    func showCursor() { curs_set(1) }

    /// Forgets what is shown: curses has made the screen another size.
    mutating func forget() { shown = nil }

    private mutating func placeCursor(_ cursor: (row: Int, column: Int)?, on screen: UnsafeMutablePointer<WINDOW>) {
        if cursorIsShown != (cursor != nil) {
            cursorIsShown = cursor != nil
            curs_set(cursor == nil ? 0 : 1)
        }
        if let cursor { wmove(screen, Int32(cursor.row), Int32(cursor.column)) }
    }

    /// From the first to the last column that differs, never beginning or ending within a wide character.
    private func changedColumns(of row: Int, in grid: Grid) -> Range<Int>? {
        let columns = grid.size.columns
        guard let shown, shown.size == grid.size else { return 0..<columns }
        guard var first = (0..<columns).first(where: { shown[row, $0] != grid[row, $0] }),
            var last = (0..<columns).last(where: { shown[row, $0] != grid[row, $0] })
        else { return nil }
        while first > 0, grid[row, first].width == 0 { first -= 1 }
        while last + 1 < columns, grid[row, last + 1].width == 0 { last += 1 }
        return first..<last + 1
    }

    private func write(_ grid: Grid, _ row: Int, _ columns: Range<Int>, to screen: UnsafeMutablePointer<WINDOW>) {
        var cells: [cchar_t] = []
        cells.reserveCapacity(columns.count)
        for column in columns where grid[row, column].width > 0 { append(grid[row, column], to: &cells) }
        mvwadd_wchnstr(screen, Int32(row), Int32(columns.lowerBound), cells, Int32(cells.count))
    }

    /// A cluster may take several curses cells: one for each scalar that advances the cursor, with the marks on it.
    private func append(_ cell: Cell, to cells: inout [cchar_t]) {
        let look = looks[cell.style] ?? Appearance()
        if let line = Self.lines[cell.text] {
            cells.append(lineCell(line.letter, line.ascii, look))
            return
        }
        var taken = 0
        var text: [wchar_t] = []
        func finish() {
            if !text.isEmpty { cells.append(curses(text, look)) }
            text = []
        }
        ShownScalars.each(in: cell.text) { scalar in
            let width = TextWidth.of(scalar)
            guard taken + width <= Int(cell.width) else { return }
            if width > 0 { finish() }
            taken += width
            if encoding.has(scalar) {
                text.append(wchar_t(bitPattern: scalar.value))
            } else {
                for _ in 0..<width { cells.append(curses([Self.unknown], look)) }
            }
        }
        finish()
        for _ in taken..<max(taken, Int(cell.width)) { cells.append(curses([32], look)) }
    }

    private func lineCell(_ letter: UInt8, _ ascii: Unicode.Scalar, _ look: Appearance) -> cchar_t {
        guard hasLines else { return curses([wchar_t(bitPattern: ascii.value)], look) }
        var cell = cchar_t()
        nc_line_cell(&cell, CChar(letter), look.attributes, look.pair)
        return cell
    }

    private func curses(_ text: [wchar_t], _ look: Appearance) -> cchar_t {
        var cell = cchar_t()
        nc_cell(&cell, text + [0], look.attributes, look.pair)
        return cell
    }
}
