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
        let moving = DeadlineMoving(db: db, now: now, cause: "工作日历有改动")
        for move in plan.deadlines { try moving.apply(move, &journal) }
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
