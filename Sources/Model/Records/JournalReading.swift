// 操作日志 as the auditor reads it: pages of rows, one row whole, and what to narrow it to.
internal import GRDB

extension Office {
    /// A page of the journal, the latest row first.
    /// - Throws: `Refusal` if the clerk is no auditor.
    public func journal(
        _ filter: JournalFilter, _ place: PagePlace<JournalLine>, limit: Int, in session: Session
    ) throws(Refusal) -> Page<JournalLine> {
        try read(in: session) { transaction in
            let query = try transaction.journalQuery(filter)
            return try query.page(place, limit: limit, transaction.db) { condition, arguments in
                try Row.fetchAll(
                    transaction.db, sql: "\(JournalLine.selection) WHERE \(condition)", arguments: arguments
                ).map { JournalLine($0) }
            }
        }
    }

    /// One row with all it says.
    public func journalDetail(_ id: Identifier<JournalLine>, in session: Session) throws(Refusal) -> JournalDetail {
        try read(in: session) { transaction in
            let query = try transaction.journalQuery(JournalFilter())
            let row = try Row.fetchOne(
                transaction.db, sql: "\(JournalLine.selection) WHERE j.id = ? AND \(query.filter)",
                arguments: [id.rawValue] + query.arguments)
            guard let row else { throw Refusal("操作日志中没有第 \(id.rawValue) 条; 请按 F5 重新读取", reason: .stale) }
            return JournalDetail(
                line: JournalLine(row), changes: try HistoryEntry.changes(before: row["before"], after: row["after"]),
                reason: row["reason"], subject: row["subject"], address: row["address"], previous: row["previous"],
                hash: row["hash"])
        }
    }

    /// Who is in the journal: 系统 and the like, then all clerks by their units.
    public func journalPeople(in session: Session) throws(Refusal) -> [JournalFilter.Who] {
        try read(in: session) { transaction in
            let scope = try transaction.journalScope()
            let clerks = try Row.fetchAll(
                transaction.db,
                sql: """
                    SELECT c.id, c.full_name, c.name, u.short_name FROM clerk c JOIN unit u ON u.id = c.unit_id
                    WHERE \(scope.units) ORDER BY u.pinyin, u.id, c.name
                    """, arguments: scope.arguments)
            return [.system, .serverOperator, .unknown]
                + clerks.map { row in
                    .clerk(
                        Identifier(row["id"]),
                        name: "\(row["short_name"] as String) \(row["full_name"] as String) (\(row["name"] as String))")
                }
        }
    }

    /// The acts that are in the journal.
    public func journalActs(in session: Session) throws(Refusal) -> [JournalFilter.ActName] {
        try read(in: session) { transaction in
            // From act to act along the index; a journal has millions of rows and some fifty acts.
            try String.fetchAll(
                transaction.db,
                sql: """
                    WITH RECURSIVE acts(act) AS (
                      SELECT min(act) FROM journal UNION ALL
                      SELECT (SELECT min(j.act) FROM journal j WHERE j.act > acts.act) FROM acts WHERE acts.act IS NOT NULL)
                    SELECT act FROM acts WHERE act IS NOT NULL
                    """
            ).map { JournalFilter.ActName(code: $0) }
        }
    }

    /// The most matters offered for a number or some words of a title.
    public static var mostJournalMatters: Int { 100 }

    /// The matters with these words in their number or title, the newest first.
    public func journalMatters(_ words: String, in session: Session) throws(Refusal) -> [JournalLine.Subject] {
        try read(in: session) { transaction in
            let scope = try transaction.journalScope()
            return try Row.fetchAll(
                transaction.db,
                sql: """
                    SELECT m.id AS matter_id, m.title AS matter_title, d.year, d.serial
                    FROM matter m JOIN unit u ON u.id = m.unit_id
                    LEFT JOIN document d ON d.id = (SELECT min(id) FROM document WHERE matter_id = m.id)
                    WHERE \(scope.units)
                      AND (m.title LIKE ? ESCAPE '\\' OR printf('%d-%02d', d.year, d.serial) = ?)
                    ORDER BY m.id DESC LIMIT ?
                    """, arguments: scope.arguments + [likePattern(words), words, Self.mostJournalMatters]
            ).compactMap { JournalLine.Subject($0) }
        }
    }
}

extension Transaction {
    /// Which rows an auditor sees: all of them where every site of the store is theirs or below it; else those of their site and below.
    fileprivate func journalScope() throws -> (rows: String, units: String, arguments: StatementArguments) {
        if let refusal = TakeJournal.refusal(for: clerk) {
            throw Refusal(refusal.replacing(TakeJournal.title, with: "操作日志"), reason: .notAllowed)
        }
        let tops = try Int64.fetchAll(db, sql: "SELECT id FROM site WHERE parent_id IS NULL")
        if tops == [clerk.site.id.rawValue] { return ("TRUE", "TRUE", []) }
        let below = "IN (\(PeriodDeadlines.sites(from: clerk.site.id)))"
        return (
            """
            (j.unit_id IN (SELECT id FROM unit WHERE site_id \(below))
              OR j.matter_id IN (SELECT id FROM matter WHERE site_id \(below)))
            """, "u.site_id \(below)", []
        )
    }

    func journalQuery(_ filter: JournalFilter) throws -> PageQuery {
        let scope = try journalScope()
        var conditions = [scope.rows]
        var arguments = scope.arguments
        func add(_ condition: String, _ values: StatementArguments = []) {
            conditions.append(condition)
            arguments += values
        }
        switch filter.who {
        case nil: break
        case .clerk(let id, _): add("j.clerk_id = ?", [id.rawValue])
        case .system: add("j.clerk_id IS NULL AND j.clerk = ?", [Journal.Writer.system.name])
        case .serverOperator: add("j.clerk_id IS NULL AND j.clerk LIKE ?", ["\(ServerOperator.title)%"])
        case .unknown: add("j.clerk_id IS NULL AND j.clerk = ?", [SignInAttempt.unknown])
        }
        if let act = filter.act { add("j.act = ?", [act.code]) }
        if let matter = filter.matter { add("j.matter_id = ?", [matter.id.rawValue]) }
        if filter.isRefused { add("j.is_refusal = 1") }
        if filter.span != .all { try narrow(to: filter.span, add) }
        var query = PageQuery(
            table: "journal j", key: "j.id", filter: conditions.joined(separator: " AND "), arguments: arguments)
        if filter.isEverything, scope.rows == "TRUE" { query.counting = countRows }
        return query
    }

    /// Rows are looked through by number, within the numbers that the days have; a clock set back leaves others between them.
    private func narrow(to span: PublicationSpan, _ add: (String, StatementArguments) -> Void) throws {
        let (from, to) = (Moment.at(span.from, hour: 0, minute: 0).iso, Moment.endOfDay(span.to).iso)
        let found = try Row.fetchOne(
            db, sql: "SELECT min(id) AS first, max(id) AS last FROM journal WHERE at >= ? AND at < ?",
            arguments: [from, to])
        add(
            "j.id BETWEEN ? AND ? AND +j.at >= ? AND +j.at < ?",
            [found?["first"] as Int64? ?? 0, found?["last"] as Int64? ?? -1, from, to])
    }

    /// Numbers leave no gap, so nothing has to be counted one by one.
    private func countRows(_ bound: PageQuery.Bound?) throws -> Int {
        let last = try Int.fetchOne(db, sql: "SELECT max(id) FROM journal") ?? 0
        guard let bound else { return last }
        return bound.comparison.hasPrefix(">")
            ? max(0, last - Int(bound.id) + (bound.comparison == ">=" ? 1 : 0))
            : min(last, Int(bound.id) - (bound.comparison == "<=" ? 0 : 1))
    }
}

extension JournalLine {
    /// Every column a row or its detail is made of.
    static let selection = """
        SELECT j.*, u.name AS unit_name, s.address, m.title AS matter_title, d.year, d.serial
        FROM journal j LEFT JOIN unit u ON u.id = j.unit_id LEFT JOIN session s ON s.id = j.session_id
        LEFT JOIN matter m ON m.id = j.matter_id
        LEFT JOIN document d ON d.id = (SELECT min(id) FROM document WHERE matter_id = j.matter_id)
        """

    init(_ row: Row) {
        self.init(
            id: Identifier(row["id"]), at: Moment(utc: row["at"]) ?? Moment(milliseconds: 0), clerk: row["clerk"],
            unit: row["unit_name"], title: EveryAct.title(row["act"]), isRefusal: row["is_refusal"],
            sentence: row["sentence"], matter: Subject(row))
    }
}

extension JournalLine.Subject {
    init?(_ row: Row) {
        guard let id: Int64 = row["matter_id"] else { return nil }
        self.init(
            id: Identifier(id), number: DocumentNumber(year: row["year"] ?? 0, serial: row["serial"] ?? 0),
            title: row["matter_title"] ?? "")
    }
}
