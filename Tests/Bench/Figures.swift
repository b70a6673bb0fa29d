// How figures are gathered and printed.

extension Array where Element: Comparable {
    /// The middle value; the array has at least one.
    var median: Element { sorted()[count / 2] }
}

extension Duration {
    var milliseconds: Double {
        Double(components.seconds) * 1000 + Double(components.attoseconds) / 1_000_000_000_000_000
    }
}

extension Double {
    func text(_ decimals: Int) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let digits = String(Int((abs(self) * scale).rounded()))
        let padded = String(repeating: "0", count: Swift.max(0, decimals + 1 - digits.count)) + digits
        let text = decimals == 0 ? padded : "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
        return self < 0 ? "-" + text : text
    }
}

/// A table whose first column is words and whose others are figures.
struct Table {
    let heads: [String]
    private var rows: [[String]] = []

    init(_ heads: String...) { self.heads = heads }

    mutating func add(_ cells: String...) { rows.append(cells) }

    func print() {
        Swift.print("")
        for row in [heads] + rows {
            var line = ""
            for (index, cell) in row.enumerated() {
                let gap = String(repeating: " ", count: max(0, (index == 0 ? 38 : 14) - cell.count))
                line += index == 0 ? cell + gap : gap + cell
            }
            Swift.print(line)
        }
    }
}
