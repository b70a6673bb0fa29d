// One act as the key bar, 操作 and help show it.

/// An act of the screen or of the program, with its keys and, when it cannot be done now, the reason.
struct ListedAct: Equatable {
    /// Which act it is.
    enum Name: Hashable {
        /// An act of the text field the cursor is in.
        case field(TextEditAction)
        /// A line of the screen's key table.
        case screen(Int)
        case menu(Menu.Action)
        case program(ProgramAction)
    }
    let name: Name
    private(set) var keys: [Key]
    let label: String
    let help: String
    let onBar: Bool
    let refusal: String?

    /// The keys in words, such as `F2 Ctrl-P`.
    var keyNames: String { keys.map(\.name).joined(separator: " ") }

    /// - Parameter label: the word now, where it is not always the table's.
    init<Action>(_ name: Name, _ binding: Binding<Action>, label: String? = nil, refusal: String? = nil) {
        self.name = name
        keys = binding.keys
        self.label = label ?? binding.label
        help = binding.help
        onBar = binding.onBar
        self.refusal = refusal
    }

    /// The same act without the keys that something nearer has taken.
    func without(_ taken: Set<Key>) -> ListedAct {
        var act = self
        act.keys.removeAll { taken.contains($0) }
        return act
    }
}

extension [ListedAct] {
    /// As the slides have the bar: F1 to F4, the screen's other keys, F5 and on.
    var inBarOrder: [ListedAct] {
        func place(_ act: ListedAct) -> Int {
            guard case .function(let number)? = act.keys.first else { return 5 }
            return number < 5 ? number : number + 1
        }
        return enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }.map(\.element)
    }
}
