// A terminal for screens that are played without one.
import Model

@testable import Console

/// Takes settings as the real one does.
final class PlayedTerminal: TerminalControl {
    let name = "xterm 4 1"
    private(set) var settings = TerminalSettings()
    let mayLackChinese: Bool
    private(set) var isSetByHand = false
    private let hasChineseLocale: Bool

    init(mayLackChinese: Bool = false, hasChineseLocale: Bool = true) {
        self.mayLackChinese = mayLackChinese
        self.hasChineseLocale = hasChineseLocale
    }

    func set(_ settings: TerminalSettings) throws(Refusal) {
        guard hasChineseLocale || settings.encoding == .utf8 else {
            throw Refusal(TerminalRefusal.lacks(settings.encoding).sentence)
        }
        self.settings = settings
        isSetByHand = true
    }

    func recall(_ settings: TerminalSettings) { self.settings = settings }

    /// What is measured meanwhile is measured as this terminal draws it.
    func inItsWidths<Value>(_ work: () -> Value) -> Value {
        TextWidth.$ambiguousColumns.withValue(settings.ambiguousColumns, operation: work)
    }
}
