// Sizes and rectangles in terminal cells.

/// A size in cells.
struct Size: Hashable, Sendable {
    var rows: Int
    var columns: Int
    /// The smallest terminal the desk works on.
    static let floor = Size(rows: 24, columns: 80)
}

/// A rectangle of cells; `row` and `column` are its upper left corner.
struct Area: Hashable, Sendable {
    var row: Int
    var column: Int
    var rows: Int
    var columns: Int
}
