// The list on a real line: what a move costs, and what citizens and clerks may have typed.
import CountyFixture
import Model
import Pty
import Testing

@testable import Console

@Suite("The list on the line", .waiting)
struct ListTests {
    private func list(titles: [String], columns: Int = 80) throws -> PtySession {
        let county = try County()
        let session = try county.signIn("fabu")
        for title in titles {
            try county.publish(.announcement, HearingEntries.announcement(title: title), in: session)
        }
        let screen = try Yangguang.console(county, columns: columns)
        screen.signIn("fabu")
        return screen
    }

    @Test("A move of the cursor costs at most 220 bytes and repaints no cell that did not change")
    func bytesOfMove() throws {
        let session = try list(titles: (1...9).map { "关于调整城市供水价格第\($0)次听证会的公告" })
        #expect(session.shows("听证会的公告"))
        session.settle()
        for _ in 0..<5 {
            session.forgetSent()
            session.send("\u{1B}[B")
            session.settle()
            #expect((1...220).contains(session.sent.count), "\(session.sent.count)")
        }
    }

    @Test("A page costs at most 1.3 times what changed on it, and 200 bytes")
    func bytesOfPages() throws {
        let county = try HardCounty.copy()
        let session = try PtySession(
            Yangguang.path, ["console", "--database", county.path, "--now", HardCounty.now],
            environment: ["TERM": "xterm-256color", "HOME": "/nonexistent", "LANG": "C.UTF-8"], keeping: county)
        session.signIn("fabu")
        session.settle()
        let keys = [
            "\u{1B}[20~", " ", "\u{1B}[6~", "\u{1B}", "\u{1B}OR", "\u{1B}", "\u{1B}[20~", "\u{1B}[17~", "\u{1B}[B",
            "\r", "\r", "\r",
            "\u{1B}", "\u{1B}[17~", "\u{1B}[A", "\r", "\u{1B}OQ", "\u{1B}OP", "\r", "\u{1B}OQ", "\u{1B}[B", "\u{1B}",
        ]
        for (number, key) in keys.enumerated() {
            let before = session.screen.cells
            session.forgetSent()
            session.send(key)
            session.settle(silence: 150)
            let changed = session.screen.bytes(changedSince: before)
            #expect(
                session.sent.count * 10 <= changed * 13 + 2000,
                "key \(number): \(session.sent.count) bytes for \(changed), \(String(decoding: session.sent, as: UTF8.self).debugDescription)"
            )
        }
    }

    @Test("At 9,600 baud a list stops where the key was let go: what was on its way comes, and one picture more")
    func slowLine() throws {
        let folder = try StoreFolder(DemoCounty.template.get())
        let session = try PtySession(
            Yangguang.path, ["console", "--database", folder.store, "--now", "2026-11-20T09:00"],
            environment: ["TERM": "xterm-256color", "HOME": folder.path, "LANG": "C.UTF-8"], keeping: folder)
        session.signIn("jianguan")
        session.settle(silence: 300)
        func row() -> String {
            session.screen.text.split(separator: "\n").first { $0.contains("│>") }.map(String.init) ?? ""
        }
        let first = row()
        let keys = 40
        var pressed = 0
        session.trickle(bytesPerSecond: 960) { time in
            // As fast as a keyboard repeats.
            if time >= pressed * 33, pressed < keys {
                session.press("\u{1B}[B")
                pressed += 1
            }
            return time < keys * 33
        }
        var seen = [row()]
        var rested = 0
        session.trickle(bytesPerSecond: 960) { time in
            if row() != seen.last {
                seen.append(row())
                rested = time
            }
            return time < 2000
        }
        #expect(seen.count <= 3, "\(seen)")
        #expect(rested < 1200)
        let last = row()
        session.settle(silence: 300)
        #expect(row() == last && last != first && last.contains("│>"))
    }

    @Test("A key held down on a line that takes nothing leaves one picture on its way and one to come, not sixty")
    func heldKey() throws {
        let session = try list(titles: (1...9).map { "关于调整城市供水价格第\($0)次听证会的公告" })
        #expect(session.shows("听证会的公告"))
        session.settle(silence: 200)
        session.forgetSent()
        // Down to the last row and up again, so that no picture is like the one before.
        for _ in 0..<4 {
            session.hold("\u{1B}[B", times: 8)
            session.hold("\u{1B}[A", times: 8)
        }
        session.hold("\u{1B}[B", times: 3)
        session.settle(silence: 200)
        #expect((1...700).contains(session.sent.count), "\(session.sent.count)")
        #expect(session.screen.text.contains("第6次"), "\(session.screen.text)")
    }

    @Test(
        "Signs of every width in titles shift no column, and joined emoji, marks and rare characters hold their cells")
    func columnsHold() throws {
        let titles = ["关于供水价格的公告", "关于👨‍👩‍👧的公告", "关于❤\u{FE0F}的公告", "关于🇨🇳e\u{301}的公告", "关于𠮷㛃䶮的公告", "关于葛\u{E0100}的公告"]
        let session = try list(titles: titles)
        #expect(session.shows("关于供水"))
        session.settle()
        let rows = (0..<24).filter { session.screen.line($0).contains("发布通知") }
        #expect(rows.count == titles.count, "\(session.screen.text)")
        #expect(Set(rows.map { session.screen.column(of: "发布通知", inRow: $0) }).count == 1, "\(session.screen.text)")
        #expect(Set(rows.map { session.screen.column(of: "通知未发", inRow: $0) }).count == 1)
    }
}
