// The console on every kind of terminal a county has.
import CountyFixture
import Pty
import Testing

@Suite("Kinds of terminals", .waiting)
struct TerminalTypeTests {
    @Test(
        "The sign-in page is the same, cell by cell, on every terminal, with and without a locale",
        arguments: [
            "xterm", "xterm-256color", "screen", "tmux-256color", "linux", "putty", "vt100", "vt102", "vt220", "ansi",
            "rxvt", "konsole", "no-such-terminal",
        ], ["C", "C.UTF-8", "zh_CN.UTF-8"])
    func signInPage(term: String, locale: String) throws {
        let reference = try Self.reference.get()
        let session = try Yangguang.console(County(), term: term, environment: ["LANG": locale])
        #expect(session.shows(PtySession.signInPage))
        session.settle(silence: 20)
        // A substituted type is told in the status line.
        #expect(Array(session.screen.lines.prefix(21)) == reference.lines)
        #expect(session.screen.cursor == reference.cursor)
    }

    /// The page on the terminal most clerks have.
    private static let reference = Result {
        let session = try Yangguang.console(County())
        #expect(session.shows(PtySession.signInPage))
        session.settle()
        return (lines: Array(session.screen.lines.prefix(21)), cursor: session.screen.cursor)
    }

    @Test("Without LANG, with an empty or an unknown one the console is UTF-8", arguments: [nil, "", "xx_YY.KOI8-Q"])
    func missingLocale(locale: String?) throws {
        let county = try County()
        let session = try PtySession(
            Yangguang.path, ["console", "--database", county.path],
            environment: ["TERM": "xterm", "HOME": county.folder].merging(locale.map { ["LANG": $0] } ?? [:]) { $1 },
            keeping: county)
        #expect(session.shows(PtySession.signInPage))
    }

    @Test("A terminal that cannot move its cursor is told so in one sentence", arguments: ["dumb"])
    func dumb(term: String) throws {
        let session = try Yangguang.console(County(), term: term)
        #expect(session.waitForEnd() == .exit(1))
        #expect(session.screen.text.contains("TERM=\(term) 不能移动光标"))
        #expect(session.screen.text.contains("xterm"))
        #expect(!session.sent.contains(0x1B))
    }

    @Test("Without a terminal there is one sentence and no control byte", arguments: ["0</dev/null", ">/dev/null"])
    func noTerminal(redirection: String) throws {
        let county = try County()
        let command = "\"$0\" console --database \"$1\" \(redirection); echo code $?"
        let session = try PtySession(
            "/bin/sh", ["-c", command, Yangguang.path, county.path],
            environment: ["TERM": "xterm", "LANG": "C.UTF-8", "HOME": county.folder], keeping: county)
        #expect(session.shows("code 1"))
        #expect(session.screen.text.contains("这里不是终端, 无法打开控制台"))
        #expect(!session.sent.contains(0x1B))
    }

    @Test("Only a type nobody knows is spoken of; a known family is drawn without a word")
    func note() throws {
        for term in ["putty", "konsole-256color", "tmux-direct", "rxvt-88color", "vt320", "xterm-ghostty", "ansi"] {
            let session = try Yangguang.console(County(), term: term)
            #expect(session.shows(PtySession.signInPage))
            #expect(!session.screen.text.contains("已按"), "\(term)")
        }
        let session = try Yangguang.console(County(), term: "no-such-terminal")
        #expect(session.shows("本机不认识终端类型 no-such-terminal, 已按 xterm-256color 显示"))
    }

    @Test("A console that may lack Chinese fonts says so in ASCII, others do not")
    func fonts() throws {
        let line = "No Chinese here? Use fbterm"
        for term in ["linux", "vt100", "vt220", "ansi"] {
            let session = try Yangguang.console(County(), term: term)
            #expect(session.shows(line), "\(term)")
        }
        let session = try Yangguang.console(County())
        #expect(session.shows(PtySession.signInPage))
        #expect(!session.screen.text.contains(line))
    }

    @Test("Without colours what is chosen, and the banner, are reversed, and no colour is sent")
    func monochrome() throws {
        let session = try Yangguang.console(County(), term: "vt100")
        #expect(session.shows(PtySession.signInPage))
        #expect(session.screen[0, 1].isReversed)
        #expect(!String(decoding: session.sent, as: UTF8.self).contains(/\[([0-9]+;)*[34][0-9]m/))
        session.signIn("fabu")
        session.send("\u{1B}OR")
        #expect(session.shows("Ctrl-P"))
        let row = try #require(session.screen.lines.firstIndex { $0.contains(">") && $0.contains("F2") })
        let column = try #require(session.screen.column(of: "F2", inRow: row))
        #expect(session.screen[row, column].isReversed)
    }

    @Test("A hostile TERM reaches the screen without its control characters")
    func hostileType() throws {
        let session = try Yangguang.console(County(), term: "x\u{1B}]0;pwned\u{07}")
        #expect(session.shows(PtySession.signInPage))
        session.settle()
        #expect(!String(decoding: session.sent, as: UTF8.self).contains("\u{1B}]0;"))
    }
}
