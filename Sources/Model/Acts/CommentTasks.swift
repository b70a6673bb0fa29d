// The forms about comments as tasks of the form screen: registering, and what the citizen says of the answer.

/// Registering a comment received by letter, telephone, visit or e-mail.
public struct RegisterCommentTask: FormTask {
    private let ownMatter: Matter
    private let channels: [Channel]
    public var matter: Matter? { ownMatter }
    public var form: Form { Comment.form(channels, announced: ownMatter.announcedDay) }
    public var title: String { "登记建议" }
    public var verb: String { "登记" }
    public var draftForm: String { CommentForm.register.name(ownMatter.system) }
    public var takesAttachments: Bool { false }

    public init(of matter: Matter, _ channels: [Channel]) {
        ownMatter = matter
        self.channels = channels
    }

    public func beginning(for clerk: Clerk, today: Day) -> Entries {
        form.beginning(for: clerk, today: today, matter: matter)
    }

    public func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        RegisterCommentTask(
            of: try office.matter(ownMatter.id, in: session), try office.channels(in: session))
    }

    public func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck {
        let (values, errors) = form.read(entries, Form.Context(now: context.now, calendar: context.calendar))
        var remarks: [String] = []
        if let day = values.day("received_day") {
            if RegisterComment.isLate(day, lastDay: ownMatter.lastCommentDay), let last = ownMatter.lastCommentDay {
                remarks.append("意见截止于 \(last) 24:00, 将登记为逾期意见; 照常答复, 不影响发布报告")
            }
            if let channel = channels.first(where: { $0.code == values.text("channel") }) {
                let terms = ReplyTerms(settings: context.settings, calendar: context.calendar, today: context.now.day)
                remarks.append("答复最迟 \(terms.due(received: day, by: channel, isExtended: false))（含当日）")
            }
        }
        return FormCheck(
            errors: errors, warnings: [], late: [], remarks: remarks, preview: PublicText(labelled: form, values))
    }

    public func submit(
        _ entries: Entries, lateReason: String, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        let done = try office.perform(RegisterComment(of: ownMatter.id, entries: entries), in: session)
        let lateness = done.outcome.isLate ? " (逾期意见)" : ""
        return FormReceipt(
            sentence: done.sentence("已登记\(Comment.name(done.outcome.comment))\(lateness)"),
            matter: ownMatter.id)
    }
}

/// Recording what the citizen says of the answer.
public struct SatisfactionTask: FormTask {
    private let comment: Comment
    private let channels: [Channel]
    public let matter: Matter?
    public var form: Form { Comment.satisfactionForm(channels, answered: comment.reply?.at.day) }
    public var title: String { "登记\(comment.name)的满意度" }
    public var verb: String { "登记" }
    public var draftForm: String { CommentForm.satisfaction(comment.id).name(comment.system) }
    public var takesAttachments: Bool { false }
    public var occasion: PublicText? { PublicText(of: [comment]) }

    public init(_ comment: Comment, of matter: Matter, _ channels: [Channel]) {
        self.comment = comment
        self.matter = matter
        self.channels = channels
    }

    public func beginning(for clerk: Clerk, today: Day) -> Entries {
        form.beginning(for: clerk, today: today, matter: matter)
    }

    public func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        try CommentForm.satisfaction(comment.id).task(
            of: try office.matter(comment.matter, in: session), office, session)
    }

    public func refusal(at now: Moment) -> String? { comment.refusal(of: .recordSatisfaction) }

    public func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck {
        let (values, errors) = form.read(entries, Form.Context(now: context.now, calendar: context.calendar))
        let refusal = refusal(at: context.now).map { [FieldError("degree", $0)] } ?? []
        return FormCheck(
            errors: refusal + errors, warnings: [], late: [], remarks: [], preview: PublicText(labelled: form, values))
    }

    public func submit(
        _ entries: Entries, lateReason: String, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        let done = try office.perform(RecordSatisfaction(comment, entries: entries), in: session)
        return FormReceipt(sentence: done.sentence("已登记满意度"), matter: matter?.id)
    }
}
