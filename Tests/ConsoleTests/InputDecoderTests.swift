// What terminals send, and what the console makes of it.
import CountyFixture
import Testing

@testable import Console

@Suite("Input")
struct InputDecoderTests {
    private func events(_ bytes: String) -> [InputEvent] {
        var decoder = InputDecoder()
        return decoder.decode(Array(bytes.utf8)) + decoder.flush()
    }

    /// The events of bytes that arrive one at a time, as over a slow line.
    private func eventsOneByOne(_ bytes: String) -> [InputEvent] {
        var decoder = InputDecoder()
        return bytes.utf8.flatMap { decoder.decode([$0]) } + decoder.flush()
    }

    @Test(
        "Every form of a key that a known terminal sends is that key",
        arguments: [
            ("[A", Key.up), ("OA", .up), ("[B", .down), ("OB", .down), ("[C", .right), ("OC", .right), ("[D", .left),
            ("OD", .left), ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home), ("[F", .end), ("OF", .end),
            ("[4~", .end), ("[8~", .end), ("[2~", .insert), ("[3~", .delete), ("[5~", .pageUp), ("[6~", .pageDown),
            ("[Z", .backTab), ("OP", .function(1)), ("[11~", .function(1)), ("[[A", .function(1)),
            ("[1P", .function(1)), ("OS", .function(4)), ("[14~", .function(4)), ("[[D", .function(4)),
            ("[15~", .function(5)), ("[[E", .function(5)), ("[17~", .function(6)), ("[21~", .function(10)),
            ("[23~", .function(11)), ("[24~", .function(12)), ("1", .function(1)), ("0", .function(10)),
            ("Op", .character("0")), ("Oy", .character("9")), ("On", .character(".")), ("Om", .character("-")),
            ("Ok", .character("+")), ("Oj", .character("*")), ("Oo", .character("/")), ("OM", .enter),
        ])
    func key(tail: String, key: Key) {
        #expect(events("\u{1B}" + tail) == [.key(key)])
        #expect(eventsOneByOne("\u{1B}" + tail + "x") == [.key(key), .key(.character("x"))])
    }

    @Test("Control bytes are the keys they are, and flow control means nothing")
    func controls() {
        let keys: [(String, Key)] = [
            ("\r", .enter), ("\n", .enter), ("\r\n", .enter), ("\t", .tab), ("\u{08}", .backspace),
            ("\u{7F}", .backspace), ("\u{07}", .control("g")), ("\u{0F}", .control("o")), ("\u{1A}", .control("z")),
        ]
        for (bytes, key) in keys { #expect(events(bytes) == [.key(key)]) }
        for bytes in ["\u{00}", "\u{11}", "\u{13}", "\u{1C}", "\u{1F}"] { #expect(events(bytes) == []) }
    }

    @Test("A lone Esc is felt after 100 ms, and its late tail is no typing")
    func lateTail() {
        var decoder = InputDecoder()
        #expect(decoder.decode([0x1B]) == [])
        #expect(decoder.patience == 100)
        #expect(decoder.flush() == [.key(.escape)])
        #expect(decoder.patience == nil)
        #expect(decoder.decode(Array("[15~a".utf8)) == [.key(.character("a"))])
        #expect(decoder.decode(Array("[A".utf8)) == [.key(.character("[")), .key(.character("A"))])
    }

    @Test("A sequence broken off after its bracket is the key when its rest comes late")
    func lateRest() {
        var decoder = InputDecoder()
        #expect(decoder.decode(Array("\u{1B}[1".utf8)) == [])
        #expect(decoder.flush() == [])
        #expect(decoder.decode(Array("5~".utf8)) == [.key(.function(5))])
    }

    @Test("After Esc a bracket that is typed is a bracket")
    func bracketAfterEscape() {
        var decoder = InputDecoder()
        _ = decoder.decode([0x1B])
        _ = decoder.flush()
        #expect(decoder.decode(Array("[".utf8)) == [.key(.character("["))])
    }

    @Test(
        "What no key is known for is swallowed whole",
        arguments: [
            "[1;5P", "[?1;2c", "[12;40R", "[200;3z", "[<0;3;4M", "[M !!", "O5P", "O1;", "[1;99A", "q", "\r",
            "]11;rgb:0/0/0\u{07}",
            "]11;rgb:0/0/0\u{1B}\\", "P1$r0m\u{1B}\\", "[99~", "[I", "[201~",
        ])
    func unknown(tail: String) {
        #expect(events("\u{1B}" + tail + "好") == [.key(.character("好"))])
        #expect(eventsOneByOne("\u{1B}" + tail + "好") == [.key(.character("好"))])
    }

    @Test("A sequence that another key breaks into loses nothing of that key")
    func brokenSequence() {
        #expect(events("\u{1B}[1\r") == [.key(.enter)])
        #expect(events("\u{1B}[1\u{1B}[A") == [.key(.up)])
        #expect(events("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
        #expect(events("\u{1B}好") == [.key(.escape), .key(.character("好"))])
    }

    @Test("A character that arrives in pieces is one character", arguments: ["é", "好", "𠮷"])
    func splitCharacter(text: String) {
        #expect(eventsOneByOne(text) == [.key(.character(Character(text)))])
    }

    @Test("Bytes that are no character are dropped and hurt nothing beside them")
    func invalidBytes() {
        var decoder = InputDecoder()
        let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xE5, 0xA5, 0x63, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0x9B, 0x64]
        #expect(decoder.decode(bytes) == "abcd".map { .key(.character($0)) })
        #expect(decoder.decode([0xE5, 0xA5]) == [])
        #expect(decoder.decode([0x0D]) == [.key(.enter)])
    }

    @Test("A marked paste is one text, whatever is in it and however it is split")
    func markedPaste() {
        let bytes = "\u{1B}[200~一\r\n二\r三\n\t\u{07}\u{1B}[A\u{9B}四\u{1B}[201~\r"
        let expected: [InputEvent] = [.paste("一\n二\n三\n [A四"), .key(.enter)]
        #expect(events(bytes) == expected)
        #expect(eventsOneByOne(bytes) == expected)
    }

    @Test("A paste whose end was lost is given out, and keys are keys again")
    func unendedPaste() {
        var decoder = InputDecoder()
        #expect(decoder.decode(Array("\u{1B}[200~abc".utf8)) == [])
        #expect(decoder.patience == 3000)
        #expect(decoder.flush() == [.paste("abc")])
        #expect(decoder.decode(Array("\r".utf8)) == [.key(.enter)])
    }

    @Test("Text with line ends that comes in one piece was pasted, and so is what follows at once")
    func burst() {
        var decoder = InputDecoder()
        #expect(decoder.decode(Array("关于调整城市供水\r价格\r".utf8)) == [.paste("关于调整城市供水\n价格\n")])
        #expect(decoder.decode(Array("通知\r".utf8), followsAtOnce: true) == [.paste("通知\n")])
        #expect(decoder.decode(Array("a\r".utf8)) == [.key(.character("a")), .key(.enter)])
    }

    @Test("Quick typing is not a paste", arguments: ["fabu\rYangguang", "Yangguang#2026\r", "abcdefghij\u{1B}[Bk\r"])
    func typedAhead(text: String) {
        #expect(!events(text).contains { if case .paste = $0 { true } else { false } })
    }

    @Test("More than an input method sends at once was pasted, also without any line end; a held key was not")
    func longRun() {
        let text = "关于调整城市供水价格听证会的公告和有关事项的说明以及报名办法"
        #expect(events(text + text) == [.paste(text + text)])
        #expect(events(text).count == text.count)
        #expect(events(String(repeating: " ", count: 400)).count == 400)
    }

    @Test("A megabyte pasted is decoded in one event")
    func largePaste() {
        let text = String(repeating: "供水价格听证\n", count: 55_000)
        #expect(events("\u{1B}[200~" + text + "\u{1B}[201~") == [.paste(text)])
    }

    @Test("Random bytes, split anywhere, crash nothing and let no control character through")
    func noise() {
        var random = SeededNumbers(seed: 2026)
        var decoder = InputDecoder()
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 1...40, using: &random)).map { _ in
                [0x1B, 0x5B, 0x4F, 0x7E, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random) ?? 0
            }
            for event in decoder.decode(bytes) + (Bool.random(using: &random) ? decoder.flush() : []) {
                guard case .key(.character(let typed)) = event else { continue }
                #expect(typed.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
            }
        }
    }
}
