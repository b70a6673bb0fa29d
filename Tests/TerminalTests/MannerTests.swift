// Encoding and widths: asked of the terminal, said at the start, set by hand and remembered.
import CountyFixture
import Glibc
import Pty
import Testing

@testable import Console

@Suite("How a terminal writes", .waiting)
struct MannerTests {
    private static let page = PtySession.signInPage

    private static func manner(_ charset: TerminalManner.Charset, _ columns: Int, answers: Bool = true)
        -> TerminalManner
    {
        var manner = TerminalManner(charset)
        manner.ambiguousColumns = columns
        manner.isWide = { WidthClass($0) == .ambiguous }
        manner.answers = answers
        return manner
    }

    @Test("A character whose bytes come one by one is one all the same", arguments: TerminalManner.Charset.allCases)
    func split(charset: TerminalManner.Charset) {
        let terminal = VirtualTerminal(rows: 2, columns: 40, manner: Self.manner(charset, 1))
        for byte in charset.bytes(of: "保密审查 a, 国家秘密") { _ = terminal.write([byte]) }
        #expect(terminal.line(0) == "保密审查 a, 国家秘密")
    }

    @Test(
        "A GBK terminal is found out by its answer whatever the environment says",
        arguments: [nil, "C", "zh_CN.UTF-8", "zh_CN.GB18030", "zh_CN.GBK"])
    func found(locale: String?) throws {
        let environment = locale.map { ["LANG": $0] } ?? [:]
        let session = try Yangguang.console(County(), environment: environment, manner: Self.manner(.gbk, 2))
        #expect(session.shows(Self.page))
        session.send(TerminalManner.Charset.gbk.bytes(of: "吴敏"))
        #expect(session.shows("吴敏"))
    }

    @Test("A UTF-8 terminal is found out though the environment says GB18030")
    func foundUTF8() throws {
        let session = try Yangguang.console(County(), environment: ["LANG": "zh_CN.GB18030"])
        #expect(session.shows(Self.page))
        session.send("吴敏")
        #expect(session.shows("吴敏"))
    }

    @Test("The question leaves no trace, and keys typed meanwhile are typed")
    func typedAhead() throws {
        let session = try Yangguang.console(County(), manner: Self.manner(.utf8, 2))
        session.send("fabu")
        #expect(session.shows("fabu"))
        session.settle()
        #expect(session.screen.lines.allSatisfy { !$0.contains("你好") && !$0.contains("“") })
        #expect(!session.screen.text.contains(";"))
        #expect(session.screen.text.contains("fabu"))
    }

    @Test("An answer that comes late, even in pieces, is never typed")
    func lateAnswer() throws {
        let session = try Yangguang.console(County(), manner: Self.manner(.utf8, 1, answers: false))
        #expect(session.shows(Self.page))
        session.settle()
        session.send("\u{1B}")
        session.settle(silence: 250)
        session.send("[2;5R")
        session.send("fabu")
        #expect(session.shows("fabu"))
        #expect(!session.screen.text.contains("5R"))
    }

    @Test("A terminal that does not answer is what was said at the start")
    func given() throws {
        let manner = Self.manner(.gbk, 2, answers: false)
        let session = try Yangguang.console(County(), ["--encoding", "gbk", "--ambiguous", "2"], manner: manner)
        #expect(session.shows(Self.page))
        #expect(!String(decoding: session.sent, as: UTF8.self).contains("\u{1B}[6n"))
    }

    @Test(
        "What cannot be given is refused in one sentence",
        arguments: [["--encoding", "latin1"], ["--ambiguous", "3"]])
    func refused(options: [String]) throws {
        let session = try Yangguang.console(County(), options)
        #expect(session.waitForEnd() == .exit(64))
        #expect(session.screen.text.contains(options[0]))
        #expect(!session.sent.contains(0x1B))
    }

    @Test("A server without the locale says so, and what to do")
    func noLocale() throws {
        // Where LOCPATH leads nowhere, glibc has no locale but its own.
        let session = try Yangguang.console(
            County(), ["--encoding", "gb18030"], environment: ["LOCPATH": "/nonexistent"])
        #expect(session.waitForEnd() == .exit(1))
        #expect(session.screen.text.contains("localedef"))
        #expect(!session.sent.contains(0x1B))
    }

    @Test(
        "Set by hand on a terminal that does not answer, the encoding is remembered for this clerk and terminal alone")
    func remembered() throws {
        let county = try County()
        let manner = Self.manner(.gbk, 2, answers: false)
        let first = try Yangguang.console(county, manner: manner)
        first.settle(silence: 300)
        // Nothing can be read yet: F11 opens the page, where its second F11 is GB18030 and its third GBK.
        first.send("\u{1B}[23~\u{1B}[23~\u{1B}[23~")
        #expect(first.shows("换成") || first.shows("GBK"))
        first.send("\r")
        first.signIn("fabu")
        #expect(first.shows("听证公告管理"))
        first.hangUp()
        #expect(first.waitForEnd() == .exit(0))

        let second = try Yangguang.console(county, manner: manner)
        second.settle(silence: 300)
        #expect(!second.screen.text.contains("登录"))
        second.send("fabu\r")
        second.settle()
        second.send("\(County.password)\r")
        #expect(second.shows("听证公告管理"))

        let other = try Yangguang.console(county, term: "xterm")
        other.signIn("fabu")
        #expect(other.shows("听证公告管理"))
    }

    @Test("Characters GBK lacks are shown as boxes and not lost")
    func lacking() throws {
        let county = try County()
        let session = try county.signIn("fabu")
        let title = "关于𠮷祥街㛃水价听证会的公告"
        let matter = try county.publish(.announcement, HearingEntries.announcement(title: title), in: session)
        let clerk = try Yangguang.console(county, manner: Self.manner(.gbk, 2))
        clerk.signIn("fabu")
        #expect(clerk.shows("关于□祥街□水价听证"))
        #expect(try county.office.matter(matter.id, in: session).title == title)
    }
}
