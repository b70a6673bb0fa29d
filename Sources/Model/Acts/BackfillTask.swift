// The form in which one document of before is entered.

/// Backfilling a document: its own form, with the true day and the reason in front.
public struct BackfillTask: FormTask {
    public let procedure: Procedure
    public let document: DocumentDescription
    public let matter: Matter?
    public let form: Form
    public var title: String { "补录\(document.name)" }
    public var verb: String { Backfill.title }
    public var draftForm: String { Backfill.draftForm(procedure.system, document.kind) }
    public var takesAttachments: Bool { true }

    public init(_ procedure: Procedure, _ document: DocumentDescription, of matter: Matter?) {
        self.procedure = procedure
        self.document = document
        self.matter = matter
        form = document.form.beginning(with: BackfillCheck.fields)
    }

    /// Days that are today's for a document published now are left open: those of before are typed.
    public func beginning(for clerk: Clerk, today: Day) -> Entries {
        var entries = form.beginning(for: clerk, today: today, matter: matter)
        for field in form.fields {
            if case .today = field.beginning { entries[field.name] = "" }
        }
        return entries
    }

    public func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        guard let matter else { return self }
        return BackfillTask(procedure, document, of: try office.matter(matter.id, in: session))
    }

    public func refusal(at now: Moment) -> String? {
        BackfillCheck.refusal(procedure, document, of: matter, now: now)
    }

    public func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck {
        let check = BackfillCheck(procedure, document, of: matter, entries: entries, context)
        return FormCheck(
            errors: check.errors, warnings: check.publication.warnings, late: [], remarks: check.remarks,
            preview: PublicText(document.print, check.publication.values, number: nil, attachments: attachments))
    }

    public func submit(
        _ entries: Entries, lateReason: String, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        let done = try office.perform(
            Backfill(document.kind, in: procedure.system, of: matter, entries: entries), in: session)
        return FormReceipt(
            sentence: done.sentence("已补录\(document.name), 编号 \(done.outcome.number)"),
            matter: done.outcome.matter)
    }
}
