// Reading a page of a list by key.
internal import GRDB

/// The rows of a list in the store: which table, and which of its rows.
struct PageQuery {
    /// The table with its short name, such as `matter m`.
    let table: String
    /// The column it is ordered by, such as `m.id`.
    let key: String
    /// Which rows the list holds, with its arguments.
    let filter: String
    let arguments: StatementArguments

    /// A page, newest first.
    /// - Parameter fetch: reads the rows of a condition with its order and limit.
    func page<Row: PagedRow>(
        _ place: PagePlace<Row.Record>, limit: Int, _ db: Database,
        _ fetch: (_ condition: String, StatementArguments) throws -> [Row]
    ) throws -> Page<Row> {
        let (bound, isBackward) = bound(place)
        let condition = bound.map { "\(filter) AND \(key) \($0.comparison) ?" } ?? filter
        let fetched = try fetch(
            "\(condition) ORDER BY \(key) \(isBackward ? "ASC" : "DESC") LIMIT ?",
            arguments + (bound.map { [$0.id] } ?? []) + [limit])
        let rows = isBackward ? fetched.reversed() : fetched
        let total = try count(db, "", [])
        guard let first = rows.first else { return Page(total: total) }
        let before = try count(db, " AND \(key) > ?", [first.id.rawValue])
        return Page(rows: rows, position: before + 1, total: total)
    }

    private func bound<Record>(_ place: PagePlace<Record>) -> ((comparison: String, id: Int64)?, isBackward: Bool) {
        switch place {
        case .first: (nil, false)
        case .last: (nil, true)
        case .after(let id): (("<", id.rawValue), false)
        case .before(let id): ((">", id.rawValue), true)
        case .from(let id): (("<=", id.rawValue), false)
        }
    }

    private func count(_ db: Database, _ condition: String, _ more: StatementArguments) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM \(table) WHERE \(filter)\(condition)", arguments: arguments + more) ?? 0
    }
}
