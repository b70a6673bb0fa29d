// 答复模板: a text a unit answers with again and again.

/// A reply template of a unit.
public struct ReplyTemplate: Hashable, Sendable {
    public let id: Identifier<ReplyTemplate>
    public let title: String
    public let body: String
    public let changedAt: Moment
    public let changedBy: String
    public let version: Int

    /// The most templates of a unit.
    public static let most = 200

    /// The name of its form among drafts; a template that is changed has a draft of its own.
    static func draftForm(of template: Identifier<ReplyTemplate>?) -> String {
        template.map { "\(newDraft).\($0.rawValue)" } ?? newDraft
    }
    private static let newDraft = "reply.template"

    /// The template that a draft changes; nil for the draft of another form.
    static func ofDraft(_ form: String) -> Identifier<ReplyTemplate>? {
        guard form.hasPrefix(newDraft) else { return nil }
        return Int64(form.dropFirst(newDraft.count + 1)).map { Identifier($0) }
    }

    static let fields = (
        title: Field("title", "模板名称", .line, limit: 40, help: "一看就知道什么时候用的名称, 例如 采纳、转交其他部门。最多 40 字。"),
        body: Field("body", "模板内容", .text, limit: 2000, help: "答复的文字, 用的时候还可以修改。最多 2000 字。")
    )
    static let form = Form([fields.title, fields.body], rules: [])
}
