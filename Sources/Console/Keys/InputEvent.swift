// What reaches the program from the terminal.

/// One thing that happened at the terminal, handled to its end before the next is read.
enum InputEvent: Equatable, Sendable {
    case key(Key)
    /// Pasted text, never keys: line ends are LF, other control characters are already gone.
    case paste(String)
    /// Bytes as they came, with what they were taken for, instead of the key or paste itself, while the program wants to see them.
    case arrived(Arrival)
    case resized(Size)
    /// The moment asked for by `TerminalProgram.wakeAfter` has come.
    case woken
    /// The line dropped or the process was told to end: save and go.
    case hangUp
}
