// The paragraphs of two texts, each beside the one it became.

/// Pairs of paragraphs, in the order of both texts.
enum AlignedParagraphs: Equatable {
    /// So many paragraphs that both texts have.
    case same(Int)
    /// A paragraph and what became of it; nil where one text has nothing there.
    case changed(old: String?, new: String?)

    /// The most paragraphs that are compared with each other; longer texts are one pair.
    private static let most = 1000

    static func pairs(_ old: String, _ new: String) -> [AlignedParagraphs] {
        let before = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let after = new.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard before.count <= most, after.count <= most else { return [.changed(old: old, new: new)] }
        var gone: Set<Int> = []
        var come: Set<Int> = []
        for change in after.difference(from: before) {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): come.insert(offset)
            }
        }
        var pairs: [AlignedParagraphs] = []
        var (left, right) = (0, 0)
        while left < before.count || right < after.count {
            let isGone = gone.contains(left)
            let isCome = come.contains(right)
            if isGone || isCome {
                pairs.append(.changed(old: isGone ? before[left] : nil, new: isCome ? after[right] : nil))
                left += isGone ? 1 : 0
                right += isCome ? 1 : 0
                continue
            }
            if case .same(let count)? = pairs.last {
                pairs[pairs.count - 1] = .same(count + 1)
            } else {
                pairs.append(.same(1))
            }
            (left, right) = (left + 1, right + 1)
        }
        return pairs
    }
}
