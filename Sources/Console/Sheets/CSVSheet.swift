// A report as comma-separated values: UTF-8 with its mark, RFC 4180, nothing that a spreadsheet takes for a formula.
import Model

/// Its heading in lines of label and text, an empty line, the columns, the rows, and the totals.
struct CSVSheet: ReportSink {
    let stream: SheetStream

    mutating func begin(_ heading: ReportHeading, _ columns: [ReportColumn]) throws {
        try stream.write("\u{FEFF}")
        try add(texts: [heading.title])
        for part in heading.parts { try add(texts: [part.label, part.text]) }
        try stream.write("\r\n")
        try add(texts: columns.map(\.heading))
    }

    mutating func add(_ cells: [ReportCell]) throws {
        try stream.append { bytes in
            for (index, cell) in cells.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.append(cell, to: &bytes)
            }
            bytes.append(UInt8(ascii: "\r"))
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    mutating func end(totals: [ReportCell]?) throws {
        if let totals { try add(totals) }
        try stream.finish()
    }

    private func add(texts: [String]) throws { try stream.append { Self.append(texts, to: &$0) } }

    private static func append(_ texts: [String], to bytes: inout [UInt8]) {
        for (index, text) in texts.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(text, to: &bytes)
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    private static func append(_ cell: ReportCell, to bytes: inout [UInt8]) {
        switch cell {
        case .empty: return
        case .text(let text): append(text, to: &bytes)
        case .share(let share) where share.whole == 0: return
        case .average(let average) where average.count == 0: return
        case .count, .share, .average, .day, .moment: bytes.append(contentsOf: cell.text.utf8)
        }
    }

    /// A text in quotes where it must be; with a `'` before it where a spreadsheet would take it for a formula.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        let isFormula = isFormula(text)
        var text = text
        text.withUTF8 { text in
            let mustBeQuoted = isFormula || text.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0D || $0 == 0x0A }
            guard mustBeQuoted else { return bytes.append(contentsOf: text) }
            let quote = UInt8(ascii: "\"")
            bytes.append(quote)
            if isFormula { bytes.append(UInt8(ascii: "'")) }
            for byte in text {
                if byte == quote { bytes.append(quote) }
                bytes.append(byte)
            }
            bytes.append(quote)
        }
    }

    /// What begins with one of these is reckoned or run by a spreadsheet, in full width too.
    private static let beginnings: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
    ]

    static func isFormula(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        // Chinese text begins with a byte that none of these has.
        guard first < 0x40 || first == 0x40 || first == 0xEF else { return false }
        return text.unicodeScalars.first.map(beginnings.contains) ?? false
    }
}
