// The forms of 改期 and 终止.

/// Moving a matter's event, or ending the matter, as a form that ends in its act.
public struct LinkedNoticeTask: PublishingTask {
    public let procedure: Procedure
    public var system: System { procedure.system }
    public let notice: LinkedNotice
    private let subject: Matter
    public var matter: Matter? { subject }
    public var form: Form { notice.form }
    public var title: String { notice.title }
    public var draftForm: String { Draft.form(procedure.system, notice.purpose) }
    public var takesAttachments: Bool { false }

    /// - Returns: nil where the system has no such notice.
    public init?(_ purpose: TemporaryNotice.Purpose, _ procedure: Procedure, of matter: Matter) {
        guard let notice = procedure.linkedNotice(purpose) else { return nil }
        self.init(notice, procedure, of: matter)
    }

    private init(_ notice: LinkedNotice, _ procedure: Procedure, of matter: Matter) {
        self.procedure = procedure
        self.notice = notice
        subject = matter
    }

    public func beginning(for clerk: Clerk, today: Day) -> Entries {
        form.beginning(for: clerk, today: today, matter: subject)
    }

    public func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        LinkedNoticeTask(notice, procedure, of: try office.matter(subject.id, in: session))
    }

    public func refusal(at now: Moment) -> String? {
        LinkedNoticeCheck.refusal(notice.purpose, procedure, of: subject)
    }

    public func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck {
        let check = LinkedNoticeCheck(notice, procedure, of: subject, entries: entries, context)
        return FormCheck(
            errors: check.errors, warnings: check.warnings, late: check.late, remarks: check.remarks,
            preview: check.publicText)
    }

    public func publish(
        _ entries: Entries, lateReason: String, emergency: String?, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        let sentence: String
        switch notice.purpose {
        case .postpone:
            let done = try office.perform(
                Postpone(subject, entries: entries, lateReason: lateReason, emergency: emergency), in: session)
            sentence = done.sentence("已改到 \(done.outcome.to), 临时通知编号 \(done.outcome.number)")
        case .terminate:
            let done = try office.perform(Terminate(subject, entries: entries, emergency: emergency), in: session)
            sentence = done.sentence("已终止, 临时通知编号 \(done.outcome)")
        }
        return FormReceipt(sentence: sentence, matter: subject.id)
    }
}
