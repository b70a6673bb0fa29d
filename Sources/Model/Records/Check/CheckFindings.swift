// What a check has found, bounded however much is wrong.

/// What a check has found.
struct CheckFindings {
    /// How many sentences of a kind are kept; the rest are only counted.
    static let most = 20

    /// What was told of the journal outside of the store.
    let told: ToldHeads
    /// Rows of a damaged file prove nothing, and may trap whoever reads them.
    var isUnreadable = false
    private var kept: [String] = []
    private var counts: [String: Int] = [:]
    private var kinds: [String] = []

    init(told: ToldHeads = ToldHeads()) { self.told = told }

    mutating func add(_ kind: String, _ sentence: String) {
        let count = counts[kind, default: 0] + 1
        if count == 1 { kinds.append(kind) }
        counts[kind] = count
        if count <= Self.most { kept.append(sentence) }
    }

    var sentences: [String] {
        kept
            + kinds.compactMap { kind in
                let left = (counts[kind] ?? 0) - Self.most
                return left > 0 ? "\(kind): 还有 \(left) 处同样的问题没有列出" : nil
            }
    }
}
