// Hostile text, and what of it may reach a terminal.
import CountyFixture
import Testing

@testable import Console

@Suite("Hostile text")
struct PrintableTests {
    @Test(
        "What could steer a terminal or mislead a reader is shown as a box or taken out",
        arguments: [
            ("abc", "abc"), ("好", "好"), ("a\u{1B}[31mb", "a□[31mb"), ("\u{9B}31m", "□31m"), ("a\u{07}", "a□"),
            ("\u{7F}", "□"), ("a\tb\nc\r\nd\re", "a b c d e"), ("a\u{2028}b\u{2029}c\u{85}d", "a b c d"),
            ("abc\u{202E}txt.doc\u{202C}", "abctxt.doc"), ("\u{2066}a\u{2069}", "a"), ("a\u{200B}b\u{FEFF}c", "abc"),
            ("\u{E0041}\u{E007F}好", "好"), ("a\u{AD}b", "ab"), ("\u{3164}", ""), ("a\u{FE0F}", "a"),
            ("葛\u{E0100}", "葛\u{E0100}"), ("a\u{E0100}", "a"), ("❤\u{FE0F}", "❤"), ("👨‍👩‍👧", "👨"), ("👍🏽", "👍"),
            ("👍\u{200B}🏽", "👍"), ("🇨🇳", "🇨🇳"), ("\u{301}a", "□a"), ("\u{11A8}\u{301}", "□"), ("e\u{301}", "e\u{301}"),
            ("\u{FFFE}", "□"), ("\u{1FAFF}", "□"), ("\u{E000}", "\u{E000}"), ("\u{0}", "□"), ("\u{61C}a", "a"),
        ])
    func cleaned(text: String, expected: String) {
        #expect(Printable.clean(text).unicodeScalars.elementsEqual(expected.unicodeScalars), "\(Printable.clean(text))")
    }

    @Test("A heap of marks keeps the four that a cell can hold")
    func marks() {
        #expect(Printable.clean("e" + String(repeating: "\u{301}", count: 90)).unicodeScalars.count == 5)
    }

    @Test("Any text is printable once cleaned, stays as it is when cleaned again, and is as wide as it was said to be")
    func anyText() {
        let hostile: [ClosedRange<UInt32>] = [
            0...0x9F, 0x300...0x36F, 0x600...0x605, 0x900...0x963, 0x1100...0x11FF, 0x200B...0x2069, 0x3000...0x3020,
            0x4E00...0x4E20, 0xFE00...0xFE0F, 0xFFF0...0xFFFF, 0x1F1E6...0x1F1FF, 0x1F3F0...0x1F480, 0x1FAF0...0x1FAFF,
            0xE0000...0xE01EF, 0x10FFF0...0x10FFFF, 0...0x10FFFF,
        ]
        var random = SeededNumbers(seed: 2026)
        for _ in 0..<4000 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let range = hostile.randomElement(using: &random) ?? 0...0x9F
                if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { scalars.append(scalar) }
            }
            let text = String(scalars)
            let clean = Printable.clean(text)
            #expect(
                Printable.clean(clean).unicodeScalars.elementsEqual(clean.unicodeScalars), "\(text.debugDescription)")
            for scalar in clean.unicodeScalars {
                let kind = WidthClass(scalar)
                let isVariant = kind == .dropped && scalar.properties.isVariationSelector
                #expect(isVariant || (kind != .dropped && kind != .boxed), "\(text.debugDescription)")
            }
            for cluster in clean { #expect((1...2).contains(TextWidth.of(cluster)), "\(text.debugDescription)") }
        }
    }

    @Test("A field's cursor stands where the drawing puts it: a cluster is measured as it will be drawn")
    func measuredAsDrawn() {
        for cluster in ["\u{1B}", "\n", "\r\n", "👨‍👩‍👧", "❤\u{FE0F}", "\u{301}", "\u{200B}", "葛\u{E0100}"] as [Character] {
            #expect(
                TextWidth.of(cluster) == TextWidth.of(Printable.clean(String(cluster))), "\(cluster.debugDescription)")
        }
    }
}
