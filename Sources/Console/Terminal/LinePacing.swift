// How far the terminal is behind what was sent: a slow line is never given more pictures than it can show.

/// Asks the terminal, behind a picture, to say when it has got so far (`ESC [5n`, answered by `ESC [0n`), and holds further pictures back
/// until it has. Neither kernel nor SSH tell how much is still on its way. A terminal that does not answer is not waited for.
struct LinePacing {
    private enum State {
        /// Whether it answers at all is not known yet.
        case unasked, unknown
        /// So many bytes were sent since it was last known to have shown all.
        case answers(sent: Int)
        /// The answer is awaited, at the latest until a time in milliseconds of `Keyboard.now`.
        case awaiting(until: Int)
        case silent
    }

    private var state = State.unasked

    static let question = Array("\u{1B}[5n".utf8)
    /// What one key changes in a field, or one row in a list: so much may follow before there is an answer.
    private static let slack = 120
    /// A line that takes longer for one picture has other troubles.
    private static let patience = 3000

    /// Whether a picture has to wait.
    var isHolding: Bool { if case .awaiting = state { true } else { false } }

    /// When waiting ends without an answer.
    var deadline: Int? { if case .awaiting(let until) = state { until } else { nil } }

    /// Whether an answer may still come.
    var isAwaiting: Bool {
        switch state {
        case .unknown, .awaiting: true
        case .unasked, .answers, .silent: false
        }
    }

    /// Takes note of what a picture sent.
    /// - Returns: whether the question is to be sent behind it.
    mutating func note(sent bytes: Int, now: Int) -> Bool {
        switch state {
        case .unasked:
            state = .unknown
            return true
        case .answers(let before):
            guard before + bytes > Self.slack else {
                state = .answers(sent: before + bytes)
                return false
            }
            state = .awaiting(until: now + Self.patience)
            return true
        case .unknown, .awaiting, .silent: return false
        }
    }

    /// The terminal has shown everything up to the question.
    mutating func answered() { state = .answers(sent: 0) }

    /// Gives up once the deadline has passed; an answer that comes after all takes pacing up again.
    mutating func giveUp(now: Int) {
        if let deadline, deadline <= now { state = .silent }
    }

    /// Another program has had the terminal.
    mutating func reset() { if isHolding { state = .answers(sent: 0) } }
}
