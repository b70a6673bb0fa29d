// A store changed behind the program's back, as a broken import or an angry administrator would.
import GRDB

struct RawStore {
    private let queue: DatabaseQueue

    init(_ path: String) throws { queue = try DatabaseQueue(path: path) }

    func execute(_ sql: String, _ arguments: [String] = []) throws {
        try queue.writeWithoutTransaction { try $0.execute(sql: sql, arguments: StatementArguments(arguments)) }
    }

    /// The first column of every row.
    func strings(_ sql: String) throws -> [String] { try queue.read { try String.fetchAll($0, sql: sql) } }
}
