// What of a screen has changed, as bytes that could not be spared.

extension VirtualTerminal {
    /// All cells, row by row.
    package var cells: [[ShownCell]] {
        (0..<rows).map { row in (0..<columns).map { self[row, $0] } }
    }

    /// The UTF-8 bytes of the cells that differ; the second half of a wide character has none of its own.
    package func bytes(changedSince before: [[ShownCell]]) -> Int {
        var bytes = 0
        for (row, cells) in cells.enumerated() {
            var column = 0
            while column < columns {
                let cell = cells[column]
                if cell != before[row][column] { bytes += max(1, cell.text.utf8.count) }
                column += max(1, cell.width)
            }
        }
        return bytes
    }
}
