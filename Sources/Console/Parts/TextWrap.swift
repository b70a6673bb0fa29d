// Cuts a text into the lines that are seen, and keeps them right while the text is edited.

/// The visual lines of a text. They cover it exactly once; a line keeps its line end, and one blank that did not fit, as
/// its last character.
struct TextWrap: Equatable, Sendable {
    let columns: Int
    private(set) var lines: [Range<Int>]

    /// - Parameter columns: columns a line may take; less than one counts as one.
    init(_ text: [Character], columns: Int) {
        self.columns = max(1, columns)
        lines = Self.lines(of: text, columns: self.columns)
    }

    /// The lines of a text. A line that holds a single cluster may be wider than `columns`, no other is.
    static func lines(of text: [Character], columns: Int) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while true {
            let end = lineEnd(from: start, in: text, columns: max(1, columns))
            lines.append(start..<end)
            if isLast(start..<end, of: text) { return lines }
            start = end
        }
    }

    /// The line that shows a place in the text; at a line's end that is the next line.
    func line(of index: Int) -> Int {
        var low = 0
        var high = lines.count - 1
        while low < high {
            let middle = (low + high) / 2
            if index < lines[middle].upperBound { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// What of a line is drawn: all but its line end and the blank that did not fit.
    func drawn(_ line: Int, of text: [Character]) -> Range<Int> {
        let range = lines[line]
        guard let last = range.last else { return range }
        if text[last] == "\n" {
            let hung =
                last > range.lowerBound && text[last - 1] == " "
                && Self.width(of: text[range.lowerBound..<last]) > columns
            return range.lowerBound..<(hung ? last - 1 : last)
        }
        let hangs = line < lines.count - 1 && range.count > 1 && text[last] == " "
        return hangs ? range.lowerBound..<last : range
    }

    /// Takes over an edit: `change` has already been made to `text`. Only the lines that it can have moved are cut again.
    mutating func update(_ text: [Character], after change: TextChange) {
        // The end of a line is settled by at most the first cluster of the second line after it.
        let first = max(0, line(of: change.start) - 3)
        var fresh: [Range<Int>] = []
        var start = lines[first].lowerBound
        var old = first
        while true {
            if start >= change.start + change.inserted {
                while old < lines.count, lines[old].lowerBound < start - change.growth { old += 1 }
                let isOutside = start - change.growth >= change.start + change.removed
                if isOutside, old < lines.count, lines[old].lowerBound == start - change.growth { break }
            }
            let end = Self.lineEnd(from: start, in: text, columns: columns)
            fresh.append(start..<end)
            if Self.isLast(start..<end, of: text) {
                old = lines.count
                break
            }
            start = end
        }
        if change.growth != 0 {
            for moved in old..<lines.count {
                lines[moved] = lines[moved].lowerBound + change.growth..<lines[moved].upperBound + change.growth
            }
        }
        lines.replaceSubrange(first..<old, with: fresh)
    }

    static func width(of text: ArraySlice<Character>) -> Int { text.reduce(0) { $0 + TextWidth.of($1) } }

    /// How many of the first clusters take at most so many columns together.
    static func count(of text: ArraySlice<Character>, within columns: Int) -> Int {
        var width = 0
        for (count, character) in text.enumerated() {
            width += TextWidth.of(character)
            if width > columns { return count }
        }
        return text.count
    }

    private static func isLast(_ line: Range<Int>, of text: [Character]) -> Bool {
        line.upperBound == text.count && (line.isEmpty || text[line.upperBound - 1] != "\n")
    }

    private static func lineEnd(from start: Int, in text: [Character], columns: Int) -> Int {
        var width = 0
        var breakable = start
        var index = start
        while index < text.count {
            let character = text[index]
            if character == "\n" { return index + 1 }
            if index > start, LineBreaking.allows(between: text[index - 1], and: character) { breakable = index }
            width += TextWidth.of(character)
            if width > columns, index > start {
                if character == " " {
                    return index + 1 < text.count && text[index + 1] == "\n" ? index + 2 : index + 1
                }
                return breakable > start ? breakable : index
            }
            index += 1
        }
        return index
    }
}
