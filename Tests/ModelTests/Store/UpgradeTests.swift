// A store of an earlier schema: opened, brought up to date, and nothing in it lost.
import CountyFixture
import Foundation
import GRDB
import Testing

@testable import Model

@Suite("Upgrading a store")
struct UpgradeTests {
    /// A store as the first version made it: a matter with an announcement, and one that was reported on long ago.
    private func firstStore(in folder: String) throws -> String {
        let path = folder + "/first.db"
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA application_id = \(StoreKind.office.rawValue)")
            try db.execute(sql: firstSchema)
            try db.execute(
                sql: """
                    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
                    INSERT INTO grdb_migrations VALUES ('1');
                    PRAGMA user_version = 1;
                    INSERT INTO site VALUES (1, NULL, 'county', '漾濞彝族自治县人民政府');
                    INSERT INTO unit (id, site_id, name, short_name, pinyin) VALUES (1, 1, '发展和改革局', '发改局', 'fgj');
                    INSERT INTO clerk (id, unit_id, name, full_name, password, password_set_at)
                      VALUES (1, 1, 'fabu', '李文', '$argon2id$x', '2026-01-01');
                    """)
            for (id, day) in [(1, "2099-06-15"), (2, "2026-03-10")] {
                try db.execute(
                    sql: """
                        INSERT INTO matter (id, site_id, unit_id, system, title, event_day, event_ends_at, created_at)
                          VALUES (\(id), 1, 1, 'hearing', '关于供水价格听证会的公告', '\(day)', '\(day)T16:00:00.000Z', '2026-02-01');
                        INSERT INTO document (id, matter_id, site_id, system, kind, year, serial, published_at, published_day, published_by)
                          VALUES (\(id), \(id), 1, 'hearing', 'announcement', 2026, \(id), '2026-02-01T01:00:00.000Z', '2026-02-01', 1);
                        INSERT INTO document_version (document_id, ordinal, change, title, signed_unit, signed_day, secrecy_checked, made_at, made_by)
                          VALUES (\(id), 1, 'publish', '关于供水价格听证会的公告', '发展和改革局', '2026-02-01', 1, '2026-02-01', 1);
                        INSERT INTO deadline (site_id, unit_id, system, matter_id, rule, due_day) VALUES (1, 1, 'hearing', \(id), 'report', '2099-07-01');
                        """)
            }
        }
        try queue.close()
        return path
    }

    private func values(_ sql: String, _ path: String) throws -> [String] {
        try DatabaseQueue(path: path).read { try String.fetchAll($0, sql: sql) }
    }

    @Test("a store of the first schema is upgraded when it is opened, once, and the journal says so")
    func upgraded() throws {
        let county = try County()
        let path = try firstStore(in: county.folder)
        _ = try Office(opening: path)
        _ = try Office(opening: path)
        #expect(try values("SELECT sentence FROM journal", path) == ["数据库的结构由第 1 版升级到第 \(Store.schema) 版"])
        #expect(
            try values("SELECT stage || ' ' || due_day FROM matter ORDER BY id", path) == [
                "1 2099-06-10", "1 2099-07-01",
            ])
    }

    @Test("H11: an upgrade sets the new deadline; where it had passed before, it is held against nobody")
    func newDeadlines() throws {
        let county = try County()
        let path = try firstStore(in: county.folder)
        _ = try Office(opening: path)
        let sql = """
            SELECT matter_id || ' ' || due_day || ' ' || (ended_at IS NOT NULL) FROM deadline WHERE rule = 'materials'
            ORDER BY matter_id
            """
        #expect(try values(sql, path) == ["1 2099-06-10 0", "2 2026-03-05 1"])
        var told: [String] = []
        let calendar = try county.office.context(in: try county.signIn("fabu")).calendar
        try Office(opening: path).statements { statement in
            told += (statement.matter?.deadlines ?? []).filter { $0.light == .ended }
                .map { $0.sentence(today: county.now.day, calendar: calendar) }
        }
        #expect(told == ["会议材料送达代表最迟 2026-03-05（含当日）, 已不再计算"])
    }

    @Test("comments answered before the upgrade count as answered on the day of their replies")
    func comments() throws {
        let county = try County()
        let path = try firstStore(in: county.folder)
        try DatabaseQueue(path: path).write { db in
            for id in 1...2 {
                try db.execute(
                    sql: """
                        INSERT INTO comment (matter_id, channel, body, received_at, received_day)
                          VALUES (1, 'web', '第 \(id) 条', '2026-02-03T01:00:00.000Z', '2026-02-03')
                        """)
            }
            try db.execute(
                sql: """
                    INSERT INTO reply (comment_id, body, replied_at, replied_day, replied_by)
                      VALUES (1, '已采纳', '2026-02-05T01:00:00.000Z', '2026-02-05', 1)
                    """)
        }
        _ = try Office(opening: path)
        #expect(try values("SELECT ifnull(answered_day, '-') FROM comment ORDER BY id", path) == ["2026-02-05", "-"])
        #expect(try values("SELECT length(salt) FROM journal_salt", path) == ["64"])
    }

    @Test("what was written before the upgrade is found after it, the newest day first")
    func fullText() throws {
        let county = try County()
        let path = try firstStore(in: county.folder)
        try DatabaseQueue(path: path).write { db in
            try db.execute(
                sql: """
                    INSERT INTO comment (matter_id, channel, author, body, received_at, received_day)
                      VALUES (1, 'web', '刘德胜', '水管老化, 我叫刘德胜', '2026-02-03T01:00:00.000Z', '2026-02-03')
                    """)
        }
        let office = try Office(opening: path)
        #expect(
            try values("SELECT subject || ' ' || record FROM full_text_entry ORDER BY id DESC", path) == [
                "comment 1", "document 2", "document 1",
            ])
        for (words, rows) in [("供水", 2), ("水管", 1), ("德胜", 0)] {
            let match = try FullTextQuery(words).match
            #expect(
                try values("SELECT count(*) FROM full_text WHERE full_text MATCH '\(match)'", path) == ["\(rows)"])
        }
        #expect(office.check().filter { $0.contains("全文索引") } == [])
    }

    @Test("R1: an upgrade registers what went out before, and asks for no 上网登记 of it")
    func registered() throws {
        let county = try County()
        let path = try firstStore(in: county.folder)
        _ = try Office(opening: path)
        let sql = "SELECT id || ' ' || document_id || ' ' || unit_id || ' ' || awaits_posting FROM register ORDER BY id"
        #expect(try values(sql, path) == ["1 1 1 0", "2 2 1 0"])
    }
}
