// What is wrong with the lines of a file, one after another.
import Model

enum FaultLines {
    /// More faults than this are counted, not listed: the file is mended and read again anyway.
    private static let most = 200

    /// - Parameter place: where a fault is, such as 第 3 行.
    static func lines(_ faults: [LineFault], place: (LineFault) -> String) -> [StyledLine] {
        var lines: [StyledLine] = []
        for fault in faults.prefix(most) {
            let value = fault.value.isEmpty ? "" : "  \(shortened(fault.value))"
            lines.append(StyledLine(place(fault), .label).then(value, .dim))
            lines.append(StyledLine("  \(fault.sentence)", indent: 2))
        }
        if faults.count > most { lines.append(StyledLine("还有 \(faults.count - most) 处没有列出", .dim)) }
        return lines
    }

    /// The beginning of a cell, on one line.
    private static func shortened(_ value: String) -> String {
        let line = value.split(whereSeparator: \.isNewline).first ?? ""
        let beginning = line.prefix(14)
        return beginning.endIndex < value.endIndex ? "\(beginning).." : String(beginning)
    }
}
