// Writing a reply template as a task of the form screen.

/// Writing a new template of the unit, or changing one.
public struct ReplyTemplateTask: FormTask {
    private let earlier: ReplyTemplate?
    /// What a new template begins with.
    private let written: String
    public var form: Form { ReplyTemplate.form }
    public var title: String { earlier.map { "修改答复模板 \($0.title)" } ?? "新建答复模板" }
    public var verb: String { "保存" }
    public var draftForm: String { ReplyTemplate.draftForm(of: earlier?.id) }
    public var matter: Matter? { nil }
    public var takesAttachments: Bool { false }

    /// A new template, begun with a text that is being written.
    public init(written: String) {
        earlier = nil
        self.written = written
    }

    public init(_ earlier: ReplyTemplate) {
        self.earlier = earlier
        written = ""
    }

    /// The task of a draft.
    /// - Parameter earlier: the template that is being changed; nil for a new one.
    /// - Throws: `Refusal` if it is gone.
    static func task(
        of earlier: Identifier<ReplyTemplate>?, _ office: Office, _ session: Session
    ) throws(Refusal) -> ReplyTemplateTask {
        guard let earlier else { return ReplyTemplateTask(written: "") }
        return ReplyTemplateTask(try template(earlier, office, session))
    }

    private static func template(
        _ id: Identifier<ReplyTemplate>, _ office: Office, _ session: Session
    ) throws(Refusal) -> ReplyTemplate {
        guard let template = try office.replyTemplates(in: session).first(where: { $0.id == id }) else {
            throw Refusal("这个模板已被删除; 您写的内容还在草稿中", reason: .stale)
        }
        return template
    }

    public func beginning(for clerk: Clerk, today: Day) -> Entries {
        Entries(["title": earlier?.title ?? "", "body": earlier?.body ?? written].filter { !$0.value.isEmpty })
    }

    public func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        guard let earlier else { return self }
        return ReplyTemplateTask(try Self.template(earlier.id, office, session))
    }

    public func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck {
        let (values, errors) = form.read(entries, Form.Context(now: context.now, calendar: context.calendar))
        return FormCheck(
            errors: errors, warnings: Wording.warnings(form, entries), late: [], remarks: [],
            preview: PublicText(labelled: form, values))
    }

    public func submit(
        _ entries: Entries, lateReason: String, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        let done = try office.perform(
            SaveReplyTemplate(entries["title"], entries["body"], replacing: earlier), in: session)
        return FormReceipt(sentence: done.sentence("模板已保存"), matter: nil)
    }
}
