// What a terminal has to show of a picture, cell by cell.
import Pty

@testable import Console

/// A grid as the terminal of a case draws it.
struct ExpectedCells {
    struct Cell: Equatable {
        var text: String
        var width: Int
        var isReversed: Bool
    }

    private let rows: [[Cell]]
    private let cursor: (row: Int, column: Int)?
    private static let plain: [Character: String] = [
        "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
    ]

    /// - Parameter settings: those the program draws with; widths are measured in them already.
    init(_ grid: Grid, _ settings: TerminalSettings, on terminal: TerminalCase) {
        cursor = grid.cursor
        rows = (0..<grid.size.rows).map { row in
            (0..<grid.size.columns).flatMap { Self.cells(of: grid[row, $0], settings, terminal) }
        }
    }

    private static func cells(
        of cell: Console.Cell, _ settings: TerminalSettings, _ terminal: TerminalCase
    ) -> [Cell] {
        guard cell.width > 0 else { return [] }
        let isReversed = cell.style == .current || !terminal.hasColours && [.banner, .overdue].contains(cell.style)
        // Most of a picture; every charset has it.
        if cell.width == 1, cell.text.isASCII {
            return [Cell(text: String(cell.text), width: 1, isReversed: isReversed)]
        }
        if cell.width == 1, !settings.drawsLines, let sign = plain[cell.text] {
            return [Cell(text: sign, width: 1, isReversed: isReversed)]
        }
        var cells: [Cell] = []
        ShownScalars.each(in: cell.text) { scalar in
            let width = cells.isEmpty && cell.width == 1 ? 1 : TextWidth.of(scalar)
            if TextWidth.of(scalar) == 0 {
                guard !cells.isEmpty, !terminal.isBare, has(scalar, settings) else { return }
                cells[cells.count - 1].text.unicodeScalars.append(scalar)
            } else if has(scalar, settings) {
                cells.append(Cell(text: String(scalar), width: width, isReversed: isReversed))
            } else {
                let box = TextWidth.of("□" as Unicode.Scalar)
                cells.append(Cell(text: box <= width ? "□" : "?", width: min(box, width), isReversed: isReversed))
                if box < width { cells.append(Cell(text: " ", width: 1, isReversed: isReversed)) }
            }
        }
        return cells
    }

    private static func has(_ scalar: Unicode.Scalar, _ settings: TerminalSettings) -> Bool {
        settings.encoding == .utf8 || !TerminalManner.Charset.gbk.bytes(of: String(scalar)).isEmpty
    }

    /// The first place where the terminal shows something else, or nil when it shows just this.
    func difference(from screen: VirtualTerminal) -> String? {
        for (row, cells) in rows.enumerated() {
            var column = 0
            for cell in cells {
                let shown = screen[row, column]
                let text = shown.text.isEmpty ? " " : shown.text
                // A blank is a blank; how it is coloured shows in the signs beside it.
                let isSame =
                    text.unicodeScalars.elementsEqual(cell.text.unicodeScalars) && shown.width == cell.width
                    && (text == " " || shown.isReversed == cell.isReversed)
                if !isSame {
                    return """
                        row \(row) column \(column): \(cell.text.debugDescription) of \(cell.width), shown \
                        \(text.debugDescription) of \(shown.width)
                        \(cells.map(\.text).joined())
                        \(screen.line(row))
                        """
                }
                column += cell.width
            }
        }
        guard let cursor, screen.cursor != cursor else { return nil }
        return "cursor \(cursor), shown at \(screen.cursor)"
    }
}
