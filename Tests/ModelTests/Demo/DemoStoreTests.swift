// The demo store: the same content everywhere, and nothing half left behind.
import CountyFixture
import Foundation
import GRDB
import Testing

@testable import Model

final class DemoStoreTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("demo-\(UUID().uuidString)")
    private let small = DemoSize(matters: 30, comments: 90, units: 4)

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func made(_ name: String, seed: UInt64 = 1, now: Moment = DemoCounty.now) throws -> String {
        try Demo.make(at: path(name), size: small, seed: seed, now: now)
        return path(name)
    }

    /// Every row of every table, password hashes aside.
    private func content(_ path: String) throws -> [String] {
        try DatabaseQueue(path: path, configuration: .patient).read { db in
            let tables = try String.fetchAll(
                db,
                sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
            return try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { row in
                    let kept = row.filter { table != "clerk" || $0.0 != "password" }
                    return "\(table) \(kept.map { "\($0.0)=\($0.1)" })"
                }
            }
        }
    }

    private static func number(_ db: Database, _ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }

    private static func count(_ table: String, _ path: String) throws -> Int {
        try DatabaseQueue(path: path, configuration: .patient).read { db in
            try number(db, "SELECT count(*) FROM \(table)")
        }
    }

    private static func hearings(_ path: String) throws -> Int {
        try DatabaseQueue(path: path, configuration: .patient).read {
            try number($0, "SELECT count(*) FROM matter WHERE system = 'hearing'")
        }
    }

    private static func commentsOnHearings(_ path: String) throws -> Int {
        try DatabaseQueue(path: path, configuration: .patient).read { db in
            try number(
                db,
                "SELECT count(*) FROM comment c JOIN matter m ON m.id = c.matter_id WHERE m.system = 'hearing'")
        }
    }

    @Test(
        "the same seed and moment give the same content, another seed other matters, and all that was asked for is made"
    )
    func seeds() throws {
        let path = try made("a.sqlite")
        let first = try content(path)
        #expect(try first == content(made("b.sqlite")))
        #expect(try first != content(made("c.sqlite", seed: 2)))
        #expect(first.count > 500)
        #expect(try Self.hearings(path) == 30)
        #expect(try Self.commentsOnHearings(path) == 90)
        #expect(try Self.count("unit", path) == 4)
    }

    @Test(
        "nothing lies after the demo's present, on whatever day that is",
        arguments: [
            "2026-11-21T00:00", "2026-10-03T12:00", "2024-02-29T23:59",
        ])
    func present(now: String) throws {
        let now = try #require(Moment(now))
        try DatabaseQueue(path: try made("a.sqlite", now: now)).read { db in
            for (table, column) in [
                ("document", "published_at"), ("comment", "received_at"), ("comment", "handled_at"),
                ("comment", "hidden_at"), ("comment", "registered_at"), ("comment", "extended_at"),
                ("reply", "replied_at"), ("temporary_notice", "withdrawn_at"),
                ("journal", "at"), ("deadline", "met_at"),
            ] {
                let latest = try String.fetchOne(db, sql: "SELECT max(\(column)) FROM \(table)")
                #expect(latest ?? "" <= now.iso, "\(table).\(column)")
            }
            let unnoted = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM deadline d JOIN matter m ON m.id = d.matter_id
                    WHERE d.met_at IS NULL AND d.ended_at IS NULL AND d.due_day < ? AND d.overdue_noted_day IS NULL
                      AND m.deleted_at IS NULL
                    """, arguments: [now.day.description])
            #expect(unnoted == 0)
            let outOfOrder = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM journal a JOIN journal b ON b.id = a.id + 1 WHERE b.at < a.at")
            #expect(outOfOrder == 0)
        }
    }

    @Test("comments wait, are hidden, repeat another, come late, are answered and bring every odd character")
    func comments() throws {
        let demo = try DemoCounty.copy()
        defer { withExtendedLifetime(demo) {} }
        try DatabaseQueue(path: demo.path, configuration: .patient).read { db in
            for condition in [
                "handled_at IS NULL AND hidden_at IS NULL AND duplicate_of IS NULL", "hidden_at IS NOT NULL",
                "duplicate_of IS NOT NULL", "is_late = 1", "handled_at IS NOT NULL", "satisfaction IS NOT NULL",
                "adoption = 'declined'", "registered_by IS NOT NULL", "handling IS NOT NULL", "extended_at IS NOT NULL",
                "satisfaction_day IS NOT NULL AND satisfaction_channel = 'telephone'",
                "id IN (SELECT comment_id FROM reply)", "length(body) > 1500",
                "body LIKE '=%'", "body LIKE '%䶮%'", "body LIKE '%𠮷%'", "body LIKE '%臺灣%'", "body LIKE '%👍%'",
                "body LIKE '%' || char(10) || '%'", "body LIKE '%1380000%'",
            ] {
                let found = try Self.number(db, "SELECT count(*) FROM comment WHERE \(condition)")
                #expect(found > 0, "\(condition)")
            }
            #expect(try Self.number(db, "SELECT max(length(body)) FROM comment") <= 2000)
            let wronglyTimed = try Self.number(
                db,
                """
                SELECT count(*) FROM comment c JOIN matter m ON m.id = c.matter_id
                WHERE (c.received_at >= m.comments_until) <> c.is_late OR c.received_at < m.created_at
                """)
            #expect(wronglyTimed == 0)
        }
    }

    @Test(
        "a size out of range is refused with limit and value",
        arguments: [
            (DemoSize(matters: 0, comments: 0, units: 4), "事项数应在 1 到 1000000 之间, 现在是 0"),
            (DemoSize(matters: 1_000_001, comments: 0, units: 4), "事项数应在 1 到 1000000 之间, 现在是 1000001"),
            (DemoSize(matters: 1, comments: 5_000_001, units: 4), "群众建议数应在 0 到 5000000 之间, 现在是 5000001"),
            (DemoSize(matters: 1, comments: 0, units: 1), "单位数应在 2 到 \(DemoSize.unitLimits.upperBound) 之间, 现在是 1"),
        ])
    func outOfRange(size: DemoSize, sentence: String) {
        let refusal = #expect(throws: Refusal.self) {
            try Demo.make(at: path("a"), size: size, seed: 1, now: DemoCounty.now)
        }
        #expect(refusal?.sentence == sentence)
    }

    @Test("an existing file is not overwritten")
    func existing() throws {
        try Data("mine".utf8).write(to: folder.appendingPathComponent("a.sqlite"))
        #expect(throws: Refusal.self) { try made("a.sqlite") }
        #expect(try Data(contentsOf: folder.appendingPathComponent("a.sqlite")) == Data("mine".utf8))
    }

    @Test("breaking off leaves no file")
    func brokenOff() throws {
        #expect(throws: Refusal.self) {
            try Demo.make(at: path("a.sqlite"), size: small, seed: 1, now: DemoCounty.now) { _, _ in false }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test(
        "the smallest sizes are made",
        arguments: [
            DemoSize(matters: 1, comments: 0, units: 2), DemoSize(matters: 1, comments: 500, units: 2),
            DemoSize(matters: 25, comments: 1, units: 2),
        ])
    func smallest(size: DemoSize) throws {
        try Demo.make(at: path("a.sqlite"), size: size, seed: 3, now: DemoCounty.now)
        #expect(try Self.commentsOnHearings(path("a.sqlite")) == size.comments)
    }
}
