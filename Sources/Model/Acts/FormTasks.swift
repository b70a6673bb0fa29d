// From a draft back to the form it belongs to.

/// Finds what a draft was being written for.
public enum FormTasks {
    /// The task of a draft.
    /// - Throws: `Refusal` if its matter is gone or its form is no longer in use.
    public static func task(of draft: Draft, _ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        if let posting = try RegisterPostingTask.task(of: draft, office, session) { return posting }
        let matter: Matter?
        if let id = draft.matter { matter = try office.matter(id, in: session) } else { matter = nil }
        for procedure in Procedure.all {
            if draft.form == TemporaryNotice.draftForm(procedure.system) {
                return TemporaryNoticeTask(procedure.system)
            }
            for document in procedure.documents where draft.form == Draft.form(procedure.system, document.kind) {
                if let refusal = PublicationCheck.refusal(procedure, document, of: matter, now: office.clock.now()) {
                    throw Refusal(refusal)
                }
                return PublishTask(procedure, document, of: matter)
            }
        }
        throw Refusal("这份草稿的表单已经停用")
    }

    /// What is being written, such as 听证通知.
    public static func name(of draft: Draft) -> String {
        for procedure in Procedure.all {
            if draft.form == TemporaryNotice.draftForm(procedure.system) { return "临时通知" }
            if let document = procedure.documents.first(where: { draft.form == Draft.form(procedure.system, $0.kind) })
            {
                return document.name
            }
        }
        return draft.form.hasPrefix(RegisterPostingTask.draftPrefix) ? RegisterPosting.title : "草稿"
    }
}
