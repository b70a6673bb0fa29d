// The journal's heads outside of the store: what was rewritten or cut off shows.
import CountyFixture
import Foundation
import GRDB
import Testing

@testable import Model

@Suite("Journal heads")
struct JournalHeadTests {
    private let county: County
    private let file: HeadsFile

    init() throws {
        county = try County()
        file = HeadsFile(beside: county.path)
    }

    /// Days on which somebody works, each of which tells a head.
    private func work(_ days: Int) throws -> Session {
        for day in 0..<days {
            county.now = county.now.adding(seconds: day == 0 ? 0 : 86_400)
            for _ in 1...3 { _ = try county.signIn("fabu") }
        }
        return try county.signIn("shenji")
    }

    /// Changes the journal past its triggers, as the owner of the file can.
    private func tamper(_ sql: String) throws {
        try county.raw("DROP TRIGGER journal_stays; DROP TRIGGER journal_kept; \(sql)")
    }

    /// What somebody does who knows the format: computes every row again from one on.
    private func rewrite(from first: Int64, _ sql: String) throws {
        try tamper(sql)
        try county.rawQueue().writeWithoutTransaction { db in
            var previous = Journal.beginning
            for row in try Row.fetchAll(db, sql: "SELECT * FROM journal ORDER BY id") {
                let id: Int64 = row["id"]
                let told = JournalRow(row)
                let row = JournalRow(
                    number: id, at: told.at, clerk: told.clerk, clerkName: told.clerkName, unit: told.unit,
                    session: told.session, act: told.act, isRefusal: told.isRefusal, matter: told.matter,
                    subject: told.subject, sentence: told.sentence, before: told.before, after: told.after,
                    reason: told.reason, previous: previous)
                previous = row.hash
                guard id >= first else { continue }
                try db.execute(
                    sql: "UPDATE journal SET previous = ?, hash = ? WHERE id = ?",
                    arguments: [row.previous, row.hash, id])
            }
        }
    }

    @Test(
        "a day's first act tells the head to the file and the server's log, whichever process does it, and its second does not"
    )
    func daily() throws {
        let log = LogLines()
        county.office.systemLog = log.take
        let fabu = try county.signIn("fabu")
        _ = try county.signIn("wumin", to: try county.anotherOffice())
        #expect(try file.read().heads.count == 1)
        county.now = county.now.adding(seconds: 86_400)
        _ = try county.office.perform(TakeNothing(), in: fabu)
        _ = try county.office.perform(TakeNothing(), in: fabu)
        let heads = try file.read().heads
        #expect(heads.count == 2 && heads[1].at.day == county.now.day)
        let told: Int64? = try county.rawValue("SELECT id FROM journal WHERE hash = '\(heads[1].hash)'")
        #expect(told == heads[1].number)
        #expect(log.lines.count == 2 && log.lines[1].contains("row \(heads[1].number), SHA-256 \(heads[1].hash)"))
        let facts = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect(facts[.posixPermissions] as? Int == 0o600)
        #expect(county.office.check().isEmpty)
    }

    @Test("the auditor has the head told at any time, which is journaled; nobody else may")
    func onDemand() throws {
        let shenji = try county.signIn("shenji")
        let done = try county.office.tellHead(in: shenji)
        #expect(done.outcome?.number == done.journalNumber)
        #expect(try county.office.toldHeads(in: shenji).first == done.outcome)
        let fabu = try county.signIn("fabu")
        #expect(throws: Refusal.self) { try county.office.tellHead(in: fabu) }
        #expect(throws: Refusal.self) { try county.office.toldHeads(in: fabu) }
    }

    @Test("a tail that was cut off is told with its rows")
    func cutTail() throws {
        _ = try work(3)
        let told = try #require(try file.read().heads.last).number
        try tamper("DELETE FROM journal WHERE id > \(told - 2)")
        #expect(
            county.office.check().filter { $0.hasPrefix("操作日志") } == [
                "操作日志只到第 \(told - 2) 条, 2026-11-22 09:00 写出过第 \(told) 条的校验值: 第 \(told - 1) 至 \(told) 条被截去"
            ])
    }

    @Test("a restore that tells of itself explains the heads of the rows that it took away, and no others")
    func restored() throws {
        _ = try work(3)
        let told = try #require(try file.read().heads.last).number
        try tamper("DELETE FROM journal WHERE id > \(told - 2)")
        county.now = county.now.adding(seconds: 3600)
        let moment = county.now
        _ = try county.rawQueue().write { db in
            try Journal.append(Journal.Entry(sentence: "从备份恢复"), act: "restore", by: .system, at: moment, to: db)
        }
        #expect(county.office.check().isEmpty)
        county.now = county.now.adding(seconds: 86_400)
        for _ in 1...4 { _ = try county.signIn("fabu") }
        let last = try #require(try file.read().heads.last)
        try county.raw("DELETE FROM journal WHERE id >= \(last.number)")
        #expect(county.office.check().contains { $0.hasSuffix("第 \(last.number) 至 \(last.number) 条被截去") })
    }

    @Test("a journal that was rewritten with right hashes is told from the first row that may be another")
    func rewritten() throws {
        _ = try work(3)
        let heads = try file.read().heads
        let altered = heads[1].number - 1
        try rewrite(from: altered, "UPDATE journal SET sentence = '什么也没有' WHERE id = \(altered)")
        let first = heads[0].number + 1
        #expect(
            county.office.check().filter { $0.hasPrefix("操作日志") } == [
                "操作日志第 \(heads[1].number) 条与 2026-11-21 09:00 写出的校验值不一致: 第 \(first) 至 \(heads[1].number) 条在写出之后被重写过; 从第 \(first) 条起不能证明"
            ])
    }

    @Test(
        "a row that was altered, taken out or put in is told by its number",
        arguments: [
            ("UPDATE journal SET sentence = 'x' WHERE id = 6", "第 6 条"), ("DELETE FROM journal WHERE id = 6", "缺第 6 条"),
            ("UPDATE journal SET previous = hash WHERE id = 6", "第 6 条与前一条接不上"),
            ("UPDATE journal SET reason = 'x' WHERE id = 1", "第 1 条"),
            ("UPDATE journal SET clerk_id = NULL WHERE id = 12", "第 12 条"),
        ])
    func altered(sql: String, sentence: String) throws {
        let shenji = try work(1)
        try tamper(sql)
        let verdict = try county.office.verifyJournal(in: shenji).outcome
        #expect(
            verdict.faults.count == 1 && verdict.faults[0].contains(sentence) && verdict.faults[0].contains("起不能证明"))
        #expect(county.office.check().contains(verdict.faults[0]))
    }

    @Test("verifying tells how many rows are right and is journaled; it can be stopped, and is the auditor's alone")
    func verified() throws {
        let shenji = try work(2)
        let rows: Int64 = try #require(try county.rawValue("SELECT max(id) FROM journal"))
        let done = try county.office.verifyJournal(in: shenji)
        #expect(done.outcome.sentence == "第 1 至 \(rows) 条完好, 与写出过的 2 个校验值一致")
        let entry: String? = try county.rawValue("SELECT sentence FROM journal WHERE id = \(done.journalNumber)")
        #expect(entry == "核对操作日志: \(done.outcome.sentence)")
        #expect(throws: Refusal.self) {
            try county.office.verifyJournal(WorkWatch(tell: { _ in }, isStopped: { true }), in: shenji)
        }
        let fabu = try county.signIn("fabu")
        #expect(throws: Refusal.self) { try county.office.verifyJournal(in: fabu) }
    }

    @Test("a file that is no file, or whose lines are none, is told and never written through")
    func hostile() throws {
        try Data("nonsense\n\u{1B}[31m 5 x\n".utf8).write(to: URL(fileURLWithPath: file.path))
        let fabu = try county.signIn("fabu")
        #expect(try file.read().heads.count == 1)
        #expect(county.office.check().contains { $0.hasSuffix("第 1 行不是校验值, 文件被改动过") })
        let target = county.folder + "/elsewhere"
        try FileManager.default.removeItem(atPath: file.path)
        try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: target)
        county.now = county.now.adding(seconds: 86_400)
        _ = try county.office.perform(TakeNothing(), in: fabu)
        #expect(!FileManager.default.fileExists(atPath: target))
        let said: [String] = try county.rawValues("SELECT clerk || sentence FROM journal WHERE act = 'headUntold'")
        #expect(said.count == 1 && said[0].contains("它不是普通文件"))
    }

    @Test("a new office is not founded over the heads of an old one; a new demonstration forgets them")
    func newStore() throws {
        let path = county.folder + "/new.db"
        try Data("old\n".utf8).write(to: URL(fileURLWithPath: path + ".heads"))
        let refusal = #expect(throws: Refusal.self) { try Office.make(at: path, kind: .office) }
        #expect(refusal?.sentence.contains("原来的数据库写出的校验值") == true)
        _ = try Office.make(at: path, kind: .demo)
        #expect(try HeadsFile(beside: path).read().spoilt.isEmpty)
    }

    @Test("a line that a full disk cut off does not spoil the next")
    func torn() throws {
        let fabu = try county.signIn("fabu")
        let text = try String(contentsOfFile: file.path, encoding: .utf8)
        try Data(text.dropLast(20).utf8).write(to: URL(fileURLWithPath: file.path))
        county.now = county.now.adding(seconds: 86_400)
        _ = try county.office.perform(TakeNothing(), in: fabu)
        let read = try file.read()
        #expect(read.heads.count == 1 && read.spoilt == [1])
    }
}

/// What was told to the server's log.
private final class LogLines {
    private(set) var lines: [String] = []
    func take(_ line: String) { lines.append(line) }
}
