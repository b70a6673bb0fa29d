// The edits of a text, so that they can be taken back.

/// Edits in groups, each of which is taken back by one key. Its size is bounded; the oldest groups go first.
struct TextHistory: Equatable, Sendable {
    /// One replacement, as what would undo it: the clusters that were there, how many stand in their place, and where the cursor was.
    struct Step: Equatable, Sendable {
        var start: Int
        var removed: [Character]
        var inserted: Int
        var cursor: Int
    }

    enum Kind: Equatable, Sendable { case typing, erasing, whole }

    private static let mostGroups = 200
    private static let mostClusters = 60_000

    private var groups: [[Step]] = []
    private var undone: [[Step]] = []
    private var clusters = 0
    /// The kind of edit that still joins the last group; nil once it is closed.
    private var open: Kind?

    mutating func record(_ step: Step, as kind: Kind) {
        undone = []
        clusters += step.removed.count
        if kind == open, kind != .whole, !groups.isEmpty {
            let last = groups.count - 1
            if !Self.join(step, to: &groups[last][groups[last].count - 1]) { groups[last].append(step) }
        } else {
            groups.append([step])
        }
        open = kind
        forgetOldest()
    }

    /// The next edit begins a group of its own: the cursor moved, or a clause is finished.
    mutating func close() { open = nil }

    /// The last group, first edit first; its inverse goes to `rememberForRedo`.
    mutating func takeUndo() -> [Step]? {
        open = nil
        guard let group = groups.popLast() else { return nil }
        clusters -= Self.weight(of: group)
        return group
    }

    mutating func takeRedo() -> [Step]? { undone.popLast() }

    mutating func rememberForRedo(_ group: [Step]) { undone.append(group) }

    mutating func rememberForUndo(_ group: [Step]) {
        groups.append(group)
        clusters += Self.weight(of: group)
    }

    private mutating func forgetOldest() {
        var forgotten = 0
        while groups.count - forgotten > 1, groups.count - forgotten > Self.mostGroups || clusters > Self.mostClusters {
            clusters -= Self.weight(of: groups[forgotten])
            forgotten += 1
        }
        if forgotten > 0 { groups.removeFirst(forgotten) }
    }

    private static func weight(of group: [Step]) -> Int { group.reduce(0) { $0 + $1.removed.count } }

    /// Typing on, erasing back and erasing on grow one step instead of adding many.
    private static func join(_ step: Step, to last: inout Step) -> Bool {
        if step.removed.isEmpty, step.start == last.start + last.inserted {
            last.inserted += step.inserted
            return true
        }
        guard step.inserted == 0, last.inserted == 0 else { return false }
        if step.start + step.removed.count == last.start {
            last.removed.insert(contentsOf: step.removed, at: 0)
            last.start = step.start
            return true
        }
        if step.start == last.start {
            last.removed.append(contentsOf: step.removed)
            return true
        }
        return false
    }
}
