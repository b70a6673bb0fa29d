// The terminal as the desk knows and sets it.
import Model

extension Terminal: TerminalControl {
    /// No name a client sends makes this longer than a line.
    private static let longestName = 60

    var name: String {
        let type = String(Printable.clean(type.asked).prefix(Self.longestName))
        return "\(type.isEmpty ? "-" : type) \(inquiry.answers)"
    }

    var mayLackChinese: Bool { type.isBare }

    func set(_ settings: TerminalSettings) throws(Refusal) {
        guard take(settings) else { throw Refusal(TerminalRefusal.lacks(settings.encoding).sentence) }
        isSetByHand = true
    }

    /// What the terminal answered. What the clerk has set meanwhile stands.
    func take(_ report: CursorReport, for program: any TerminalProgram) {
        guard let found = inquiry.take(report, settings), !isSetByHand, !take(found) else { return }
        program.tell("This terminal seems to use GBK, but the server has no locale for it. Set it to UTF-8.")
    }

    func recall(_ settings: TerminalSettings) {
        var settings = settings
        settings.encoding = given.encoding ?? settings.encoding
        settings.ambiguousColumns = given.ambiguousColumns ?? settings.ambiguousColumns
        settings.isPlain = given.isPlain || settings.isPlain
        _ = take(settings)
    }
}
