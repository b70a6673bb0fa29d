// One row of a key table: the keys, the act they begin, its word on the bar and its help sentence.

/// The only place where a key is named: the key bar, the help page, 操作 and docs/keys.md read it.
struct Binding<Action: Hashable & Sendable>: Sendable {
    let keys: [Key]
    let action: Action
    /// The word on the key bar and in 操作, at most four Chinese characters.
    let label: String
    /// One sentence for the help page.
    let help: String
    /// Whether the key bar shows it.
    let onBar: Bool

    init(_ keys: Key..., does action: Action, label: String, help: String, onBar: Bool = true) {
        self.init(keys: keys, does: action, label: label, help: help, onBar: onBar)
    }

    private init(keys: [Key], does action: Action, label: String, help: String, onBar: Bool) {
        self.keys = keys
        self.action = action
        self.label = label
        self.help = help
        self.onBar = onBar
    }

    /// The same line in the table of a screen whose acts include these.
    func within<Other>(_ act: (Action) -> Other) -> Binding<Other> {
        Binding<Other>(keys: keys, does: act(action), label: label, help: help, onBar: onBar)
    }
}
