// The changes of the work calendar that were made, read from their rows and from the journal.
internal import GRDB

extension Office {
    /// A page of the changes that concern the clerk's site, the newest first.
    public func calendarChanges(
        _ place: PagePlace<PastCalendarChange>, limit: Int, in session: Session
    ) throws(Refusal) -> Page<PastCalendarChange> {
        try read(in: session) { transaction in
            let query = PageQuery(
                table: "calendar_change c", key: "c.id",
                filter: CalendarPlanning.concerning(transaction.clerk.site.id), arguments: [])
            return try query.page(place, limit: limit, transaction.db) { condition, arguments in
                try Row.fetchAll(
                    transaction.db, sql: "SELECT c.* FROM calendar_change c WHERE \(condition)", arguments: arguments
                ).compactMap { PastCalendarChange($0) }
            }
        }
    }

    /// One change with the days it changed, and the deadlines of the clerk's site and those below it that moved.
    public func calendarAccount(
        _ change: PastCalendarChange, in session: Session
    ) throws(Refusal) -> CalendarAccount {
        try read(in: session) { try $0.calendarAccount(change) }
    }
}

extension Transaction {
    private static let mostMoves = 300

    fileprivate func calendarAccount(_ change: PastCalendarChange) throws -> CalendarAccount {
        let row = try Row.fetchOne(
            db, sql: "SELECT before, after, reason FROM journal WHERE id = ?", arguments: [change.journalNumber])
        let days = try HistoryEntry.changes(before: row?["before"] ?? "{}", after: row?["after"] ?? "{}")
        let moves = """
            FROM journal j LEFT JOIN matter m ON m.id = j.matter_id
            LEFT JOIN deadline d ON d.id = CAST(substr(j.subject, \("deadline:".count + 1)) AS INTEGER)
            WHERE j.id >= ? AND j.id < ? AND ifnull(m.site_id, d.site_id) IN (\(PeriodDeadlines.sites(from: clerk.site.id)))
            """
        let range: StatementArguments = [change.rows.lowerBound, change.rows.upperBound]
        let told = try Row.fetchAll(
            db, sql: "SELECT m.title, j.sentence \(moves) ORDER BY j.id LIMIT \(Self.mostMoves)", arguments: range)
        let all = try Int.fetchOne(db, sql: "SELECT count(*) \(moves)", arguments: range) ?? 0
        return CalendarAccount(
            change: change, reason: row?["reason"], days: days.filter { Day($0.label) != nil },
            moves: told.map { CalendarAccount.Move(title: $0["title"], sentence: $0["sentence"]) },
            more: all - told.count)
    }
}

extension PastCalendarChange {
    fileprivate init?(_ row: Row) {
        guard let at = Moment(utc: row["changed_at"]) else { return nil }
        self.init(
            id: Identifier(row["id"]), subject: row["subject"], at: at, changer: row["changer"],
            fileName: row["file_name"], sha256: row["sha256"], added: row["added"], changed: row["changed"],
            removed: row["removed"], moved: row["moved"], overdue: row["overdue"], takenBack: row["taken_back"],
            rows: (row["first_row"] as Int64)..<((row["last_row"] as Int64) + 1))
    }
}
