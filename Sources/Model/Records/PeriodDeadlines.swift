// The deadlines of periods: what follows from who owes what, from what is published, from the setting and from the calendar.
internal import GRDB

/// Brings deadlines of periods in line, in whoever's transaction: a unit's duties stand in no matter's row.
struct PeriodDeadlines {
    let db: Database
    let now: Moment
    /// Why a document is late where no clerk was asked.
    private static let unexplained = "先发布的一份已删除或改为别的季度, 由这一份办结"
    private var today: Day { now.day }

    init(_ db: Database, now: Moment) {
        self.db = db
        self.now = now
    }

    /// Gives every quarter that has begun since anybody looked its deadline, for each unit that owes it.
    func bringUpToDate() throws {
        for procedure in Procedure.all {
            guard let duty = procedure.duty else { continue }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT p.*, (SELECT max(l.period) FROM deadline l WHERE l.unit_id = p.unit_id AND l.system = p.system
                      AND l.rule = ? AND l.period IS NOT NULL) AS latest
                    FROM period_duty p JOIN unit u ON u.id = p.unit_id AND u.closed_day IS NULL
                    WHERE p.system = ? ORDER BY p.unit_id
                    """, arguments: [duty.name, procedure.system.rawValue])
            for row in rows {
                guard let last = UnitDuty(row)?.quarters(through: Quarter(of: today)).last else { continue }
                if let latest: String = row["latest"], latest >= last.code { continue }
                try keep(procedure, of: Identifier(row["unit_id"]))
            }
        }
    }

    /// Gives every quarter that a unit owes up to the present one its deadline, and settles all of them.
    func keep(_ procedure: Procedure, of unit: Identifier<Unit>) throws {
        guard let duty = procedure.duty else { return }
        if let owing = try unitDuty(procedure, of: unit), let counting = try counting(procedure, of: unit) {
            for quarter in owing.quarters(through: Quarter(of: today)) {
                guard let due = counting.due(quarter) else { continue }
                try db.executeCached(
                    sql: """
                        INSERT INTO deadline (site_id, unit_id, system, period, rule, due_day, owed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """,
                    arguments: [
                        counting.site.rawValue, unit.rawValue, procedure.system.rawValue, quarter.code, duty.name,
                        due.description, now.iso,
                    ])
            }
        }
        try settle(procedure, of: unit)
    }

    /// Counts the open deadlines of a site and of those below it anew: the setting or the calendar has changed.
    func countAgain(in site: Identifier<Site>) throws {
        for procedure in Procedure.all where procedure.duty != nil {
            let units = try Int64.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT unit_id FROM deadline WHERE site_id IN (\(Self.sites(from: site))) AND system = ? AND period IS NOT NULL
                      AND met_at IS NULL AND ended_at IS NULL ORDER BY unit_id
                    """, arguments: [procedure.system.rawValue])
            for unit in units { try settle(procedure, of: Identifier(unit)) }
        }
    }

    /// Brings a unit's deadlines in line with its duty and with what it has published.
    /// - Parameters:
    ///   - late: the deadlines that are missed, as the act's check found them.
    ///   - lateReason: the clerk's reason for those.
    func settle(
        _ procedure: Procedure, of unit: Identifier<Unit>, late: [PublicationCheck.Late] = [],
        lateReason: String? = nil
    ) throws {
        guard let duty = procedure.duty, let counting = try counting(procedure, of: unit) else { return }
        let owing = try unitDuty(procedure, of: unit)
        for before in try rows(procedure, duty, of: unit) {
            guard let due = counting.due(before.quarter) else { continue }
            let name = counting.unitName + duty.label(of: before.quarter)
            if owing?.owes(before.quarter) != true {
                try end(before, named: name)
            } else if let first = before.first {
                let reason = late.contains { $0.period == before.quarter } ? lateReason : nil
                try meet(before, by: first, named: name, lateReason: reason, counting.calendar)
            } else {
                try open(before, due: due, named: name)
            }
        }
    }

    /// Nothing is owed for the quarter (any more).
    private func end(_ row: PeriodRow, named name: String) throws {
        guard !row.isEnded else { return }
        try db.executeCached(
            sql: """
                UPDATE deadline SET met_at = NULL, met_day = NULL, late_days = NULL, late_reason = NULL, ended_at = ?
                WHERE id = ?
                """, arguments: [now.iso, row.id])
        try takeBack(row, "\(name)的超期撤销, 已不再要求")
    }

    /// The first document of the quarter meets its deadline; once decided, that stays.
    private func meet(
        _ row: PeriodRow, by first: PeriodRow.First, named name: String, lateReason: String?,
        _ calendar: WorkCalendar
    ) throws {
        guard row.metAt != first.at.iso else { return }
        let owedAt = row.isEnded ? now.iso : row.owedAt
        let isLate = row.isLate(first, owedAt: owedAt)
        let days = isLate ? calendar.lateness(of: first.at.day, due: row.due) : nil
        try db.executeCached(
            sql: """
                UPDATE deadline SET met_at = ?, met_day = ?, late_days = ?, late_reason = ?, ended_at = NULL, owed_at = ?
                WHERE id = ?
                """,
            arguments: [
                first.at.iso, first.at.day.description, days, isLate ? lateReason ?? Self.unexplained : nil, owedAt,
                row.id,
            ])
        if row.metAt != nil {
            let standing = days.map { "晚 \($0) 个工作日" } ?? "不计超期"
            try note("\(name)改由 \(first.at.day) 发布的一份办结, \(standing)", row.id, act: Self.handedOverAct)
        }
        if !isLate { try takeBack(row, "\(name)的超期撤销, 已由 \(first.at.day) 发布的一份办结") }
    }

    /// Something is owed and not published.
    private func open(_ row: PeriodRow, due: Day, named name: String) throws {
        let isNew = row.isEnded || row.metAt != nil
        if isNew || due != row.due {
            try db.executeCached(
                sql: """
                    UPDATE deadline SET due_day = ?, met_at = NULL, met_day = NULL, late_days = NULL, late_reason = NULL,
                      ended_at = NULL, owed_at = ? WHERE id = ?
                    """, arguments: [due.description, row.isEnded ? now.iso : row.owedAt, row.id])
        }
        if row.metAt != nil {
            try note("\(name)重新等待发布, 最迟 \(due)（含当日）", row.id, act: Self.reopenedAct)
        } else if !row.isEnded, due != row.due {
            try note("\(name)的期限由 \(row.due) 改为 \(due)（含当日）", row.id, act: Self.movedAct)
        }
        if due >= today {
            try takeBack(row, "\(name)的超期撤销, 最迟改为 \(due)（含当日）")
        } else if !row.isNoted {
            try db.executeCached(
                sql: "UPDATE deadline SET overdue_noted_day = ? WHERE id = ?",
                arguments: [today.description, row.id])
            try append(
                Transaction.overdueEntry(row.id, of: nil, label: name, due: due.description),
                act: Transaction.overdueAct)
        }
    }

    private func takeBack(_ row: PeriodRow, _ sentence: String) throws {
        guard row.isNoted else { return }
        try db.executeCached(sql: "UPDATE deadline SET overdue_noted_day = NULL WHERE id = ?", arguments: [row.id])
        try note(sentence, row.id, act: Transaction.overdueUndoneAct)
    }

    private func note(_ sentence: String, _ deadline: Int64, act: String) throws {
        try append(Journal.Entry(subject: "deadline:\(deadline)", sentence: sentence), act: act)
    }

    private func append(_ entry: Journal.Entry, act: String) throws {
        _ = try Journal.append(entry, act: act, by: .system, at: now, to: db)
    }

    /// The acts of 系统 that tell what became of a period's deadline.
    static let handedOverAct = "periodHandedOver"
    static let reopenedAct = "periodReopened"
    static let movedAct = "periodMoved"
}
