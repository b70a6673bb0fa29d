// One line of text in several styles, as a page to be read is made of.

/// Spans of text, one after the other. Wrapped, its further lines stand in by `indent` columns.
struct StyledLine: Equatable, Sendable {
    struct Span: Equatable, Sendable {
        var text: String
        var style: Style
    }

    var spans: [Span]
    /// Columns before every line but the first.
    var indent: Int

    static let empty = StyledLine("")

    init(_ text: String, _ style: Style = .plain, indent: Int = 0) {
        spans = text.isEmpty ? [] : [Span(text: text, style: style)]
        self.indent = indent
    }

    init(spans: [Span], indent: Int = 0) {
        self.spans = spans
        self.indent = indent
    }

    /// The line with more text at its end, so that a line reads in code as it does on the screen.
    func then(_ text: String, _ style: Style = .plain) -> StyledLine {
        StyledLine(spans: spans + [Span(text: text, style: style)], indent: indent)
    }

    /// What it says.
    var text: String { spans.reduce(into: "") { $0 += $1.text } }

    /// Writes it into a row; what does not fit ends in `..`.
    func draw(on canvas: Canvas, row: Int, column: Int = 0) {
        var at = column
        for span in spans {
            let isCut = at + TextWidth.of(Printable.clean(span.text)) > canvas.columns
            at = canvas.put(span.text, row: row, column: at, style: span.style)
            if isCut { return }
        }
    }

    /// The lines it takes at most so many columns wide, broken as `TextWrap` breaks; a line end in its text begins a new one.
    func wrapped(to columns: Int) -> [StyledLine] {
        var characters: [Character] = []
        var styles: [Style] = []
        for span in spans {
            for character in TextCleaning.clean(span.text, lineEnds: true) {
                characters.append(character)
                styles.append(span.style)
            }
        }
        let whole = TextWrap(characters, columns: columns)
        let first = StyledLine(spans: Self.spans(whole.drawn(0, of: characters), of: characters, styles))
        guard whole.lines.count > 1 else { return [first] }
        return [first] + further(characters, styles, from: whole.lines[0].upperBound, columns: columns)
    }

    private func further(_ characters: [Character], _ styles: [Style], from start: Int, columns: Int) -> [StyledLine] {
        let indent = min(max(0, indent), max(0, columns - 2))
        let blank = indent == 0 ? [] : [Span(text: String(repeating: " ", count: indent), style: .plain)]
        let characters = Array(characters[start...])
        let styles = Array(styles[start...])
        let wrap = TextWrap(characters, columns: columns - indent)
        return wrap.lines.indices.map {
            StyledLine(spans: blank + Self.spans(wrap.drawn($0, of: characters), of: characters, styles))
        }
    }

    /// Neighbours of one style become one span again.
    private static func spans(_ range: Range<Int>, of characters: [Character], _ styles: [Style]) -> [Span] {
        var spans: [Span] = []
        for index in range {
            if spans.last?.style == styles[index] {
                spans[spans.count - 1].text.append(characters[index])
            } else {
                spans.append(Span(text: String(characters[index]), style: styles[index]))
            }
        }
        return spans
    }
}
