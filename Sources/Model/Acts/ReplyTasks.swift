// Answering, and changing an answer, as tasks of the form screen.

/// Answering one comment of a matter, or several alike.
public struct ReplyTask: FormTask {
    public let comments: [Comment]
    private let ownMatter: Matter
    public var matter: Matter? { ownMatter }
    public var form: Form { Comment.replyForm }
    public var title: String { comments.count == 1 ? "答复\(comments[0].name)" : "答复 \(comments.count) 条建议" }
    public var verb: String { "答复" }
    public var draftForm: String { CommentForm.reply(comments.map(\.id)).name(ownMatter.system) }
    public var takesAttachments: Bool { false }
    public func sources(for field: Field) -> [TextSource] { TextSource.forReply(field, on: ownMatter) }
    public var occasion: PublicText? { PublicText(of: comments) }

    public init(to comments: [Comment], of matter: Matter) {
        self.comments = comments
        ownMatter = matter
    }

    public func beginning(for clerk: Clerk, today: Day) -> Entries {
        form.beginning(for: clerk, today: today, matter: matter)
    }

    public func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        try CommentForm.reply(comments.map(\.id)).task(
            of: try office.matter(ownMatter.id, in: session), office, session)
    }

    public func refusal(at now: Moment) -> String? { comments.lazy.compactMap { $0.refusal(of: .reply) }.first }

    public func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck {
        FormCheck(
            replying: form, entries, unit: ownMatter.unit.name, context,
            refusals: comments.compactMap { $0.refusal(of: .reply) },
            remarks: comments.count > 1 ? ["同样的答复将发给 \(comments.count) 条建议"] : [])
    }

    public func submit(
        _ entries: Entries, lateReason: String, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        let done = try office.perform(ReplyToComments(comments, entries: entries), in: session)
        let what = comments.count == 1 ? comments[0].name : " \(comments.count) 条建议"
        return FormReceipt(sentence: done.sentence("已答复\(what)"), matter: ownMatter.id)
    }
}

/// Changing an answer.
public struct ChangeReplyTask: FormTask {
    public let comment: Comment
    private let ownMatter: Matter
    public var matter: Matter? { ownMatter }
    public var form: Form { Comment.changedReplyForm }
    public var title: String { "修改\(comment.name)的答复" }
    public var verb: String { "修改" }
    public var draftForm: String { CommentForm.change(comment.id).name(ownMatter.system) }
    public var takesAttachments: Bool { false }
    public func sources(for field: Field) -> [TextSource] { TextSource.forReply(field, on: ownMatter) }
    public var occasion: PublicText? { PublicText(of: [comment]) }

    public init(_ comment: Comment, of matter: Matter) {
        self.comment = comment
        ownMatter = matter
    }

    public func beginning(for clerk: Clerk, today: Day) -> Entries {
        Entries(comment.replyValues.values.mapValues(\.typed))
    }

    public func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        try CommentForm.change(comment.id).task(of: try office.matter(ownMatter.id, in: session), office, session)
    }

    public func refusal(at now: Moment) -> String? { comment.refusal(of: .changeReply) }

    public func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck {
        FormCheck(
            replying: form, entries, unit: ownMatter.unit.name, context,
            refusals: [comment.refusal(of: .changeReply)].compactMap { $0 }, remarks: [])
    }

    public func submit(
        _ entries: Entries, lateReason: String, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        let done = try office.perform(ChangeReply(comment, entries: entries), in: session)
        return FormReceipt(sentence: done.sentence("已修改\(comment.name)的答复"), matter: ownMatter.id)
    }
}

extension FormCheck {
    /// The check of a reply: its form, whether the comments can be answered, and personal data that would go out with it.
    fileprivate init(
        replying form: Form, _ entries: Entries, unit: String, _ context: PublicationCheck.Context, refusals: [String],
        remarks: [String]
    ) {
        let (values, errors) = form.read(entries, Form.Context(now: context.now, calendar: context.calendar))
        var warnings = Wording.warnings(form, entries)
        for field in form.fields where PersonalData.isIn(entries[field.name]) {
            warnings.append(FieldError(field.name, "\(field.label)中像有电话、证件号、邮箱或门牌号; 答复会公开, 请确认不是群众个人的"))
        }
        self.init(
            errors: refusals.map { FieldError("body", $0) } + errors, warnings: warnings, late: [], remarks: remarks,
            preview: PublicText(reply: values, unit: unit, day: context.now.day))
    }
}

extension TextSource {
    /// An answer may be taken from the unit's templates and from what was answered on the same matter.
    fileprivate static func forReply(_ field: Field, on matter: Matter) -> [TextSource] {
        field.name == "body" ? [.templates, .earlierReplies(matter.id), .file] : [.file]
    }
}
