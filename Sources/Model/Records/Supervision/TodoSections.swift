// 待办 as queries: which records of each kind wait for a clerk. What the menu counts and what the list shows are the same queries.
internal import GRDB

/// A part of the list: records of one kind that all press alike.
struct TodoSection {
    let kind: Todo.Kind
    var light = Light.open
    let query: PageQuery

    /// Tells kind and light in a row's number.
    var number: Int64 { Int64(kind.rawValue << 2 | (Self.lights.firstIndex(of: light) ?? 0)) }

    /// The kind of a section's number.
    static func kind(of number: Int64) -> Todo.Kind? { Todo.Kind(rawValue: Int(number) >> 2) }

    private static let lights = [Light.open, .soon, .overdue]
}

extension Transaction {
    /// The parts of the clerk's list: what is overdue, what is soon due, what the clerk is asked to review, then the rest.
    /// Publishers and reviewers have their unit's, supervisors what is theirs to see to; drafts are each clerk's own.
    func todoSections() throws -> [TodoSection] {
        let works = !clerk.roles.isDisjoint(with: [.publisher, .reviewer])
        let supervises = clerk.roles.contains(.supervisor)
        guard works || supervises else { return [] }
        var sections: [TodoSection] = []
        let limits = try replyLimits()
        let lastSoon = Light.lastSoonDay(today: today, calendar: try calendar())
        func comments(_ light: Light) -> TodoSection {
            TodoSection(kind: .comments, light: light, query: waitingComments(of: clerk.unit.id, limits, light))
        }
        func notes(_ light: Light) -> TodoSection { self.notes(light, due(light, "n.due_day", lastSoon)) }
        if works {
            for light in [Light.overdue, .soon] {
                sections += [deadlines(light, due(light, "l.due_day", lastSoon)), notes(light), comments(light)]
            }
        }
        sections.append(try reviews(isSupervisor: supervises))
        if works { sections += [comments(.open), notes(.open)] }
        if supervises { sections.append(answers()) }
        sections += [
            drafts(.returned, "= 'returned'"), drafts(.agreed, "= 'agreed'"),
            drafts(.drafts, "NOT IN ('waiting', 'agreed', 'returned')\(works ? " AND \(isOfNoNoteOfOwn)" : "")"),
        ]
        if works { sections.append(TodoSection(kind: .postings, query: waitingPostings(of: clerk.unit.id))) }
        return sections
    }

    private var unit: Int64 { clerk.unit.id.rawValue }

    /// Which days have a light today, as SQL.
    private func due(_ light: Light, _ column: String, _ lastSoon: Day) -> String {
        switch light {
        case .overdue: "\(column) < '\(today)'"
        case .soon: "\(column) BETWEEN '\(today)' AND '\(lastSoon)'"
        default: "\(column) > '\(lastSoon)'"
        }
    }

    private func deadlines(_ light: Light, _ condition: String) -> TodoSection {
        TodoSection(
            kind: .deadlines, light: light,
            query: PageQuery(
                table: "deadline l", key: "l.id", filter: "l.unit_id = ? AND \(Self.isOpenDeadline) AND \(condition)",
                arguments: [unit], order: PageQuery.Order(value: "l.due_day", isAscending: true)))
    }

    /// The words of the partial indexes of open deadlines.
    static let isOpenDeadline = "l.met_at IS NULL AND l.ended_at IS NULL"

    /// A unit's matters with comments that want an answer, those with the oldest first.
    /// - Parameter light: only those of which the most pressing comment has this light; nil for all, the overdue ones first.
    func waitingComments(of unit: Identifier<Unit>, _ limits: ReplyLimits, _ light: Light? = nil) -> PageQuery {
        let table = """
            (SELECT c.matter_id AS id,
                CASE WHEN sum(\(limits.sql(.overdue))) > 0 THEN '0' WHEN sum(\(limits.sql(.soon))) > 0 THEN '1' ELSE '2' END
                  || min(c.received_day) AS place
              FROM \(Self.unansweredTable(figures: "m")) WHERE \(Self.isUnanswered) AND m.unit_id = ? GROUP BY c.matter_id) m
            """
        let filter =
            switch light {
            case nil: "TRUE"
            case .overdue: "m.place < '1'"
            case .soon: "m.place >= '1' AND m.place < '2'"
            default: "m.place >= '2'"
            }
        return PageQuery(
            table: table,
            tableArguments: limits.arguments(.overdue) + limits.arguments(.soon) + [unit.rawValue], key: "m.id",
            filter: filter, arguments: [], order: PageQuery.Order(value: "m.place", isAscending: true))
    }

    private func notes(_ light: Light, _ condition: String) -> TodoSection {
        TodoSection(
            kind: .notes, light: light,
            query: PageQuery(
                table: "supervision_note n", key: "n.id",
                filter: "n.unit_id = ? AND \(Self.isOpenNote) AND \(condition)", arguments: [unit],
                order: PageQuery.Order(value: "n.due_day", isAscending: true)))
    }

    /// Which drafts do not answer a note that waits for the unit, as SQL: such a draft belongs to the note's row.
    private var isOfNoNoteOfOwn: String {
        """
        NOT EXISTS (SELECT 1 FROM supervision_note n WHERE n.unit_id = \(unit) AND \(Self.isOpenNote)
          AND d.form = '\(SupervisionForm.answering)' || n.id)
        """
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

    /// What a unit has published and not registered on the web, in the order in which it went out.
    func waitingPostings(of unit: Identifier<Unit>) -> PageQuery {
        PageQuery(
            table: "register r", key: "r.id", filter: "r.unit_id = ? AND r.awaits_posting = 1",
            arguments: [unit.rawValue], order: PageQuery.Order(isAscending: true))
    }
}
