// Why a file was not read, stored or transferred, in the words the clerk reads.

/// A file was refused; nothing was changed.
public struct FileRefusal: Error, Equatable, Sendable {
    /// One Chinese sentence: which file, what is wrong with it, what to do next.
    public let sentence: String

    public init(_ sentence: String) {
        self.sentence = sentence
    }
}
