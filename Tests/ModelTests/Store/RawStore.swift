// A store's file without the office's door, for what nobody may do even so.
import CountyFixture
import GRDB

extension County {
    /// Runs SQL past the office, on a connection of its own.
    func raw(_ sql: String) throws {
        try rawQueue().writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    /// The first column of the first row.
    func rawValue<Value: DatabaseValueConvertible>(_ sql: String) throws -> Value? {
        try rawQueue().read { try Value.fetchOne($0, sql: sql) }
    }

    func rawValues<Value: DatabaseValueConvertible>(_ sql: String) throws -> [Value] {
        try rawQueue().read { try Value.fetchAll($0, sql: sql) }
    }

    func rawQueue() throws -> DatabaseQueue { try DatabaseQueue(path: path) }
}

extension Configuration {
    /// Waits while another connection of the test holds the file.
    static var patient: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        return configuration
    }
}
