// The whole screen as cells, drawn anew for each event and compared by the terminal with what it shows.

/// The screen as rows of cells, with the place of the hardware cursor.
final class Grid {
    let size: Size
    /// Whether frames and rules are drawn; to a reader of the screen they are noise.
    let hasFrames: Bool
    private(set) var cells: [Cell]
    /// Where the hardware cursor stands; nil hides it.
    var cursor: (row: Int, column: Int)?

    init(_ size: Size, hasFrames: Bool = true) {
        self.size = size
        self.hasFrames = hasFrames
        cells = Array(repeating: .blank, count: size.rows * size.columns)
    }

    subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

    /// Writes one cluster of `width` columns. Half of a wide character that is overwritten leaves a blank, never a stray half.
    func set(_ row: Int, _ column: Int, _ text: Character, width: Int, style: Style) {
        guard row >= 0, row < size.rows, column >= 0, width > 0, column + width <= size.columns else { return }
        let index = row * size.columns + column
        for taken in index..<index + width { clearNeighbours(of: taken, in: row) }
        cells[index] = Cell(text: text, width: UInt8(width), style: style)
        if width == 2 { cells[index + 1] = .continuation(style) }
    }

    /// Changes how cells look and leaves what they say.
    func restyle(_ row: Int, _ columns: Range<Int>, _ style: Style) {
        guard row >= 0, row < size.rows else { return }
        for column in columns.clamped(to: 0..<size.columns) { cells[row * size.columns + column].style = style }
    }

    private func clearNeighbours(of index: Int, in row: Int) {
        let column = index - row * size.columns
        if cells[index].width == 0, column > 0 {
            cells[index - 1] = Cell(text: " ", width: 1, style: cells[index - 1].style)
        }
        if cells[index].width == 2, column + 1 < size.columns {
            cells[index + 1] = Cell(text: " ", width: 1, style: cells[index + 1].style)
        }
    }

    /// A row's text as a person reads it, without trailing blanks.
    func line(_ row: Int) -> String {
        var line = ""
        for column in 0..<size.columns where self[row, column].width > 0 { line.append(self[row, column].text) }
        while line.last == " " { line.removeLast() }
        return line
    }
}
