// The beginning of a text in the few rows there are for it.

/// A text of which as much is shown as fits; where it goes on, the last row ends in `..`.
struct Passage {
    private let rows: [StyledLine]

    /// - Parameters:
    ///   - lines: paragraphs; they are wrapped to the columns.
    ///   - most: the rows it may take.
    init(_ lines: [StyledLine], columns: Int, most: Int) {
        var rows = lines.flatMap { $0.wrapped(to: columns) }
        if rows.count > max(1, most) {
            rows = Array(rows.prefix(max(1, most)))
            rows[rows.count - 1] = rows[rows.count - 1].goingOn
        }
        self.rows = rows
    }

    var count: Int { rows.count }
    var text: String { rows.map(\.text).joined() }

    func draw(on canvas: Canvas) {
        for (row, line) in rows.enumerated() { line.draw(on: canvas, row: row) }
    }
}

extension Canvas {
    /// Puts the whole title of the row in hand below a list, in two rows at most.
    /// - Returns: the row after it.
    @discardableResult
    func putTitle(_ title: String, row: Int) -> Int {
        let passage = Passage([StyledLine(title)], columns: columns - 2, most: 2)
        passage.draw(on: part(row: row, column: 1, columns: columns - 2))
        return row + passage.count
    }
}

extension StyledLine {
    /// The line with `..` at its end, in its last span, which the canvas cuts where both do not fit.
    fileprivate var goingOn: StyledLine {
        guard let last = spans.last else { return StyledLine("..") }
        return StyledLine(spans: spans.dropLast() + [Span(text: last.text + "..", style: last.style)])
    }
}
