// A clerk's reason in writing, where an act asks for one.

/// Reads a reason like any other field, so that the same limits and the same words hold.
enum WrittenReason {
    /// Characters.
    static let longest = 200

    /// - Returns: the reason, or nil where none was written.
    /// - Throws: `Refusal` naming limit and value.
    static func read(_ typed: String, _ label: String) throws(Refusal) -> String? {
        let field = Field("reason", label, .text, limit: longest, required: false, help: "")
        switch FieldReader.read(field, typed, today: Day.first) {
        case .success(.text(let reason)?): return reason
        case .success: return nil
        case .failure(let error): throw Refusal(error.sentence, fields: [error])
        }
    }
}
