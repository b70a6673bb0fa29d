// The twins of the paging keys.

/// F7 and F8 page where a terminal eats PgUp and PgDn.
enum Paging {
    /// The paging key that a key stands for, or the key itself.
    static func key(_ key: Key) -> Key {
        switch key {
        case .function(7): .pageUp
        case .function(8): .pageDown
        default: key
        }
    }

    /// The same where a text is read and nothing is typed: the space bar pages on, as in every reader.
    static func reading(_ key: Key) -> Key { key == .character(" ") ? .pageDown : Self.key(key) }
}
