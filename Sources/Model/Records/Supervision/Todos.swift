// 待办 read from the store, a page at a time.
internal import GRDB

extension Office {
    /// A page of what waits for the clerk: what is overdue first.
    public func todos(
        _ place: PagePlace<Todo>, limit: Int, in session: Session
    ) throws(Refusal) -> Page<Todo> {
        try read(in: session) { transaction in
            let sections = try transaction.todoSections()
            let query = SectionedQuery<Todo>(
                sections: sections.map { .init(number: $0.number, query: $0.query) })
            return try query.page(place, limit: limit, transaction.db) { number, keys in
                try transaction.todos(number, keys)
            }
        }
    }
}

extension Transaction {
    /// How much of each kind waits, and how much of all has a light.
    func countTodos() throws -> (counts: [Todo.Kind: Int], lights: [Light: Int]) {
        var counts: [Todo.Kind: Int] = [:]
        var lights: [Light: Int] = [:]
        for section in try todoSections() {
            let count = try section.query.count(nil, db)
            guard count > 0 else { continue }
            counts[section.kind, default: 0] += count
            lights[section.light, default: 0] += count
        }
        return (counts, lights)
    }

    fileprivate func todos(_ section: Int64, _ keys: [Int64]) throws -> [Todo] {
        guard let kind = TodoSection.kind(of: section) else { return [] }
        func todo(_ key: Int64, _ subject: Todo.Subject) -> Todo {
            Todo(id: SectionedQuery<Todo>.id(section, key), kind: kind, subject: subject)
        }
        func marks(_ column: String) -> String { "\(column) IN (\(keys.map { _ in "?" }.joined(separator: ",")))" }
        let arguments = StatementArguments(keys)
        return switch kind {
        case .deadlines:
            try openDeadlines(marks("l.id"), arguments, try calendar()).map { todo($0.key, .deadline($0.deadline)) }
        case .comments:
            try commentedMatters(marks("m.id"), arguments).map { todo($0.id.rawValue, .comments($0)) }
        case .notes, .answers:
            try supervisionNotes(marks("n.id"), arguments).map { todo($0.id.rawValue, .note($0)) }
        case .reviews: try reviews(marks("w.id"), arguments).map { todo($0.id.rawValue, .review($0)) }
        case .returned, .agreed, .drafts:
            try drafts(marks("d.id"), arguments).map { todo($0.id.rawValue, .draft($0)) }
        case .postings:
            try postingOccasions(marks("r.id"), arguments).map {
                todo($0.key, .posting($0.occasion, unit: $0.unit))
            }
        }
    }

    /// Deadlines of a condition on `deadline l`, by their keys, with what they are about.
    func openDeadlines(
        _ condition: String, _ arguments: StatementArguments, _ calendar: WorkCalendar
    ) throws -> [(key: Int64, deadline: OpenDeadline)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT l.*, m.title, m.event_day, u.name AS unit_name FROM deadline l JOIN unit u ON u.id = l.unit_id
                LEFT JOIN matter m ON m.id = l.matter_id WHERE \(condition)
                """, arguments: arguments
        ).compactMap { row in
            let system = System(rawValue: row["system"])
            let deadline = Deadline(
                row, Procedure.of(system), from: (row["event_day"] as String?).flatMap(Day.init), isMatterEnded: false,
                today: today, calendar: calendar)
            guard let deadline else { return nil }
            let period = "\(row["unit_name"] as String)\(deadline.label)"
            return (
                row["id"],
                OpenDeadline(
                    deadline: deadline, system: system, matter: (row["matter_id"] as Int64?).map { Identifier($0) },
                    title: row["title"] ?? period, unit: Identifier(row["unit_id"]))
            )
        }
    }

    /// What the register's rows of a condition ask to be registered, by their keys.
    func postingOccasions(
        _ condition: String, _ arguments: StatementArguments
    ) throws -> [(key: Int64, occasion: PostingOccasion, unit: String)] {
        let subjects = try Row.fetchAll(
            db,
            sql: """
                SELECT r.id, r.system, r.document_id, r.temporary_notice_id, d.matter_id FROM register r
                LEFT JOIN document d ON d.id = r.document_id WHERE \(condition)
                """, arguments: arguments)
        let rows = Dictionary(try registerRows(condition, arguments).map { ($0.id.rawValue, $0) }) { first, _ in first }
        return subjects.compactMap { subject in
            let key: Int64 = subject["id"]
            guard let row = rows[key] else { return nil }
            let document = (subject["document_id"] as Int64?).flatMap { document in
                (subject["matter_id"] as Int64?).map {
                    PostingSubject.document(Identifier(document), of: Identifier($0))
                }
            }
            let notice = (subject["temporary_notice_id"] as Int64?).map {
                PostingSubject.temporaryNotice(Identifier($0))
            }
            guard let posted = document ?? notice else { return nil }
            return (
                key,
                PostingOccasion(
                    subject: posted, system: System(rawValue: subject["system"]), documentName: row.documentName,
                    number: row.number, title: row.title, publishedAt: row.publishedAt, posting: row.posting), row.unit
            )
        }
    }
}
