// The form of 修改 and 更正: the document's own, filled in as it stands, and the reason.

/// Making a new version of a document.
public struct ReviseTask: PublishingTask {
    public let procedure: Procedure
    public var system: System { procedure.system }
    public let description: DocumentDescription
    public let revision: Revision
    private let subject: Matter
    private let document: Document
    /// The version on which the typing rests.
    private let base: Int
    /// What that version says, where it is no longer the latest.
    private var begun: Entries?

    public var matter: Matter? { subject }
    public var form: Form { description.form.beginning(with: [revision.reasonField]) }
    public var title: String { "\(revision.title)\(description.name)" }
    public var verb: String { revision.title }
    public var draftForm: String { Draft.form(procedure.system, description.kind, revision, of: base) }
    public var takesAttachments: Bool { true }
    public var attachments: [Attachment] { document.attachments }

    /// - Parameter base: the version on which a draft was begun; the latest unless told.
    /// - Returns: nil where the document is not published.
    public init?(
        _ revision: Revision, _ procedure: Procedure, _ description: DocumentDescription, of matter: Matter,
        base: Int? = nil
    ) {
        guard let document = matter.document(description.kind) else { return nil }
        self.procedure = procedure
        self.description = description
        self.revision = revision
        subject = matter
        self.document = document
        self.base = base ?? document.versions
    }

    public var standing: Entries? { entries(document.values) }

    public func beginning(for clerk: Clerk, today: Day) -> Entries { begun ?? entries(document.values) }

    public func recorded(for clerk: Clerk, today: Day) -> Entries { entries(document.values) }

    private func entries(_ values: FormValues) -> Entries {
        var entries = Entries()
        for field in description.form.fields {
            // The review is of the new text, so it is ticked anew.
            if case .tick = field.kind { continue }
            entries[field.name] = values[field.name]?.typed ?? ""
        }
        return entries
    }

    public func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        let matter = try office.matter(subject.id, in: session)
        guard var task = ReviseTask(revision, procedure, description, of: matter, base: base) else { return self }
        guard base < task.document.versions else { return task }
        let versions = try office.versions(of: description.kind, in: matter.id, session)
        task.begun = versions.first { $0.ordinal == base }.map { entries($0.values) }
        return task
    }

    public func rebased() -> any FormTask { ReviseTask(revision, procedure, description, of: subject) ?? self }

    public func refusal(at now: Moment) -> String? { revision.refusal(procedure, description, of: subject) }

    public func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck {
        let check = PublicationCheck(
            procedure, description, of: subject, revising: document, entries: entries, context)
        let (reason, error) = revision.reason(in: entries)
        let version = document.versions + 1
        let correction =
            revision == .correct
            ? Correction(version: version, day: context.now.day, reason: reason ?? "") : document.latest.correction
        return FormCheck(
            errors: (error.map { [$0] } ?? []) + check.errors,
            warnings: Wording.warnings(form, entries).filter { $0.field == Revision.reason } + check.warnings,
            late: check.late, remarks: check.remarks,
            preview: PublicText(
                description.print, check.values, number: document.number.description, attachments: attachments,
                correction: correction?.note(in: version)))
    }

    public func publish(
        _ entries: Entries, lateReason: String, emergency: String?, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        let request = RevisionRequest(
            description.kind, of: subject, base: base, entries: entries, lateReason: lateReason,
            emergency: emergency)
        let done =
            switch revision {
            case .modify: try office.perform(Modify(request), in: session)
            case .correct: try office.perform(Correct(request), in: session)
            }
        return FormReceipt(
            sentence:
                done.sentence(
                    "已\(revision.title)\(done.outcome.documentName) \(done.outcome.number), 现为第 \(done.outcome.version) 版"
                ),
            matter: subject.id)
    }
}
