// The line between clerk and console: keys, sizes, and its end.
import CountyFixture
import Glibc
import Pty
import Testing

@Suite("The line", .waiting)
struct LineTests {
    private func signInPage(rows: Int = 24, columns: Int = 80) throws -> PtySession {
        let county = try County()
        let session = try Yangguang.console(county, rows: rows, columns: columns)
        #expect(session.shows(PtySession.signInPage))
        session.settle()
        return session
    }

    @Test("A dropped line ends the console within a second")
    func hangUp() throws {
        let session = try signInPage()
        session.hangUp()
        #expect(session.waitForEnd(milliseconds: 1000) == .exit(0))
    }

    @Test("Told to end, the console gives the terminal back within a second", arguments: [SIGTERM, SIGHUP, SIGINT])
    func signals(number: Int32) throws {
        let session = try signInPage()
        session.signal(number)
        #expect(session.waitForEnd(milliseconds: 1000) == .exit(0))
        #expect(!session.screen.text.contains(PtySession.signInPage))
    }

    @Test("After leaving, the terminal is as it was: modes, echo, cursor, and no marked pastes")
    func givenBack() throws {
        let county = try County()
        let session = try Yangguang.console(county)
        let before = session.settings
        #expect(session.shows(PtySession.signInPage))
        #expect(session.settings != before)
        session.send("\u{1B}[21~")
        if session.waitForEnd(milliseconds: 500) == nil { session.send("\u{1B}[C\r") }
        #expect(session.waitForEnd() == .exit(0))
        #expect(session.settings == before)
        let sent = String(decoding: session.sent, as: UTF8.self)
        for (on, off) in [("\u{1B}[?2004h", "\u{1B}[?2004l"), ("\u{1B}[?1049h", "\u{1B}[?1049l")] {
            #expect(sent.components(of: on) == sent.components(of: off))
        }
        #expect(sent.lastPlace(of: "\u{1B}[?25h") > sent.lastPlace(of: "\u{1B}[?25l"))
    }

    @Test("Ctrl-S, Ctrl-Q, Ctrl-C and Ctrl-Z neither stop nor end the console")
    func controlKeys() throws {
        let session = try signInPage()
        session.send("\u{13}\u{11}\u{03}\u{1A}fabu")
        #expect(session.shows("fabu"))
    }

    @Test("The numeric keypad types digits whatever mode the terminal was left in")
    func keypad() throws {
        let session = try signInPage()
        session.send("\u{1B}Op\u{1B}Oq\u{1B}Oy")
        #expect(session.shows("019"))
    }

    @Test("A Chinese character that arrives byte by byte is typed once")
    func splitCharacter() throws {
        let session = try signInPage()
        for byte in "吴敏".utf8 { session.send([byte]) }
        #expect(session.shows("吴敏"))
    }

    @Test("A marked paste with line ends does not sign in")
    func paste() throws {
        let session = try signInPage()
        session.send("\u{1B}[200~fabu\rx\r\u{1B}[201~")
        #expect(session.shows("fabu"))
        session.settle()
        #expect(session.screen.text.contains(PtySession.signInPage))
    }

    @Test("Under 80x24 one sentence stands, and the page is back when there is room")
    func tooSmall() throws {
        let session = try signInPage()
        session.send("fabu")
        #expect(session.shows("fabu"))
        session.resize(rows: 10, columns: 40)
        #expect(session.wait { !$0.text.contains("fabu") && $0.text.contains("24") })
        session.resize(rows: 30, columns: 100)
        #expect(session.shows("fabu"))
    }

    @Test("A storm of resizes ends in the last size")
    func resizeStorm() throws {
        let session = try signInPage()
        for step in 0..<60 { session.resize(rows: 5 + step % 40, columns: 20 + step * 7 % 130) }
        session.resize(rows: 24, columns: 80)
        #expect(session.shows(PtySession.signInPage))
        session.send("shenhe")
        #expect(session.shows("shenhe"))
    }

    @Test("The terminal's own size counts, not what the environment says")
    func size() throws {
        let session = try Yangguang.console(County(), environment: ["LINES": "10", "COLUMNS": "30"])
        #expect(session.shows(PtySession.signInPage))
    }

    @Test("Nothing is sent while nothing happens, nor for a key that changes nothing")
    func silence() throws {
        let session = try signInPage()
        session.forgetSent()
        session.settle(silence: 300)
        session.send("\u{13}")
        session.settle(silence: 200)
        #expect(session.sent.isEmpty)
    }

    @Test("20,000 random bytes and resizes neither end the console nor make it send a stray control byte")
    func noise() throws {
        let session = try signInPage()
        var random = SeededNumbers(seed: 20_261_120)
        var left = 20_000
        while left > 0, session.waitForEnd(milliseconds: 0) == nil {
            let bytes = (0..<Int.random(in: 1...200, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            session.send(bytes)
            left -= bytes.count
            if left % 7 == 0 { session.resize(rows: Int.random(in: 2...50), columns: Int.random(in: 2...150)) }
        }
        session.resize(rows: 24, columns: 80)
        session.settle(silence: 300)
        _ = session.waitForEnd(milliseconds: 0)
        #expect(session.end == nil || session.end == .exit(0), "\(String(describing: session.end))")
        let stray = session.sent.filter {
            $0 < 0x20 && ![0x07, 0x08, 0x09, 0x0A, 0x0D, 0x1B].contains($0) || $0 == 0x7F
        }
        #expect(stray.isEmpty)
    }
}

extension String {
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }

    /// How far into the text the part stands for the last time; -1 where it does not.
    fileprivate func lastPlace(of part: String) -> Int {
        ranges(of: part).last.map { utf8.distance(from: startIndex, to: $0.lowerBound) } ?? -1
    }
}
