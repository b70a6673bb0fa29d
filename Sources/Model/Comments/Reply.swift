// 部门答复: what the unit answered.

/// The unit's answer to a comment. `at` and `by` tell of the first answer, which is the one C1 counts.
public struct Reply: Hashable, Sendable {
    public let body: String
    public let at: Moment
    public let by: String
    /// 1 until the text is changed.
    public let version: Int
}

/// An answer given earlier on the same matter, at hand while another is written.
public struct EarlierReply: Hashable, Sendable {
    public let comment: Identifier<Comment>
    /// What was answered, masked.
    public let commentBody: String
    public let adoption: Adoption?
    public let adoptionReason: String?
    public let body: String
    public let at: Moment
}
