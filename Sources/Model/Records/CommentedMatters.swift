// H12: the published matters of 群众建议管理, each with its comments counted.
internal import GRDB

extension Office {
    /// A page of a system's published matters, the newest first: the own unit's, or all of the site for a supervisor.
    /// - Parameter isOpenOnly: only those with a comment that waits for an answer.
    public func commentedMatters(
        _ procedure: Procedure, _ place: PagePlace<Matter>, isOpenOnly: Bool = false, limit: Int, in session: Session
    ) throws(Refusal) -> Page<CommentedMatter> {
        try read(in: session) { try $0.commentedMatters(procedure, place, isOpenOnly: isOpenOnly, limit: limit) }
    }
}

extension Transaction {
    func commentedMatters(
        _ procedure: Procedure, _ place: PagePlace<Matter>, isOpenOnly: Bool, limit: Int
    ) throws -> Page<CommentedMatter> {
        let scope = scope(of: "m")
        let waits = "EXISTS (SELECT 1 FROM comment c WHERE c.matter_id = m.id AND \(Self.isUnanswered))"
        let query = PageQuery(
            table: "matter m", key: "m.id",
            filter: "\(scope.sql) AND m.system = ? AND m.deleted_at IS NULL \(isOpenOnly ? "AND \(waits)" : "")",
            arguments: [scope.id, procedure.system.rawValue])
        return try query.page(place, limit: limit, db) { try commentedMatters($0, $1) }
    }

    /// The matters of a condition on `matter m`, with their comments counted.
    /// - Parameter limits: those of the matters' site; nil for the clerk's own.
    func commentedMatters(
        _ condition: String, _ arguments: StatementArguments, _ limits: ReplyLimits? = nil
    ) throws -> [CommentedMatter] {
        let limits = try limits ?? replyLimits()
        func count(_ condition: String) -> String {
            "(SELECT count(*) FROM comment c WHERE c.matter_id = m.id AND \(condition))"
        }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT m.id, m.system, m.title, m.comments_until, u.short_name, d.year, d.serial,
                  \(count("1")) AS comments,
                  \(count("\(Self.isUnanswered) AND c.handled_at IS NULL")) AS unhandled,
                  \(count(Self.isUnanswered)) AS unanswered,
                  \(count(limits.sql(.overdue))) AS overdue, \(count(limits.sql(.soon))) AS soon
                FROM matter m JOIN unit u ON u.id = m.unit_id
                JOIN document d ON d.id = (
                  SELECT min(id) FROM document WHERE matter_id = m.id AND deleted_at IS NULL)
                WHERE \(condition)
                """, arguments: limits.arguments(.overdue) + limits.arguments(.soon) + arguments
        ).map { row in
            CommentedMatter(
                id: Identifier(row["id"]), system: System(rawValue: row["system"]),
                number: DocumentNumber(year: row["year"], serial: row["serial"]), title: row["title"],
                unit: row["short_name"],
                commentsUntil: (row["comments_until"] as String?).flatMap(Moment.init(utc:)),
                tally: CommentTally(
                    all: row["comments"], unhandled: row["unhandled"], unanswered: row["unanswered"]),
                overdue: row["overdue"], soon: row["soon"])
        }
    }
}
