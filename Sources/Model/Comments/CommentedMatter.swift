// A published matter as 群众建议管理 lists it (H12).

/// A matter with how many comments it has and how many still want something, late ones included.
public struct CommentedMatter: PagedRow, Hashable {
    public let id: Identifier<Matter>
    public let system: System
    public let number: DocumentNumber
    public let title: String
    /// The unit's short name.
    public let unit: String
    public let commentsUntil: Moment?
    /// 建议数, 未处理, 未答复.
    public let tally: CommentTally
    /// Replies whose deadline has passed.
    public let overdue: Int
    /// Replies whose deadline is near.
    public let soon: Int

    public var light: Light {
        if overdue > 0 { return .overdue }
        if soon > 0 { return .soon }
        return tally.unanswered > 0 ? .open : .met
    }
}
