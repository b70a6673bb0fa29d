// A store changed behind the program's back, as a broken import or an angry administrator would.
internal import GRDB

public struct RawStore {
    private let queue: DatabaseQueue

    public init(_ path: String) throws { queue = try DatabaseQueue(path: path) }

    public func execute(_ sql: String, _ arguments: [String] = []) throws {
        try queue.writeWithoutTransaction { try $0.execute(sql: sql, arguments: StatementArguments(arguments)) }
    }

    /// The first column of every row.
    public func strings(_ sql: String) throws -> [String] { try queue.read { try String.fetchAll($0, sql: sql) } }
}
