// What is registered on the matter page: where a document is on the web, and steps that no document shows, such as sending the materials (H11).
import Model

extension MatterScreen {
    /// The step whose deadline the cursor is on.
    private var step: DeadlineRule? {
        guard case .deadline(let rule)? = target else { return nil }
        return procedure.deadlines.first { $0.name == rule }
    }

    /// The published document the cursor is on, as 上网登记 asks for it.
    private var posting: PostingOccasion? {
        guard case .document(let kind)? = target, let matter, let document = matter.document(kind) else { return nil }
        return procedure.document(kind).map { PostingOccasion(document, of: matter, $0) }
    }

    func refusalToRegister(_ desk: Desk) -> String? {
        if let matter, posting != nil { return Self.refusalToPost(unit: matter.unit, desk) }
        guard let matter, let step else { return "请先把光标移到要登记的文书或期限上" }
        guard let clerk = desk.clerk, clerk.roles.contains(.publisher) else { return "\(step.label)要由发布员登记" }
        guard matter.unit.id == clerk.unit.id else { return "这件事项属于\(matter.unit.name), 由该单位登记" }
        return RegisterStep.refusal(step, of: matter)
    }

    /// Why a clerk cannot register where something of a unit is on the web, or nil.
    private static func refusalToPost(unit: Unit, _ desk: Desk) -> String? {
        guard let clerk = desk.clerk, clerk.roles.contains(.publisher) else { return "上网登记要由发布员办理" }
        return unit.id == clerk.unit.id ? nil : "这件事项属于\(unit.name), 由该单位登记"
    }

    /// Registering cannot be taken back, so it is asked; a missed deadline wants its reason in writing.
    mutating func askToRegister() -> Effect {
        if let posting { return .push(FormScreen(RegisterPostingTask(posting, of: matter))) }
        guard let matter, let context, let step else { return .none }
        registering = step
        let late = RegisterStep.late(step, of: matter, context)
        let words = late.map { "\($0.sentence)。可以登记, 但要写明原因; 原因会记入日志, 监管部门看得到。" } ?? "登记的时刻就是办结的时刻, 登记后不能改。"
        return .push(
            QuestionScreen(
                "登记\(step.label)?", lines: ["《\(matter.title)》", words], confirm: "登记",
                reason: late == nil ? nil : "晚登记的原因", limit: WrittenReason.longest))
    }

    mutating func register(reason: String, _ desk: Desk) -> Effect {
        guard let matter, let step = registering else { return .none }
        registering = nil
        switch desk.read({ (office, session) throws(Refusal) in
            try office.perform(RegisterStep(step, of: matter, lateReason: reason), in: session)
        }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let done): return read(desk).then(.say(done.sentence("已登记\(step.label)")))
        }
    }
}
