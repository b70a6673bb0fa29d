// Which rows of a list are seen, and on which of them the next key works.

/// A cursor in a list of `count` rows of which `page` fit. The cursor is always seen and always in the list.
struct ListWindow: Equatable, Sendable {
    private(set) var count: Int
    /// Rows that fit on the screen.
    private(set) var page: Int
    /// The current row; 0 in an empty list.
    private(set) var cursor = 0
    /// The first row seen.
    private(set) var top = 0

    init(count: Int = 0, page: Int = 1, cursor: Int = 0) {
        self.count = max(0, count)
        self.page = max(1, page)
        select(cursor)
    }

    /// The rows seen.
    var visible: Range<Int> { top..<min(count, top + page) }

    /// The current row; nil in an empty list.
    var current: Int? { count > 0 ? cursor : nil }

    /// The list is longer or shorter now; the cursor stays on its row as far as there is one.
    mutating func update(count: Int) {
        self.count = max(0, count)
        select(cursor)
    }

    /// The list was read anew: the cursor goes with its row, or stays where it is once that has left the list.
    mutating func follow<Row: Equatable>(_ kept: Row?, in rows: [Row]) {
        update(count: rows.count)
        if let row = rows.firstIndex(where: { $0 == kept }) { select(row) }
    }

    /// Takes the rows it will be drawn in.
    mutating func fit(page: Int) {
        self.page = max(1, page)
        select(cursor)
    }

    /// Goes to a row, or to the nearest there is, and shows it.
    mutating func select(_ row: Int) {
        cursor = min(max(0, row), max(0, count - 1))
        top = min(max(min(top, cursor), cursor - page + 1), max(0, count - page))
    }

    /// - Returns: false when the key does not move in lists. A key that would leave the list is taken and moves nothing.
    mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .up: select(cursor - 1)
        case .down: select(cursor + 1)
        case .pageUp: turnPage(by: -page)
        case .pageDown: turnPage(by: page)
        case .home: select(0)
        case .end: select(count - 1)
        default: return false
        }
        return true
    }

    /// The window moves by a page and the cursor keeps its place in it; at either end the cursor goes to the last row there.
    private mutating func turnPage(by rows: Int) {
        let moved = min(max(0, top + rows), max(0, count - page))
        let isAtEnd = moved == top
        top = moved
        select(isAtEnd ? (rows < 0 ? 0 : count - 1) : cursor + rows)
    }
}
