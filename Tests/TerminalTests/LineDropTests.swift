// A line that drops, whichever way: what was typed is a draft, the journal knows, the store is free, the process is gone.
import CountyFixture
import GRDB
import Glibc
import Model
import Pty
import Testing

@testable import Console

@Suite("Line drops", .waiting)
struct LineDropTests {
    /// A clerk in the middle of a form, with words that no draft holds yet.
    private func writing(_ county: County, _ options: [String] = [], answers: Bool = true) throws -> PtySession {
        var manner = TerminalManner()
        manner.answers = answers
        let session = try Yangguang.console(county, options, manner: manner)
        session.signIn("fabu")
        session.settle()
        session.send("\u{1B}OQ")
        #expect(session.shows("标题"))
        session.send("供水价格")
        #expect(session.shows("供水价格"))
        return session
    }

    private func expectKept(_ county: County) throws {
        let session = try county.signIn("fabu")
        #expect(try county.office.drafts(in: session).map { $0.entries["title"] } == ["供水价格"])
        let told = try DatabaseQueue(path: county.path).read {
            try String.fetchAll($0, sql: "SELECT sentence FROM journal WHERE act = 'signOut'")
        }
        #expect(told == ["连接断开, 自动退出系统"])
    }

    @Test("A closed window")
    func closed() throws {
        let county = try County()
        let session = try writing(county)
        session.hangUp()
        #expect(session.waitForEnd(milliseconds: 1000) == .exit(0))
        try expectKept(county)
    }

    @Test("Told to end", arguments: [SIGHUP, SIGTERM, SIGINT])
    func told(signal: Int32) throws {
        let county = try County()
        let session = try writing(county)
        session.signal(signal)
        #expect(session.waitForEnd(milliseconds: 1000) == .exit(0))
        try expectKept(county)
    }

    @Test("A line that is gone without a signal, as under nohup: reading it fails")
    func inputError() throws {
        let county = try County()
        let session = try PtySession(
            "/bin/sh", ["-c", "trap '' HUP; exec \"$0\" console --database \"$1\"", Yangguang.path, county.path],
            environment: ["TERM": "xterm", "LANG": "C.UTF-8", "HOME": county.folder], keeping: county)
        session.signIn("fabu")
        session.settle()
        session.send("\u{1B}OQ")
        #expect(session.shows("标题"))
        session.send("供水价格")
        #expect(session.shows("供水价格"))
        session.hangUp()
        #expect(session.waitForEnd(milliseconds: 1000) == .exit(0))
        try expectKept(county)
    }

    @Test("A half-open line that takes nothing any more holds nothing up: neither the draft nor the end")
    func halfOpen() throws {
        let county = try County()
        // A terminal that answers would be given one picture and no more.
        let session = try writing(county, answers: false)
        session.stall()
        session.signal(SIGTERM)
        #expect(session.waitForEnd(milliseconds: 1000, reading: false) == .exit(0))
        try expectKept(county)
    }

    @Test("While the line takes nothing, typing still becomes a draft, and the screen is right once it takes again")
    func stalled() throws {
        let county = try County()
        // A terminal that answers would be given one picture and no more.
        let session = try writing(county, answers: false)
        session.stall()
        let clerk = try county.signIn("fabu")
        var titles: [String] = []
        let deadline = ContinuousClock.now + .seconds(8)
        while titles.isEmpty, ContinuousClock.now < deadline {
            titles = try county.office.drafts(in: clerk).map { $0.entries["title"] }
            poll(nil, 0, 20)
        }
        #expect(titles == ["供水价格"])
        session.send("调整")
        #expect(session.shows("供水价格调整"))
    }

    @Test("Another program holding the store does not keep the process alive")
    func busyStore() throws {
        let county = try County()
        let session = try writing(county)
        try DatabaseQueue(path: county.path).inTransaction(.immediate) { _ in
            session.hangUp()
            #expect(session.waitForEnd(milliseconds: 1200) == .exit(0))
            return .rollback
        }
    }
}
