// A rectangle of the screen that one part draws into, and the only way text gets there.

/// A part's own rectangle; its rows and columns count from its upper left corner and nothing is drawn outside it.
struct Canvas {
    let grid: Grid
    let area: Area

    var rows: Int { area.rows }
    var columns: Int { area.columns }

    init(_ grid: Grid, _ area: Area? = nil) {
        self.grid = grid
        self.area = area ?? Area(row: 0, column: 0, rows: grid.size.rows, columns: grid.size.columns)
    }

    /// A part of this canvas, cut to it.
    func part(row: Int, column: Int, rows: Int? = nil, columns: Int? = nil) -> Canvas {
        let row = min(max(0, row), self.rows)
        let column = min(max(0, column), self.columns)
        return Canvas(
            grid,
            Area(
                row: area.row + row, column: area.column + column,
                rows: max(0, min(rows ?? self.rows, self.rows - row)),
                columns: max(0, min(columns ?? self.columns, self.columns - column))))
    }

    /// Writes text, made harmless, from a column on; what does not fit ends in `..`.
    /// - Parameter width: columns it may take; to the right edge unless told.
    /// - Returns: the column after the text.
    @discardableResult
    func put(_ text: String, row: Int, column: Int, style: Style = .plain, width: Int? = nil) -> Int {
        guard row >= 0, row < rows, column >= 0, column < columns else { return column }
        let room = min(width ?? columns - column, columns - column)
        var at = column
        for cluster in TextWidth.fit(Printable.clean(text), to: room) {
            let taken = TextWidth.of(cluster)
            grid.set(area.row + row, area.column + at, cluster, width: taken, style: style)
            at += taken
        }
        return at
    }

    /// Writes text so that it ends at the right edge of `width` columns.
    func putRight(_ text: String, row: Int, column: Int, width: Int, style: Style = .plain) {
        let taken = min(TextWidth.of(Printable.clean(text)), width)
        put(text, row: row, column: column + width - taken, style: style, width: taken)
    }

    /// Fills columns of a row with blanks.
    func fill(row: Int, column: Int = 0, width: Int? = nil, style: Style = .plain) {
        guard row >= 0, row < rows else { return }
        for at in column..<min(columns, column + (width ?? columns - column)) {
            grid.set(area.row + row, area.column + at, " ", width: 1, style: style)
        }
    }

    func clear() { for row in 0..<rows { fill(row: row) } }

    func restyle(row: Int, columns: Range<Int>, _ style: Style) {
        guard row >= 0, row < rows else { return }
        let inside = columns.clamped(to: 0..<self.columns)
        grid.restyle(area.row + row, inside.lowerBound + area.column..<inside.upperBound + area.column, style)
    }

    /// Puts the hardware cursor where the next character will appear.
    func placeCursor(row: Int, column: Int) {
        guard row >= 0, row < rows else { return }
        grid.cursor = (area.row + row, area.column + min(max(0, column), columns - 1))
    }

    /// A horizontal rule; the terminal draws it in line characters or ASCII.
    func rule(row: Int, column: Int = 0, width: Int? = nil) {
        guard row >= 0, row < rows else { return }
        guard grid.hasFrames else { return fill(row: row, column: column, width: width) }
        for at in column..<min(columns, column + (width ?? columns - column)) {
            grid.set(area.row + row, area.column + at, "─", width: 1, style: .plain)
        }
    }

    /// Shows the rows of a taller sheet from `top` on, its cursor with them.
    func show(_ sheet: Grid, from top: Int) {
        for row in 0..<min(rows, max(0, sheet.size.rows - top)) {
            for column in 0..<min(columns, sheet.size.columns) {
                let cell = sheet[top + row, column]
                guard cell.width > 0 else { continue }
                grid.set(area.row + row, area.column + column, cell.text, width: Int(cell.width), style: cell.style)
            }
        }
        if let cursor = sheet.cursor { placeCursor(row: cursor.row - top, column: cursor.column) }
    }

    /// A frame round the whole canvas.
    func frame() {
        guard rows > 1, columns > 1 else { return }
        rule(row: 0)
        rule(row: rows - 1)
        for row in 1..<rows - 1 {
            mark("│", row: row, column: 0)
            mark("│", row: row, column: columns - 1)
        }
        mark("┌", row: 0, column: 0)
        mark("┐", row: 0, column: columns - 1)
        mark("└", row: rows - 1, column: 0)
        mark("┘", row: rows - 1, column: columns - 1)
    }

    /// One line-drawing character, always one column.
    func mark(_ line: Character, row: Int, column: Int) {
        guard row >= 0, row < rows, column >= 0, column < columns else { return }
        grid.set(area.row + row, area.column + column, grid.hasFrames ? line : " ", width: 1, style: .plain)
    }
}
