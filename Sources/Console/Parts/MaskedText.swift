// A password field: stars for what is typed.

/// Draws a text being edited without showing it.
enum MaskedText {
    static func draw(_ edit: TextEdit, on canvas: Canvas, focused: Bool) {
        let stars = String(repeating: "*", count: edit.characters.count)
        var masked = TextEdit(stars, limit: edit.limit, size: Size(rows: 1, columns: canvas.columns))
        if edit.cursor < stars.count {
            for _ in edit.cursor..<stars.count { _ = masked.handle(.left) }
        } else {
            _ = masked.handle(.end)
        }
        masked.anchor = edit.anchor
        masked.draw(on: canvas, focused: focused)
    }
}
