// What the terminal asks of the program it shows, so that the program needs no terminal in tests.

/// A program that answers events with a screen.
protocol TerminalProgram: AnyObject {
    /// Handles one event to its end.
    func handle(_ event: InputEvent)
    /// Called right before painting, so that what others have done meanwhile is seen and no key meets what was not.
    func catchUp()
    /// The screen as it is now. Reading only.
    func paint() -> Grid
    /// Milliseconds after which `.woken` is wanted, counted from the first event that it was not nil after; nil while nothing waits, so that
    /// an idle console costs nothing.
    var wakeAfter: Int? { get }
    /// True once the program has ended and the terminal is to be given back.
    var hasEnded: Bool { get }
    /// Whether what comes is to be told with its bytes, as `.arrived`.
    var wantsArrivals: Bool { get }
    /// Work that needs the terminal for itself (an upload), to be done once, outside of curses, after the next paint.
    func takeOutsideWork() -> (() -> Void)?
    /// Called when characters have come to take other widths, so that all that was laid out is laid out again.
    func layOutAgain()
    /// Says something about the terminal itself.
    func tell(_ sentence: String)
    /// True once after the clerk asked for the whole screen to be sent again.
    func takeRedraw() -> Bool
}

extension TerminalProgram {
    var wantsArrivals: Bool { false }
    func takeRedraw() -> Bool { false }
    func catchUp() {}
    func layOutAgain() {}
    func tell(_ sentence: String) {}
}
