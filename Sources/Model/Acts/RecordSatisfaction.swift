// 登记满意度: what the citizen says of the answer.

/// Records how satisfied the citizen is with the answer; a later word takes the place of an earlier one.
public struct RecordSatisfaction: Act {
    public static let name = "recordSatisfaction"
    public static let title = "登记满意度"
    public static let roles: Set<Role> = [.publisher]

    let comment: Comment
    let entries: Entries

    /// - Parameter entries: degree, day, channel.
    public init(_ comment: Comment, entries: Entries) {
        self.comment = comment
        self.entries = entries
    }

    public var subjectMatter: Identifier<Matter>? { comment.matter }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        try office.one(comment, step: .recordSatisfaction) { comment in
            let form = Comment.satisfactionForm(try office.channels(), answered: comment.reply?.at.day)
            let values = try office.values(of: form, entries)
            try office.set(
                [
                    "satisfaction": values.text("degree"), "satisfaction_day": values.day("day")?.description,
                    "satisfaction_channel": values.text("channel"),
                ], of: comment.id)
            try office.discardDraft(CommentForm.satisfaction(comment.id).name(comment.system), matter: comment.matter)
            return Self.entry(
                comment.id, of: comment.matter, before: comment.satisfaction.map(Self.labelled) ?? [:],
                after: form.labelled(values))
        }
    }

    /// What the journal says of it.
    static func entry(
        _ comment: Identifier<Comment>, of matter: Identifier<Matter>, before: [String: String],
        after: [String: String]
    ) -> Journal.Entry {
        Journal.Entry(
            matter: matter, subject: Comment.subject(comment), sentence: "登记\(Comment.name(comment))的满意度",
            before: before,
            after: after)
    }

    /// A satisfaction by the labels of its form.
    static func labelled(_ satisfaction: Satisfaction) -> [String: String] {
        var labelled = ["满意度": satisfaction.degree.name]
        labelled["日期"] = satisfaction.day?.description
        labelled["渠道"] = satisfaction.channel?.name
        return labelled
    }
}
