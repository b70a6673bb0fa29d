// One act as the key bar, 操作 and help show it.

/// An act of the screen or of the program, with its keys and, when it cannot be done now, the reason.
struct ListedAct: Equatable {
    /// Which act it is.
    enum Name: Hashable {
        /// A line of the screen's key table.
        case screen(Int)
        case program(ProgramAction)
    }
    let name: Name
    let keys: [Key]
    let label: String
    let help: String
    let onBar: Bool
    let refusal: String?

    /// The keys in words, such as `F2 Ctrl-P`.
    var keyNames: String { keys.map(\.name).joined(separator: " ") }
}
