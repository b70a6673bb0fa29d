// How far a long command has come: one line on the terminal, only where it takes over a second.
import Glibc

/// A bar on standard error. Nothing is drawn where that is no terminal, or the work is done within a second.
struct ProgressBar {
    private static let patience = 1.0
    private static let interval = 0.1
    private static let columns = 30

    private let isShown = StandardError.isTerminal
    private let began = ProgressBar.seconds
    private var drawn = 0.0
    private var drawnWidth = 0

    init() {}

    /// Draws the bar again if it is time.
    /// - Parameter total: 0 where it cannot be told.
    mutating func show(_ stage: String, done: Int, total: Int) {
        guard isShown else { return }
        let now = Self.seconds
        guard now - began >= Self.patience, now - drawn >= Self.interval else { return }
        drawn = now
        draw(Self.line(stage, done: done, total: total))
    }

    /// Takes the bar away, so that what is said next begins on an empty line.
    mutating func finish() {
        guard drawnWidth > 0 else { return }
        draw("")
        StandardError.write("\r")
    }

    static func line(_ stage: String, done: Int, total: Int) -> String {
        guard total > 0 else { return "\(stage) .." }
        let filled = min(columns, done * columns / total)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: columns - filled)
        return "\(stage) [\(bar)] \(min(100, done * 100 / total))% \(done)/\(total)"
    }

    private mutating func draw(_ line: String) {
        let width = TextWidth.of(line)
        StandardError.write("\r" + line + String(repeating: " ", count: max(0, drawnWidth - width)))
        drawnWidth = width
    }

    private static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
