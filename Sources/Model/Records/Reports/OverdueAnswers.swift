// 超期未答 in reports: read from the open comments each time, because nothing happens at midnight that could be counted.
internal import GRDB

extension ReportReading {
    /// The comments beside the figures of their matters, begun at the comments: those that want an answer are few and have an index.
    static let openComments = "comment c CROSS JOIN matter_figures f ON f.matter_id = c.matter_id"

    /// Which comments are overdue (C1), as SQL over `comment c` and `matter_figures f`: each site counts by its own calendar and settings.
    func overdueAnswers(_ reach: ReportScope.Reach) throws -> (sql: String, arguments: StatementArguments) {
        let sites = try Int64.fetchAll(
            db,
            sql:
                "SELECT DISTINCT u.site_id FROM unit u WHERE \(condition(reach, of: "u", unit: "id")) ORDER BY u.site_id"
        )
        var conditions: [String] = []
        var arguments: StatementArguments = []
        for site in sites {
            let limits = try ReplyLimits(
                reading: db, site: Identifier(site), calendar: WorkCalendar(reading: db, site: Identifier(site)),
                today: today)
            conditions.append("(f.site_id = \(site) AND \(limits.sql(.overdue)))")
            arguments += limits.arguments(.overdue)
        }
        let bySite = conditions.isEmpty ? "FALSE" : conditions.joined(separator: " OR ")
        return ("\(Transaction.isUnanswered) AND (\(bySite))", arguments)
    }
}
