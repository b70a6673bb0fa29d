// Moving a matter's deadline in the store: its row, and what the journal says of it.
internal import GRDB

/// Writes deadlines that were counted again.
struct DeadlineMoving {
    let db: Database
    let now: Moment
    /// Why they move, such as 工作日历有改动.
    let cause: String
    private var today: Day { now.day }

    /// Moves one deadline of a matter; those of periods are settled with their units.
    func apply(_ move: DeadlineMove, _ journal: inout Journal.End) throws {
        guard case .matter(let matter, _, _) = move.subject, let sentence = move.journaled(because: cause) else {
            return
        }
        let row = try write(move, of: matter)
        func note(_ sentence: String, _ act: String) throws {
            try journal.append(
                Journal.Entry(matter: matter, subject: "deadline:\(row)", sentence: sentence), act: act, by: .system,
                at: now)
        }
        try note(sentence, Transaction.deadlineMovedAct)
        if isOverdue(move), !move.isNoted, let to = move.to {
            let entry = Transaction.overdueEntry(row, of: matter, label: move.label, due: to.description)
            try journal.append(entry, act: Transaction.overdueAct, by: .system, at: now)
        } else if !isOverdue(move), move.isNoted {
            let standing = move.to.map { "最迟改为 \($0)（含当日）" } ?? "不再计算"
            try note("\(move.label)的超期撤销, \(standing)", Transaction.overdueUndoneAct)
        }
    }

    private func isOverdue(_ move: DeadlineMove) -> Bool { move.after == .overdue }

    /// - Returns: the number of the deadline's row.
    private func write(_ move: DeadlineMove, of matter: Identifier<Matter>) throws -> Int64 {
        let noted = isOverdue(move) ? today.description : nil
        guard let to = move.to else {
            try db.execute(sql: "DELETE FROM deadline WHERE id = ?", arguments: [move.row])
            return move.row ?? 0
        }
        guard let row = move.row else {
            try db.execute(
                sql: """
                    INSERT INTO deadline (site_id, unit_id, system, matter_id, rule, due_day, overdue_noted_day)
                    SELECT site_id, unit_id, system, id, ?, ?, ? FROM matter WHERE id = ?
                    """, arguments: [move.rule, to.description, noted, matter.rawValue])
            return db.lastInsertedRowID
        }
        try db.executeCached(
            sql: """
                UPDATE deadline SET due_day = ?1, overdue_noted_day = iif(?2 IS NULL, NULL, ifnull(overdue_noted_day, ?2))
                WHERE id = ?3
                """, arguments: [to.description, noted, row])
        return row
    }
}

extension Transaction {
    /// The act of 系统 that moves a matter's deadline.
    static let deadlineMovedAct = "deadlineMoved"
}
