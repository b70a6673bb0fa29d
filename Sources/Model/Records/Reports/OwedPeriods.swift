// 欠发: what units owe for periods and have not published, counted in reports and listed by one condition (B1).
internal import GRDB

extension Office {
    /// A page of what a report counts as 欠发, the earliest first.
    public func owedPeriods(
        _ scope: ReportScope, _ place: PagePlace<OwedPeriod>, limit: Int, in session: Session
    ) throws(Refusal) -> Page<OwedPeriod> {
        try read(in: session) { transaction in
            let query = PageQuery(
                table: "deadline l", key: "l.id", filter: transaction.reports.isMissing(scope), arguments: [],
                order: PageQuery.Order(value: "l.due_day", isAscending: true))
            let calendar = try transaction.calendar()
            return try query.page(place, limit: limit, transaction.db) { condition, arguments in
                try transaction.openDeadlines(condition, arguments, calendar).map {
                    OwedPeriod(id: Identifier($0.key), open: $0.deadline)
                }
            }
        }
    }
}

extension ReportReading {
    /// The periods' deadlines of a scope that have passed unmet, by the day they were due, as SQL over `deadline l`.
    func isMissing(_ scope: ReportScope) -> String {
        """
        \(condition(scope.reach, of: "l")) AND \(condition(scope.procedures, of: "l"))
          AND l.period IS NOT NULL AND l.met_at IS NULL AND l.ended_at IS NULL AND l.due_day < '\(today)'
          AND l.due_day BETWEEN '\(scope.span.from)' AND '\(scope.span.to)'
        """
    }
}
