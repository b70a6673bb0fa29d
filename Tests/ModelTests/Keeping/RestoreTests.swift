// 恢复: the drill, and every file that is not restored.
import CountyFixture
import Foundation
import GRDB
import Testing

@testable import Model

@Suite("Restoring")
struct RestoreTests {
    /// An office of its own beside the county, which nobody has open: made by restoring the county's backup.
    private func office(of county: County) throws -> String {
        let backup = county.folder + "/first.backup"
        _ = try county.office.backUp(to: backup)
        let path = county.folder + "/office.db"
        _ = try Restore(backup, to: path, clock: .fixed(county.now)).run()
        return path
    }

    private func announce(_ county: County, _ path: String, _ title: String) throws {
        let office = try Office(opening: path, clock: .fixed(county.now))
        let session = try county.signIn("fabu", to: office)
        let entries = HearingEntries.announcement(title: title)
        _ = try office.perform(Publish(.announcement, in: .hearing, of: nil, entries: entries), in: session)
    }

    private func titles(_ county: County, _ path: String) throws -> [String] {
        let office = try Office(opening: path, clock: .fixed(county.now))
        let session = try county.signIn("fabu", to: office)
        return try office.matters(.hearing, .first, limit: 20, in: session).rows.map(\.title).reversed()
    }

    private func refusal(_ body: () throws -> Void) -> String? {
        #expect(throws: Refusal.self, performing: body)?.sentence
    }

    /// Writes over a stretch of a file.
    private func damage(_ path: String, at offset: UInt64, _ bytes: [UInt8]) throws {
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        try file.seek(toOffset: offset)
        try file.write(contentsOf: Data(bytes))
        try file.close()
    }

    @Test(
        "the drill: act, back up, act on, lose the file, restore; the store is whole, clerks sign in, the lost part is named"
    )
    func drill() throws {
        let county = try County()
        let path = try office(of: county)
        try announce(county, path, "关于备份以前的听证会的公告")
        let backup = county.folder + "/evening.backup"
        let made = try Office(opening: path, clock: .fixed(county.now)).backUp(to: backup)
        try announce(county, path, "关于备份以后的听证会的公告")
        try damage(path, at: 4096, [UInt8](repeating: 0xA5, count: 40_960))
        #expect(throws: Refusal.self) { try titles(county, path) }

        let restored = try Restore(backup, to: path, clock: .fixed(county.now)).run(
            as: ServerOperator(unixUser: "tester"))
        #expect(restored.journalNumber == made.journalNumber)
        #expect(try titles(county, path) == ["关于备份以前的听证会的公告"])
        #expect(try Office(opening: path).check() == [])
        let aside = try #require(restored.aside)
        #expect(aside == path + ".before-restore-2026-11-20-090000")
        #expect(try mode(of: aside) == 0o600)
        #expect(try mode(of: path) == 0o600)
        let told = try DatabaseQueue(path: path).read { db in
            try String.fetchOne(
                db, sql: "SELECT clerk || ': ' || sentence FROM journal WHERE act = 'restore' ORDER BY id DESC")
        }
        let words = """
            服务器操作员 tester: 从 \(backup) (2026-11-20 09:00 备份) 恢复, 到日志第 \(made.journalNumber) 条; \
            原来的数据库改名为 office.db.before-restore-2026-11-20-090000
            """
        #expect(told?.hasPrefix(words) == true, "\(told ?? "")")
        // What was kept aside can be restored likewise, as long as it is whole; this one is not.
        #expect(refusal { _ = try Restore(aside, to: path).run() }?.hasPrefix("没有恢复: ") == true)
    }

    @Test("a whole store that is replaced tells how far its journal went; sessions of the backup are over")
    func lost() throws {
        let county = try County()
        let path = try office(of: county)
        let backup = county.folder + "/b.backup"
        do {
            let office = try Office(opening: path, clock: .fixed(county.now))
            _ = try county.signIn("fabu", to: office)
            _ = try office.backUp(to: backup)
        }
        try announce(county, path, "关于丢失的听证会的公告")
        let last: Int64? = try DatabaseQueue(path: path).read {
            try Int64.fetchOne($0, sql: "SELECT max(id) FROM journal")
        }
        let restored = try Restore(backup, to: path, clock: .fixed(county.now)).run()
        #expect(restored.lostFrom == last)
        let open = try DatabaseQueue(path: path).read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM session WHERE ended_at IS NULL")
        }
        #expect(open == 0)
        // The way back: what was put aside takes its place again.
        _ = try Restore(try #require(restored.aside), to: path, clock: .fixed(county.now.adding(seconds: 60))).run()
        #expect(try titles(county, path) == ["关于丢失的听证会的公告"])
        #expect(try Office(opening: path).check() == [])
    }

    @Test("while anybody has the store open, nothing is restored, and it is said who")
    func inUse() throws {
        let county = try County()
        let path = try office(of: county)
        let session = try Office(opening: path)
        let sentence = refusal { _ = try Restore(county.folder + "/first.backup", to: path).run() }
        #expect(
            sentence == "还有 1 个程序在用数据库 (进程 \(getpid())), 不能恢复; 请等他们退出, 或者加上 --end-sessions, 让他们存下草稿后退出")
        #expect(session.check() == [])
        #expect(try Restore(county.folder + "/first.backup", to: path).prove().madeAt == county.now)
    }

    @Test("while it is restored, nobody opens the store")
    func alone() throws {
        let county = try County()
        let path = try office(of: county)
        let lock = try StoreLock(of: path)
        try lock.takeAlone(to: "恢复", endingSessions: false)
        #expect(refusal { _ = try Office(opening: path) } == "数据库正在恢复或者升级, 请过几分钟再打开")
    }

    @Test("a newer, another kind of, or no store at all is refused before anything is touched")
    func wrongFiles() throws {
        let county = try County()
        let path = try office(of: county)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let other = county.folder + "/other.db"
        func refused(_ words: String, _ make: () throws -> Void) throws {
            try? FileManager.default.removeItem(atPath: other)
            try make()
            let sentence = refusal { _ = try Restore(other, to: path).run() }
            #expect(sentence?.contains(words) == true, "\(sentence ?? "nothing"), not \(words)")
        }
        let backup = county.folder + "/first.backup"
        try refused("没有这个文件") {}
        try refused("不是阳光政务控制台的数据库") { try Data("text".utf8).write(to: URL(fileURLWithPath: other)) }
        try refused("是更新的程序的备份 (第 99 版") {
            try FileManager.default.copyItem(atPath: backup, toPath: other)
            try damage(other, at: 60, [0, 0, 0, 99])
        }
        let stranger = try County(now: "2026-11-20T09:00", kind: .demo)
        try refused("是演示数据库的备份") { _ = try stranger.office.backUp(to: other) }
        try refused("没有通过核对") {
            try FileManager.default.copyItem(atPath: backup, toPath: other)
            let size = try #require(try FileManager.default.attributesOfItem(atPath: other)[.size] as? UInt64)
            try damage(other, at: size / 4096 / 2 * 4096, [UInt8](repeating: 0xA5, count: 4096))
        }
        try refused("操作日志第 3 条") {
            try FileManager.default.copyItem(atPath: backup, toPath: other)
            try DatabaseQueue(path: other).writeWithoutTransaction {
                try $0.execute(sql: "DROP TRIGGER journal_stays; UPDATE journal SET sentence = '改' WHERE id = 3")
            }
        }
        try refused("没有通过核对") {
            try Data(contentsOf: URL(fileURLWithPath: backup)).dropLast(8192).write(to: URL(fileURLWithPath: other))
        }
        try refused("旁边还有") {
            try FileManager.default.copyItem(atPath: backup, toPath: other)
            try Data([1]).write(to: URL(fileURLWithPath: other + "-wal"))
        }
        try FileManager.default.removeItem(atPath: other + "-wal")
        try refused("是符号链接") { symlink(backup, other) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        let left = try FileManager.default.contentsOfDirectory(atPath: county.folder)
        #expect(left.filter { $0.hasPrefix(".") || $0.contains("before-restore") } == [])
    }

    @Test("where the store's own head is lost, only a backup of the office's own takes its place")
    func unknownKind() throws {
        let county = try County()
        let path = try office(of: county)
        try damage(path, at: 0, [UInt8](repeating: 0, count: 100))
        let demo = county.folder + "/demo.backup"
        let stranger = try County(now: "2026-11-20T09:00", kind: .demo)
        _ = try stranger.office.backUp(to: demo)
        #expect(refusal { _ = try Restore(demo, to: path).run() }?.contains("已认不出是正式的还是演示的") == true)
        _ = try Restore(county.folder + "/first.backup", to: path).run()
        #expect(try Office(opening: path).check() == [])
    }
}
