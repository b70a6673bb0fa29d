// What differs between two texts, cluster by cluster, as a reader would mark it with a pen.

/// Which clusters of a text are missing from the other. The work is bounded however long and different the texts are.
struct TextDifference: Equatable {
    let old: [Character]
    let new: [Character]
    /// For each cluster of the old text whether the new one has lost it.
    private(set) var removed: [Bool]
    /// For each cluster of the new text whether the old one does not have it.
    private(set) var added: [Bool]

    init(_ old: String, _ new: String) {
        self.old = Array(old)
        self.new = Array(new)
        removed = Array(repeating: false, count: self.old.count)
        added = Array(repeating: false, count: self.new.count)
        mark(self.old.indices, self.new.indices, bySentence: true)
    }

    /// The most clusters of a stretch that are compared one by one; the steps grow with the square of what differs.
    private static let mostClusters = 400
    /// The most sentences that are compared with each other.
    private static let mostSentences = 1000

    private mutating func mark(_ olds: Range<Int>, _ news: Range<Int>, bySentence: Bool) {
        let (olds, news) = withoutSameEnds(olds, news)
        if olds.count <= Self.mostClusters, news.count <= Self.mostClusters {
            markClusters(olds, news)
        } else if bySentence {
            markSentences(olds, news)
        } else {
            markAll(olds, news)
        }
    }

    private func withoutSameEnds(_ olds: Range<Int>, _ news: Range<Int>) -> (Range<Int>, Range<Int>) {
        var (olds, news) = (olds, news)
        while let first = olds.first, let other = news.first, old[first] == new[other] {
            olds = first + 1..<olds.upperBound
            news = other + 1..<news.upperBound
        }
        while let last = olds.last, let other = news.last, old[last] == new[other] {
            olds = olds.lowerBound..<last
            news = news.lowerBound..<other
        }
        return (olds, news)
    }

    private mutating func markClusters(_ olds: Range<Int>, _ news: Range<Int>) {
        for change in new[news].difference(from: old[olds]) {
            switch change {
            case .remove(let offset, _, _): removed[olds.lowerBound + offset] = true
            case .insert(let offset, _, _): added[news.lowerBound + offset] = true
            }
        }
    }

    /// Finds the sentences that stayed, and compares what stands between them.
    private mutating func markSentences(_ olds: Range<Int>, _ news: Range<Int>) {
        let before = Self.sentences(of: old, in: olds)
        let after = Self.sentences(of: new, in: news)
        guard before.count <= Self.mostSentences, after.count <= Self.mostSentences else { return markAll(olds, news) }
        let changes = after.map { String(new[$0]) }.difference(from: before.map { String(old[$0]) })
        var gone: Set<Int> = []
        var come: Set<Int> = []
        for change in changes {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): come.insert(offset)
            }
        }
        var (left, right) = (0, 0)
        while left < before.count || right < after.count {
            let (firstLeft, firstRight) = (left, right)
            while gone.contains(left) { left += 1 }
            while come.contains(right) { right += 1 }
            if left > firstLeft || right > firstRight {
                mark(
                    Self.stretch(before, firstLeft..<left, in: olds), Self.stretch(after, firstRight..<right, in: news),
                    bySentence: false)
            }
            (left, right) = (left + 1, right + 1)
        }
    }

    private mutating func markAll(_ olds: Range<Int>, _ news: Range<Int>) {
        for index in olds { removed[index] = true }
        for index in news { added[index] = true }
    }

    private static func stretch(_ sentences: [Range<Int>], _ which: Range<Int>, in whole: Range<Int>) -> Range<Int> {
        guard let first = which.first, let last = which.last else { return whole.lowerBound..<whole.lowerBound }
        return sentences[first].lowerBound..<sentences[last].upperBound
    }

    private static func sentences(of text: [Character], in range: Range<Int>) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where "。；！？\n".contains(text[index]) {
            sentences.append(start..<index + 1)
            start = index + 1
        }
        if start < range.upperBound { sentences.append(start..<range.upperBound) }
        return sentences
    }
}
