// 督办 in the reports: counted by the day they were sent, by the very condition that lists them.
internal import GRDB

extension ReportReading {
    /// H9: a supervisor sees the notes of the site and of those below it, everybody else those of the own unit.
    func condition(_ filter: SupervisionNoteFilter) -> Transaction.Reach {
        var sql = [condition(filter.reach, of: "n")]
        var arguments: StatementArguments = []
        if let system = filter.system {
            sql.append("EXISTS (SELECT 1 FROM matter x WHERE x.id = n.matter_id AND x.system = ?)")
            arguments += [system.rawValue]
        }
        if filter.span != .all {
            sql.append("n.sent_day BETWEEN ? AND ?")
            arguments += [filter.span.from.description, filter.span.to.description]
        }
        if let state = filter.state { sql.append(self.sql(state)) }
        return (sql.joined(separator: " AND "), arguments)
    }

    private func sql(_ state: SupervisionNoteFilter.State) -> String {
        switch state {
        case .open: Transaction.isOpenNote
        case .overdue: "\(Transaction.isOpenNote) AND n.due_day < '\(today)'"
        case .answered: "n.answered_at IS NOT NULL"
        case .answeredLate: "n.late_days IS NOT NULL"
        case .withdrawn: "n.withdrawn_at IS NOT NULL"
        }
    }

    func addNotes(
        _ scope: ReportScope, _ grouping: FigureLine.Grouping?, to sums: inout [String: Figures]
    ) throws {
        let reach = condition(SupervisionNoteFilter(scope, state: nil))
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(key(grouping, unit: "n.unit_id", day: "n.sent_day")) AS key, count(*) AS notes,
                  sum(\(Transaction.isOpenNote)) AS open
                FROM supervision_note n WHERE \(reach.sql) \(groups(grouping))
                """, arguments: reach.arguments)
        while let row = try rows.next() {
            sums[row["key"], default: Figures()].notes = row["notes"]
            sums[row["key"], default: Figures()].openNotes = row["open"]
        }
    }
}
