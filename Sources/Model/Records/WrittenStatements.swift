// What an act writes, in SQL: what `script/bench` has another program do for comparison.
internal import GRDB

extension Office {
    /// The statements that change the store while something is done, with their values, in the order they were carried out; the
    /// beginnings and ends of transactions are among them, what triggers do is not.
    package func written(by work: () throws -> Void) throws -> [String] {
        let recorder = Recorder()
        store.queue.inDatabase { db in
            db.trace(options: .statement) { event in
                if case .statement(let statement) = event { recorder.take(statement.expandedSQL) }
            }
        }
        defer { store.queue.inDatabase { $0.trace(options: .statement, nil) } }
        try work()
        return recorder.statements
    }

    private final class Recorder {
        var statements: [String] = []

        func take(_ sql: String) {
            if ["INSERT", "UPDATE", "DELETE", "BEGIN", "COMMIT", "ROLLBACK"].contains(where: sql.hasPrefix) {
                statements.append(sql)
            }
        }
    }
}
