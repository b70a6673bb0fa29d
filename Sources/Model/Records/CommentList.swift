// Lists of comments: pages by key, find, and how filters read as conditions.
internal import GRDB

extension Office {
    /// A page of comments, the newest first.
    public func comments(
        _ filter: CommentFilter, _ place: PagePlace<Comment>, limit: Int, in session: Session
    ) throws(Refusal) -> Page<Comment> {
        try read(in: session) { transaction in
            let condition = try transaction.condition(filter)
            let query = PageQuery(
                table: Transaction.commentTable, key: "c.id", filter: condition.sql, arguments: condition.arguments)
            return try query.page(place, limit: limit, transaction.db, transaction.pageOfComments)
        }
    }

    /// The next comment after `start` (or from the top) with the text in what was written or answered; it goes round at the end.
    public func find(
        _ text: String, in filter: CommentFilter, after start: Identifier<Comment>?, in session: Session
    ) throws(Refusal) -> Identifier<Comment>? {
        try read(in: session) { transaction in
            let condition = try transaction.condition(filter)
            let pattern = likePattern(text)
            for bound in start.map({ ["AND c.id < \($0.rawValue)", ""] }) ?? [""] {
                let found = try Int64.fetchOne(
                    transaction.db,
                    sql: """
                        SELECT c.id FROM \(Transaction.commentTable) WHERE \(condition.sql) \(bound)
                          AND (c.body LIKE ? ESCAPE '\\' OR m.title LIKE ? ESCAPE '\\' OR EXISTS (
                            SELECT 1 FROM reply r WHERE r.comment_id = c.id AND r.body LIKE ? ESCAPE '\\'))
                        ORDER BY c.id DESC LIMIT 1
                        """, arguments: condition.arguments + [pattern, pattern, pattern])
                if let found { return Identifier(found) }
            }
            return nil
        }
    }
}

extension Transaction {
    /// The comments of a condition with its order and limit. Only their keys are sorted: bodies of a whole unit would be slow to carry.
    fileprivate func pageOfComments(_ condition: String, _ arguments: StatementArguments) throws -> [Comment] {
        let keys = try Int64.fetchAll(
            db, sql: "SELECT c.id FROM \(Self.commentTable) WHERE \(condition)", arguments: arguments)
        let found = try comments("c.id IN (\(keys.map { _ in "?" }.joined(separator: ",")))", StatementArguments(keys))
        let byKey = Dictionary(uniqueKeysWithValues: found.map { ($0.id.rawValue, $0) })
        return keys.compactMap { byKey[$0] }
    }

    /// G6: which comments a report waits for. Hidden and duplicate ones need nothing, and late ones are answered without being waited for.
    static let isWaitedFor = "c.hidden_at IS NULL AND c.duplicate_of IS NULL AND c.is_late = 0"

    /// Which comments want an answer still; the words of the partial index `comment_unanswered`.
    static let isUnanswered = "c.answered_day IS NULL AND c.hidden_at IS NULL AND c.duplicate_of IS NULL"

    /// A filter as SQL over `commentTable`. Without the role of a supervisor nothing but the own unit's is in it.
    func condition(_ filter: CommentFilter) throws -> (sql: String, arguments: StatementArguments) {
        // One matter's comments are read by supervisors wherever it belongs.
        let isSupervisor = clerk.roles.contains(.supervisor)
        let reach =
            if isSupervisor, filter.matter != nil {
                sitesSeen(of: "m")
            } else if isSupervisor, filter.isSiteWide {
                "m.site_id = \(clerk.site.id.rawValue)"
            } else {
                "m.unit_id = \(clerk.unit.id.rawValue)"
            }
        var sql = ["m.deleted_at IS NULL", reach]
        var arguments: StatementArguments = []
        func add(_ condition: String, _ values: StatementArguments) {
            sql.append(condition)
            arguments += values
        }
        if let system = filter.system { add("m.system = ?", [system.rawValue]) }
        if let matter = filter.matter { add("c.matter_id = ?", [matter.rawValue]) }
        if let except = filter.except { add("c.id <> ?", [except.rawValue]) }
        if let channel = filter.channel { add("c.channel = ?", [channel.code]) }
        if !filter.states.isEmpty {
            let states = CommentState.allCases.filter(filter.states.contains).map { "(\(Self.sql($0)))" }
            add("(\(states.joined(separator: " OR ")))", [])
        }
        if filter.isHoldingUp {
            add("\(Self.isWaitedFor) AND (c.handled_at IS NULL OR c.answered_day IS NULL)", [])
        }
        if let age = filter.age {
            let limits = try replyLimits()
            add(limits.sql(age), limits.arguments(age))
        }
        return (sql.joined(separator: " AND "), arguments)
    }

    private static func sql(_ state: CommentState) -> String {
        let isShown = "c.hidden_at IS NULL AND c.duplicate_of IS NULL"
        return switch state {
        case .hidden: "c.hidden_at IS NOT NULL"
        case .duplicate: "c.hidden_at IS NULL AND c.duplicate_of IS NOT NULL"
        case .answered: "\(isShown) AND c.answered_day IS NOT NULL"
        case .handled: "\(isUnanswered) AND c.handled_at IS NOT NULL"
        case .waiting: "\(isUnanswered) AND c.handled_at IS NULL"
        }
    }
}
