// What units owe for their quarters, as the management list tells it and leads to it.
import Model

extension MatterListScreen {
    /// The unit's own quarters that are not published; to a supervisor how many units are late.
    func owed(_ desk: Desk) -> StyledLine {
        guard let duty = procedure.duty, let clerk = desk.clerk else { return .empty }
        return clerk.roles.contains(.supervisor) ? late(duty, desk) : missing(desk)
    }

    private func missing(_ desk: Desk) -> StyledLine {
        let procedure = procedure
        let found = desk.read { (office, session) throws(Refusal) in
            try office.owedDeadlines(procedure, in: session)
        }
        guard case .success(let owed) = found, let first = owed.first else { return .empty }
        let more = owed.dropFirst().filter { $0.light == .overdue }.count
        return StyledLine(first.sentence(today: desk.today, calendar: calendar), Self.style(of: first.light))
            .then(first.remark == nil ? "" : " (推算)").then(more == 0 ? "" : "; 另有 \(more) 个季度超期", .overdue)
    }

    private func late(_ duty: PeriodDuty, _ desk: Desk) -> StyledLine {
        let procedure = procedure
        let found = desk.read { (office, session) throws(Refusal) in try office.owingUnits(procedure, in: session) }
        guard case .success(let units) = found, units != (0, 0) else { return .empty }
        var line = StyledLine("\(duty.label): ")
        if units.overdue > 0 { line = line.then("超期 \(units.overdue) 个单位", .overdue) }
        if units.soon > 0 { line = line.then(units.overdue > 0 ? ", " : "").then("将到 \(units.soon) 个单位", .soon) }
        return line
    }

    private static func style(of light: Light) -> Style {
        switch light {
        case .overdue: .overdue
        case .soon: .soon
        default: .plain
        }
    }

    var refusalOfQuarters: String? { procedure.duty == nil ? "\(procedure.name)不按季度要求, 没有各季度可看" : nil }

    var quarters: Effect { procedure.duty.map { .push(QuartersScreen(procedure, $0)) } ?? .none }
}
