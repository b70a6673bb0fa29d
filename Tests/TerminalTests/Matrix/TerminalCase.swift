// One terminal of the many that counties have: type, encoding, font, size.
import CountyFixture
import Foundation
import Pty
import Testing

@testable import Console

/// One cell of the matrix.
struct TerminalCase: Hashable, CustomTestStringConvertible {
    let type: String
    let charset: TerminalManner.Charset
    let ambiguousColumns: Int
    let size: Size

    private static let types = [
        "xterm", "xterm-256color", "screen-256color", "tmux-256color", "linux", "putty", "vt100", "vt102", "vt220",
        "ansi",
        "rxvt-unicode", "konsole", "no-such-terminal",
    ]
    private static let sizes = [Size(rows: 24, columns: 80), Size(rows: 43, columns: 132)]
    private static var counts: [Int] { [types.count, TerminalManner.Charset.allCases.count, 2, sizes.count] }

    private init(_ choices: [Int]) {
        type = Self.types[choices[0]]
        charset = TerminalManner.Charset.allCases[choices[1]]
        ambiguousColumns = choices[2] + 1
        size = Self.sizes[choices[3]]
    }

    /// All of them in the soak, else every two choices together once.
    static let wanted: [TerminalCase] = {
        let isFull = ProcessInfo.processInfo.environment["YANGGUANG_MATRIX"] == "full"
        return (isFull ? Pairs.all(counts) : Pairs.rows(counts)).map { TerminalCase($0) }
    }()

    var testDescription: String { "\(type) \(charset.rawValue) \(ambiguousColumns) \(size.columns)x\(size.rows)" }

    var manner: TerminalManner {
        var manner = TerminalManner(charset)
        manner.ambiguousColumns = ambiguousColumns
        manner.isWide = { WidthClass($0) == .ambiguous }
        return manner
    }

    /// What the program is to find out of it.
    var settings: TerminalSettings {
        // Both answer with the same six columns; the rarer characters are the clerk's to ask for.
        var settings = TerminalSettings(charset == .utf8 ? .utf8 : .gbk)
        settings.ambiguousColumns = ambiguousColumns
        return settings
    }

    var isKnown: Bool { type != "no-such-terminal" }

    /// Meanings that are elsewhere a colour are an attribute here.
    var hasColours: Bool { !type.hasPrefix("vt") }

    /// Neither marks nor a second sign in one place, as on a console of its own.
    var isBare: Bool { ["linux", "vt", "ansi"].contains { type.hasPrefix($0) } }
}
