// Files whose names and contents steer terminals.
import CountyFixture
import Foundation
import Model
import Testing

@testable import Console

@Suite struct HostileFilesTests {
    /// Names as a program on the server may well give them; a slash cannot stand in one.
    private static let name = "甲\u{1B}[2J\u{9B}m\u{7}\u{202E}\u{200B}\n乙"

    private func desk(_ start: String) throws -> ScreenPlay {
        let play = try ScreenPlay(start: start, size: .floor)
        let inbox = URL(fileURLWithPath: play.app.desk.folders.inbox)
        for ending in ["doc", "txt", "csv", "json"] {
            let file = inbox.appendingPathComponent("\(Self.name).\(ending)")
            try Data("\(HostileTexts.sample),\(HostileTexts.sample)\n\(HostileTexts.sample)".utf8).write(to: file)
        }
        play.signIn("fabu")
        return play
    }

    @Test(
        "Names in the inbox are only printed, and so is what is said of the files",
        arguments: ["F2 BackTab*3 Enter", "F2 Tab F4 Enter", "F2 Tab F4"])
    func names(_ keys: String) throws {
        let play = try desk("demo 2026-11-20T09:00")
        try play.play(keys)
        GridRules.check(play.app.paint())
        for _ in 0..<6 {
            play.press(.enter)
            GridRules.check(play.app.paint())
            if play.top != "file" { break }
            play.press(.down)
            GridRules.check(play.app.paint())
        }
    }

    @Test("An imported file's words are only printed")
    func imported() throws {
        let play = try desk("imports 2026-11-20T09:00")
        try play.play("F6 Down Enter act\"导入建议\"")
        for _ in 0..<8 {
            GridRules.check(play.app.paint())
            play.press(.enter)
            GridRules.check(play.app.paint())
            play.press(.escape)
            if play.top != "file" { break }
            play.press(.down)
        }
    }

    @Test("A key that was never on a keyboard is told without its control characters")
    func messages() throws {
        let play = try desk("demo 2026-11-20T09:00")
        play.app.tell(HostileTexts.sample)
        GridRules.check(play.app.paint())
        play.app.refuse(String(repeating: HostileTexts.sample, count: 9))
        GridRules.check(play.app.paint())
    }
}
