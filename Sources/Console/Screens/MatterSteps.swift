// Steps of a matter that no document shows, such as sending the materials: registered on the line of their deadline (H11).
import Model

extension MatterScreen {
    /// The step whose deadline the cursor is on.
    private var step: DeadlineRule? {
        guard case .deadline(let rule)? = target else { return nil }
        return procedure.deadlines.first { $0.name == rule }
    }

    func refusalToRegister(_ desk: Desk) -> String? {
        guard let matter, let step else { return "请先把光标移到要登记的期限上" }
        guard let clerk = desk.clerk, clerk.roles.contains(.publisher) else { return "\(step.label)要由发布员登记" }
        guard matter.unit.id == clerk.unit.id else { return "这件事项属于\(matter.unit.name), 由该单位登记" }
        return RegisterStep.refusal(step, of: matter)
    }

    /// Registering cannot be taken back, so it is asked; a missed deadline wants its reason in writing.
    mutating func askToRegister() -> Effect {
        guard let matter, let context, let step else { return .none }
        registering = step
        let late = RegisterStep.late(step, of: matter, context)
        let words = late.map { "\($0.sentence)。可以登记, 但要写明原因; 原因会记入日志, 监管部门看得到。" } ?? "登记的时刻就是办结的时刻, 登记后不能改。"
        return .push(
            QuestionScreen(
                "登记\(step.label)?", lines: ["《\(matter.title)》", words], confirm: "登记",
                reason: late == nil ? nil : "晚登记的原因", limit: Publish.longestReason))
    }

    mutating func register(reason: String, _ desk: Desk) -> Effect {
        guard let matter, let step = registering else { return .none }
        registering = nil
        switch desk.read({ (office, session) throws(Refusal) in
            try office.perform(RegisterStep(step, of: matter, lateReason: reason), in: session)
        }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let done): return read(desk).then(.say("已登记\(step.label), 日志第 \(done.journalNumber) 条"))
        }
    }
}
