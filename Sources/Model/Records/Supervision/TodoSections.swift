// 待办 as queries: which records of each kind wait for a clerk. What the menu counts and what the list shows are the same queries.
internal import GRDB

/// A part of the list: its records, and which of them are red.
struct TodoSection {
    let kind: Todo.Kind
    let query: PageQuery
    /// As SQL; FALSE where nothing of the kind is ever overdue.
    var red = "FALSE"
}

extension Transaction {
    /// The parts of the clerk's list. Publishers and reviewers have their unit's, supervisors what is theirs to see to; drafts are
    /// each clerk's own.
    func todoSections() throws -> [TodoSection] {
        let works = !clerk.roles.isDisjoint(with: [.publisher, .reviewer])
        let supervises = clerk.roles.contains(.supervisor)
        guard works || supervises else { return [] }
        var sections: [TodoSection] = []
        if works { sections += [try overdue(), try soon(), try comments(), notes()] }
        if supervises { sections.append(answers()) }
        sections.append(try reviews(isSupervisor: supervises))
        sections += [
            drafts(.returned, "= 'returned'"), drafts(.agreed, "= 'agreed'"),
            drafts(.drafts, "NOT IN ('waiting', 'agreed', 'returned')"),
        ]
        if works { sections.append(postings()) }
        return sections
    }

    private var unit: Int64 { clerk.unit.id.rawValue }

    private func overdue() throws -> TodoSection {
        TodoSection(kind: .overdue, query: openDeadlines("l.due_day < ?", [today.description]), red: "TRUE")
    }

    private func soon() throws -> TodoSection {
        let last = Light.lastSoonDay(today: today, calendar: try calendar())
        return TodoSection(
            kind: .soon, query: openDeadlines("l.due_day BETWEEN ? AND ?", [today.description, last.description]))
    }

    private func openDeadlines(_ condition: String, _ arguments: StatementArguments) -> PageQuery {
        PageQuery(
            table: "deadline l", key: "l.id", filter: "l.unit_id = ? AND \(Self.isOpenDeadline) AND \(condition)",
            arguments: [unit] + arguments, order: PageQuery.Order(value: "l.due_day", isAscending: true))
    }

    /// The words of the partial indexes of open deadlines.
    static let isOpenDeadline = "l.met_at IS NULL AND l.ended_at IS NULL"

    /// Matters with comments that want an answer: those with overdue ones first, then by the oldest.
    private func comments() throws -> TodoSection {
        let limits = try replyLimits()
        let table = """
            (SELECT c.matter_id AS id, iif(sum(\(limits.sql(.overdue))) > 0, '0', '1') || min(c.received_day) AS place
              FROM \(Self.unansweredTable) WHERE \(Self.isUnanswered) AND m.unit_id = ? GROUP BY c.matter_id) t
            """
        return TodoSection(
            kind: .comments,
            query: PageQuery(
                table: table, tableArguments: limits.arguments(.overdue) + [unit], key: "t.id", filter: "TRUE",
                arguments: [], order: PageQuery.Order(value: "t.place", isAscending: true)),
            red: "t.place < '1'")
    }

    private func notes() -> TodoSection {
        TodoSection(
            kind: .notes,
            query: PageQuery(
                table: "supervision_note n", key: "n.id", filter: "n.unit_id = ? AND \(Self.isOpenNote)",
                arguments: [unit], order: PageQuery.Order(value: "n.due_day", isAscending: true)),
            red: "n.due_day < '\(today)'")
    }

    /// What the supervising unit has asked, was answered and not taken note of.
    private func answers() -> TodoSection {
        TodoSection(
            kind: .answers,
            query: PageQuery(
                table: "supervision_note n", key: "n.id",
                filter: "n.sender_unit_id = ? AND n.answered_at IS NOT NULL AND n.accepted_at IS NULL",
                arguments: [unit], order: PageQuery.Order(value: "n.answered_at", isAscending: true)))
    }

    /// What the clerk may decide on; for supervisors also what went out in an emergency and others have to review.
    private func reviews(isSupervisor: Bool) throws -> TodoSection {
        let own = try ownReviews()
        let listed = try waitingReviews()
        let owed: Reach =
            isSupervisor ? ("(\(listed.sql)) AND w.emergency_reason IS NOT NULL", listed.arguments) : ("FALSE", [])
        return TodoSection(
            kind: .reviews,
            query: PageQuery(
                table: "review w", key: "w.id", filter: "((\(own.sql)) OR (\(owed.sql)))",
                arguments: own.arguments + owed.arguments,
                order: PageQuery.Order(value: "w.submitted_at", isAscending: true)))
    }

    /// The clerk's drafts by what became of them in review; what is being reviewed waits for somebody else.
    private func drafts(_ kind: Todo.Kind, _ state: String) -> TodoSection {
        let latest = "ifnull((SELECT w.state FROM review w WHERE w.draft_id = d.id ORDER BY w.id DESC LIMIT 1), '')"
        return TodoSection(
            kind: kind,
            query: PageQuery(
                table: "draft d", key: "d.id", filter: "d.clerk_id = ? AND \(latest) \(state)",
                arguments: [clerk.id.rawValue], order: PageQuery.Order(value: "d.saved_at")))
    }

    private func postings() -> TodoSection {
        TodoSection(
            kind: .postings,
            query: PageQuery(
                table: "register r", key: "r.id", filter: "r.unit_id = ? AND r.awaits_posting = 1", arguments: [unit],
                order: PageQuery.Order(isAscending: true)))
    }
}
