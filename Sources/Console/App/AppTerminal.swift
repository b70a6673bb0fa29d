// The terminal's settings, from one sign-in to the next.
import Model

extension App {
    /// What the clerk set before signing in is remembered; else the terminal is set as they had it last time.
    func settleTerminal(in session: Session) {
        guard let terminal = desk.terminal else { return }
        if terminal.isSetByHand {
            try? desk.office.remember(terminal.settings.texts, ofTerminal: terminal.name, in: session)
        } else if let texts = try? desk.office.terminalSettings(terminal.name, in: session),
            let settings = TerminalSettings(texts)
        {
            terminal.recall(settings)
        }
    }

    /// Characters take other widths than before. What was laid out is kept as long as its room stays the same, so it is given
    /// another room in between.
    func layOutAgain() {
        let present = size
        size.columns += 1
        fitAll()
        size = present
        fitAll()
    }
}
