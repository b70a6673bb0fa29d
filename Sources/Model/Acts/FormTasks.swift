// From a draft back to the form it belongs to.

/// Finds what a draft was being written for.
public enum FormTasks {
    /// The task of a draft.
    /// - Throws: `Refusal` if its matter is gone or its form is no longer in use.
    public static func task(of draft: Draft, _ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        let matter: Matter?
        if let id = draft.matter { matter = try office.matter(id, in: session) } else { matter = nil }
        if let task = try publishing(draft, of: matter, now: office.clock.now()) { return task }
        switch (purpose(of: draft), matter) {
        case (.paperApproval(let review), _): return PaperApprovalTask(try office.review(review, in: session))
        case (.posting(let subject), _):
            return RegisterPostingTask(try office.occasion(of: subject, in: session), of: matter)
        case (.supervision(let form), _): return try task(of: form, office, session)
        case (.replyTemplate(let template), _): return try ReplyTemplateTask.task(of: template, office, session)
        case (.comments(let form), let matter?): return try form.task(of: matter, office, session)
        case (.backfill(let procedure, let document), _):
            return try possible(BackfillTask(procedure, document, of: matter), at: office.clock.now())
        default: break
        }
        throw Refusal("这份草稿的表单已经停用")
    }

    /// The task of a draft whose text goes out to the public; nil for any other draft.
    /// - Throws: `Refusal` if it cannot go out now whatever it says.
    static func publishing(_ draft: Draft, of matter: Matter?, now: Moment) throws(Refusal) -> (any PublishingTask)? {
        switch (purpose(of: draft), matter) {
        case (.temporaryNotice(let procedure), _): return TemporaryNoticeTask(procedure.system)
        case (.document(let procedure, let document), _):
            return try possible(PublishTask(procedure, document, of: matter), at: now)
        case (.revision(let procedure, let document, let revision, let base), let matter?):
            if let task = ReviseTask(revision, procedure, document, of: matter, base: base) {
                return try possible(task, at: now)
            }
            if let refusal = revision.refusal(procedure, document, of: matter) { throw Refusal(refusal) }
            return nil
        case (.linkedNotice(let procedure, let purpose), let matter?):
            guard let task = LinkedNoticeTask(purpose, procedure, of: matter) else { return nil }
            return try possible(task, at: now)
        default: return nil
        }
    }

    /// Who may write the draft of a form: any of these roles.
    static func writers(ofDraft form: String) -> Set<Role> {
        if PaperApprovalTask.review(ofDraft: form) != nil { return RegisterPaperApproval.roles }
        return SupervisionForm(form)?.roles ?? [.publisher]
    }

    /// Why a matter is not made into a new one, or nil. A draft that stands is never written over.
    public static func refusal(
        toCopy matter: Matter, _ procedure: Procedure, _ office: Office, _ session: Session
    ) throws(Refusal) -> String? {
        let first = procedure.documents[0]
        guard matter.unit.id == session.clerk.unit.id else {
            return "这件事项属于\(matter.unit.name), 只能复制\(session.clerk.unit.name)的事项"
        }
        guard let draft = try office.draft(Draft.form(procedure.system, first.kind), matter: nil, in: session) else {
            return nil
        }
        let title = draft.title.isEmpty ? "(还没有标题)" : draft.title
        return "您有一份没有写完的\(first.name)《\(title)》(\(draft.savedAt.text) 存的草稿); 请先按 F2 把它写完发布, 或放弃草稿, 再复制"
    }

    /// What is being written, such as 听证通知.
    public static func name(of draft: Draft) -> String {
        switch purpose(of: draft) {
        case .temporaryNotice: TemporaryNotice.documentName
        case .document(_, let document): document.name
        case .backfill(_, let document): Backfill.title + document.name
        case .revision(_, let document, let revision, _): revision.title + document.name
        case .linkedNotice(let procedure, let purpose): procedure.linkedNotice(purpose)?.title ?? purpose.title
        case .comments(let form): form.title
        case .posting: RegisterPosting.title
        case .replyTemplate: "答复模板"
        case .paperApproval: RegisterPaperApproval.title
        case .supervision(let form): form.title
        case nil: "草稿"
        }
    }

    private static func task(
        of form: SupervisionForm, _ office: Office, _ session: Session
    ) throws(Refusal) -> any FormTask {
        switch form {
        case .answer(let note):
            return try possible(
                AnswerSupervisionNoteTask(try office.supervisionNote(note, in: session)), at: office.clock.now())
        case .send(let unit, let about):
            if let about { return try SendSupervisionNoteTask.about(about, office, session) }
            return SendSupervisionNoteTask(to: try office.recipient(unit, in: session))
        }
    }

    private static func possible<Task: FormTask>(_ task: Task, at now: Moment) throws(Refusal) -> Task {
        if let refusal = task.refusal(at: now) { throw Refusal(refusal) }
        return task
    }

    /// What a draft's form is for.
    private enum Purpose {
        case temporaryNotice(Procedure)
        case document(Procedure, DocumentDescription)
        case backfill(Procedure, DocumentDescription)
        case revision(Procedure, DocumentDescription, Revision, base: Int)
        case linkedNotice(Procedure, TemporaryNotice.Purpose)
        case comments(CommentForm)
        case posting(PostingSubject)
        case replyTemplate(Identifier<ReplyTemplate>?)
        case paperApproval(Identifier<Review>)
        case supervision(SupervisionForm)
    }

    private static func purpose(of draft: Draft) -> Purpose? {
        let form = draft.form
        if let subject = RegisterPostingTask.subject(of: draft) { return .posting(subject) }
        if let review = PaperApprovalTask.review(ofDraft: form) { return .paperApproval(review) }
        if let form = SupervisionForm(form) { return .supervision(form) }
        if form == ReplyTemplate.draftForm(of: nil) { return .replyTemplate(nil) }
        if let template = ReplyTemplate.ofDraft(form) { return .replyTemplate(template) }
        if let form = CommentForm(form) { return .comments(form) }
        for procedure in Procedure.all {
            if form == TemporaryNotice.draftForm(procedure.system) { return .temporaryNotice(procedure) }
            for purpose in TemporaryNotice.Purpose.allCases where form == Draft.form(procedure.system, purpose) {
                return .linkedNotice(procedure, purpose)
            }
            for document in procedure.documents {
                if form == Draft.form(procedure.system, document.kind) { return .document(procedure, document) }
                if form == Backfill.draftForm(procedure.system, document.kind) { return .backfill(procedure, document) }
                for revision in Revision.allCases {
                    guard let base = Int(form.drop { !$0.isNumber }),
                        form == Draft.form(procedure.system, document.kind, revision, of: base)
                    else { continue }
                    return .revision(procedure, document, revision, base: base)
                }
            }
        }
        return nil
    }
}
