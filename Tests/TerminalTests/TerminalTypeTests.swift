// The console on every kind of terminal a county has.
import CountyFixture
import Pty
import Testing

@Suite("Kinds of terminals")
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

    @Test("A hostile TERM reaches the screen without its control characters")
    func hostileType() throws {
        let session = try Yangguang.console(County(), term: "x\u{1B}]0;pwned\u{07}")
        #expect(session.shows(PtySession.signInPage))
        session.settle()
        #expect(!String(decoding: session.sent, as: UTF8.self).contains("\u{1B}]0;"))
    }
}
