// backup, restore and upgrade as the person who runs the server types them, while a clerk is at work.
import CountyFixture
import Foundation
import GRDB
import Glibc
import Model
import Pty
import Testing

@testable import Console

@Suite("Backup and restore by command", .waiting)
struct KeepingCommandTests {
    /// Runs a command to its end.
    /// - Returns: how it ended, and what it said.
    private func run(_ words: [String], _ county: County) throws -> (end: ProgramEnd?, said: String) {
        let session = try PtySession(
            Yangguang.path, words + ["--database", county.path],
            environment: ["TERM": "xterm", "LANG": "C.UTF-8", "HOME": county.folder], columns: 200, keeping: county)
        let end = session.waitForEnd(milliseconds: 20_000)
        return (end, session.screen.text)
    }

    private func count(_ sql: String, _ path: String) throws -> Int {
        try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: sql) } ?? -1
    }

    @Test(
        "restore waits for nobody and ends nobody unasked; with --end-sessions a clerk's typing is kept, and the clerk is told"
    )
    func endingSessions() throws {
        let folder = try County()
        // The county of the test holds its store open, as another session would; this one nobody holds.
        let backup = folder.folder + "/a.backup"
        #expect(try run(["backup", backup], folder).end == .exit(0))
        let path = folder.folder + "/office.db"
        func restore(_ options: [String]) throws -> (end: ProgramEnd?, said: String) {
            let session = try PtySession(
                Yangguang.path, ["restore", backup, "--database", path] + options,
                environment: ["TERM": "xterm", "LANG": "C.UTF-8", "HOME": folder.folder], columns: 200, keeping: folder)
            let end = session.waitForEnd(milliseconds: 20_000)
            return (end, session.screen.text)
        }
        #expect(try restore([]).end == .exit(0))
        let console = try PtySession(
            Yangguang.path, ["console", "--database", path],
            environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder.folder], keeping: folder)
        console.signIn("fabu")
        console.settle()
        console.send("\u{1B}OQ")
        #expect(console.shows("标题"))
        console.send("供水价格")
        #expect(console.shows("供水价格"))

        let refused = try restore([])
        #expect(refused.end == .exit(1))
        #expect(refused.said.contains("还有 1 个程序在用数据库 (进程 \(console.process))"), "\(refused.said)")
        let proved = try restore(["--dry-run"])
        #expect(proved.end == .exit(0) && proved.said.contains("核对无误"), "\(proved.said)")
        console.send("上调")
        #expect(console.shows("供水价格上调"))

        let done = try restore(["--end-sessions"])
        #expect(done.end == .exit(0), "\(done.said)")
        #expect(console.waitForEnd() == .exit(0))
        #expect(console.screen.text.contains("服务器正在维护"), "\(console.screen.text)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.folder)
        let aside = try #require(files.first { $0.hasPrefix("office.db.before-restore-") })
        let title = try DatabaseQueue(path: "\(folder.folder)/\(aside)").read {
            try String.fetchOne($0, sql: "SELECT entries ->> 'title' FROM draft")
        }
        #expect(title == "供水价格上调")
        #expect(try count("SELECT count(*) FROM journal WHERE act = 'restore'", path) == 1)
        #expect(files.filter { $0.hasPrefix(".yangguang") } == [])
    }

    @Test("backup says what it made and what it took away; a file that is there is an error")
    func backup() throws {
        let county = try County()
        let first = try run(["backup", "--keep", "1", county.folder + "/1.backup"], county)
        #expect(first.end == .exit(0))
        #expect(first.said.contains("已备份到 \(county.folder)/1.backup"), "\(first.said)")
        #expect(first.said.contains("核对无误"))
        let second = try run(["backup", "--keep", "1", county.folder + "/2.backup"], county)
        #expect(second.said.contains("已删除旧备份 1.backup"), "\(second.said)")
        let again = try run(["backup", county.folder + "/2.backup"], county)
        #expect(again.end == .exit(1))
        #expect(again.said.contains("已经存在, 不会覆盖"), "\(again.said)")
        #expect(try run(["backup", "--keep", "0", county.folder + "/3.backup"], county).end == .exit(64))
    }

    @Test("upgrade with nothing to upgrade says so and ends nobody")
    func upgrade() throws {
        let county = try County()
        let done = try run(["upgrade"], county)
        #expect(done.end == .exit(0) && done.said.contains("数据库是本程序的结构"), "\(done.said)")
    }

    @Test("a store open to others is refused at the start, with the way to mend it")
    func openToOthers() throws {
        let county = try County()
        chmod(county.path, 0o644)
        let refused = try run(["list"], county)
        #expect(refused.end == .exit(1))
        // The sentence goes round the terminal's edge.
        let said = refused.said.filter { $0 != "\n" && $0 != " " }
        #expect(said.contains("请运行chmod600\(county.path)后再打开"), "\(refused.said)")
    }
}
