// A clerk's reason in writing, where an act asks for one.

/// Reads a reason like any other field, so that the same limits and the same words hold.
public enum WrittenReason {
    /// Characters.
    public static let longest = 200

    /// What is done late needs the clerk's reason in writing.
    /// - Parameter act: what is being done, such as 发布.
    /// - Returns: the reason, or nil where nothing is late.
    /// - Throws: `Refusal` if there is none.
    static func read(_ typed: String, forLate late: [PublicationCheck.Late], doing act: String) throws(Refusal)
        -> String?
    {
        guard !late.isEmpty else { return nil }
        if let reason = try read(typed, "晚\(act)的原因") { return reason }
        throw Refusal("\(late.sentence); 请写明原因后再\(act)")
    }

    /// A reason without which the act is not done.
    /// - Throws: `Refusal` naming what is to be written, or limit and value.
    static func required(_ typed: String, _ label: String, asking: String? = nil) throws(Refusal) -> String {
        if let reason = try read(typed, label) { return reason }
        throw Refusal(asking ?? "请写明\(label)")
    }

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
