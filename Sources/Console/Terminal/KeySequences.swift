// The bytes that terminals send after Esc for their keys.

/// Which key a sequence stands for. Terminals send more than terminfo tells: PuTTY calls itself xterm and sends other function keys, and
/// many send cursor keys in the mode they were not asked for. So all known forms hold on every terminal.
struct KeySequences {
    private var keys: [[UInt8]: Key]

    init() {
        keys = [:]
        for (key, forms) in Self.forms {
            for form in forms { keys[Array(form.utf8)] = key }
        }
        for digit in 0...9 { keys[Array("\(digit)".utf8)] = .function(digit == 0 ? 10 : digit) }
        for (letter, sign) in zip("jklmnopqrstuvwxyX", "*+,-./0123456789=") {
            keys[Array("O\(letter)".utf8)] = .character(sign)
        }
    }

    /// Adds what terminfo tells of this terminal; what is known already stays as it is.
    mutating func add(_ sequence: [UInt8], for key: Key) {
        guard sequence.first == 0x1B, sequence.count > 2, keys[Array(sequence.dropFirst())] == nil else { return }
        keys[Array(sequence.dropFirst())] = key
    }

    /// The key for the bytes that followed an Esc.
    subscript(_ tail: some Sequence<UInt8>) -> Key? { keys[Array(tail)] }

    /// The terminfo capabilities worth asking for.
    static let capabilities: [(name: String, key: Key)] =
        [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
            ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
            ("kent", .enter),
        ] + (1...12).map { ("kf\($0)", .function($0)) }

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
        (.function(1), ["OP", "[P", "[1P", "[11~", "[[A"]),
        (.function(2), ["OQ", "[Q", "[1Q", "[12~", "[[B"]),
        (.function(3), ["OR", "[R", "[1R", "[13~", "[[C"]),
        (.function(4), ["OS", "[S", "[1S", "[14~", "[[D"]),
        (.function(5), ["[15~", "[[E"]),
        (.function(6), ["[17~"]),
        (.function(7), ["[18~"]),
        (.function(8), ["[19~"]),
        (.function(9), ["[20~"]),
        (.function(10), ["[21~"]),
        (.function(11), ["[23~"]),
        (.function(12), ["[24~"]),
    ]
}
