// What the terminal sent, byte by byte, for the page that tests keys.

/// Bytes that came together and what they were taken for.
struct Arrival: Equatable, Sendable {
    enum Meaning: Equatable, Sendable {
        case key(Key)
        case paste(String)
        /// The terminal's own answer to a question.
        case answer
        /// No key that is known here.
        case nothing
    }

    let bytes: [UInt8]
    let meaning: Meaning

    /// What would have reached the program otherwise.
    var event: InputEvent? {
        switch meaning {
        case .key(let key): .key(key)
        case .paste(let text): .paste(text)
        case .answer, .nothing: nil
        }
    }
}
