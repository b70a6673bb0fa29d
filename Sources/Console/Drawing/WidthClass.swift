// How many columns a Unicode scalar takes, before any setting is applied.

/// The kinds of scalars a terminal treats alike; the raw values are those in `WidthTable`.
enum WidthClass: UInt32 {
    /// Drawn into the cell before it: combining marks.
    case zero = 0
    case narrow = 1
    case wide = 2
    /// One column in Western fonts, two in many Chinese ones: “ ” … ─ ① ●.
    case ambiguous = 3
    /// Invisible, and able to hide or turn round the text beside it: direction overrides, zero-width signs, tags.
    case dropped = 4
    /// Control characters and scalars no terminal agrees about; shown as a box.
    case boxed = 5

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x20..<0x7F: self = .narrow
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xFF01...0xFF60: self = .wide
        default: self = WidthClass.search(scalar.value)
        }
    }

    private static func search(_ value: UInt32) -> WidthClass {
        let changes = WidthTable.changes
        var low = 0
        var high = changes.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if changes[middle] >> 3 <= value { low = middle } else { high = middle }
        }
        return WidthClass(rawValue: changes[low] & 7) ?? .boxed
    }

    /// Columns taken once the text has been made printable; a box stands for what is boxed.
    var columns: Int {
        switch self {
        case .zero, .dropped: 0
        case .narrow: 1
        case .wide: 2
        case .ambiguous, .boxed: TextWidth.ambiguousColumns
        }
    }
}
