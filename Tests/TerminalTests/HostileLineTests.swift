// What steers terminals, from the store, from file names, from the environment and from the terminal itself: none of it is sent.
import CountyFixture
import Foundation
import Model
import Pty
import Testing

@testable import Console

@Suite("Hostile words on the line", .waiting)
struct HostileLineTests {
    /// The demo's store with hostile signs in every text, in a folder of its own.
    private let folder: StoreFolder

    init() throws { folder = try StoreFolder(HostileTexts.demo.get()) }

    private func run(_ words: [String], environment: [String: String] = [:]) throws -> PtySession {
        var all = ["LANG": "C.UTF-8", "HOME": folder.path, "TERM": "xterm-256color"]
        all.merge(environment) { $1 }
        return try PtySession(Yangguang.path, words, environment: all, rows: 50, columns: 200, keeping: folder)
    }

    /// Whether nothing was sent but lines of what may be shown.
    private func expectHarmless(_ session: PtySession, _ words: [String]) {
        let sent = String(decoding: session.sent, as: UTF8.self)
        for line in sent.replacing("\r\n", with: "\n").split(separator: "\n").map(String.init) {
            // A bar of progress goes back to the beginning of its line, and pages for a printer end in a form feed.
            for part in line.split(whereSeparator: { $0 == "\r" || $0 == "\u{0C}" }).map(String.init) {
                #expect(Printable.clean(part) == part, "\(words): \(part.debugDescription)")
            }
        }
    }

    @Test(
        "A command prints what stands in the store harmless",
        arguments: [
            ["list"], ["list", "--system", "听证"], ["clerk", "list"], ["calendar", "list"], ["check"],
            ["report", "detail", "--format", "text"], ["report", "comments", "--format", "text"],
            ["report", "summary", "--format", "text"], ["report", "replies", "--format", "text"],
            ["report", "detail"], ["report", "comments"],
        ])
    func stored(_ words: [String]) throws {
        let session = try run(words + ["--database", folder.store])
        #expect(session.waitForEnd(milliseconds: 20_000) != nil)
        #expect(!session.sent.isEmpty)
        expectHarmless(session, words)
    }

    @Test(
        "A command repeats what was typed harmless",
        arguments: [
            ["list", "--system", HostileTexts.word], ["import", "comments", HostileTexts.word],
            ["calendar", "import", HostileTexts.word], ["clerk", "lock", HostileTexts.word],
            ["report", HostileTexts.word], ["restore", HostileTexts.word], ["backup", "/\(HostileTexts.word)/x"],
            ["workday", HostileTexts.word], [HostileTexts.word], ["--\(HostileTexts.word)"],
        ])
    func typed(_ words: [String]) throws {
        let session = try run(words.first?.hasPrefix("-") == true ? words : words + ["--database", folder.store])
        #expect(session.waitForEnd(milliseconds: 20_000) != nil)
        #expect(!session.sent.isEmpty)
        expectHarmless(session, words)
    }

    @Test(
        "A store, a terminal's name or an address that steers terminals is named harmless",
        arguments: ["TERM", "LANG", "LC_ALL", "HOME", "YANGGUANG_DATABASE", "SSH_CONNECTION", "SSH_CLIENT", "USER"])
    func environment(_ name: String) throws {
        let session = try run(
            ["list"] + (name == "YANGGUANG_DATABASE" ? [] : ["--database", folder.store]),
            environment: [name: HostileTexts.word])
        #expect(session.waitForEnd(milliseconds: 20_000) != nil)
        expectHarmless(session, [name])
    }

    @Test("What a terminal answers unasked is never shown and never sent back, whatever screen is open")
    func answers() throws {
        let session = try run(["console", "--database", folder.store, "--now", "2026-11-20T09:00"])
        #expect(session.shows(PtySession.signInPage, milliseconds: 20_000))
        let answers = [
            "\u{1B}]11;EVIL\u{1B}\\", "\u{1B}]52;c;RVZJTA==EVIL\u{7}", "\u{1B}P1$rEVIL\u{1B}\\",
            "\u{1B}P>|EVIL\u{1B}\\",
            "\u{1B}_GEVIL\u{1B}\\", "\u{1B}]lEVIL\u{1B}\\", "\u{1B}]LEVIL\u{1B}\\", "\u{1B}[8;1;1t", "\u{1B}[3;7R",
            "\u{1B}[?62;4c",
        ]
        func answer() {
            for answer in answers {
                session.send(answer)
                session.settle()
            }
        }
        answer()
        #expect(session.screen.text.contains(PtySession.signInPage))
        session.signIn("fabu")
        session.settle()
        answer()
        for keys in [
            "\u{1B}", " ", "\u{1B}", "/", "\u{1B}", "\u{1B}OQ", "\u{1B}", "\u{1B}OP",
        ] {
            session.send(keys)
            session.settle()
            answer()
        }
        #expect(!String(decoding: session.sent, as: UTF8.self).contains("EVIL"))
    }
}
