// The first line of a work area: what it shows, and where in it one is.

extension Canvas {
    /// Writes a title and, at the right edge, where one is; a title that would run into it ends in `..`.
    func putHeading(_ title: String, _ position: String?) {
        let taken = position.map { TextWidth.of(Printable.clean($0)) + 2 } ?? 0
        put(title, row: 0, column: 1, style: .label, width: max(0, columns - 1 - taken))
        if let position { putRight(position, row: 0, column: 0, width: columns - 1) }
    }
}
