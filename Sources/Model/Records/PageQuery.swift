// Reading a page of a list by key.
internal import GRDB

/// The rows of a list in the store: which table, which of its rows, and in which order.
struct PageQuery {
    /// What rows are ordered by before their keys.
    struct Order {
        /// An expression that is text and never NULL; the empty text where the keys alone give the order.
        var value = "''"
        var isAscending = false

        static let newestFirst = Order()
    }

    /// The table with its short name, such as `matter m`.
    let table: String
    /// The arguments of a table that is a query of its own.
    var tableArguments: StatementArguments = []
    /// The column of the records' keys, such as `m.id`.
    let key: String
    /// Which rows the list holds, with its arguments.
    let filter: String
    let arguments: StatementArguments
    var order = Order.newestFirst
    /// How many rows lie within a bound, or in all, where that is known without counting them one by one.
    var counting: ((Bound?) throws -> Int)?

    /// From where on rows are read.
    struct Bound {
        var comparison: String
        var value: String
        var id: Int64
    }

    /// A page in the list's order.
    /// - Parameter fetch: reads the rows of a condition, in any order.
    func page<Row: PagedRow>(
        _ place: PagePlace<Row.Record>, limit: Int, _ db: Database,
        _ fetch: (_ condition: String, StatementArguments) throws -> [Row]
    ) throws -> Page<Row> {
        let keys = try keys(place, limit, db)
        let total = try count(nil, db)
        guard let first = keys.first else { return Page(total: total) }
        let marks = Array(repeating: "?", count: keys.count).joined(separator: ",")
        let rows = try fetch("\(key) IN (\(marks))", StatementArguments(keys.map(\.id.rawValue)))
        let byKey = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
        return Page(
            rows: keys.compactMap { byKey[$0.id] }, first: first, last: keys.last,
            position: place == .first ? 1 : try count(bound(first, after: false), db) + 1, total: total)
    }

    /// The places of a page's rows in the list's order.
    func keys<Record>(_ place: PagePlace<Record>, _ limit: Int, _ db: Database) throws -> [PageKey<Record>] {
        switch place {
        case .first: try keys(nil, limit, db)
        case .last: try keys(nil, limit, isBackward: true, db)
        case .after(let key): try keys(bound(key, after: true), limit, db)
        case .before(let key): try keys(bound(key, after: false), limit, isBackward: true, db)
        case .from(let key): try keys(bound(key, after: true, orEqual: true), limit, db)
        case .at(let id): try key(of: id, db).map { try keys(bound($0, after: true, orEqual: true), limit, db) } ?? []
        }
    }

    /// The first row after a record's place, or of all, of those that meet a further condition.
    func first<Record>(
        after record: Identifier<Record>?, where condition: String, _ more: StatementArguments, _ db: Database
    ) throws -> Identifier<Record>? {
        var bound: Bound?
        if let record {
            guard let key = try self.key(of: record, db) else { return nil }
            bound = self.bound(key, after: true)
        }
        let found: [PageKey<Record>] = try keys(bound, 1, and: (condition, more), db)
        return found.first?.id
    }

    /// Where a record stands now, be it in the list or not.
    private func key<Record>(of id: Identifier<Record>, _ db: Database) throws -> PageKey<Record>? {
        try String.fetchOne(
            db, sql: "SELECT \(order.value) FROM \(table) WHERE \(key) = ?",
            arguments: tableArguments + [id.rawValue]
        ).map { PageKey(value: $0, id: id) }
    }

    func bound<Record>(_ key: PageKey<Record>, after: Bool, orEqual: Bool = false) -> Bound {
        Bound(
            comparison: (after == order.isAscending ? ">" : "<") + (orEqual ? "=" : ""), value: key.value,
            id: key.id.rawValue)
    }

    private var isByKeyAlone: Bool { order.value == Order.newestFirst.value }

    private func condition(_ bound: Bound?) -> (sql: String, arguments: StatementArguments) {
        let arguments = tableArguments + arguments
        guard let bound else { return (filter, arguments) }
        if isByKeyAlone { return ("\(filter) AND \(key) \(bound.comparison) ?", arguments + [bound.id]) }
        // Said of the value alone as well, SQLite finds the place in an index of expressions.
        let wide = bound.comparison.prefix(1) + "="
        return (
            "\(filter) AND \(order.value) \(wide) ? AND (\(order.value), \(key)) \(bound.comparison) (?, ?)",
            arguments + [bound.value, bound.value, bound.id]
        )
    }

    private func keys<Record>(
        _ bound: Bound?, _ limit: Int, isBackward: Bool = false,
        and more: (sql: String, arguments: StatementArguments) = ("TRUE", []), _ db: Database
    ) throws -> [PageKey<Record>] {
        let statement = statement(bound, limit, isBackward: isBackward, and: more)
        let found = try Row.fetchAll(db, sql: statement.sql, arguments: statement.arguments).map {
            PageKey<Record>(value: $0["value"], id: Identifier($0["id"]))
        }
        return isBackward ? found.reversed() : found
    }

    /// What reads the keys of a page.
    func statement(
        _ bound: Bound?, _ limit: Int, isBackward: Bool,
        and more: (sql: String, arguments: StatementArguments) = ("TRUE", [])
    ) -> (sql: String, arguments: StatementArguments) {
        let condition = condition(bound)
        let direction = order.isAscending == isBackward ? "DESC" : "ASC"
        let value = isByKeyAlone ? "" : "\(order.value) \(direction), "
        let sql = """
            SELECT \(order.value) AS value, \(key) AS id FROM \(table)
            WHERE \(condition.sql) AND \(more.sql) ORDER BY \(value)\(key) \(direction) LIMIT ?
            """
        return (sql, condition.arguments + more.arguments + [limit])
    }

    /// How many rows there are, or from a bound on.
    func count(_ bound: Bound?, and more: String = "TRUE", _ db: Database) throws -> Int {
        if let counting, more == "TRUE" { return try counting(bound) }
        let condition = condition(bound)
        return try Int.fetchOne(
            db, sql: "SELECT count(*) FROM \(table) WHERE \(condition.sql) AND \(more)", arguments: condition.arguments)
            ?? 0
    }
}
