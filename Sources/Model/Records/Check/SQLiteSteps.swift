// Word from SQLite while it is busy with one long statement.
internal import GRDB
internal import GRDBSQLite

/// Calls back while statements run, so that a check of a large file is seen to go on and can be called off.
enum SQLiteSteps {
    /// About a tenth of a second of SQLite's own steps.
    private static let between: Int32 = 1_000_000

    /// - Parameter report: an answer of false breaks the running statement off.
    /// - Throws: `CancellationError` if it was broken off, and whatever `work` throws.
    static func reporting(_ db: Database, to report: () -> Bool, _ work: () throws -> Void) throws {
        try withoutActuallyEscaping(report) { report in
            let listener = Listener(report)
            sqlite3_progress_handler(
                db.sqliteConnection, between,
                { context in
                    guard let context else { return 0 }
                    return Unmanaged<Listener>.fromOpaque(context).takeUnretainedValue().goOn() ? 0 : 1
                }, Unmanaged.passUnretained(listener).toOpaque())
            defer { sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
            do {
                try withExtendedLifetime(listener, work)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
                throw CancellationError()
            }
        }
    }

    private final class Listener {
        let goOn: () -> Bool

        init(_ goOn: @escaping () -> Bool) { self.goOn = goOn }
    }
}
