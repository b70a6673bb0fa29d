// What the demo's units owe for their quarters, as rows.
internal import GRDB

extension DemoRows {
    /// The units that publish for quarters owe it since the beginning of the demo's present year; what came of it is reckoned as the
    /// office would have from day to day, once everything is published.
    func setDuties() throws {
        for procedure in Procedure.all {
            guard let duty = procedure.duty, let since = Quarter(agenda.now.day.year, 1) else { continue }
            try setDuty(procedure, duty, since: since)
            for quarter in since.through(Quarter(of: agenda.now.day)) {
                guard let first = quarter.firstDay else { continue }
                try deadlines(Moment.at(first, hour: 8, minute: 0)).bringUpToDate()
            }
            for unit in try owing(procedure) { try deadlines(agenda.now).settle(procedure, of: unit) }
        }
    }

    private func deadlines(_ now: Moment) -> PeriodDeadlines {
        PeriodDeadlines(db, now: now, unexplained: "各股室的数据汇总较晚")
    }

    private func setDuty(_ procedure: Procedure, _ duty: PeriodDuty, since: Quarter) throws {
        try db.execute(
            sql: """
                INSERT INTO period_duty (unit_id, site_id, system, since_day)
                SELECT DISTINCT unit_id, site_id, system, ? FROM matter WHERE system = ? AND period IS NOT NULL
                """, arguments: [since.firstDay?.description, procedure.system.rawValue])
    }

    private func owing(_ procedure: Procedure) throws -> [Identifier<Unit>] {
        try Int64.fetchAll(
            db, sql: "SELECT unit_id FROM period_duty WHERE system = ? ORDER BY unit_id",
            arguments: [procedure.system.rawValue]
        ).map { Identifier($0) }
    }
}
