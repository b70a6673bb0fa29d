// A clerk's settings of a terminal, from one sign-in to the next.
import CountyFixture
import GRDB
import Testing

@testable import Model

@Suite("Remembered terminals")
struct RememberedTerminalTests {
    @Test("each clerk has settings of their own for each kind of terminal, and the last ones count")
    func kept() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let wumin = try county.signIn("wumin")
        let office = county.office
        #expect(try office.terminalSettings("xterm 4 1", in: fabu) == nil)
        try office.remember(Entries(["encoding": "gbk"]), ofTerminal: "xterm 4 1", in: fabu)
        try office.remember(Entries(["encoding": "utf-8", "lines": "ascii"]), ofTerminal: "xterm 4 1", in: fabu)
        try office.remember(Entries(["encoding": "gb18030"]), ofTerminal: "xterm 6 2", in: fabu)
        let again = try county.signIn("fabu")
        #expect(try office.terminalSettings("xterm 4 1", in: again)?["lines"] == "ascii")
        #expect(try office.terminalSettings("xterm 6 2", in: again)?["encoding"] == "gb18030")
        #expect(try office.terminalSettings("xterm 4 1", in: wumin) == nil)
    }

    @Test("what cannot be read is as if nothing were remembered")
    func unreadable() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        try county.office.remember(Entries(["encoding": "gbk"]), ofTerminal: "xterm", in: fabu)
        try county.raw("UPDATE terminal_setting SET settings = '[1, 2]'")
        #expect(try county.office.terminalSettings("xterm", in: fabu) == nil)
    }

    @Test("a dropped line is journaled as what it is, and ends the session once")
    func dropped() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        try county.office.signOut(fabu, .lineLost)
        try county.office.signOut(fabu)
        let told = try county.office.read { db in
            try String.fetchAll(db, sql: "SELECT sentence FROM journal WHERE act = 'signOut'")
        }
        #expect(told == ["连接断开, 自动退出系统"])
    }
}
