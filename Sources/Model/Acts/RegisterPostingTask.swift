// The form that ends in an 上网登记.

/// Registering where a document or temporary notice is on the web.
public struct RegisterPostingTask: FormTask {
    public let posted: PostingOccasion
    public let matter: Matter?
    public let form: Form
    public var title: String { "\(posted.documentName)上网登记" }
    public var draftForm: String { Self.draftForm(posted) }
    public var takesAttachments: Bool { false }
    public var verb: String { "登记" }

    /// - Parameter matter: the document's matter; nil for a temporary notice.
    public init(_ posted: PostingOccasion, of matter: Matter?) {
        self.posted = posted
        self.matter = matter
        form = RegisterPosting.form(publishedAt: posted.publishedAt)
    }

    public func beginning(for clerk: Clerk, today: Day) -> Entries {
        var entries = form.beginning(for: clerk, today: today, matter: matter)
        entries["address"] = posted.posting?.address ?? ""
        entries["posted_by"] = clerk.fullName
        return entries
    }

    public func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        try Self.task(of: posted.subject, office, session)
    }

    /// The task of something that went out.
    /// - Throws: `Refusal` if it is gone, or another unit's.
    public static func task(
        of subject: PostingSubject, _ office: Office, _ session: Session
    ) throws(Refusal) -> RegisterPostingTask {
        RegisterPostingTask(
            try office.occasion(of: subject, in: session),
            of: try subject.matter.map { (id) throws(Refusal) in try office.matter(id, in: session) })
    }

    public func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck {
        let (values, errors) = form.read(entries, Form.Context(now: context.now, calendar: context.calendar))
        var preview = PublicText()
        preview.paragraphs = [
            .title("《\(posted.title)》"), .number("\(posted.documentName)  编号 \(posted.number)"),
        ]
        if let posting = RegisterPosting.posting(values) {
            preview.paragraphs += [
                .heading("上网地址"), .body(posting.address), .heading("上网时间"), .body(posting.postedAt.text),
                .heading("上网人"), .body(posting.postedBy),
            ]
        }
        let again = posted.posting.map { ["已登记过 \($0.postedAt.text) 上网; 再次登记后以新的为准, 旧的仍留在台账中"] }
        return FormCheck(errors: errors, warnings: [], late: [], remarks: again ?? [], preview: preview)
    }

    public func submit(
        _ entries: Entries, lateReason: String, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        let done = try office.perform(RegisterPosting(posted.subject, entries: entries), in: session)
        return FormReceipt(
            sentence: done.sentence("已登记\(posted.documentName) \(posted.number) 上网"),
            matter: posted.subject.matter)
    }

    // MARK: - Drafts

    /// The name of its form among drafts: `posting.` and what it is about.
    static func draftForm(_ posted: PostingOccasion) -> String { draftPrefix + posted.subject.journalName }

    private static let draftPrefix = "posting."

    /// What a draft is about, or nil where it is of another form.
    static func subject(of draft: Draft) -> PostingSubject? {
        guard draft.form.hasPrefix(draftPrefix), let id = draft.form.split(separator: ":").last.flatMap({ Int64($0) })
        else { return nil }
        return draft.matter.map { .document(Identifier(id), of: $0) } ?? .temporaryNotice(Identifier(id))
    }
}

extension Office {
    /// What a posting is about, as the store has it now.
    public func occasion(of subject: PostingSubject, in session: Session) throws(Refusal) -> PostingOccasion {
        try read(in: session) { try $0.occasion(of: subject) }
    }
}
