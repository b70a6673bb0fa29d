// What a form on the screen is for: its fields, its check, and the act that ends it.

/// A form's purpose. The form screen knows only this, so every document and notice is filled in the same way.
public protocol FormTask: Sendable {
    var form: Form { get }
    /// What is being written, such as 发布听证通知.
    var title: String { get }
    /// The draft's name and matter.
    var draftForm: String { get }
    var matter: Matter? { get }
    var takesAttachments: Bool { get }
    /// The files a new draft begins with.
    var attachments: [Attachment] { get }
    /// The word of the act that ends the form, such as 发布 or 答复.
    var verb: String { get }
    /// What the form answers, to be read while it is written; nil where there is nothing.
    var occasion: PublicText? { get }
    /// Where a field's text may be taken from, in the order in which that is offered.
    func sources(for field: Field) -> [TextSource]
    /// What the fields hold before anything is typed.
    func beginning(for clerk: Clerk, today: Day) -> Entries
    /// What the store holds of what the form writes: the document a colleague has saved, or what the form would begin with.
    func recorded(for clerk: Clerk, today: Day) -> Entries
    /// The same task on what the store holds now, so that a form can go on after somebody else has changed its matter.
    func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask
    /// The same task resting on the newest version there is, for a clerk who has seen it.
    func rebased() -> any FormTask
    /// Why the act cannot be done on the matter as the task knows it, whatever is typed; nil while it can.
    func refusal(at now: Moment) -> String?
    /// Everything that is to be said about what is typed so far.
    func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck
    /// The comments that must be handled and answered before the form can end in its act (G6); nil while none are in the way.
    func heldUp(now: Moment) -> PublicationCheck.HeldUp?
    /// Ends the form with its act.
    /// - Throws: `Refusal`; what was typed is then still in the draft.
    func submit(_ entries: Entries, lateReason: String, to office: Office, in session: Session) throws(Refusal)
        -> FormReceipt
    /// How its text is reviewed before it goes out.
    var reviewMode: ReviewMode { get }
    /// Why it cannot go out in order as it is typed, or nil.
    /// - Parameter review: what became of the draft in the console.
    func refusal(toPublish entries: Entries, _ review: Review?) -> String?
    /// Ends the form with its act before it is reviewed, for a written reason.
    /// - Throws: `Refusal`; what was typed is then still in the draft.
    func submit(
        _ entries: Entries, lateReason: String, emergency: String, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt
}

extension FormTask {
    public var attachments: [Attachment] { [] }
    public func recorded(for clerk: Clerk, today: Day) -> Entries { beginning(for: clerk, today: today) }
    public func rebased() -> any FormTask { self }
    public func refusal(at now: Moment) -> String? { nil }
    public var verb: String { "发布" }
    public var occasion: PublicText? { nil }
    public func heldUp(now: Moment) -> PublicationCheck.HeldUp? { nil }
    public func sources(for field: Field) -> [TextSource] { [.file] }
    public var reviewMode: ReviewMode { .none }
    public func refusal(toPublish entries: Entries, _ review: Review?) -> String? { nil }
    public func submit(
        _ entries: Entries, lateReason: String, emergency: String, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt { try submit(entries, lateReason: lateReason, to: office, in: session) }
}

/// What a form's check found.
public struct FormCheck: Sendable {
    public let errors: [FieldError]
    public let warnings: [FieldError]
    public let late: [PublicationCheck.Late]
    public let remarks: [String]
    /// The public text as it would go out.
    public let preview: PublicText
    /// What is to be done instead and why, where the rules do not let this be done (H11: 改期).
    public var instead: (task: any FormTask, why: String)?

    /// The same with more errors behind its own.
    func adding(_ more: [FieldError]) -> FormCheck {
        FormCheck(
            errors: errors + more, warnings: warnings, late: late, remarks: remarks, preview: preview, instead: instead)
    }
}

/// What a form's act left behind.
public struct FormReceipt: Sendable {
    /// For the status line, such as 已发布听证通知 2026-13, 日志第 1024 条.
    public let sentence: String
    public let matter: Identifier<Matter>?
}

/// Publishing a document of a matter.
public struct PublishTask: PublishingTask {
    public let procedure: Procedure
    public var system: System { procedure.system }
    public let document: DocumentDescription
    public let matter: Matter?
    /// The matter of which a new one is made (复制为新事项).
    private let original: Matter?
    /// The quarter for which a unit owes the document.
    private let quarter: Quarter?
    public var form: Form { document.form }
    public var title: String { "发布\(document.name)" }
    public var draftForm: String { Draft.form(procedure.system, document.kind) }
    public var takesAttachments: Bool { true }

    public init(_ procedure: Procedure, _ document: DocumentDescription, of matter: Matter?) {
        self.procedure = procedure
        self.document = document
        self.matter = matter
        original = nil
        quarter = nil
    }

    /// The document that a unit owes for a quarter.
    public init(_ procedure: Procedure, for quarter: Quarter) {
        self.procedure = procedure
        document = procedure.documents[0]
        matter = nil
        original = nil
        self.quarter = quarter
    }

    /// The first document of a new matter, filled in from an earlier matter's.
    public init(_ procedure: Procedure, copying original: Matter) {
        self.procedure = procedure
        document = procedure.documents[0]
        matter = nil
        self.original = original
        quarter = nil
    }

    public func beginning(for clerk: Clerk, today: Day) -> Entries {
        var beginning = form.beginning(for: clerk, today: today, matter: matter)
        if let quarter, let own = procedure.duty?.beginning(quarter) {
            for (field, text) in own.texts { beginning[field] = text }
        }
        guard let first = original?.document(document.kind) else { return beginning }
        return document.entries(copying: first, over: beginning, today: today)
    }

    public func recorded(for clerk: Clerk, today: Day) -> Entries {
        guard let published = matter?.document(document.kind) else { return beginning(for: clerk, today: today) }
        return Entries(published.values.values.mapValues(\.typed))
    }

    public func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        guard let matter else { return self }
        return PublishTask(procedure, document, of: try office.matter(matter.id, in: session))
    }

    public func refusal(at now: Moment) -> String? {
        PublicationCheck.refusal(procedure, document, of: matter, now: now)
    }

    public func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck {
        let check = PublicationCheck(procedure, document, of: matter, entries: entries, context)
        return FormCheck(
            errors: check.errors, warnings: check.warnings, late: check.late, remarks: check.remarks,
            preview: PublicText(document.print, check.values, number: nil, attachments: attachments),
            instead: instead(of: check))
    }

    public func heldUp(now: Moment) -> PublicationCheck.HeldUp? {
        matter.flatMap { PublicationCheck.heldUp(procedure, document, of: $0, now: now) }
    }

    private func instead(of check: PublicationCheck) -> (task: any FormTask, why: String)? {
        guard let shortage = check.shortage, let matter, let task = LinkedNoticeTask(.postpone, procedure, of: matter)
        else { return nil }
        return (task, shortage.sentence)
    }

    public func publish(
        _ entries: Entries, lateReason: String, emergency: String?, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        let done = try office.perform(
            Publish(
                document.kind, in: procedure.system, of: matter, entries: entries, lateReason: lateReason,
                emergency: emergency),
            in: session)
        return FormReceipt(
            sentence: done.sentence("已发布\(document.name), 编号 \(done.outcome.number)"),
            matter: done.outcome.matter)
    }
}

/// Publishing a temporary notice.
public struct TemporaryNoticeTask: PublishingTask {
    public let system: System
    public var form: Form { TemporaryNotice.form }
    public var title: String { "发布临时通知" }
    public var draftForm: String { TemporaryNotice.draftForm(system) }
    public var matter: Matter? { nil }
    public var takesAttachments: Bool { false }

    public init(_ system: System) { self.system = system }

    public func beginning(for clerk: Clerk, today: Day) -> Entries {
        form.beginning(for: clerk, today: today, matter: nil)
    }

    public func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask { self }

    public func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck {
        let (values, errors) = form.read(entries, Form.Context(now: context.now, calendar: context.calendar))
        return FormCheck(
            errors: errors, warnings: Wording.warnings(form, entries), late: [], remarks: [],
            preview: PublicText(TemporaryNotice.print, values, number: nil, attachments: []))
    }

    public func publish(
        _ entries: Entries, lateReason: String, emergency: String?, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        let done = try office.perform(
            PublishTemporaryNotice(in: system, entries: entries, emergency: emergency), in: session)
        return FormReceipt(
            sentence: done.sentence("已发布临时通知, 编号 \(done.outcome)"), matter: nil)
    }
}
