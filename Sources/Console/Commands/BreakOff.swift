// Ctrl-C and its kin during a long command: asked for between two steps, so that the command can clear up behind itself.
import Glibc

/// Holds back the signals that end a program, and says whether one has come. No handler runs, so nothing is cut in the middle.
struct BreakOff {
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// From here on the signals wait.
    init() {
        var held = sigset_t()
        sigemptyset(&held)
        for signal in Self.signals { sigaddset(&held, signal) }
        sigprocmask(SIG_BLOCK, &held, nil)
    }

    /// Whether somebody wants the command to stop.
    var isWanted: Bool {
        var pending = sigset_t()
        guard sigpending(&pending) == 0 else { return false }
        return Self.signals.contains { sigismember(&pending, $0) == 1 }
    }
}
