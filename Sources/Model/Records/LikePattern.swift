// Texts as `LIKE` looks for them.

/// A text as `LIKE` finds it anywhere with `ESCAPE '\'`, its own signs taken as they are.
func likePattern(_ text: String) -> String {
    "%" + text.unicodeScalars.map { "%_\\".unicodeScalars.contains($0) ? "\\\($0)" : "\($0)" }.joined() + "%"
}
