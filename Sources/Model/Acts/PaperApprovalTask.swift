// The form in which a signature is registered afterwards.

/// Registering the signature that an emergency publication is owed.
public struct PaperApprovalTask: FormTask {
    private let review: Review
    public let form: Form
    public var title: String { "\(RegisterPaperApproval.title): \(review.documentName)《\(review.title)》" }
    public var matter: Matter? { nil }
    public var verb: String { RegisterPaperApproval.title }
    public var draftForm: String { Self.draftForm(review.id) }
    public var takesAttachments: Bool { false }

    public init(_ review: Review) {
        self.review = review
        form = Form(PaperApproval.fieldsAfterwards, rules: [])
    }

    static func draftForm(_ review: Identifier<Review>) -> String { "\(drafts)\(review.rawValue)" }

    private static let drafts = "review."

    /// The review of a draft of this form, or nil.
    static func review(ofDraft form: String) -> Identifier<Review>? {
        guard form.hasPrefix(drafts) else { return nil }
        return Int64(form.dropFirst(drafts.count)).map { Identifier($0) }
    }

    public func beginning(for clerk: Clerk, today: Day) -> Entries {
        form.beginning(for: clerk, today: today, matter: nil)
    }

    public func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        PaperApprovalTask(try office.review(review.id, in: session))
    }

    public func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck {
        let (_, errors) = form.read(entries, Form.Context(now: context.now, calendar: context.calendar))
        let approval = PaperApproval.read(
            entries, today: context.now.day, authors: review.writers.map(\.name))
        return FormCheck(
            errors: errors.isEmpty ? form.inOrder(approval.errors) : errors, warnings: [], late: [], remarks: [],
            preview: PublicText(paragraphs: [
                .title("\(review.documentName)《\(review.title)》"), .body(approval.approval?.text ?? ""),
            ]))
    }

    public func submit(
        _ entries: Entries, lateReason: String, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        let done = try office.perform(RegisterPaperApproval(review, entries: entries), in: session)
        return FormReceipt(sentence: done.sentence("已补登审签"), matter: review.matter)
    }
}
