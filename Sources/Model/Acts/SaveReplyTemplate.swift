// 保存和删除答复模板: the texts a unit answers with again and again.

/// Saves a reply template of the unit, new or in the place of an earlier one.
public struct SaveReplyTemplate: Act {
    public static let name = "saveReplyTemplate"
    public static let title = "保存答复模板"
    public static let roles: Set<Role> = [.publisher]

    let earlier: ReplyTemplate?
    let title: String
    let body: String

    /// - Parameter earlier: the template that is changed, as it was read; nil for a new one.
    public init(_ title: String, _ body: String, replacing earlier: ReplyTemplate? = nil) {
        self.earlier = earlier
        self.title = title
        self.body = body
    }

    public func perform(in office: Transaction) throws -> Performed<Identifier<ReplyTemplate>> {
        let form = ReplyTemplate.form
        let values = try office.values(of: form, Entries(["title": title, "body": body]))
        let before = try earlier.map(office.unchanged)
        let title = values.text("title") ?? ""
        let templates = try office.replyTemplates()
        guard !templates.contains(where: { $0.title == title && $0.id != before?.id }) else {
            throw Refusal("本单位已有名称为 \(title) 的模板, 请换一个名称", fields: [FieldError("title", "已有名称为 \(title) 的模板, 请换一个")])
        }
        guard before != nil || templates.count < ReplyTemplate.most else {
            throw Refusal("每个单位最多 \(ReplyTemplate.most) 个模板, 现在已有 \(templates.count) 个; 请先删去不用的")
        }
        let id = try office.saveReplyTemplate(title, values.text("body") ?? "", replacing: before?.id)
        try office.discardDraft(ReplyTemplate.draftForm(of: before?.id), matter: nil)
        return Performed(
            id, Self.entry(id, title, before: before.map(Self.labelled) ?? [:], after: form.labelled(values)))
    }

    /// What the journal says of it.
    static func entry(
        _ template: Identifier<ReplyTemplate>, _ title: String, before: [String: String], after: [String: String]
    ) -> Journal.Entry {
        Journal.Entry(
            subject: "replyTemplate:\(template.rawValue)", sentence: "\(before.isEmpty ? "保存" : "修改")答复模板 \(title)",
            before: before, after: after)
    }

    static func labelled(_ template: ReplyTemplate) -> [String: String] {
        [ReplyTemplate.fields.title.label: template.title, ReplyTemplate.fields.body.label: template.body]
    }
}

/// Deletes a reply template of the unit; its text stays in the journal.
public struct DeleteReplyTemplate: Act {
    public static let name = "deleteReplyTemplate"
    public static let title = "删除答复模板"
    public static let roles: Set<Role> = [.publisher]

    let template: ReplyTemplate

    public init(_ template: ReplyTemplate) { self.template = template }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        let template = try office.unchanged(template)
        try office.deleteReplyTemplate(template.id)
        return Performed(
            (),
            Journal.Entry(
                subject: "replyTemplate:\(template.id.rawValue)", sentence: "删除答复模板 \(template.title)",
                before: SaveReplyTemplate.labelled(template)))
    }
}
