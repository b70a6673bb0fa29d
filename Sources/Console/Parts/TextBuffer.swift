// A text in grapheme clusters with a cursor: the edits themselves, without lines, keys or limits.

/// Clusters as a reader counts them. However text arrives, the clusters are those of the whole text, so the count never
/// depends on how it was typed.
struct TextBuffer: Equatable, Sendable {
    /// More marks than this on one character are no writing but mischief.
    private static let mostScalars = 16

    private(set) var characters: [Character]
    private(set) var cursor: Int
    private var history = TextHistory()

    /// - Parameter text: already cleaned.
    init(_ text: String) {
        characters = Self.clusters(of: text)
        cursor = characters.count
    }

    mutating func moveCursor(to index: Int) {
        cursor = min(max(0, index), characters.count)
        history.close()
    }

    /// Replaces clusters by a cleaned text, the cursor after it.
    /// - Parameter limit: the most clusters the text may have.
    /// - Returns: nil, with nothing changed, when the text would grow beyond its limit.
    mutating func replace(_ range: Range<Int>, with text: String, as kind: TextHistory.Kind, limit: Int = .max)
        -> TextChange?
    {
        let joined = join(range, with: text)
        let growth = joined.clusters.count - joined.range.count
        if growth > 0, characters.count + growth > limit { return nil }
        let step = TextHistory.Step(
            start: joined.range.lowerBound, removed: Array(characters[joined.range]), inserted: joined.clusters.count,
            cursor: cursor)
        history.record(step, as: kind)
        characters.replaceSubrange(joined.range, with: joined.clusters)
        cursor = joined.cursor
        return TextChange(
            start: joined.range.lowerBound, removed: joined.range.count, inserted: joined.clusters.count)
    }

    /// The next edit is undone by a key of its own.
    mutating func closeGroup() { history.close() }

    /// Takes the last group of edits back; false when there is none.
    mutating func undo() -> Bool {
        guard let group = history.takeUndo() else { return false }
        history.rememberForRedo(invert(group))
        return true
    }

    /// Makes the last group that was taken back once more; false when there is none.
    mutating func redo() -> Bool {
        guard let group = history.takeRedo() else { return false }
        history.rememberForUndo(invert(group))
        return true
    }

    /// Undoes the steps, last one first, and returns those that would undo this.
    private mutating func invert(_ group: [TextHistory.Step]) -> [TextHistory.Step] {
        group.reversed().map { step in
            let range = step.start..<step.start + step.inserted
            let inverse = TextHistory.Step(
                start: step.start, removed: Array(characters[range]), inserted: step.removed.count, cursor: cursor)
            characters.replaceSubrange(range, with: step.removed)
            cursor = step.cursor
            return inverse
        }
    }

    /// What a replacement really replaces: with marks, flags and joined signs the neighbours may melt into it.
    private func join(_ range: Range<Int>, with text: String) -> (range: Range<Int>, clusters: [Character], cursor: Int)
    {
        let typed = Self.clusters(of: text)
        let leftStands = range.lowerBound == 0 || Self.standsAlone(characters[range.lowerBound - 1])
        let rightStands = range.upperBound == characters.count || Self.standsAlone(characters[range.upperBound])
        if leftStands, rightStands, typed.first.map(Self.standsAlone) ?? true, typed.last.map(Self.standsAlone) ?? true
        {
            return (range, typed, range.lowerBound + typed.count)
        }
        var lower = range.lowerBound
        while lower > 0 {
            lower -= 1
            if Self.standsAlone(characters[lower]) { break }
        }
        var upper = range.upperBound
        while upper < characters.count {
            upper += 1
            if Self.standsAlone(characters[upper - 1]) { break }
        }
        let before = String(characters[lower..<range.lowerBound]) + String(typed)
        let clusters = Self.clusters(of: before + String(characters[range.upperBound..<upper]))
        var left = before.unicodeScalars.count
        var cursor = lower
        for cluster in clusters where left > 0 {
            left -= cluster.unicodeScalars.count
            cursor += 1
        }
        return (lower..<upper, clusters, cursor)
    }

    /// Nothing before or after it changes this cluster's bounds, unless it is a mark: ASCII, ideographs, full-width
    /// signs, line ends.
    private static func standsAlone(_ character: Character) -> Bool {
        let scalars = character.unicodeScalars
        guard let scalar = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex else {
            return false
        }
        switch scalar.value {
        case 0x0A, 0x20..<0x7F, 0x3000...0x3029, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xFF01...0xFF5E, 0x20000...0x3FFFD:
            return true
        default: return false
        }
    }

    /// The text's clusters, none of them absurdly long.
    private static func clusters(of text: String) -> [Character] {
        let clusters = Array(text)
        guard let long = clusters.firstIndex(where: isAbsurd) else { return clusters }
        var bounded = String.UnicodeScalarView()
        for cluster in clusters[..<long] { bounded.append(contentsOf: cluster.unicodeScalars) }
        for cluster in clusters[long...] { bounded.append(contentsOf: cluster.unicodeScalars.prefix(mostScalars)) }
        // Without its end a cluster may melt into the next one.
        return Self.clusters(of: String(bounded))
    }

    private static func isAbsurd(_ cluster: Character) -> Bool {
        cluster.utf8.count > mostScalars && cluster.unicodeScalars.count > mostScalars
    }
}
