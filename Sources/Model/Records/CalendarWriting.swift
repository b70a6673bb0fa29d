// Writing a change of the work calendar, with every deadline that moves: one transaction, all or nothing.
internal import GRDB

extension Transaction {
    /// Changes a layer as the clerk.
    /// - Returns: what was done, which may be more or less than was seen before, and its row of the journal.
    func changeCalendar(
        _ plan: CalendarPlan, reason: String, _ watch: WorkWatch
    ) throws -> (done: CalendarPlan, entry: Journal.Entry) {
        try CalendarWriting(db: db, now: now, changer: clerk.fullName, clerk: clerk.id, watch: watch)
            .write(plan, reason: reason)
    }
}

extension Office {
    /// Changes a layer as the server's operator, who may change every layer.
    /// - Returns: what was done, with the number of its journal row.
    /// - Throws: `Refusal`; then nothing has changed.
    public func changeCalendar(
        _ plan: CalendarPlan, reason: String = "", _ watch: WorkWatch = .nobody, as operator: ServerOperator
    ) throws(Refusal) -> Done<CalendarPlan> {
        try write { db in
            let now = self.clock.now()
            let writing = CalendarWriting(db: db, now: now, changer: `operator`.name, clerk: nil, watch: watch)
            let (done, entry) = try writing.write(plan, reason: reason)
            let number = try Journal.append(
                entry, act: ChangeCalendar.name, by: Journal.Writer(name: `operator`.name), at: now, to: db)
            return Done(outcome: done, journalNumber: number)
        }
    }
}

/// One change on its way into the store.
private struct CalendarWriting {
    let db: Database
    let now: Moment
    let changer: String
    let clerk: Identifier<Clerk>?
    let watch: WorkWatch
    private var today: Day { now.day }

    func write(
        _ seen: CalendarPlan, reason: String
    ) throws -> (done: CalendarPlan, entry: Journal.Entry) {
        let planning = CalendarPlanning(db, seen.owner, today: today, watch)
        try mustBeUnchanged(seen, planning)
        // Acts on matters go on between preview and act: what is open now is counted.
        let plan = try planning.plan(seen.change)
        try writeDays(plan)
        var journal = try Journal.End(db)
        let first = journal.number + 1
        for move in plan.deadlines { try apply(move, &journal) }
        let periods = PeriodDeadlines(db, now: now)
        for site in try planning.tops() { try periods.countAgain(in: site) }
        let number = try writeChange(plan, rows: first...max(first, try Journal.End(db).number + 1))
        return (plan, try ChangeCalendar.entry(plan, number, reason: reason))
    }

    private func mustBeUnchanged(_ plan: CalendarPlan, _ planning: CalendarPlanning) throws {
        guard let last = try planning.lastChange(), last["id"] != plan.basis else { return }
        let at = Moment(utc: last["changed_at"])?.text ?? ""
        throw Refusal(
            "检查以后, \(last["changer"] as String)于 \(at) 改动了\(last["subject"] as String)的工作日历, 这次没有改; 请看过再办",
            reason: .stale)
    }

    private func writeDays(_ plan: CalendarPlan) throws {
        try db.execute(
            sql: "DELETE FROM calendar_day WHERE site_id IS ?", arguments: [plan.owner.site?.rawValue])
        for day in plan.stored {
            try db.executeCached(
                sql: "INSERT INTO calendar_day (site_id, day, kind, name, source) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    plan.owner.site?.rawValue, day.day.description, day.kind.rawValue, day.name, day.source,
                ])
        }
    }

    /// Moves one deadline of a matter; those of periods are settled with their units.
    private func apply(_ move: DeadlineMove, _ journal: inout Journal.End) throws {
        guard case .matter(let matter, _, _) = move.subject, let sentence = move.journaled else { return }
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

    /// - Parameter rows: from the first row of the journal that tells of a move to the one that will tell of the change itself.
    /// - Returns: the number of the change.
    private func writeChange(_ plan: CalendarPlan, rows: ClosedRange<Int64>) throws -> Int64 {
        let file: ImportedCalendar? = if case .replace(let file) = plan.change { file } else { nil }
        try db.execute(
            sql: """
                INSERT INTO calendar_change (site_id, changed_at, changed_by, changer, file_name, sha256, subject, added, changed,
                  removed, moved, overdue, taken_back, first_row, last_row) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
                """,
            arguments: [
                plan.owner.site?.rawValue, now.iso, clerk?.rawValue, changer,
                (file?.name).map(AttachmentName.visible), file?.sha256, plan.subject, plan.added.count,
                plan.changed.count, plan.removed.count, plan.moved.count, plan.becomingOverdue.count,
                plan.noLongerOverdue.count, rows.lowerBound, rows.upperBound - 1,
            ])
        return db.lastInsertedRowID
    }
}

extension Transaction {
    /// The act of 系统 that moves a matter's deadline.
    static let deadlineMovedAct = "deadlineMoved"
}
