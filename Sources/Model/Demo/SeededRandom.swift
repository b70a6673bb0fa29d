// Random numbers that are the same for the same seed on any machine.

/// The SplitMix64 generator, with the few choices the demo makes. It uses no arithmetic that differs between machines or
/// versions of the standard library.
struct SeededRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A generator of its own for one thing, so that a thing's content does not depend on what was made before it.
    init(seed: UInt64, _ purpose: UInt64, _ index: Int) {
        self.init(seed: seed ^ (purpose &* 0xD6E8_FEB8_6659_FD93))
        state = next() ^ (UInt64(bitPattern: Int64(index)) &* 0x9E37_79B9_7F4A_7C15)
        _ = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `limit`.
    mutating func below(_ limit: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(max(1, limit))).high)
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    mutating func chance(percent: Int) -> Bool { below(100) < percent }

    mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

    /// So many different items, or all where there are fewer.
    mutating func pick<Item>(_ count: Int, of items: [Item]) -> [Item] {
        var left = items
        var picked: [Item] = []
        while picked.count < count, !left.isEmpty { picked.append(left.remove(at: below(left.count))) }
        return picked
    }
}
