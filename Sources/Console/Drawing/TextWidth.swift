// How many columns text takes, and where it may be cut.

/// Columns of text on a terminal, by the program's own table.
enum TextWidth {
    /// Columns of one grapheme cluster: 1 or 2.
    static func of(_ cluster: Character) -> Int {
        var width = 0
        for scalar in cluster.unicodeScalars { width = max(width, of(scalar)) }
        return max(1, width)
    }

    /// Columns of one scalar: 0 for combining marks, 2 for wide ones.
    static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F: 1
        case 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }

    static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }

    /// The text cut to at most `columns`; what is cut ends in `..`, and no wide character is halved.
    static func fit(_ text: String, to columns: Int) -> String {
        guard of(text) > columns else { return text }
        guard columns > 2 else { return String(repeating: ".", count: max(0, columns)) }
        var taken = 0
        var fitting = ""
        for cluster in text {
            let width = of(cluster)
            if taken + width > columns - 2 { break }
            fitting.append(cluster)
            taken += width
        }
        return fitting + ".."
    }
}
