// The keys of all known terminals, and what is held down beside them.
import Testing

@testable import Console

@Suite("Keys of terminals")
struct KeyFormTests {
    private func key(_ tail: String, likeSCO: Bool = false) -> Key? {
        KeySequences(likeSCO: likeSCO)[Array(tail.utf8)]
    }

    /// The function keys F1 to F12 as each kind of terminal sends them behind the Esc.
    private static let formsOfFunctionKeys: [(terminal: String, tails: [String])] = [
        (
            "xterm, konsole, tmux, screen",
            ["OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~"]
        ),
        (
            "rxvt, PuTTY",
            ["[11~", "[12~", "[13~", "[14~", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~"]
        ),
        ("linux", ["[[A", "[[B", "[[C", "[[D", "[[E", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~"]),
        ("PuTTY as VT100+", ["OP", "OQ", "OR", "OS", "OT", "OU", "OV", "OW", "OX", "OY", "OZ", "O["]),
        ("Alt with a digit", ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]),
    ]

    @Test("F1 to F12 are felt on every terminal", arguments: formsOfFunctionKeys)
    func functionKeys(_ terminal: String, _ tails: [String]) {
        #expect(tails.map { key($0) } == (1...tails.count).map { .function($0) })
    }

    @Test("SCO's forms hold where the terminal is SCO's, and nowhere else")
    func sco() {
        let tails = "MNOPQRSTUVWX".map { "[\($0)" }
        #expect(tails.map { key($0, likeSCO: true) } == (1...12).map { .function($0) })
        #expect([key("[I", likeSCO: true), key("[G", likeSCO: true)] == [.pageUp, .pageDown])
        #expect(tails.map { key($0) } == [nil, nil, nil] + (1...4).map { .function($0) } + [nil, nil, nil, nil, nil])
    }

    @Test(
        "Shift and Ctrl beside a moving key are told as xterm, rxvt, the old PuTTY and konsole tell them",
        arguments: [
            ("[1;2D", Key.held(.shift, .left)), ("[1;5C", .held(.control, .right)), ("[1;3C", .held(.control, .right)),
            ("[1;6F", .held(.both, .end)), ("[3;2~", .held(.shift, .delete)), ("[2;5~", .held(.control, .insert)),
            ("[a", .held(.shift, .up)), ("Od", .held(.control, .left)), ("[7$", .held(.shift, .home)),
            ("[8^", .held(.control, .end)), ("[6@", .held(.both, .pageDown)), ("[5D", .held(.control, .left)),
            ("O2A", .held(.shift, .up)), ("[1;1B", .down),
        ])
    func held(_ tail: String, _ expected: Key) {
        #expect(key(tail) == expected)
        var decoder = InputDecoder()
        let bytes = Array("\u{1B}\(tail)x".utf8)
        let events = bytes.flatMap { decoder.decode([$0]) }
        #expect(events == [.key(expected), .key(.character("x"))])
    }

    @Test("Alt with a letter of the table is a key with and without Caps Lock; of another it is swallowed")
    func alt() {
        #expect(key("c") == .alt("c"))
        #expect(key("C") == .alt("c"))
        #expect(key("q") == nil)
        #expect(Key.alt("c").name == "Alt-C")
    }

    @Test("Outside fields what an input method makes of a letter, a digit or a slash is the key that was meant")
    func folded() {
        let typed: [(Character, Character)] = [("ａ", "a"), ("Ｎ", "N"), ("１", "1"), ("／", "/"), ("、", "/"), ("　", " ")]
        for (wide, key) in typed { #expect(Key.character(wide).folded == .character(key)) }
        #expect(Key.character("听").folded == .character("听"))
        #expect(Key.held(.control, .down).folded == .down)
    }

    @Test("Traced input tells for every byte what it was taken for, and loses none")
    func traced() {
        var decoder = InputDecoder()
        decoder.isTraced = true
        let bytes: [UInt8] = Array("\u{1B}OP\u{1B}[99~a听\u{7F}\r".utf8) + [0xFF, 0x62] + Array("\u{1B}[7;5R".utf8)
        let arrivals = (decoder.decode(bytes) + decoder.flush()).compactMap { event -> Arrival? in
            if case .arrived(let arrival) = event { arrival } else { nil }
        }
        #expect(arrivals.flatMap(\.bytes) == bytes)
        let meanings: [Arrival.Meaning] = [
            .key(.function(1)), .nothing, .key(.character("a")), .key(.character("听")), .key(.backspace), .key(.enter),
            .nothing, .key(.character("b")), .answer,
        ]
        #expect(arrivals.map(\.meaning) == meanings)
    }
}
