// Setting from which quarter on a unit owes something: the quarter is chosen, then the reason is written.
import Model

/// A change of a unit's duty on its way from the choice to the act.
struct DutySetting {
    /// The unit as the choice showed it.
    let unit: UnitQuarters
    let offered: [SetPeriodDuty.Change]
    var chosen: SetPeriodDuty.Change?
    /// What was written for a change that was then refused.
    var reason = ""
}

extension QuartersScreen {
    /// How many quarters before the present one are offered, and how many after it.
    private static let before = 4
    private static let after = 1

    mutating func chooseDuty(of unit: UnitQuarters, _ today: Day) -> Effect {
        let present = Quarter(of: today)
        let quarters = (present.adding(-Self.before) ?? present).through(present.adding(Self.after) ?? present)
        let changes = quarters.map { SetPeriodDuty.Change.ends(from: $0) } + quarters.map { .owes(since: $0) }
        let offered = changes.filter {
            SetPeriodDuty.refusal($0, of: unit.duty, duty.label, today: today) == nil
        }
        let reason = setting?.unit.id == unit.id ? setting?.reason ?? "" : ""
        setting = DutySetting(unit: unit, offered: offered, reason: reason)
        let usual: SetPeriodDuty.Change =
            unit.duty?.owes(present) == true ? .ends(from: present.next ?? present) : .owes(since: present)
        return .push(
            ChoiceScreen(unit.shortName, offered.map(words), current: offered.firstIndex(of: usual) ?? 0))
    }

    private func words(_ change: SetPeriodDuty.Change) -> String {
        switch change {
        case .owes(let since): "从\(since.text)起, 每季度要发布\(duty.label)"
        case .ends(let from): "从\(from.text)起, 不再要求"
        }
    }

    mutating func askDuty(_ line: Int) -> Effect {
        guard var setting, setting.offered.indices.contains(line) else { return .none }
        let change = setting.offered[line]
        setting.chosen = change
        self.setting = setting
        let consequence =
            switch change {
            case .owes: "期限已过的季度, 没有发布的马上算作超期; 已经发布的不算晚。"
            case .ends: "这些季度不再计算期限, 已经记下的超期撤销; 已发布的通报不受影响。"
            }
        return .push(
            QuestionScreen(
                "设定任务?", lines: ["\(setting.unit.name): \(words(change))", consequence], confirm: "设定",
                reason: "设定的原因", written: setting.reason, limit: WrittenReason.longest))
    }

    mutating func setDuty(reason: String, _ desk: Desk) -> Effect {
        guard let asked = setting, let change = asked.chosen else { return .none }
        setting?.reason = reason
        let system = system
        switch desk.read({ (office, session) throws(Refusal) in
            try office.perform(
                SetPeriodDuty(change, in: system, of: asked.unit.id, read: asked.unit.duty, reason: reason), in: session
            )
        }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let done):
            setting = nil
            return read(desk).then(.say(done.sentence("已设定\(asked.unit.shortName): \(words(change))")))
        }
    }
}
