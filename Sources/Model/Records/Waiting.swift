// What is waiting for a clerk, counted for the menu and the status line.
internal import GRDB

/// How much is waiting for the clerk's unit.
public struct Waiting: Hashable, Sendable {
    public var overdue = 0
    public var soon = 0
    public var drafts = 0
    /// What went out and has no 上网登记 yet.
    public var unposted = 0
    /// What the clerk may review, or register the signature of.
    public var reviews = 0
    /// What went out in an emergency and others have to review.
    public var owedReviews = 0
    /// The clerk's own drafts that were returned, and those that were agreed to and wait to be published.
    public var returned = 0
    public var agreed = 0
    /// Comments not handled or not answered yet, by system.
    public var comments: [System: Int] = [:]
    /// Those of them whose reply is overdue (C1).
    public var overdueReplies = 0

    /// The rows of 待办 by kind, how many of all rows are red, and how many soon due. A supervisor's 待办 is not every unit's work.
    public var todos: [Todo.Kind: Int] = [:]
    public var redTodos = 0
    public var soonTodos = 0

    public init() {}

    /// All rows of 待办.
    public var total: Int { todos.values.reduce(0, +) }
}

extension Office {
    /// Counts what is waiting: the own unit's, or all of the site for a supervisor.
    public func waiting(in session: Session) throws(Refusal) -> Waiting {
        try read(in: session) { try $0.waiting() }
    }
}

extension Transaction {
    func waiting() throws -> Waiting {
        var waiting = Waiting()
        let lastSoon = Light.lastSoonDay(today: today, calendar: try calendar())
        let deadlines = try Row.fetchOne(
            db,
            sql: """
                SELECT sum(due_day < ?) AS overdue, sum(due_day >= ?) AS soon FROM deadline l
                WHERE \(scope(of: "l").sql) AND met_at IS NULL AND ended_at IS NULL AND due_day <= ?
                """, arguments: [today.description, today.description, scope(of: "l").id, lastSoon.description])
        waiting.overdue = deadlines?["overdue"] ?? 0
        waiting.soon = deadlines?["soon"] ?? 0
        waiting.drafts =
            try Int.fetchOne(db, sql: "SELECT count(*) FROM draft WHERE clerk_id = ?", arguments: [clerk.id.rawValue])
            ?? 0
        let limits = try replyLimits()
        let comments = try Row.fetchAll(
            db,
            sql: """
                SELECT m.system, count(*) AS waiting, sum(\(limits.sql(.overdue))) AS overdue FROM \(Self.unansweredTable(figures: "m"))
                WHERE \(Self.isUnanswered) AND \(scope(of: "m").sql) GROUP BY m.system
                """, arguments: limits.arguments(.overdue) + [scope(of: "m").id])
        for row in comments {
            waiting.comments[System(rawValue: row["system"])] = row["waiting"]
            waiting.overdueReplies += row["overdue"]
        }
        waiting.unposted =
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM register r WHERE \(scope(of: "r").sql) AND r.awaits_posting = 1",
                arguments: [scope(of: "r").id]) ?? 0
        try countReviews(&waiting)
        let todos = try countTodos()
        waiting.todos = todos.counts
        waiting.redTodos = todos.lights[.overdue] ?? 0
        waiting.soonTodos = todos.lights[.soon] ?? 0
        return waiting
    }

    private func countReviews(_ waiting: inout Waiting) throws {
        func count(_ reach: Reach) throws -> Int {
            try Int.fetchOne(db, sql: "SELECT count(*) FROM review w WHERE \(reach.sql)", arguments: reach.arguments)
                ?? 0
        }
        let own = try ownReviews()
        waiting.reviews = try count(own)
        let listed = try waitingReviews()
        waiting.owedReviews = try count(
            ("\(listed.sql) AND w.emergency_reason IS NOT NULL", listed.arguments))
        waiting.owedReviews -= try count(("\(own.sql) AND w.emergency_reason IS NOT NULL", own.arguments))
        let states = try Row.fetchOne(
            db,
            sql: """
                SELECT sum(w.state = 'returned') AS returned, sum(w.state = 'agreed') AS agreed
                FROM draft d JOIN review w ON w.id = (SELECT max(x.id) FROM review x WHERE x.draft_id = d.id)
                WHERE d.clerk_id = ?
                """, arguments: [clerk.id.rawValue])
        waiting.returned = states?["returned"] ?? 0
        waiting.agreed = states?["agreed"] ?? 0
    }
}
