// A text in which what was sought is marked.

/// Parts of a text, those that were sought among them marked.
public struct MarkedText: Hashable, Sendable {
    public struct Part: Hashable, Sendable {
        public let text: String
        public let isFound: Bool
    }

    public private(set) var parts: [Part]

    init(text: String) { parts = text.isEmpty ? [] : [Part(text: text, isFound: false)] }

    /// - Parameter found: in order and apart from each other.
    init(_ text: String, _ found: [Range<String.Index>]) {
        parts = []
        var end = text.startIndex
        func add(_ range: Range<String.Index>, isFound: Bool) {
            if !range.isEmpty { parts.append(Part(text: String(text[range]), isFound: isFound)) }
        }
        for range in found {
            add(end..<range.lowerBound, isFound: false)
            add(range, isFound: true)
            end = range.upperBound
        }
        add(end..<text.endIndex, isFound: false)
    }

    /// What it says.
    public var text: String { parts.map(\.text).joined() }

    func then(_ next: MarkedText) -> MarkedText {
        var whole = self
        whole.parts += next.parts
        return whole
    }
}
