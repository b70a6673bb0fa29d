// Brings a grid onto the terminal with as few bytes as curses can.
import CNcurses

/// Compares each grid with the one before and hands only what changed to curses.
struct Painter {
    private let looks: [Style: Appearance]
    private let type: TerminalType
    private var settings = TerminalSettings()
    private var shown: Grid?
    private var cursorIsShown: Bool?
    /// Whether the next painting sends the whole screen, on a terminal in whatever state.
    private(set) var paintsAll = true

    /// What stands for the line characters where they are not drawn.
    private static let plainLines: [Character: Unicode.Scalar] = [
        "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
    ]

    init(_ type: TerminalType) {
        self.type = type
        looks = Appearance.all()
    }

    /// Paints the grid and puts the hardware cursor in its place. Other settings than last time send all of it again.
    mutating func paint(_ grid: Grid, _ settings: TerminalSettings) {
        if settings != self.settings {
            self.settings = settings
            forget()
            repaintAll()
        }
        let screen: UnsafeMutablePointer<WINDOW> = nc_stdscr()
        for row in 0..<min(grid.size.rows, Int(nc_lines())) {
            if let changed = changedColumns(of: row, in: grid) { write(grid, row, changed, to: screen) }
        }
        shown = grid
        paintsAll = false
        placeCursor(grid.cursor, on: screen)
        wnoutrefresh(screen)
        doupdate()
    }

    /// Sends the whole screen at the next painting: another program or a bad line has written over it.
    mutating func repaintAll() {
        nc_repaint()
        paintsAll = true
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
        // In a text a line character may be two columns wide; those of frames are not.
        if cell.width == 1, !settings.drawsLines || !type.hasLines, let plain = Self.plainLines[cell.text] {
            cells.append(curses([wchar_t(bitPattern: plain.value)], look))
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
            guard taken + width <= Int(cell.width), width > 0 || !type.isBare else { return }
            if width > 0 { finish() }
            taken += width
            if settings.encoding.has(scalar) {
                text.append(wchar_t(bitPattern: scalar.value))
            } else {
                cells += substitute(columns: width).map { curses([$0], look) }
            }
        }
        finish()
        for _ in taken..<max(taken, Int(cell.width)) { cells.append(curses([32], look)) }
    }

    /// What is shown of a character that the encoding lacks: a box as far as one fits, and blanks behind it. A mark is left out.
    private func substitute(columns: Int) -> [wchar_t] {
        guard columns > 0 else { return [] }
        let box = TextWidth.of(ShownScalars.box)
        guard box <= columns else { return [wchar_t(UInt8(ascii: "?"))] }
        return [wchar_t(bitPattern: ShownScalars.box.value)] + Array(repeating: 32, count: columns - box)
    }

    private func curses(_ text: [wchar_t], _ look: Appearance) -> cchar_t {
        var cell = cchar_t()
        nc_cell(&cell, text + [0], look.attributes, look.pair)
        return cell
    }
}
