// What is drawn of a grapheme cluster.

/// The one rule for what of a cluster reaches the screen, shared by measuring, cleaning and painting so that they cannot disagree.
enum ShownScalars {
    static let box: Unicode.Scalar = "□"
    /// curses keeps five scalars in a cell, the base among them.
    private static let mostMarks = 4
    private static let zeroWidthJoiner: Unicode.Scalar = "\u{200D}"

    /// Calls `show` with each scalar to be drawn, in order: a base, its marks, and what of the rest fits into two columns.
    ///
    /// Terminals disagree about joined emoji, skin tones and emoji variation selectors: some draw them as one sign, some side by side.
    /// Drawn is the first sign alone, which all of them give the same width.
    static func each(in cluster: Character, show: (Unicode.Scalar) -> Void) {
        if isLineEnd(cluster) { return show(" ") }
        var columns = 0
        var marks = 0
        var base: Unicode.Scalar?
        for scalar in cluster.unicodeScalars {
            if let base, scalar == zeroWidthJoiner, base.properties.isEmoji { return }
            if base != nil, scalar.properties.isEmojiModifier { continue }
            let kind = WidthClass(scalar)
            switch kind {
            case .dropped:
                guard let base, marks < mostMarks, selects(scalar, formOf: base) else { continue }
                marks += 1
                show(scalar)
            case .zero:
                if base == nil { return show(box) }
                guard marks < mostMarks else { continue }
                marks += 1
                show(scalar)
            case .narrow, .wide, .ambiguous, .boxed:
                let drawn = drawing(scalar, kind)
                guard columns + of(drawn) <= 2 else { return }
                columns += of(drawn)
                base = base ?? drawn
                show(drawn)
            }
        }
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int { WidthClass(scalar).columns }

    private static func drawing(_ scalar: Unicode.Scalar, _ kind: WidthClass) -> Unicode.Scalar {
        kind == .boxed ? box : scalar
    }

    private static func isLineEnd(_ cluster: Character) -> Bool { cluster.isNewline || cluster == "\t" }

    /// Names are written with variants of one ideograph; anywhere else a variation selector only hides.
    private static func selects(_ selector: Unicode.Scalar, formOf base: Unicode.Scalar) -> Bool {
        switch selector.value {
        case 0xFE00...0xFE02, 0xE0100...0xE01EF: base.properties.isUnifiedIdeograph
        default: false
        }
    }
}
