// What is set for the demo's county besides: who owes bulletins, and how public notices are reviewed.

/// It is set from when on a unit owes something for every quarter.
struct DemoOwing: Sendable {
    let system: System
    let unitIndex: Int
    let since: Quarter
    let at: Moment

    var reason: String { "县人民政府办公室\(since.year)年政务公开工作要点" }

    /// The units that owe nothing, besides those that publish nothing at all.
    private static let exempt: Set = ["公安局"]

    static func owes(_ unit: DemoUnit) -> Bool { !exempt.contains(unit.name) }

    /// The supervisor sets it for one unit after the other on the first working day of the quarter three before the present one.
    static func all(_ agenda: DemoAgenda) -> [DemoOwing] {
        guard let since = Quarter(of: agenda.now.day).adding(-3), let first = since.firstDay else { return [] }
        let day = agenda.calendar.onOrAfter(first)
        return Procedure.all.filter { $0.duty != nil }.flatMap { procedure in
            agenda.publishing.filter { owes(DemoUnit.all[$0]) }.enumerated().map { place, unit in
                DemoOwing(
                    system: procedure.system, unitIndex: unit, since: since,
                    at: Moment.at(day, hour: 9, minute: 5).adding(seconds: 70 * place))
            }
        }
    }
}

/// From yesterday on public notices are reviewed in the console; what went out before was not reviewed here.
struct DemoReviewing: Sendable {
    let system = System.publicNotice
    let mode = ReviewMode.console
    let at: Moment

    init(_ agenda: DemoAgenda) {
        at = Moment.at(agenda.calendar.workingDay(-1, from: agenda.now.day)?.day ?? agenda.now.day, hour: 8, minute: 35)
    }
}
