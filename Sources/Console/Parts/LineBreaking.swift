// Where a line of Chinese text may end, after the usual rules of Chinese setting (no closing sign first, no opening sign last).

/// Decides between two neighbouring clusters. Only the pair is looked at, so a change to a text moves few line ends.
enum LineBreaking {
    /// Whether a line may end after `left` and the next begin with `right`.
    static func allows(between left: Character, and right: Character) -> Bool {
        let before = left.firstScalar
        let after = right.firstScalar
        if isIdeograph(before), isIdeograph(after) { return true }
        if after == 0x20 || closes(after) || opens(before) { return false }
        if isWord(before), isWord(after) { return false }
        return !(before == after && isNeverSplit(before))
    }

    /// A sign that must not stand first in a line.
    static func closes(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21, 0x25, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D,
            0xB0, 0xB7, 0x2019, 0x201D, 0x2030, 0x2103, 0x3001, 0x3002, 0x3005,
            0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B, 0x301E, 0x301F,
            0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF5E, 0xFF60:
            true
        default: false
        }
    }

    /// A sign that must not stand last in a line.
    static func opens(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x28, 0x5B, 0x7B, 0x2018, 0x201C,
            0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0x301D,
            0xFF08, 0xFF3B, 0xFF5B, 0xFF5F:
            true
        default: false
        }
    }

    /// The dash and the ellipsis are written twice and belong together.
    private static func isNeverSplit(_ scalar: UInt32) -> Bool { scalar == 0x2014 || scalar == 0x2026 }

    /// Letters, digits and signs that make up words, numbers and addresses of Latin, Greek and Cyrillic writing.
    private static func isWord(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21...0x7E, 0xC0...0x24F, 0x370...0x52F: true
        default: false
        }
    }

    private static func isIdeograph(_ scalar: UInt32) -> Bool { (0x4E00...0x9FFF).contains(scalar) }
}

extension Character {
    /// The value of the scalar that gives the cluster its nature.
    fileprivate var firstScalar: UInt32 { unicodeScalars.first?.value ?? 0 }
}
