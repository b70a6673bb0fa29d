// From a draft back to the form it belongs to.

/// Finds what a draft was being written for.
public enum FormTasks {
    /// The task of a draft.
    /// - Throws: `Refusal` if its matter is gone or its form is no longer in use.
    public static func task(of draft: Draft, _ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        let matter: Matter?
        if let id = draft.matter { matter = try office.matter(id, in: session) } else { matter = nil }
        if let template = try ReplyTemplateTask.task(of: draft, office, session) { return template }
        switch (purpose(of: draft.form), matter) {
        case (.comments(let form), let matter?): return try form.task(of: matter, office, session)
        case (.temporaryNotice(let procedure), _): return TemporaryNoticeTask(procedure.system)
        case (.document(let procedure, let document), _):
            try refuse(PublicationCheck.refusal(procedure, document, of: matter, now: office.clock.now()))
            return PublishTask(procedure, document, of: matter)
        case (.revision(let procedure, let document, let revision, let base), let matter?):
            try refuse(revision.refusal(procedure, document, of: matter))
            if let task = ReviseTask(revision, procedure, document, of: matter, base: base) { return task }
        case (.linkedNotice(let procedure, let purpose), let matter?):
            try refuse(LinkedNoticeCheck.refusal(purpose, procedure, of: matter))
            if let task = LinkedNoticeTask(purpose, procedure, of: matter) { return task }
        default: break
        }
        throw Refusal("这份草稿的表单已经停用")
    }

    /// What is being written, such as 听证通知.
    public static func name(of draft: Draft) -> String {
        if let name = ReplyTemplateTask.name(of: draft) { return name }
        return switch purpose(of: draft.form) {
        case .temporaryNotice: "临时通知"
        case .document(_, let document): document.name
        case .revision(_, let document, let revision, _): revision.title + document.name
        case .linkedNotice(let procedure, let purpose): procedure.eventName + purpose.title
        case .comments(let form): form.title
        case nil: "草稿"
        }
    }

    private static func refuse(_ sentence: String?) throws(Refusal) {
        if let sentence { throw Refusal(sentence) }
    }

    /// What the form of a name is for.
    private enum Purpose {
        case temporaryNotice(Procedure)
        case document(Procedure, DocumentDescription)
        case revision(Procedure, DocumentDescription, Revision, base: Int)
        case linkedNotice(Procedure, TemporaryNotice.Purpose)
        case comments(CommentForm)
    }

    private static func purpose(of form: String) -> Purpose? {
        if let form = CommentForm(form) { return .comments(form) }
        for procedure in Procedure.all {
            if form == TemporaryNotice.draftForm(procedure.system) { return .temporaryNotice(procedure) }
            for purpose in TemporaryNotice.Purpose.allCases where form == Draft.form(procedure.system, purpose) {
                return .linkedNotice(procedure, purpose)
            }
            for document in procedure.documents {
                if form == Draft.form(procedure.system, document.kind) { return .document(procedure, document) }
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
