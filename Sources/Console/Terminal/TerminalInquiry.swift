// Asks a terminal, by where its cursor comes to stand, how it decodes and how wide it draws.

/// Where a terminal says its cursor is; rows and columns count from 1.
struct CursorReport: Hashable, Sendable {
    let row: Int
    let column: Int

    /// - Parameter tail: the bytes that followed an Esc, such as `[7;5R`.
    ///
    /// F3 with a modifier looks the same in the first row, where nothing is ever asked.
    init?(_ tail: some Sequence<UInt8>) {
        let tail = Array(tail)
        guard tail.count <= 12, tail.first == UInt8(ascii: "["), tail.last == UInt8(ascii: "R") else { return nil }
        let numbers = tail.dropFirst().dropLast().split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { Int(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == 2, let row = numbers[0], let column = numbers[1], row > 1, column > 0 else { return nil }
        self.row = row
        self.column = column
    }
}

/// Questions that are written over and wiped in one breath, so that nothing waits for the answers and nobody sees them. An answer counts
/// whenever it comes; a terminal that gives none is left as it is.
struct TerminalInquiry {
    enum Question: CaseIterable { case encoding, ambiguousWidth }

    private var open: [Question]
    private var asked: (question: Question, row: Int)?
    private var columns: [Question: Int] = [:]

    /// Chinese in UTF-8, which takes four columns; read as GBK its bytes make three characters of two.
    private static let sample = "你好"
    private static let ambiguous: Unicode.Scalar = "“"
    /// No sample takes as much.
    private static let room = 8

    /// - Parameter given: what was said already and need not be asked.
    init(_ given: GivenSettings = GivenSettings()) {
        open = Question.allCases
        if given.encoding != nil { open.removeAll { $0 == .encoding } }
        if given.ambiguousColumns != nil { open.removeAll { $0 == .ambiguousWidth } }
    }

    /// What the terminal answered, as part of its name: two of one type may differ.
    var answers: String {
        Question.allCases.map { columns[$0].map(String.init) ?? "-" }.joined(separator: " ")
    }

    /// Whether an answer may still come.
    var isAwaiting: Bool { asked != nil }

    /// The bytes of the next question, or nil while there is none to be asked or no blank place for it on the screen shown.
    mutating func question(on grid: Grid, in encoding: TextEncoding) -> [UInt8]? {
        guard asked == nil, let question = open.first, let row = Self.blankRow(of: grid) else { return nil }
        open.removeFirst()
        asked = (question, row + 1)
        let sample = question == .encoding ? Array(Self.sample.utf8) : encoding.bytes(of: Self.ambiguous)
        // Saved and restored are cursor and attributes, which curses believes to be as it left them.
        let place = "\u{1B}[\(row + 1);1H"
        // The first sign, of two bytes, ends a character that the terminal, decoding otherwise, may still wait for.
        let before = "\u{1B}7\u{1B}[m\(place)\u{A0}\(place)"
        let after = "\u{1B}[6n\(place)\(String(repeating: " ", count: Self.room))\u{1B}8"
        return Array(before.utf8) + sample + Array(after.utf8)
    }

    /// Takes an answer.
    /// - Returns: the settings it leads to from the present ones; nil when it changes nothing.
    mutating func take(_ report: CursorReport, _ settings: TerminalSettings) -> TerminalSettings? {
        guard let (question, row) = asked, report.row == row else { return nil }
        asked = nil
        columns[question] = report.column - 1
        var found = settings
        switch (question, report.column - 1) {
        case (.encoding, 4) where settings.encoding != .utf8: found = TerminalSettings(.utf8)
        case (.encoding, 6) where settings.encoding == .utf8: found = TerminalSettings(.gbk)
        case (.ambiguousWidth, let answer) where answer == 1 || answer == 2: found.ambiguousColumns = answer
        default: return nil
        }
        found.isPlain = settings.isPlain
        if question == .encoding, !open.contains(.ambiguousWidth) { found.ambiguousColumns = settings.ambiguousColumns }
        return found == settings ? nil : found
    }

    /// A row below the first whose beginning is blank.
    private static func blankRow(of grid: Grid) -> Int? {
        guard grid.size.columns > room else { return nil }
        return (1..<max(1, grid.size.rows)).first { row in (0..<room).allSatisfy { grid[row, $0] == .blank } }
    }
}
