// A text to be read with buttons below it: a preview, a file that is to be entered.

extension Pager {
    /// Rows round the text: a heading, a rule, the buttons.
    private static let surroundings = 3

    /// Takes the room of a whole page.
    mutating func fitPage(_ size: Size) {
        fit(Size(rows: size.rows - Self.surroundings, columns: size.columns - 2))
    }

    /// Draws the page; the buttons have the focus.
    func drawPage(_ title: String, _ buttons: Buttons, on canvas: Canvas) {
        canvas.putHeading(title, scrolls ? position : nil)
        draw(on: canvas.part(row: 1, column: 1, rows: canvas.rows - Self.surroundings, columns: canvas.columns - 2))
        canvas.rule(row: canvas.rows - 2)
        buttons.draw(on: canvas, row: canvas.rows - 1, column: 1, focused: true)
    }
}
