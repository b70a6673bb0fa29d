// Why something was not done, in the sentence that the clerk reads.

/// A refusal: what happened, why, and what to do next, in one Chinese sentence.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable {
        /// A rule of the procedure or a wrong entry.
        case rule
        /// The record has changed since it was read; nothing typed is lost.
        case stale
        /// The clerk may not do this.
        case notAllowed
        /// The session has ended.
        case session
        /// The store could not be read or written.
        case store
    }
    public let reason: Reason
    public let sentence: String
    /// The fields at fault, where a form was refused.
    public let fields: [FieldError]

    public init(_ sentence: String, reason: Reason = .rule, fields: [FieldError] = []) {
        self.reason = reason
        self.sentence = sentence
        self.fields = fields
    }

    public var description: String { sentence }
}

/// What is wrong with one field.
public struct FieldError: Error, Hashable, Sendable {
    /// The field's name in its form.
    public let field: String
    /// The sentence: field, limit and value.
    public let sentence: String

    public init(_ field: String, _ sentence: String) {
        self.field = field
        self.sentence = sentence
    }
}
