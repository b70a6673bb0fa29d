// 设定任务: which units owe something for every quarter, and from which quarter on (B1).

/// Sets that a unit owes what a system asks for every quarter, or owes it no longer.
public struct SetPeriodDuty: Act {
    public static let name = "setPeriodDuty"
    public static let title = "设定任务"
    public static let roles: Set<Role> = [.supervisor, .systemAdministrator]

    public enum Change: Hashable, Sendable {
        /// From this quarter on, until told otherwise.
        case owes(since: Quarter)
        /// No longer, from this quarter on.
        case ends(from: Quarter)

        var quarter: Quarter {
            switch self {
            case .owes(let quarter), .ends(let quarter): quarter
            }
        }
    }

    /// How many quarters before and after the present one a duty may begin or end.
    public static let reach = 8

    let system: System
    let unit: Identifier<Unit>
    let change: Change
    let read: UnitDuty?
    let reason: String

    /// - Parameter read: the unit's duty as it was read; nil where it had none.
    public init(
        _ change: Change, in system: System, of unit: Identifier<Unit>, read: UnitDuty?, reason: String
    ) {
        self.change = change
        self.system = system
        self.unit = unit
        self.read = read
        self.reason = reason
    }

    /// Why a change cannot be made to a unit's duty, or nil.
    public static func refusal(_ change: Change, of duty: UnitDuty?, _ label: String, today: Day) -> String? {
        let current = Quarter(of: today)
        if let first = current.adding(-reach), let last = current.adding(reach),
            !(first...last).contains(change.quarter)
        {
            return "\(label)只能从\(first.text)到\(last.text)中的一个季度起设定, 选的是\(change.quarter.text)"
        }
        switch change {
        case .owes(let since):
            guard let duty, duty.until == nil, duty.since == since else { return nil }
            return "已经\(duty.text)要求\(label), 不用再设"
        case .ends(let from):
            guard let duty, duty.owes(from) else { return "\(from.text)本来就不要求\(label), 不用再设" }
            return nil
        }
    }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        guard let procedure = Procedure.of(system), let duty = procedure.duty else {
            throw Refusal("\(system.title)没有按季度的任务")
        }
        let (unit, before) = try office.unitDuty(procedure, of: unit)
        if let refusal = Self.refusal(change, of: before, duty.label, today: office.today) { throw Refusal(refusal) }
        guard before == read else {
            throw Refusal("\(unit)的\(duty.label)任务刚有改动, 请按 F5 重新读取, 看过再设", reason: .stale)
        }
        let reason = try WrittenReason.required(reason, "设定的原因")
        let after = try office.set(change, procedure, of: self.unit, before)
        return Performed(
            (),
            Journal.Entry(
                subject: "unit:\(self.unit.rawValue)", sentence: sentence(unit, duty),
                before: [duty.label: before?.text ?? Self.none], after: [duty.label: after?.text ?? Self.none],
                reason: reason))
    }

    private static let none = "不要求"

    private func sentence(_ unit: String, _ duty: PeriodDuty) -> String {
        switch change {
        case .owes(let since): "自\(since.text)起, 要求\(unit)每季度发布\(duty.label)"
        case .ends(let from): "自\(from.text)起, 不再要求\(unit)发布\(duty.label)"
        }
    }
}
