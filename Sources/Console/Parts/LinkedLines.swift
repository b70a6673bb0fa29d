// A page of lines some of which lead somewhere: the cursor goes from one of these to the next.

/// Lines with targets; lines without one are headings or the rest of a long line.
struct LinkedLines<Target: Equatable> {
    private var lines: [(text: StyledLine, target: Target?)] = []
    private(set) var cursor = 0
    private var top = 0
    private var size = Size(rows: 1, columns: 1)
    /// The paragraphs before they were wrapped.
    private var paragraphs: [(text: StyledLine, target: Target?)] = []

    var target: Target? { lines.indices.contains(cursor) ? lines[cursor].target : nil }

    /// Where one is, where not all fits, as `第 1-20 行 共 64 行`.
    var position: String? {
        lines.count > size.rows ? "第 \(top + 1)-\(min(lines.count, top + size.rows)) 行 共 \(lines.count) 行" : nil
    }

    mutating func fit(_ size: Size) {
        self.size = Size(rows: max(1, size.rows), columns: size.columns)
        layOut()
    }

    /// Takes other lines; the cursor stays on what it was on as far as that is still there.
    mutating func replace(_ paragraphs: [(text: StyledLine, target: Target?)]) {
        self.paragraphs = paragraphs
        layOut()
    }

    private mutating func layOut() {
        let kept = target
        lines = paragraphs.flatMap { paragraph in
            paragraph.text.wrapped(to: size.columns).enumerated().map { ($1, $0 == 0 ? paragraph.target : nil) }
        }
        cursor =
            lines.firstIndex { $0.target != nil && $0.target == kept } ?? lines.firstIndex { $0.target != nil } ?? 0
        show()
    }

    private mutating func show() {
        top = min(max(min(top, cursor), cursor - size.rows + 1), max(0, lines.count - size.rows))
    }

    /// - Returns: false when the key does not move.
    mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .up: move(by: -1)
        case .down: move(by: 1)
        case .pageUp: for _ in 0..<max(1, size.rows - 1) { move(by: -1) }
        case .pageDown: for _ in 0..<max(1, size.rows - 1) { move(by: 1) }
        case .home: while move(by: -1) {}
        case .end: while move(by: 1) {}
        default: return false
        }
        return true
    }

    /// Before the first and beyond the last line that leads somewhere the page scrolls on, so that all of it is read.
    @discardableResult
    private mutating func move(by step: Int) -> Bool {
        if step < 0, top > cursor { return scroll(by: -1) }
        var next = cursor + step
        while lines.indices.contains(next), lines[next].target == nil { next += step }
        guard lines.indices.contains(next) else { return scroll(by: step) }
        cursor = next
        show()
        return true
    }

    private mutating func scroll(by step: Int) -> Bool {
        let before = top
        top = min(max(0, top + step), max(0, lines.count - size.rows))
        return top != before
    }

    func draw(on canvas: Canvas) {
        canvas.placeCursor(row: 0, column: 0)
        for (row, line) in lines.dropFirst(top).prefix(size.rows).enumerated() {
            line.text.draw(on: canvas, row: row)
            guard top + row == cursor, line.target != nil else { continue }
            canvas.put(">", row: row, column: 0, style: .current)
            canvas.placeCursor(row: row, column: 0)
        }
    }
}
