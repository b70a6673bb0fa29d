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

    /// The clerk's reason in writing for the deadlines that an act shows to be missed; nil where none is.
    static func read(_ typed: String, for late: [PublicationCheck.Late]) throws(Refusal) -> String? {
        guard !late.isEmpty else { return nil }
        guard let reason = try read(typed, "晚发布的原因") else {
            throw Refusal(late.map(\.sentence).joined(separator: "; ") + "; 请写明原因后再发布")
        }
        return reason
    }
}
