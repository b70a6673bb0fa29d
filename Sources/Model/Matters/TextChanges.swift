// Small changes to text that several forms need.

extension StringProtocol {
    /// The text without white space at either end.
    public var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}

extension String {
    /// The text with the last occurrence of `old` replaced; unchanged where there is none.
    func replacingLast(_ old: String, with new: String) -> String {
        let characters = Array(self)
        let sought = Array(old)
        guard !sought.isEmpty, characters.count >= sought.count else { return self }
        for start in stride(from: characters.count - sought.count, through: 0, by: -1)
        where characters[start..<start + sought.count].elementsEqual(sought) {
            return String(characters[..<start]) + new + String(characters[(start + sought.count)...])
        }
        return self
    }
}
