// What the full-text index knows of a text: its words, and its Chinese characters two by two.

/// A word of the index, and where it stands in its text.
///
/// Words are made the same way of what is indexed, of what is sought and of what is highlighted, so the three always agree.
/// Every two neighbouring characters of a Chinese text are a word, so any two are found; figures and foreign letters are words as
/// they are written, in small letters. Signs between them count for nothing: 〔2026〕12号 is found as 2026 12号.
struct FullTextToken: Equatable {
    let text: String
    let range: Range<String.Index>
}

extension FullTextToken {
    /// Longer words are cut in the index and in what is sought alike.
    private static let longest = 64

    /// The words of a text in their order.
    static func all(of text: String) -> [FullTextToken] { tokens(of: Run.all(of: text)) }

    /// The words of what is sought. A single character at either end, which touches no figure or letter, is in no pair and left out.
    /// - Returns: nil where a single Chinese character is all there is.
    static func sought(_ text: String) -> [FullTextToken]? {
        var runs = Run.all(of: text)[...]
        while runs.count > 1, let first = runs.first, first.isLone, runs[runs.startIndex + 1].isChinese {
            runs.removeFirst()
        }
        while runs.count > 1, let last = runs.last, last.isLone, runs[runs.endIndex - 2].isChinese { runs.removeLast() }
        if runs.count == 1, runs.first?.isLone == true { return nil }
        return tokens(of: Array(runs))
    }

    private static func tokens(of runs: [Run]) -> [FullTextToken] {
        var tokens: [FullTextToken] = []
        for (place, run) in runs.enumerated() {
            guard run.isChinese else {
                tokens.append(word(run))
                continue
            }
            // Beside a figure or a letter a character is a word of its own, so that 12号 and 发2026 are found.
            let isAfterWord = place > 0 && !runs[place - 1].isChinese
            let isBeforeWord = place + 1 < runs.count && !runs[place + 1].isChinese
            if run.isLone || isAfterWord { tokens.append(FullTextToken(run.signs[...0])) }
            for index in run.signs.indices.dropLast() { tokens.append(FullTextToken(run.signs[index...index + 1])) }
            if isBeforeWord, !run.isLone { tokens.append(FullTextToken(run.signs.suffix(1))) }
        }
        return tokens
    }

    private init(_ signs: ArraySlice<Run.Sign>) {
        var scalars = String.UnicodeScalarView()
        for sign in signs { scalars.append(sign.scalar) }
        text = String(scalars)
        range = signs[signs.startIndex].range.lowerBound..<signs[signs.endIndex - 1].range.upperBound
    }

    /// A run of figures and letters. 09 and 9 are the same number.
    private static func word(_ run: Run) -> FullTextToken {
        let whole = FullTextToken(run.signs[...])
        let digits = whole.text.utf8
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return whole.text.utf8.count <= longest
                ? whole : FullTextToken(text: String(whole.text.prefix(longest / 4)), range: whole.range)
        }
        let number = digits.drop { $0 == 0x30 }.prefix(longest)
        return FullTextToken(text: number.isEmpty ? "0" : String(Substring(number)), range: whole.range)
    }
}

/// Neighbouring signs of one sort.
private struct Run {
    struct Sign {
        let scalar: Unicode.Scalar
        var range: Range<String.Index>
    }

    let isChinese: Bool
    var signs: [Sign]

    var isLone: Bool { isChinese && signs.count == 1 }

    /// The runs of a text; what is neither character, letter nor figure lies between them.
    static func all(of text: String) -> [Run] {
        var runs: [Run] = []
        var isBroken = true
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let next = scalars.index(after: index)
            let scalar = scalars[index]
            switch scalar.sort {
            case .chinese, .letter:
                let isChinese = scalar.sort == .chinese
                let sign = Sign(scalar: scalar.folded, range: index..<next)
                if isBroken || runs[runs.count - 1].isChinese != isChinese {
                    runs.append(Run(isChinese: isChinese, signs: [sign]))
                } else {
                    runs[runs.count - 1].signs.append(sign)
                }
                isBroken = false
            case .mark:
                // What belongs to the sign before it is shown with it, and changes no word.
                if !isBroken, let last = runs.last?.signs.indices.last {
                    runs[runs.count - 1].signs[last].range =
                        runs[runs.count - 1].signs[last].range.lowerBound..<next
                }
            case .between: isBroken = true
            }
            index = next
        }
        return runs
    }
}

extension Unicode.Scalar {
    fileprivate enum Sort { case chinese, letter, mark, between }

    fileprivate var sort: Sort {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: .letter
        case ..<0x80: .between
        // Rare characters stand in the later planes or, by older programs, in the private areas.
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF, 0xF900...0xFAFF, 0x3005...0x3007, 0x3040...0x30FF,
            0xAC00...0xD7A3, 0xE000...0xF8FF, 0xF0000...0x10FFFD:
            .chinese
        default: otherSort
        }
    }

    private var otherSort: Sort {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            .letter
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: .mark
        default: .between
        }
    }

    /// Full-width forms as ASCII, capitals as small letters.
    fileprivate var folded: Unicode.Scalar {
        switch value {
        case 0x41...0x5A: Unicode.Scalar(UInt8(value + 0x20))
        case 0xFF21...0xFF3A: Unicode.Scalar(UInt8(value - 0xFEE0 + 0x20))
        case 0xFF10...0xFF19, 0xFF41...0xFF5A: Unicode.Scalar(UInt8(value - 0xFEE0))
        case ..<0x80, 0x2E80...0xFFFF: self
        default: lowercase
        }
    }

    private var lowercase: Unicode.Scalar {
        let small = properties.lowercaseMapping.unicodeScalars
        return small.count == 1 ? small[small.startIndex] : self
    }
}
