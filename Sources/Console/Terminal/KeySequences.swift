// The bytes that terminals send after Esc for their keys.

/// Which key a sequence stands for. Terminals send more than terminfo tells: PuTTY calls itself xterm and sends other function keys, and
/// many send cursor keys in the mode they were not asked for. So all known forms hold on every terminal, but for SCO's: they are other
/// terminals' sequences for other keys.
struct KeySequences {
    private var keys: [[UInt8]: Key] = [:]

    /// - Parameter likeSCO: whether the terminal sends function keys as the console of SCO Unix does.
    init(likeSCO: Bool = false) {
        for (key, forms) in Self.forms + (likeSCO ? Self.formsOfSCO : []) {
            for form in forms { keys[Array(form.utf8)] = key }
        }
        for digit in 0...9 { keys[Array("\(digit)".utf8)] = .function(digit == 0 ? 10 : digit) }
        // Caps Lock must not change what Alt with a letter is.
        for letter in "acefnvx" {
            for form in [String(letter), letter.uppercased()] { keys[Array(form.utf8)] = .alt(letter) }
        }
        for (letter, sign) in zip("jklmnopqrstuvwxy", "*+,-./0123456789") {
            keys[Array("O\(letter)".utf8)] = .character(sign)
        }
    }

    /// Adds what terminfo tells of this terminal; what is known already stays as it is.
    mutating func add(_ sequence: [UInt8], for key: Key) {
        guard sequence.first == 0x1B, sequence.count > 2, keys[Array(sequence.dropFirst())] == nil else { return }
        keys[Array(sequence.dropFirst())] = key
    }

    /// The key for the bytes that followed an Esc.
    subscript(_ tail: some Sequence<UInt8>) -> Key? {
        let tail = Array(tail)
        return keys[tail] ?? held(tail)
    }

    /// The key of a control byte. Ctrl-S and Ctrl-Q belong to flow control on some lines and mean nothing on the others.
    static func control(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x11, 0x13: nil
        case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
        default: nil
        }
    }

    /// The terminfo capabilities worth asking for.
    static let capabilities: [(name: String, key: Key)] =
        [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
            ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
            ("kent", .enter),
        ] + (1...12).map { ("kf\($0)", .function($0)) }

    // MARK: - Keys that are held down together

    /// xterm and those like it write the modifiers as a number behind the key's own, rxvt as another last letter.
    private func held(_ tail: [UInt8]) -> Key? {
        guard let last = tail.last, tail.count >= 2 else { return nil }
        let numbers = tail.dropFirst().dropLast().split(separator: UInt8(ascii: ";"))
            .map { Int(String(decoding: $0, as: UTF8.self)) }
        switch (tail[0], numbers.count, last) {
        case (UInt8(ascii: "["), 2, UInt8(ascii: "~")):
            return Self.held(numbers[1], with: keys[tail.prefix { $0 != UInt8(ascii: ";") } + [last]])
        case (UInt8(ascii: "["), 1...2, UInt8(ascii: "A")...UInt8(ascii: "H")),
            (UInt8(ascii: "O"), 1, UInt8(ascii: "A")...UInt8(ascii: "H")):
            return Self.held(numbers[numbers.count - 1], with: keys[[tail[0], last]])
        case (UInt8(ascii: "["), 0, UInt8(ascii: "a")...UInt8(ascii: "d")):
            return Self.held(2, with: keys[[tail[0], last - 0x20]])
        case (UInt8(ascii: "O"), 0, UInt8(ascii: "a")...UInt8(ascii: "d")):
            return Self.held(5, with: keys[[tail[0], last - 0x20]])
        case (UInt8(ascii: "["), 1, _):
            guard let number = ["$": 2, "^": 5, "@": 6][Unicode.Scalar(last)] else { return nil }
            return Self.held(number, with: keys[tail.dropLast() + [UInt8(ascii: "~")]])
        default: return nil
        }
    }

    /// - Parameter number: one more than the sum of Shift 1, Alt 2, Ctrl 4.
    private static func held(_ number: Int?, with key: Key?) -> Key? {
        guard let key, let number, (1...16).contains(number), canBeHeld.contains(key) else { return nil }
        return switch ((number - 1) & 1 != 0, (number - 1) & 6 != 0) {
        case (false, false): key
        case (true, false): .held(.shift, key)
        case (false, true): .held(.control, key)
        case (true, true): .held(.both, key)
        }
    }

    private static let canBeHeld: Set<Key> = [
        .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete,
    ]

    // MARK: - Forms

    private static let forms: [(Key, [String])] = [
        (.up, ["[A", "OA"]),
        (.down, ["[B", "OB"]),
        (.right, ["[C", "OC"]),
        (.left, ["[D", "OD"]),
        // vt220 names these two Find and Select.
        (.home, ["[H", "OH", "[1~", "[7~"]),
        (.end, ["[F", "OF", "[4~", "[8~"]),
        (.insert, ["[2~"]),
        (.delete, ["[3~"]),
        (.pageUp, ["[5~"]),
        (.pageDown, ["[6~"]),
        (.backTab, ["[Z"]),
        (.enter, ["OM"]),
        // O, a letter and no number: vt100 and PuTTY's VT100+; two brackets: the Linux console.
        (.function(1), ["OP", "[P", "[1P", "[11~", "[[A"]),
        (.function(2), ["OQ", "[Q", "[1Q", "[12~", "[[B"]),
        (.function(3), ["OR", "[R", "[1R", "[13~", "[[C"]),
        (.function(4), ["OS", "[S", "[1S", "[14~", "[[D"]),
        (.function(5), ["[15~", "[[E", "OT"]),
        (.function(6), ["[17~", "OU"]),
        (.function(7), ["[18~", "OV"]),
        (.function(8), ["[19~", "OW"]),
        (.function(9), ["[20~", "OX"]),
        (.function(10), ["[21~", "OY"]),
        (.function(11), ["[23~", "OZ"]),
        (.function(12), ["[24~", "O["]),
    ]

    private static let formsOfSCO: [(Key, [String])] =
        zip(1...12, "MNOPQRSTUVWX").map { (.function($0), ["[\($1)"]) }
        + [(.pageUp, ["[I"]), (.pageDown, ["[G"]), (.insert, ["[L"])]
}
