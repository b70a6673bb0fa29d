// What differs between terminals of one kind: their encoding, the width of some signs, and whether lines can be drawn.
import Model

/// How the terminal is written to. Found out from the environment and the terminal itself, and set by the clerk where that is wrong.
struct TerminalSettings: Hashable, Sendable {
    var encoding = TextEncoding.utf8
    /// Columns of the signs whose width depends on the font, such as “ ” … — × ① ●.
    var ambiguousColumns = 1
    /// Whether boxes are to be drawn in lines where the terminal can.
    var wantsLines = true
    /// Whether the screen is read aloud or felt: one thing at a time, no frames, every state in words.
    var isPlain = false

    /// The usual settings of terminals with an encoding: fonts made for GBK draw these signs two columns wide.
    init(_ encoding: TextEncoding = .utf8) {
        self.encoding = encoding
        ambiguousColumns = encoding == .utf8 ? 1 : 2
    }

    /// Whether a line character takes the one column it is given. Where it does not, boxes are `+ - |`.
    var drawsLines: Bool { wantsLines && encoding == .utf8 && ambiguousColumns == 1 }
}

// The settings as they are remembered.
extension TerminalSettings {
    var texts: Entries {
        Entries([
            "encoding": encoding.rawValue, "ambiguous": String(ambiguousColumns),
            "lines": wantsLines ? "drawn" : "ascii", "plain": isPlain ? "yes" : "no",
        ])
    }

    /// - Parameter texts: what was remembered; nil comes of what no version of the program has written.
    init?(_ texts: Entries) {
        guard let encoding = TextEncoding(rawValue: texts["encoding"]),
            let columns = ["1": 1, "2": 2][texts["ambiguous"]]
        else { return nil }
        self.encoding = encoding
        ambiguousColumns = columns
        wantsLines = texts["lines"] != "ascii"
        isPlain = texts["plain"] == "yes"
    }
}

/// What was said about the terminal at the start of the program, and holds whatever the terminal answers.
struct GivenSettings: Hashable, Sendable {
    var encoding: TextEncoding?
    var ambiguousColumns: Int?
    var isPlain = false

    /// The settings a terminal of an encoding begins with.
    func settings(_ encoding: TextEncoding) -> TerminalSettings {
        var settings = TerminalSettings(encoding)
        if let ambiguousColumns { settings.ambiguousColumns = ambiguousColumns }
        settings.isPlain = isPlain
        return settings
    }

    /// Whether the terminal is asked anything at all: one that prints questions instead of answering them is spared by saying both.
    var mayBeAsked: Bool { encoding == nil || ambiguousColumns == nil }
}

/// The terminal as the desk may know and set it.
protocol TerminalControl: AnyObject {
    /// The kind of terminal, under which its settings are remembered: its type and what it answered of itself.
    var name: String { get }
    var settings: TerminalSettings { get }
    /// Whether it may well have no Chinese font at all: a console of its own, or what calls itself one.
    var mayLackChinese: Bool { get }
    /// Whether the clerk has set it in this session.
    var isSetByHand: Bool { get }
    /// Sets it as the clerk wants it now.
    /// - Throws: `Refusal` when the server cannot do that; then nothing has changed.
    func set(_ settings: TerminalSettings) throws(Refusal)
    /// Sets it as the clerk had it last time, as far as nothing else was said at the start of the program.
    func recall(_ settings: TerminalSettings)
}
