// 全文查询: what is sought, as it was typed and as the index is asked.

/// Words that must all occur, in any order; words in quotes and Chinese characters written together, one after the other.
public struct FullTextQuery: Hashable, Sendable {
    /// The most characters of a query.
    public static let limit = 100

    public let typed: String
    /// The phrases, each as words of the index.
    private let phrases: [[String]]

    /// - Throws: `Refusal` where there is nothing that could be sought: no word at all, a single Chinese character, too much.
    public init(_ typed: String) throws(Refusal) {
        let count = typed.count
        guard count <= Self.limit else {
            throw Refusal("查询最多 \(Self.limit) 个字, 现在有 \(count) 个字; 请只写要找的几个词")
        }
        var phrases: [[String]] = []
        for word in Self.words(typed) {
            guard let tokens = FullTextToken.sought(word) else {
                throw Refusal("\"\(word.trimmed)\" 只有一个字, 至少要写连着的两个字, 例如 \"供水\"")
            }
            if !tokens.isEmpty { phrases.append(tokens.map(\.text)) }
        }
        guard !phrases.isEmpty else {
            throw Refusal(typed.trimmed.isEmpty ? "请写要找的字, 至少两个字" : "查询里没有文字或数字, 请写要找的字, 至少两个字")
        }
        self.typed = typed.trimmed
        self.phrases = phrases
    }

    private static let quotes: Set<Character> = ["\"", "\u{FF02}", "\u{201C}", "\u{201D}", "\u{201E}"]

    /// The words between blanks; what stands between quotes is one. A quote that is not closed goes to the end.
    private static func words(_ typed: String) -> [String] {
        var words = [""]
        var isQuoted = false
        for character in typed {
            if quotes.contains(character) {
                isQuoted.toggle()
                words.append("")
            } else if character.isWhitespace, !isQuoted {
                words.append("")
            } else {
                words[words.count - 1].append(character)
            }
        }
        return words.filter { !$0.isEmpty }
    }

    /// The query in the index's own words. Nothing typed reaches it but letters, figures and characters.
    var match: String { phrases.map(Self.phrase).joined(separator: " AND ") }

    static func phrase(_ tokens: [String]) -> String { "\"\(tokens.joined(separator: " "))\"" }

    // MARK: - Highlighting

    /// Where the phrases stand in a text, in order and apart from each other.
    func ranges(in text: String) -> [Range<String.Index>] {
        let tokens = FullTextToken.all(of: text)
        var found: [Range<String.Index>] = []
        for phrase in phrases where phrase.count <= tokens.count {
            for start in 0...(tokens.count - phrase.count) where tokens[start].text == phrase[0] {
                let stretch = tokens[start..<start + phrase.count]
                guard stretch.lazy.map(\.text).elementsEqual(phrase) else { continue }
                found.append(stretch[start].range.lowerBound..<stretch[stretch.endIndex - 1].range.upperBound)
            }
        }
        found.sort { $0.lowerBound < $1.lowerBound }
        return found.reduce(into: []) { joined, next in
            if let last = joined.last, next.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, next.upperBound)
            } else {
                joined.append(next)
            }
        }
    }

    /// A text with what was sought marked in it.
    public func marked(_ text: String) -> MarkedText { MarkedText(text, ranges(in: text)) }

    /// The characters before the first hit of an excerpt.
    private static let lead = 12
    /// The characters of an excerpt from its first hit on.
    private static let most = 200

    /// The part of the first text that has a hit, or the beginning of the first one where none has.
    func excerpt(of texts: [String]) -> MarkedText {
        let lines = texts.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
        for line in lines {
            guard let first = ranges(in: line).first else { continue }
            let before = line[..<first.lowerBound]
            let lead = before.suffix(Self.lead)
            let part = lead + line[first.lowerBound...].prefix(Self.most)
            return MarkedText(text: lead.count < before.count ? ".." : "").then(marked(String(part)))
        }
        return MarkedText(text: String((lines.first { !$0.isEmpty } ?? "").prefix(Self.most)))
    }
}
