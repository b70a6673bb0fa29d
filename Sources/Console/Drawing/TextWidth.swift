// How many columns text takes, and where it may be cut.

/// Columns of text on a terminal, by the program's own table.
enum TextWidth {
    /// Columns of the scalars whose width depends on the terminal's font, 1 or 2. The terminal gives it for all that is handled and
    /// drawn within one event, so that measuring, drawing and curses never hold different views.
    @TaskLocal static var ambiguousColumns = 1

    /// Columns of one grapheme cluster as `Printable.clean` leaves it: 1 or 2, or 0 for one of which nothing is left.
    static func of(_ cluster: Character) -> Int {
        if let ascii = cluster.asciiValue, ascii >= 0x20, ascii < 0x7F { return 1 }
        var shown = 0
        ShownScalars.each(in: cluster) { shown += of($0) }
        return shown
    }

    /// Columns of one scalar: 0 for combining marks, 2 for wide ones.
    static func of(_ scalar: Unicode.Scalar) -> Int { WidthClass(scalar).columns }

    /// Columns of a whole text.
    static func of(_ text: String) -> Int {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
        return text.reduce(0) { $0 + of($1) }
    }

    /// The text cut to at most `columns`; what is cut ends in `..`, and no wide character is halved.
    static func fit(_ text: String, to columns: Int) -> String {
        guard of(text) > columns else { return text }
        guard columns > 2 else { return String(repeating: ".", count: max(0, columns)) }
        var taken = 0
        var fitting = ""
        for cluster in text {
            let width = of(cluster)
            if taken + width > columns - 2 { break }
            fitting.append(cluster)
            taken += width
        }
        return fitting + ".."
    }
}
