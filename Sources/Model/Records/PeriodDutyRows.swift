// Which units owe something for their quarters, in the store.
internal import GRDB

extension Transaction {
    /// A unit of the clerk's site or of one below it, with its duty.
    /// - Throws: `Refusal` where there is no such unit within the clerk's reach.
    func unitDuty(_ procedure: Procedure, of unit: Identifier<Unit>) throws -> (name: String, duty: UnitDuty?) {
        let name = try String.fetchOne(
            db,
            sql: """
                SELECT name FROM unit WHERE id = ? AND site_id IN (\(PeriodDeadlines.sites(from: clerk.site.id)))
                """, arguments: [unit.rawValue])
        guard let name else { throw Refusal("\(clerk.site.name)和下级站点没有这个单位", reason: .notAllowed) }
        return (name, try PeriodDeadlines(db, now: now).unitDuty(procedure, of: unit))
    }

    /// Changes a unit's duty and gives its quarters their deadlines.
    /// - Returns: the duty as it is now; nil where the unit owes nothing for any quarter.
    func set(
        _ change: SetPeriodDuty.Change, _ procedure: Procedure, of unit: Identifier<Unit>, _ before: UnitDuty?
    ) throws -> UnitDuty? {
        switch change {
        case .owes(let since):
            try db.execute(
                sql: """
                    INSERT INTO period_duty (unit_id, site_id, system, since_day)
                    SELECT id, site_id, ?, ? FROM unit WHERE id = ?
                    ON CONFLICT DO UPDATE SET since_day = excluded.since_day, until_day = NULL, version = version + 1
                    """,
                arguments: [procedure.system.rawValue, since.firstDay?.description, unit.rawValue])
        case .ends(let from):
            let key: StatementArguments = [unit.rawValue, procedure.system.rawValue]
            if let before, from > before.since, let until = from.previous?.lastDay {
                try db.execute(
                    sql: "UPDATE period_duty SET until_day = ?, version = version + 1 WHERE unit_id = ? AND system = ?",
                    arguments: [until.description] + key)
            } else {
                // A duty of no quarter at all is none.
                try db.execute(sql: "DELETE FROM period_duty WHERE unit_id = ? AND system = ?", arguments: key)
            }
        }
        let deadlines = PeriodDeadlines(db, now: now)
        try deadlines.keep(procedure, of: unit)
        return try deadlines.unitDuty(procedure, of: unit)
    }
}
