// What an input method makes of figures and signs, folded back to the plain ones.

/// A typed date or time in ASCII figures and signs, with the text as it was typed for the answer.
struct TypedText {
    /// Longer than any date or time a person writes, spaces included.
    private static let longest = 40

    /// Folded and without spaces; empty when nothing was typed or it was too long to be a date or time.
    let folded: String
    /// The typed text, short and harmless enough to stand in a sentence.
    let shown: String

    init(_ typed: String) {
        let scalars = typed.unicodeScalars.prefix(TypedText.longest + 1)
        folded = scalars.count > TypedText.longest ? "" : TypedText.fold(scalars)
        shown = TypedText.shorten(typed)
    }

    /// Full-width forms (U+FF01...U+FF5E) lie at a fixed distance from ASCII; the rest are what a Chinese keyboard
    /// gives for a full stop and a dash.
    private static func fold(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in scalars {
            switch scalar {
            case " ", "\t", "\u{3000}", "\u{A0}": continue
            case "\u{FF01}"..."\u{FF5E}": folded.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case "。", "．": folded.append(".")
            case "\u{2010}"..."\u{2015}", "\u{2212}": folded.append("-")
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    private static func shorten(_ typed: String) -> String {
        let limit = 20
        let harmless = typed.unicodeScalars.prefix(limit).map { scalar in
            scalar.isControl ? "?" : Character(scalar)
        }
        let cut = typed.unicodeScalars.dropFirst(limit).isEmpty ? "" : ".."
        return String(harmless) + cut
    }
}

extension Unicode.Scalar {
    /// C0, delete and C1: never to be sent on to a terminal.
    var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

    /// How sentences name it: U+0007.
    var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension StringProtocol {
    /// The value of a text of one to nine ASCII digits; nil for anything else, a sign included.
    var plainNumber: Int? {
        guard (1...9).contains(utf8.count) else { return nil }
        var digits = FixedDigits(utf8)
        return digits.number(utf8.count)
    }
}
