// One key press as the program knows it, whatever bytes the terminal sent for it.

/// A key press after decoding. Several byte sequences may stand for one key; the input layer knows them, nothing else does.
enum Key: Hashable, Sendable {
    /// A typed character, one grapheme as far as it arrived in one piece.
    case character(Character)
    /// Ctrl with a lower-case ASCII letter, such as `.control("p")`.
    case control(Character)
    /// Alt with a lower-case ASCII letter.
    case alt(Character)
    /// A moving key, Ins or Del while Shift, Ctrl or both are held down, on terminals that tell.
    indirect case held(Modifier, Key)
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
        case .alt(let letter): "Alt-\(letter.uppercased())"
        case .held(let modifier, let key): "\(modifier.name)-\(key.name)"
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

    /// The key as it counts outside fields: a full-width letter, digit or sign is its ASCII twin, for an input method must not hide a
    /// shortcut, and what is held down beside it means nothing.
    var folded: Key {
        if case .held(_, let key) = self { return key }
        guard case .character(let typed) = self, let scalar = typed.unicodeScalars.first,
            typed.unicodeScalars.count == 1
        else { return self }
        switch scalar.value {
        case 0x3000: return .character(" ")
        // What Chinese input methods make of the keys / and `.`.
        case 0x3001: return .character("/")
        case 0x3002: return .character(".")
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map { .character(Character($0)) } ?? self
        default: return self
        }
    }
}

/// What is held down while a key is pressed. Terminals do not tell Alt with a moving key from Ctrl alike, so it counts as Ctrl.
enum Modifier: Hashable, Sendable {
    case shift, control, both

    var name: String {
        switch self {
        case .shift: "Shift"
        case .control: "Ctrl"
        case .both: "Ctrl-Shift"
        }
    }

    /// Whether the text moved over is selected.
    var selects: Bool { self != .control }
    /// Whether words are moved over, or the whole text.
    var reachesFar: Bool { self != .shift }
}
