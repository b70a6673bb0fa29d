// A terminal without glass: libvterm draws what a program sends, and tests read its cells.
import CVTerm

/// One cell as the virtual terminal shows it.
package struct ShownCell: Equatable {
    package var text: String
    package var width: Int
    package var isBold: Bool
    package var isReversed: Bool
    package var isUnderlined: Bool
    /// One of the terminal's colours; nil for its default.
    package var ink: Int?
    package var ground: Int?
}

/// A terminal of the xterm kind.
package final class VirtualTerminal {
    package private(set) var rows: Int
    package private(set) var columns: Int
    private let terminal: OpaquePointer
    private let screen: OpaquePointer
    private let manner: TerminalManner
    private var wire: WireDecoder

    package init(rows: Int, columns: Int, manner: TerminalManner = TerminalManner()) {
        self.manner = manner
        wire = WireDecoder(manner)
        self.rows = rows
        self.columns = columns
        terminal = vterm_new(Int32(rows), Int32(columns))
        vterm_set_utf8(terminal, 1)
        screen = vterm_obtain_screen(terminal)
        vterm_screen_enable_altscreen(screen, 1)
        vterm_screen_reset(screen, 1)
    }

    deinit { vterm_free(terminal) }

    /// Draws what the program sent, and returns what a terminal answers to that.
    package func write(_ bytes: [UInt8]) -> [UInt8] {
        wire.decode(bytes).withUnsafeBytes { raw in
            _ = vterm_input_write(terminal, raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count)
        }
        var answer = [CChar](repeating: 0, count: 4096)
        let count = vterm_output_read(terminal, &answer, answer.count)
        return manner.answers ? answer[..<count].map { UInt8(bitPattern: $0) } : []
    }

    package func resize(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        vterm_set_size(terminal, Int32(rows), Int32(columns))
    }

    /// Where the hardware cursor stands.
    package var cursor: (row: Int, column: Int) {
        var position = VTermPos()
        vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
        return (Int(position.row), Int(position.col))
    }

    package subscript(row: Int, column: Int) -> ShownCell {
        var cell = VTermScreenCell()
        vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
        var text = String.UnicodeScalarView()
        withUnsafeBytes(of: cell.chars) { raw in
            for value in raw.bindMemory(to: UInt32.self) {
                guard value != 0, let scalar = Unicode.Scalar(value) else { break }
                text.append(wire.meaning(of: scalar))
            }
        }
        let ink = Int(vt_colour_index(&cell.fg))
        let ground = Int(vt_colour_index(&cell.bg))
        return ShownCell(
            text: String(text), width: Int(cell.width), isBold: cell.attrs.bold != 0,
            isReversed: cell.attrs.reverse != 0, isUnderlined: cell.attrs.underline != 0,
            ink: ink < 0 ? nil : ink, ground: ground < 0 ? nil : ground)
    }

    /// A row as a person reads it, without trailing blanks.
    package func line(_ row: Int) -> String {
        var line = ""
        var column = 0
        while column < columns {
            let cell = self[row, column]
            line += cell.text.isEmpty ? " " : cell.text
            column += max(1, cell.width)
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    package var lines: [String] { (0..<rows).map(line) }

    /// The whole screen.
    package var text: String { lines.joined(separator: "\n") }

    /// The column where a text begins in a row; nil when it is not there.
    package func column(of text: String, inRow row: Int) -> Int? {
        let wanted = Array(text.unicodeScalars)
        return (0..<columns).first { start in
            var shown: [Unicode.Scalar] = []
            var column = start
            while column < columns, shown.count < wanted.count {
                let cell = self[row, column]
                shown += Array((cell.text.isEmpty ? " " : cell.text).unicodeScalars)
                column += max(1, cell.width)
            }
            return Array(shown.prefix(wanted.count)) == wanted
        }
    }
}
