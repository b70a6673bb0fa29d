// The columns of a table: how wide each is, its heading, and a row drawn into them.

/// Lays out a table as the management list has it: a mark in the first column, then columns with a blank between them.
struct Columns: Equatable, Sendable {
    enum Width: Equatable, Sendable {
        /// Always so many columns of the screen.
        case fixed(Int)
        /// A share of what the fixed ones leave.
        case flexible(share: Int)
        static let flexible = Width.flexible(share: 1)
    }

    enum Side: Equatable, Sendable { case left, right }

    struct Column: Equatable, Sendable {
        var heading: String
        var width: Width
        var side: Side

        init(_ heading: String, _ width: Width, side: Side = .left) {
            self.heading = heading
            self.width = width
            self.side = side
        }
    }

    struct Value: Equatable, Sendable {
        var text: String
        var style: Style

        init(_ text: String, _ style: Style = .plain) {
            self.text = text
            self.style = style
        }
    }

    /// The row the next key works on, and the cell in it.
    struct Current: Equatable, Sendable {
        var cell: Int?
    }

    var columns: [Column]

    init(_ columns: Column...) { self.columns = columns }
    init(_ columns: [Column]) { self.columns = columns }

    /// Where each column stands in a row of so many columns of the screen. The first is taken by the mark.
    func layout(_ total: Int) -> [Range<Int>] {
        var rest = max(0, total - 1 - max(0, columns.count - 1))
        var shares = 0
        for column in columns {
            switch column.width {
            case .fixed(let width): rest -= width
            case .flexible(let share): shares += max(1, share)
            }
        }
        rest = max(0, rest)
        var at = 1
        return columns.map { column in
            var width = 0
            switch column.width {
            case .fixed(let fixed): width = max(0, fixed)
            case .flexible(let share):
                // What a division leaves over goes to the last flexible column.
                width = rest * max(1, share) / shares
                rest -= width
                shares -= max(1, share)
            }
            defer { at += width + 1 }
            return at..<at + width
        }
    }

    func drawHeadings(on canvas: Canvas, row: Int = 0) {
        canvas.fill(row: row)
        for (column, place) in zip(columns, layout(canvas.columns)) {
            put(Value(column.heading, .label), column.side, place, row: row, on: canvas)
        }
    }

    /// Draws a row; a missing value leaves its cell empty.
    /// - Parameter current: nil for all rows but the one the next key works on, which gets `>` and its cell reversed.
    func draw(_ values: [Value], row: Int, on canvas: Canvas, current: Current? = nil) {
        canvas.fill(row: row)
        let places = layout(canvas.columns)
        for (index, value) in values.enumerated() where index < columns.count {
            put(value, columns[index].side, places[index], row: row, on: canvas)
        }
        guard let current else { return }
        canvas.put(">", row: row, column: 0)
        guard let cell = current.cell, places.indices.contains(cell) else { return }
        canvas.restyle(row: row, columns: places[cell], .current)
    }

    private func put(_ value: Value, _ side: Side, _ place: Range<Int>, row: Int, on canvas: Canvas) {
        guard place.lowerBound < canvas.columns, !place.isEmpty else { return }
        switch side {
        case .left: canvas.put(value.text, row: row, column: place.lowerBound, style: value.style, width: place.count)
        case .right:
            let width = min(place.count, canvas.columns - place.lowerBound)
            canvas.putRight(value.text, row: row, column: place.lowerBound, width: width, style: value.style)
        }
    }
}
