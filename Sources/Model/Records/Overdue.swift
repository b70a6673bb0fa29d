// 超期: deadlines that pass are noted in the journal by 系统, once each; what undoes one is noted, too.
internal import GRDB

extension Transaction {
    /// Writes into the journal, as 系统 and once each, the deadlines that have passed since anybody looked. What units owe for the
    /// periods that have begun meanwhile comes into being first.
    func noteOverdue() throws {
        try PeriodDeadlines(db, now: now).bringUpToDate()
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT d.id, d.matter_id, d.system, d.rule, d.period, d.due_day, u.name AS unit_name
                FROM deadline d JOIN unit u ON u.id = d.unit_id LEFT JOIN matter m ON m.id = d.matter_id
                WHERE d.met_at IS NULL AND d.ended_at IS NULL AND d.overdue_noted_day IS NULL AND d.due_day < ?
                  AND m.deleted_at IS NULL
                ORDER BY d.due_day, d.id
                """, arguments: [today.description])
        for row in rows {
            let procedure = Procedure.of(System(rawValue: row["system"]))
            let rule: String = row["rule"]
            let quarter = (row["period"] as String?).flatMap(Quarter.init(code:))
            let owed = quarter.flatMap { procedure?.duty?.label(of: $0) }.map { (row["unit_name"] as String) + $0 }
            let label = owed ?? procedure?.deadlines.first { $0.name == rule }?.label ?? rule
            try db.execute(
                sql: "UPDATE deadline SET overdue_noted_day = ? WHERE id = ?",
                arguments: [today.description, row["id"] as Int64])
            _ = try Journal.append(
                Self.overdueEntry(
                    row["id"], of: (row["matter_id"] as Int64?).map { Identifier($0) }, label: label,
                    due: row["due_day"]),
                act: Self.overdueAct, by: .system, at: now, to: db)
        }
    }

    /// The act of 系统 that notes a deadline passed.
    static let overdueAct = "overdue"

    /// However late it is noted, it tells the true day: the first one after the last.
    static func overdueEntry(
        _ deadline: Int64, of matter: Identifier<Matter>?, label: String, due: String
    ) -> Journal.Entry {
        let since = Day(due).map { ", 自 \($0.adding(days: 1)) 起超期" } ?? ", 已超期"
        return Journal.Entry(
            matter: matter, subject: "deadline:\(deadline)", sentence: "\(label)最迟 \(due)（含当日）\(since)")
    }

    /// Notes that a deadline which was overdue is open again.
    func takeBackOverdue(_ rule: DeadlineRule, of matter: Matter) throws {
        let found = try Row.fetchOne(
            db,
            sql: """
                UPDATE deadline SET overdue_noted_day = NULL WHERE matter_id = ? AND rule = ? AND overdue_noted_day IS NOT NULL
                RETURNING id, due_day
                """, arguments: [matter.id.rawValue, rule.name])
        guard let found else { return }
        let entry = Journal.Entry(
            matter: matter.id, subject: "deadline:\(found["id"] as Int64)",
            sentence: "\(rule.label)的超期撤销, 最迟改为 \(found["due_day"] as String)（含当日）")
        _ = try Journal.append(entry, act: Self.overdueUndoneAct, by: .system, at: now, to: db)
    }

    /// The act of 系统 that takes the note of an overdue deadline back.
    static let overdueUndoneAct = "overdueUndone"
}
