// A matter's row and deadlines, brought up to date with what its documents and announced moves tell.
internal import GRDB

extension Transaction {
    /// Brings a matter's title, event, comment window and deadlines up to date after one of its documents or its event changed.
    /// - Parameters:
    ///   - late: the deadlines that are missed, as the act's check found them.
    ///   - lateReason: the clerk's reason for those that were not late before.
    func settle(_ id: Identifier<Matter>, late: [PublicationCheck.Late], lateReason: String?) throws {
        let matter = try matter(id)
        guard let procedure = Procedure.of(matter.system) else { return }
        let event = matter.toldEvent(procedure)
        let told = matter.documents.compactMap { document in
            procedure.document(document.kind)?.commentsUntil(document.values)
        }.last
        let commentsUntil = procedure.commentsUntil(event, told: told)
        let title = matter.document(procedure.documents[0].kind)?.values.text("title") ?? matter.title
        let about = event.about.flatMap { $0.isEmpty ? nil : $0 }
        try db.executeCached(
            sql: """
                UPDATE matter SET title = ?, event_day = ?, event_ends_at = ?, event_about = ?, comments_until = ?,
                  version = version + 1 WHERE id = ?
                """,
            arguments: [
                title, event.day?.description, event.ends?.iso, about, commentsUntil?.iso, id.rawValue,
            ])
        try settlePeriods(of: matter, late: late, lateReason: lateReason)
        try admitComments(of: id, until: commentsUntil)
        guard let day = event.day else {
            return try db.executeCached(sql: "DELETE FROM deadline WHERE matter_id = ?", arguments: [id.rawValue])
        }
        let context = try context()
        for rule in procedure.deadlines {
            guard let due = rule.count(from: day, calendar: context.calendar, strict: context.strict)?.day else {
                continue
            }
            let missed = late.first { $0.rule == rule.name }
            try settle(rule, due: due, of: matter, isMoved: day != matter.event.day, missed, lateReason)
        }
    }

    /// H4: what was received before the last day moved further off is not late any more. Nothing becomes late by a nearer one.
    private func admitComments(of matter: Identifier<Matter>, until end: Moment?) throws {
        guard let last = end?.adding(seconds: -1).day else { return }
        try db.executeCached(
            sql: "UPDATE comment SET is_late = 0 WHERE matter_id = ? AND is_late = 1 AND received_day <= ?",
            arguments: [matter.rawValue, last.description])
    }

    /// Marks a deadline as met now.
    func meet(_ rule: DeadlineRule, of matter: Matter, late: PublicationCheck.Late?, lateReason: String?) throws {
        try db.executeCached(
            sql: """
                UPDATE deadline SET met_at = ?, met_day = ?, late_days = ?, late_reason = ? WHERE matter_id = ? AND rule = ?
                """,
            arguments: [
                now.iso, today.description, late?.days, late == nil ? nil : lateReason, matter.id.rawValue, rule.name,
            ])
        try db.executeCached(
            sql: "UPDATE matter SET version = version + 1 WHERE id = ?", arguments: [matter.id.rawValue])
    }

    /// Sets one deadline. A deadline that is met stays as it was decided unless the event has moved or what met it was
    /// taken back.
    private func settle(
        _ rule: DeadlineRule, due: Day, of matter: Matter, isMoved: Bool, _ missed: PublicationCheck.Late?,
        _ lateReason: String?
    ) throws {
        let before = matter.deadlines.first { $0.rule == rule.name }
        let met = matter.metAt(rule)
        if let decided = before?.metAt, decided == met, !isMoved { return }
        // What the law wanted before the matter was entered here is not ours to count; what was registered here is not forgotten.
        if let entered = matter.backfilledDay, due < entered, rule.document != nil || met == nil {
            return try db.executeCached(
                sql: "DELETE FROM deadline WHERE matter_id = ? AND rule = ?",
                arguments: [matter.id.rawValue, rule.name])
        }
        let reason = missed == nil ? nil : before?.lateReason ?? lateReason
        try db.executeCached(
            sql: """
                INSERT INTO deadline (site_id, unit_id, system, matter_id, rule, due_day, met_at, met_day, late_days, late_reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (matter_id, rule) DO UPDATE SET due_day = excluded.due_day, met_at = excluded.met_at,
                  met_day = excluded.met_day, late_days = excluded.late_days, late_reason = excluded.late_reason,
                  ended_at = CASE WHEN ? THEN NULL ELSE ended_at END
                """,
            arguments: [
                matter.unit.site.rawValue, matter.unit.id.rawValue, matter.system.rawValue, matter.id.rawValue,
                rule.name, due.description, met?.iso, met?.day.description, missed?.days, reason, isMoved,
            ])
        if due >= today { try takeBackOverdue(rule, of: matter) }
    }
}
