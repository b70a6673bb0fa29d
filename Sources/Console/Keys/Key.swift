// One key press as the program knows it, whatever bytes the terminal sent for it.

/// A key press after decoding. Several byte sequences may stand for one key; the input layer knows them, nothing else does.
enum Key: Hashable, Sendable {
    /// A typed character, one grapheme as far as it arrived in one piece.
    case character(Character)
    /// Ctrl with a lower-case ASCII letter, such as `.control("p")`.
    case control(Character)
    /// F1 to F12.
    case function(Int)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown

    /// How a clerk reads the key on the bar, in help and in the manual.
    var name: String {
        switch self {
        case .character(" "): "空格"
        case .character(let typed): String(typed)
        case .control(let letter): "Ctrl-\(letter.uppercased())"
        case .function(let number): "F\(number)"
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "退格"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: "上"
        case .down: "下"
        case .left: "左"
        case .right: "右"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        }
    }

    /// The key with a full-width letter, digit or sign taken as its ASCII twin: outside fields an input method must not hide a shortcut.
    var folded: Key {
        guard case .character(let typed) = self, let scalar = typed.unicodeScalars.first,
            typed.unicodeScalars.count == 1
        else { return self }
        if scalar == "\u{3000}" { return .character(" ") }
        guard (0xFF01...0xFF5E).contains(scalar.value), let ascii = Unicode.Scalar(scalar.value - 0xFEE0) else {
            return self
        }
        return .character(Character(ascii))
    }
}
