// The ways into the office besides publishing anew: backfilling, and copying an earlier matter.
import Model

/// What the list and the matter page share about them.
enum MatterEntering {
    /// Why this clerk cannot enter matters of before, or nil.
    static func refusalToBackfill(_ desk: Desk) -> String? {
        desk.clerk?.roles.contains(.publisher) == true ? nil : "补录要由发布员办理"
    }

    /// Why this clerk cannot backfill the next document of a matter, or nil.
    static func refusal(toBackfill matter: Matter, _ procedure: Procedure, _ desk: Desk) -> String? {
        if let refusal = refusalToBackfill(desk) { return refusal }
        guard matter.unit.id == desk.clerk?.unit.id else { return "这件事项属于\(matter.unit.name), 由该单位补录" }
        guard let next = procedure.next(after: matter.published) else {
            return procedure.documents.map(\.word).joined(separator: "、") + "都已发布"
        }
        return BackfillCheck.refusal(procedure, next, of: matter, now: desk.now)
    }

    /// The form of the next document to be backfilled; without a matter, of the first.
    static func backfill(_ matter: Matter?, _ procedure: Procedure) -> Effect {
        guard let next = procedure.next(after: matter?.published ?? []) else { return .none }
        return .push(FormScreen(BackfillTask(procedure, next, of: matter)))
    }

    /// Why this clerk cannot make a new matter of an earlier one, or nil.
    static func refusalToCopy(_ desk: Desk) -> String? {
        desk.clerk?.roles.contains(.publisher) == true ? nil : "复制事项要由发布员办理"
    }

    /// The same of a matter that has to be read first.
    static func copy(_ id: Identifier<Matter>, _ procedure: Procedure, _ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try office.matter(id, in: session) }) {
        case .failure(let refusal): .refuse(refusal.sentence)
        case .success(let matter): copy(matter, procedure, desk)
        }
    }

    /// 复制为新事项: the form of a new announcement, filled in from an earlier matter's.
    static func copy(_ matter: Matter, _ procedure: Procedure, _ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in
            try FormTasks.refusal(toCopy: matter, procedure, office, session)
        }) {
        case .failure(let refusal): .refuse(refusal.sentence)
        case .success(let refusal?): .refuse(refusal)
        case .success(nil):
            Effect.push(FormScreen(PublishTask(procedure, copying: matter)))
                .then(.say("已照原公告填好; 日期请重新填写, 其余各栏请核对"))
        }
    }
}
