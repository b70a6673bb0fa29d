// From a draft back to the form it belongs to.

/// Finds what a draft was being written for.
public enum FormTasks {
    /// The task of a draft.
    /// - Throws: `Refusal` if its matter is gone or its form is no longer in use.
    public static func task(of draft: Draft, _ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
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
            for document in procedure.documents
            where draft.form == Backfill.draftForm(procedure.system, document.kind) {
                if let refusal = BackfillCheck.refusal(procedure, document, of: matter, now: office.clock.now()) {
                    throw Refusal(refusal)
                }
                return BackfillTask(procedure, document, of: matter)
            }
        }
        throw Refusal("这份草稿的表单已经停用")
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
        for procedure in Procedure.all {
            if draft.form == TemporaryNotice.draftForm(procedure.system) { return "临时通知" }
            for document in procedure.documents {
                if draft.form == Draft.form(procedure.system, document.kind) { return document.name }
                if draft.form == Backfill.draftForm(procedure.system, document.kind) { return "补录\(document.name)" }
            }
        }
        return "草稿"
    }
}
