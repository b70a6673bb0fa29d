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

extension StyledLine {
    /// The line with `..` at its end, in its last span, which the canvas cuts where both do not fit.
    fileprivate var goingOn: StyledLine {
        guard let last = spans.last else { return StyledLine("..") }
        return StyledLine(spans: spans.dropLast() + [Span(text: last.text + "..", style: last.style)])
    }
}
