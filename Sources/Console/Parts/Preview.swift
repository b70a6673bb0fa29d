// What the line in hand leads to, to be read beside its page where the terminal is wide enough.

/// The right part of a page that a wide terminal has room for.
struct Preview {
    /// What a page has on the smallest terminal, with the menu beside it.
    private static let page = 57
    /// Less is not worth reading.
    private static let narrowest = 44
    /// Longer lines are hard to follow; what is left goes to the page.
    private static let widest = 82

    let title: String
    let lines: [StyledLine]

    /// How many of the columns are the page's own.
    static func pageColumns(of columns: Int) -> Int {
        columns < page + narrowest ? columns : max(page, columns - widest)
    }

    func draw(on canvas: Canvas) {
        for row in 0..<canvas.rows { canvas.mark("│", row: row, column: 0) }
        canvas.put(title, row: 0, column: 2, style: .label)
        let text = canvas.part(row: 2, column: 2, columns: canvas.columns - 2)
        var row = 0
        for line in lines.lazy.flatMap({ $0.wrapped(to: max(10, text.columns)) }) {
            guard row < text.rows else { return more(on: text) }
            line.draw(on: text, row: row)
            row += 1
        }
    }

    private func more(on text: Canvas) {
        text.fill(row: text.rows - 1)
        text.put("后面还有, 按 Enter 看全文", row: text.rows - 1, column: 0, style: .dim)
    }
}
