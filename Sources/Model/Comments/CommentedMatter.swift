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
    /// How many of its comments want an answer, those that press before all: `2/8 条`.
    var waitingWord: String {
        let pressing = overdue > 0 ? overdue : soon
        return pressing > 0 ? "\(pressing)/\(tally.unanswered) 条" : "\(tally.unanswered) 条"
    }

    /// The same in a sentence.
    public var waitingSentence: String {
        let late = overdue > 0 ? "\(overdue) 条答复已超期" : ""
        let near = soon > 0 ? "\(soon) 条答复将到期" : ""
        let pressing = [late, near].filter { !$0.isEmpty }.joined(separator: ", ")
        return "\(tally.unanswered) 条建议还没有答复" + (pressing.isEmpty ? "" : ", 其中 \(pressing)")
    }
}
