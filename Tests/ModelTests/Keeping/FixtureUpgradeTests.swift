// Stores that programs of earlier schemas made: upgraded, whole, and kept as they were.
import CountyFixture
import Foundation
import GRDB
import Testing

@testable import Model

@Suite("Upgrading what earlier programs made")
struct FixtureUpgradeTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .appendingPathComponent("Fixtures/Stores")

    /// A store of a schema in a county's folder, private as it was.
    private func store(of schema: Int32, in county: County) throws -> String {
        let path = "\(county.folder)/old.db"
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
        gzip.arguments = ["-dc", Self.fixtures.appendingPathComponent("schema\(schema).db.gz").path]
        _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        gzip.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try gzip.run()
        gzip.waitUntilExit()
        return path
    }

    private func count(_ sql: String, _ path: String) throws -> Int {
        try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: sql) } ?? -1
    }

    @Test(
        "a store of every earlier schema is whole after the upgrade, and lies beside it as it was",
        arguments: 1..<Store.schema)
    func upgraded(schema: Int32) throws {
        let county = try County()
        let path = try store(of: schema, in: county)
        #expect(try count("PRAGMA user_version", path) == Int(schema))
        let counted = ["matter", "document_version", "every_comment", "reply", "attachment", "temporary_notice"].map {
            schema < 4 && $0 == "every_comment" ? "comment" : $0
        }
        let before = try counted.map { try count("SELECT count(*) FROM \($0)", path) }
        let journal = try count("SELECT count(*) FROM journal", path)

        let office = try Office(opening: path, clock: .fixed(DemoCounty.now))
        #expect(office.check() == [])
        #expect(try counted.map { try count("SELECT count(*) FROM \($0)", path) } == before)
        #expect(try count("SELECT count(*) FROM journal", path) == journal + 1)
        let fabu = try office.signIn("fabu", password: Demo.password, from: "tty1")
        #expect(try office.matters(.hearing, .first, limit: 50, in: fabu).total > 0)

        let files = try FileManager.default.contentsOfDirectory(atPath: county.folder)
        let aside = try #require(files.first { $0.hasPrefix("old.db.schema\(schema)-") })
        #expect(try mode(of: "\(county.folder)/\(aside)") == 0o600)
        #expect(try count("PRAGMA user_version", "\(county.folder)/\(aside)") == Int(schema))
        #expect(try count("SELECT count(*) FROM journal", "\(county.folder)/\(aside)") == journal)
    }

    @Test("an upgrade that was broken off after its tables were changed is gone on with")
    func brokenOff() throws {
        let county = try County()
        let path = try store(of: 2, in: county)
        let queue = try DatabaseQueue(path: path)
        try Store.migrator().migrate(queue)
        try queue.close()
        let office = try Office(opening: path)
        #expect(office.check() == [])
        #expect(try count("SELECT count(*) FROM journal WHERE sentence LIKE '数据库的结构由第 2 版升级到%'", path) == 1)
        #expect(try count("PRAGMA user_version", path) == Int(Store.schema))
    }

    @Test("what an upgrade kept aside can be restored")
    func wayBack() throws {
        let county = try County()
        let path = try store(of: 2, in: county)
        let matters = try count("SELECT count(*) FROM matter", path)
        _ = try Office(opening: path)
        let files = try FileManager.default.contentsOfDirectory(atPath: county.folder)
        let aside = try #require(files.first { $0.hasPrefix("old.db.schema2-") })
        let restored = "\(county.folder)/restored.db"
        _ = try Restore("\(county.folder)/\(aside)", to: restored).run()
        _ = try Office(opening: restored)
        #expect(try count("SELECT count(*) FROM matter", restored) == matters)
    }

    @Test("a store that a session has open is not upgraded beneath it")
    func inUse() throws {
        let county = try County()
        let path = try store(of: 4, in: county)
        let session = try StoreLock(of: path)
        try session.share()
        let refusal = #expect(throws: Refusal.self) { try Office(opening: path) }
        #expect(refusal?.sentence.hasPrefix("还有 1 个程序在用数据库 (进程 \(getpid())), 不能升级数据库") == true)
        #expect(try count("PRAGMA user_version", path) == 4)
    }

    @Test("where what was cannot be kept, nothing is upgraded")
    func notKept() throws {
        let county = try County()
        let path = try store(of: 4, in: county)
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "DROP TRIGGER journal_stays; UPDATE journal SET sentence = '改' WHERE id = 9")
        }
        let refusal = #expect(throws: Refusal.self) { try Office(opening: path) }
        #expect(refusal?.sentence.contains("没有升级") == true)
        #expect(refusal?.sentence.contains("操作日志第 9 条") == true)
        #expect(try count("PRAGMA user_version", path) == 4)
    }
}

/// The rights on a file.
func mode(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
}
