// A text to be read, scrolled by lines and pages: help, preview, history, how a deadline was counted.

/// Lines wrapped to the room they have; the place one has read to stays through a resize.
struct Pager: Equatable, Sendable {
    private(set) var lines: [StyledLine]
    private(set) var size: Size
    /// The lines as they are seen.
    private(set) var rows: [StyledLine]
    /// The first row seen.
    private(set) var top = 0
    /// For each line the row it begins in.
    private var beginnings: [Int]

    init(_ lines: [StyledLine], size: Size = Size(rows: 1, columns: 60)) {
        self.lines = lines
        self.size = size
        (rows, beginnings) = Self.wrap(lines, columns: size.columns)
    }

    /// Takes other lines, read to the same row as far as there is one.
    mutating func replace(_ lines: [StyledLine]) {
        self.lines = lines
        (rows, beginnings) = Self.wrap(lines, columns: size.columns)
        scroll(to: top)
    }

    /// The rows seen.
    var visible: Range<Int> { top..<min(rows.count, top + max(1, size.rows)) }

    /// Whether there is more than fits at once.
    var scrolls: Bool { rows.count > max(1, size.rows) }

    /// Where one is, as `第 1-20 行 共 64 行`.
    var position: String {
        visible.isEmpty ? "共 0 行" : "第 \(top + 1)-\(visible.upperBound) 行 共 \(rows.count) 行"
    }

    /// Takes the room it will be drawn in, after the first layout and after each resize.
    mutating func fit(_ size: Size) {
        guard size != self.size else { return }
        let reading = beginnings.lastIndex { $0 <= top } ?? 0
        let isRewrapped = size.columns != self.size.columns
        self.size = size
        if isRewrapped {
            (rows, beginnings) = Self.wrap(lines, columns: size.columns)
            top = beginnings.isEmpty ? 0 : beginnings[reading]
        }
        scroll(to: top)
    }

    /// - Returns: false when the key does not scroll.
    mutating func handle(_ key: Key) -> Bool {
        // One row of the old page stays in sight.
        let page = max(1, size.rows - 1)
        switch key {
        case .up: scroll(to: top - 1)
        case .down: scroll(to: top + 1)
        case .pageUp: scroll(to: top - page)
        case .pageDown: scroll(to: top + page)
        case .home: scroll(to: 0)
        case .end: scroll(to: rows.count)
        default: return false
        }
        return true
    }

    /// Draws the rows seen. A canvas of another size than `fit` was told is drawn from the same row, cut to it.
    func draw(on canvas: Canvas) {
        for row in 0..<canvas.rows {
            canvas.fill(row: row)
            if top + row < rows.count { rows[top + row].draw(on: canvas, row: row) }
        }
    }

    private mutating func scroll(to row: Int) {
        top = min(max(0, row), max(0, rows.count - max(1, size.rows)))
    }

    private static func wrap(_ lines: [StyledLine], columns: Int) -> (rows: [StyledLine], beginnings: [Int]) {
        var rows: [StyledLine] = []
        var beginnings: [Int] = []
        for line in lines {
            beginnings.append(rows.count)
            rows += line.wrapped(to: columns)
        }
        return (rows, beginnings)
    }
}
