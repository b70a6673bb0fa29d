// 提交审核: a text is handed in, and locked until it is decided on.

/// Hands a draft in for review exactly as it is stored, after everything was checked that its publication will check again.
public struct SubmitForReview: Act {
    public static let name = "submitForReview"
    public static let title = "提交审核"
    public static let roles: Set<Role> = [.publisher]

    let form: String
    public let subjectMatter: Identifier<Matter>?
    let mark: Draft.Mark?

    /// - Parameter mark: the draft as the clerk saw it in the preview.
    public init(_ form: String, matter: Identifier<Matter>?, _ mark: Draft.Mark?) {
        self.form = form
        subjectMatter = matter
        self.mark = mark
    }

    /// The outcome: what was submitted, such as 听证公告.
    public func perform(in office: Transaction) throws -> Performed<String> {
        guard let draft = try office.draft(form, matter: subjectMatter), let mark else {
            throw Refusal("这份草稿已经不在, 可能已发布、丢掉或被同事接手; 请按 F5 重新读取", reason: .stale)
        }
        if let review = draft.review, review.isOpen { throw Refusal("《\(review.title)》\(review.text)") }
        guard draft.mark == mark else { throw Refusal("这份草稿在别处又写过, 没有提交; 请重新预览", reason: .stale) }
        let matter = try subjectMatter.map(office.matter)
        if let matter { try office.mustBeOwn(matter) }
        guard let task = try FormTasks.publishing(draft, of: matter, now: office.now) else {
            throw Refusal("这份草稿不是对外发布的, 不用审核")
        }
        guard try office.settings.get().review(task.system) == .console else {
            throw Refusal("\(task.system.title)现在不在线审核, 没有提交; 请重新打开表单")
        }
        let check = task.check(draft.entries, attachments: draft.attachments.map(\.name), try office.context())
        if let first = check.errors.first { throw Refusal(PersonalData.text(first.sentence), fields: check.errors) }

        let name = FormTasks.name(of: draft)
        let title = draft.entries["title"].trimmed
        let review = try office.submit(
            draft, PublicationRequest(task.system, form: form, of: subjectMatter, name, title: title))
        return Performed(
            name,
            Journal.Entry(
                matter: subjectMatter, subject: "review:\(review.rawValue)", sentence: "提交审核: \(name)《\(title)》",
                after: task.form.labelled(check: draft.entries, context: try office.context())))
    }
}

extension Form {
    /// The typed texts by their labels, as clerks read them.
    fileprivate func labelled(check entries: Entries, context: PublicationCheck.Context) -> [String: String] {
        labelled(read(entries, Context(now: context.now, calendar: context.calendar)).values)
    }
}
