// Few cases in which every two choices meet.

/// A covering of all pairs: of some factors, each with so many choices, rows in which any two choices of two factors occur together.
enum Pairs {
    private struct Pair: Hashable {
        let one: Int
        let oneChoice: Int
        let other: Int
        let otherChoice: Int
    }

    /// - Parameter counts: how many choices each factor has.
    static func rows(_ counts: [Int]) -> [[Int]] {
        var open = Set<Pair>()
        for one in counts.indices {
            for other in counts.indices where other > one {
                for oneChoice in 0..<counts[one] {
                    for otherChoice in 0..<counts[other] {
                        open.insert(Pair(one: one, oneChoice: oneChoice, other: other, otherChoice: otherChoice))
                    }
                }
            }
        }
        var rows: [[Int]] = []
        while !open.isEmpty {
            let best = all(counts).max { met(by: $0, of: open) < met(by: $1, of: open) } ?? []
            rows.append(best)
            open.subtract(pairs(of: best))
        }
        return rows
    }

    /// Every combination.
    static func all(_ counts: [Int]) -> [[Int]] {
        counts.reduce([[]]) { rows, count in rows.flatMap { row in (0..<count).map { row + [$0] } } }
    }

    private static func met(by row: [Int], of open: Set<Pair>) -> Int { pairs(of: row).count { open.contains($0) } }

    private static func pairs(of row: [Int]) -> [Pair] {
        row.indices.flatMap { one in
            row.indices.filter { $0 > one }.map {
                Pair(one: one, oneChoice: row[one], other: $0, otherChoice: row[$0])
            }
        }
    }
}
