// One cell of the screen.

/// One grapheme cluster in its cell. A wide one takes two cells, the second of which is a continuation.
struct Cell: Hashable, Sendable {
    var text: Character
    /// Columns taken: 1 or 2; 0 for the second cell of a wide character.
    var width: UInt8
    var style: Style

    static let blank = Cell(text: " ", width: 1, style: .plain)
    static func continuation(_ style: Style) -> Cell { Cell(text: " ", width: 0, style: style) }
}
