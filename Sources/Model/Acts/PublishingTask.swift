// What distinguishes a form whose text goes out to the public from any other: it may want review.

/// A form that ends in a publication.
public protocol PublishingTask: FormTask {
    var system: System { get }
    /// The public text that it revises, as it would be typed; nil for a text of its own.
    var standing: Entries? { get }
    /// Ends the form with its act.
    /// - Parameter emergency: the clerk's reason for publishing before it is reviewed; nil for doing it in order.
    /// - Throws: `Refusal`; what was typed is then still in the draft.
    func publish(
        _ entries: Entries, lateReason: String, emergency: String?, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt
}

extension PublishingTask {
    public var standing: Entries? { nil }

    public func submit(
        _ entries: Entries, lateReason: String, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        try publish(entries, lateReason: lateReason, emergency: nil, to: office, in: session)
    }
}

/// The same form where review is set for its system: it closes with what the review wants to know.
public struct ReviewedTask: FormTask {
    private let task: any PublishingTask
    public let reviewMode: ReviewMode

    /// - Returns: nil where nothing is reviewed.
    public init?(_ task: any FormTask, _ settings: Settings) {
        guard let task = task as? any PublishingTask else { return nil }
        self.init(task, settings.review(task.system))
    }

    private init?(_ task: any PublishingTask, _ mode: ReviewMode) {
        guard mode != .none else { return nil }
        self.task = task
        reviewMode = mode
    }

    public var form: Form { reviewMode == .paper ? task.form.closing(with: PaperApproval.fields) : task.form }
    public var title: String { task.title }
    public var draftForm: String { task.draftForm }
    public var matter: Matter? { task.matter }
    public var takesAttachments: Bool { task.takesAttachments }
    public var attachments: [Attachment] { task.attachments }
    public var verb: String { task.verb }
    public func refusal(at now: Moment) -> String? { task.refusal(at: now) }
    public var occasion: PublicText? { task.occasion }
    public func heldUp(now: Moment) -> PublicationCheck.HeldUp? { task.heldUp(now: now) }
    public func sources(for field: Field) -> [TextSource] { task.sources(for: field) }
    public func beginning(for clerk: Clerk, today: Day) -> Entries { task.beginning(for: clerk, today: today) }
    public func recorded(for clerk: Clerk, today: Day) -> Entries { task.recorded(for: clerk, today: today) }

    public func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        wrapping(try task.reread(office, session))
    }

    public func rebased() -> any FormTask { wrapping(task.rebased()) }

    private func wrapping(_ other: any FormTask) -> any FormTask {
        (other as? any PublishingTask).flatMap { ReviewedTask($0, reviewMode) } ?? other
    }

    public func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck {
        let check = task.check(entries, attachments: attachments, context)
        guard reviewMode == .paper else { return check }
        let authors = context.clerk.map { [$0.fullName] } ?? []
        return check.adding(PaperApproval.read(entries, today: context.now.day, authors: authors).errors)
    }

    public func submit(
        _ entries: Entries, lateReason: String, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        try task.submit(entries, lateReason: lateReason, to: office, in: session)
    }

    public func submit(
        _ entries: Entries, lateReason: String, emergency: String, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        try task.publish(entries, lateReason: lateReason, emergency: emergency, to: office, in: session)
    }

    public func refusal(toPublish entries: Entries, _ review: Review?) -> String? {
        switch reviewMode {
        case .none: nil
        case .console: review?.state == .agreed ? nil : "还没有审核同意, 不能\(verb); 请先提交审核"
        case .paper:
            PaperApproval.fields.allSatisfy { entries[$0.name].trimmed.isEmpty } ? ReviewMode.unsigned : nil
        }
    }
}
