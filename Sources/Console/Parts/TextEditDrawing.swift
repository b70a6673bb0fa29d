// How a text being edited is seen: which part of it, and where the cursor stands.

extension TextEdit {
    /// A field shows all its columns but the last, where the cursor stands after a full line.
    static func textColumns(_ shape: Shape, _ columns: Int) -> Int {
        shape == .singleLine ? .max : max(1, columns - 1)
    }

    /// Draws the text on its ground. A canvas of another size than `fit` was told is drawn right as well.
    func draw(on canvas: Canvas, focused: Bool, style: Style = .field) {
        guard canvas.rows > 0, canvas.columns > 0 else { return }
        for row in 0..<canvas.rows { canvas.fill(row: row, style: style) }
        switch shape {
        case .singleLine: drawField(on: canvas, focused: focused, style: style)
        case .multiLine: drawBox(on: canvas, focused: focused, style: style)
        }
    }

    func cursorLine(in wrap: TextWrap) -> Int {
        let line = wrap.line(of: cursor)
        return staysOnUpperLine && line > 0 && wrap.lines[line].lowerBound == cursor ? line - 1 : line
    }

    /// The first line to show so that the cursor's is seen and no row stays empty needlessly.
    func firstLineSeen(in wrap: TextWrap, rows: Int) -> Int {
        let rows = max(1, rows)
        let line = cursorLine(in: wrap)
        let first = min(firstLine, max(0, wrap.lines.count - rows))
        return min(line, max(first, line - rows + 1))
    }

    /// The first character to show so that the cursor is seen, with a little of what stands before it.
    func firstCharacterSeen(columns: Int) -> Int {
        guard shape == .singleLine else { return 0 }
        let room = max(0, columns - 1)
        var first = min(firstCharacter, cursor)
        if first > 0, first == cursor { first = reach(back: room / 4, from: cursor) }
        first = max(first, reach(back: room, from: cursor))
        return min(first, reach(back: room, from: characters.count))
    }

    /// The first of the characters before a place that together take at most `columns`.
    private func reach(back columns: Int, from index: Int) -> Int {
        var first = index
        var width = 0
        while first > 0 {
            width += TextWidth.of(characters[first - 1])
            if width > columns { break }
            first -= 1
        }
        return first
    }

    private func drawField(on canvas: Canvas, focused: Bool, style: Style) {
        guard focused else {
            canvas.put(String(characters.prefix(canvas.columns + 1)), row: 0, column: 0, style: style)
            return
        }
        let first = firstCharacterSeen(columns: canvas.columns)
        draw(first..<characters.count, row: 0, on: canvas, style: style, selected: selection)
        canvas.placeCursor(row: 0, column: TextWrap.width(of: characters[first..<cursor]))
    }

    private func drawBox(on canvas: Canvas, focused: Bool, style: Style) {
        let columns = Self.textColumns(shape, canvas.columns)
        let wrap = columns == wrap.columns ? wrap : TextWrap(characters, columns: columns)
        let first = firstLineSeen(in: wrap, rows: canvas.rows)
        for line in first..<min(wrap.lines.count, first + canvas.rows) {
            draw(
                wrap.drawn(line, of: characters), row: line - first, on: canvas, style: style,
                selected: focused ? selection : nil)
        }
        guard focused else { return }
        let line = cursorLine(in: wrap)
        let column = TextWrap.width(of: characters[wrap.lines[line].lowerBound..<cursor])
        canvas.placeCursor(row: line - first, column: column)
    }

    /// Cluster by cluster, so that each stands where the cursor expects it; a wide one that does not fit is left out.
    private func draw(_ range: Range<Int>, row: Int, on canvas: Canvas, style: Style, selected: Range<Int>?) {
        var column = 0
        for index in range {
            let character = characters[index]
            let width = TextWidth.of(character)
            guard column + width <= canvas.columns else { return }
            let look = selected?.contains(index) == true ? Style.current : style
            canvas.put(String(character), row: row, column: column, style: look, width: width)
            column += width
        }
    }
}
