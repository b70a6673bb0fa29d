// What became of a key or a paste in a text field.

/// The form reads whether the draft has changed and what is to be said.
enum TextEditOutcome: Equatable, Sendable {
    case changed
    case moved
    /// The key means nothing here.
    case ignored
    /// Nothing was changed; the sentence names limit and value.
    case refused(String)
    /// The text was changed, but a part of what was pasted did not fit; the sentence says how much.
    case shortened(String)

    var hasChangedText: Bool {
        switch self {
        case .changed, .shortened: true
        case .moved, .ignored, .refused: false
        }
    }

    var sentence: String? {
        switch self {
        case .refused(let sentence), .shortened(let sentence): sentence
        case .changed, .moved, .ignored: nil
        }
    }
}
