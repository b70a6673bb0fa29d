// What is done to a matter besides publishing: its documents revised or deleted, its event moved, the matter ended.
import Model

extension MatterScreen {
    /// An act on the matter, or on the document under the cursor.
    enum Change: Hashable, Sendable {
        case modify, correct, delete, postpone, terminate

        var title: String {
            switch self {
            case .modify: Modify.title
            case .correct: Correct.title
            case .delete: DeleteDocument.title
            case .postpone: Postpone.title
            case .terminate: Terminate.title
            }
        }
    }

    /// The document that the question is about.
    struct Deletion {
        let kind: DocumentKind
        /// The matter as the question showed it: it may be read anew before the answer.
        let matter: Matter
        /// What was written for a deletion that was then refused.
        var reason: String
    }

    /// The document whose line the cursor is on.
    private var document: DocumentDescription? {
        switch target {
        case .document(let kind), .versions(let kind), .unpublished(let kind): procedure.document(kind)
        default: nil
        }
    }

    func refusal(to change: Change, _ desk: Desk) -> String? {
        guard let matter else { return "这件事项还没有读出来; 请按 F5 重新读取" }
        guard let clerk = desk.clerk, clerk.roles.contains(.publisher) else { return "\(change.title)要由发布员办理" }
        guard matter.unit.id == clerk.unit.id else { return "这件事项属于\(matter.unit.name), 由该单位\(change.title)" }
        switch change {
        case .postpone: return LinkedNoticeCheck.refusal(.postpone, procedure, of: matter)
        case .terminate: return LinkedNoticeCheck.refusal(.terminate, procedure, of: matter)
        case .modify, .correct, .delete: break
        }
        guard let document else { return "请先把光标移到要\(change.title)的文书" }
        switch change {
        case .modify: return Revision.modify.refusal(procedure, document, of: matter)
        case .correct: return Revision.correct.refusal(procedure, document, of: matter)
        default: return matter.refusal(toDelete: document, procedure)
        }
    }

    mutating func begin(_ change: Change) -> Effect {
        guard let matter else { return .none }
        switch change {
        case .modify: return revise(.modify, matter)
        case .correct: return revise(.correct, matter)
        case .delete: return askToDelete(matter)
        case .postpone: return tell(.postpone, matter)
        case .terminate: return tell(.terminate, matter)
        }
    }

    private func revise(_ revision: Revision, _ matter: Matter) -> Effect {
        guard let document, let task = ReviseTask(revision, procedure, document, of: matter) else { return .none }
        return .push(FormScreen(task))
    }

    private func tell(_ purpose: TemporaryNotice.Purpose, _ matter: Matter) -> Effect {
        LinkedNoticeTask(purpose, procedure, of: matter).map { .push(FormScreen($0)) } ?? .none
    }

    private mutating func askToDelete(_ matter: Matter) -> Effect {
        guard let description = document, let published = matter.document(description.kind) else { return .none }
        let written = deleting?.kind == description.kind ? deleting?.reason ?? "" : ""
        deleting = Deletion(kind: description.kind, matter: matter, reason: written)
        registering = nil
        let consequence =
            procedure.before(description.kind) == nil
            ? "删除公告就删除整件事项, 编号不再使用, 已公布的网页要撤下。" : "删除后可以重新发布, 编号另给; 已公布的网页要撤下。"
        return .push(
            QuestionScreen(
                "删除\(description.name)?",
                lines: ["\(published.number)《\(published.values.text("title") ?? "")》", consequence]
                    + matter.deadlines.filter { $0.period != nil }.map {
                        "\($0.label)由这一份办结; 删除后由同一季度的下一份办结, 没有别的就重新等待发布。"
                    }, confirm: "删除",
                reason: "删除的原因", written: written, limit: WrittenReason.longest))
    }

    mutating func delete(reason: String, _ desk: Desk) -> Effect {
        guard let asked = deleting else { return .none }
        deleting?.reason = reason
        switch desk.read({ (office, session) throws(Refusal) in
            try office.perform(DeleteDocument(asked.kind, of: asked.matter, reason: reason), in: session)
        }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let done):
            deleting = nil
            let said = done.sentence("已删除\(procedure.document(asked.kind)?.name ?? "")")
            // With its announcement the matter is gone, and so is its page.
            return done.outcome ? .answer(.submitted(said, matter: nil)) : read(desk).then(.say(said))
        }
    }
}
