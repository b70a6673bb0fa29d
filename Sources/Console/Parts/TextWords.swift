// Where words begin, for moves over more than one character.

/// Words by the kind of their characters: what a dictionary would take for words of Chinese is not known here.
enum TextWords {
    private enum Kind { case lineEnd, blank, ideograph, letter, sign }

    /// The beginning of the word, or run of signs, before a place.
    static func start(before index: Int, in text: [Character]) -> Int {
        var start = index
        while start > 0, kind(text[start - 1]) == .blank { start -= 1 }
        guard start > 0 else { return start }
        let last = kind(text[start - 1])
        repeat { start -= 1 } while start > 0 && last != .lineEnd && kind(text[start - 1]) == last
        return start
    }

    /// The beginning of the next word after a place, or the end of the text.
    static func start(after index: Int, in text: [Character]) -> Int {
        guard index < text.count else { return index }
        var start = index
        let first = kind(text[index])
        repeat { start += 1 } while start < text.count && first != .lineEnd && kind(text[start]) == first
        while start < text.count, first != .lineEnd, kind(text[start]) == .blank { start += 1 }
        return start
    }

    private static func kind(_ character: Character) -> Kind {
        if character.isNewline { return .lineEnd }
        if character.isWhitespace { return .blank }
        guard let scalar = character.unicodeScalars.first else { return .sign }
        if scalar.properties.isUnifiedIdeograph || scalar.value == 0x3007 { return .ideograph }
        return character.isLetter || character.isNumber ? .letter : .sign
    }
}
