// Plays a golden screen: a desk without a terminal, its keys typed, its picture written down.
import CountyFixture
import Foundation
import Model

@testable import Console

/// A desk in a test, with folders of its own.
final class ScreenPlay {
    let app: App
    let office: Office
    let terminal: PlayedTerminal
    /// The county behind an `empty` start, whose clock a test moves.
    let county: County?
    private let home: URL
    private let demo: DemoCounty?
    private var endsElsewhere = false

    /// - Parameters:
    ///   - start: `demo`, `files` (a demo with texts and tables in the inbox, too), `imports` (with files of comments in it), `calendars` (with files of the work calendar), `drafts` (a demo whose publisher left two drafts last time), `published` (the same, and one of
    ///   them was overtaken by its publication), `ended` (a demo whose clerk changes the password elsewhere right after sign-in),
    ///   `bare` (a demo on a terminal that may lack Chinese), `no-locale` (a demo on a server that has UTF-8 alone) or
    ///   `empty`, `changed` (a small county with hearings that were corrected, postponed and ended), `systems` (one with public notices
    ///   and bulletins), `console` or `paper` (the same county where hearings are reviewed), `bulletins` or `long-names` (units that
    ///   owe bulletins), `desk` (one where something of every kind waits), `backups` (one that was backed up), `accounts` (one with sites
    ///   below it, and with units and accounts in every state), a blank, and the moment.
    ///   - changed: the demo's store as a test has changed it.
    init(start: String, size: Size, changed: StoreTemplate? = nil) throws {
        let words = start.split(separator: " ").map(String.init)
        guard words.count == 2, let moment = Moment(words[1]) else { throw Refusal("no such start: \(start)") }
        terminal = PlayedTerminal(mayLackChinese: words[0] == "bare", hasChineseLocale: words[0] != "no-locale")
        home = FileManager.default.temporaryDirectory.appendingPathComponent("yangguang-home-\(UUID().uuidString)")
        if let fill = Self.counties[words[0]] {
            let county = try County(now: words[1], after: words[0], fill)
            self.county = county
            demo = nil
            office = county.office
        } else {
            let demo = try DemoCounty.copy(changed)
            self.demo = demo
            county = nil
            office = try Office(opening: demo.path, clock: .fixed(moment))
            endsElsewhere = words[0] == "ended"
            if ["drafts", "published"].contains(words[0]) {
                try Self.leaveDrafts(office, published: words[0] == "published")
            }
        }
        try Self.furnish(home)
        if words[0] == "files" { try InboxFiles.add(to: home.appendingPathComponent("收件夹")) }
        if words[0] == "calendars" { try CalendarFiles.add(to: home.appendingPathComponent("收件夹")) }
        if words[0] == "imports" { try CommentFiles.add(to: home.appendingPathComponent("收件夹"), office) }
        let folders = Folders(home: home.path, inbox: "\(home.path)/收件夹", outbox: "\(home.path)/发件夹")
        let desk = Desk(office: office, folders: folders, address: "10.0.0.7", terminal: terminal)
        desk.oneTimePassword = { _ in "Kx7m-Pq4w-Rt9n" }
        app = App(desk, size: size)
        app.handle(.resized(size))
    }

    /// What was done in the small counties, by their starts.
    private static let counties: [String: @Sendable (County) throws -> Void] = [
        "empty": { _ in }, "changed": ChangedCounty.change, "console": ReviewedCounty.reviewInConsole,
        "paper": ReviewedCounty.signOnPaper, "systems": SystemsCounty.fill, "desk": DeskCounty.fill,
        "accounts": AccountsCounty.fill, "backups": BackupCounty.fill,
        "bulletins": { try BulletinCounty.fill($0) },
        "long-names": { try BulletinCounty.fill($0, withLongNames: true) },
    ]

    /// A second desk on the store of the first, as another process has it.
    init(beside other: ScreenPlay) throws {
        office = try Office(opening: other.office.path, clock: other.office.clock)
        (home, county, demo, terminal) = (other.home, other.county, other.demo, PlayedTerminal())
        let folders = Folders(home: home.path, inbox: "\(home.path)/收件夹", outbox: "\(home.path)/发件夹")
        app = App(
            Desk(office: office, folders: folders, address: "10.0.0.8", terminal: terminal), size: .floor)
    }

    deinit { try? FileManager.default.removeItem(at: home) }

    /// The publisher leaves an announcement and a notice half written.
    private static func leaveDrafts(_ office: Office, published: Bool) throws {
        let session = try office.signIn("fabu", password: Demo.password, from: "tty1")
        let row = try office.matters(.hearing, .first, limit: 1, in: session).rows[0]
        let notice = Draft.form(.hearing, .notice)
        try office.keepDraft(
            Draft.form(.hearing, .announcement), matter: nil,
            entries: Entries(["title": "关于调整城市公交票价听证会的公告", "subject": "调整城市公交票价。", "hearing_when": "exact"]),
            in: session)
        try office.keepDraft(notice, matter: row.id, entries: Entries(["place": "县政务中心"]), in: session)
        if published {
            let matter = try office.matter(row.id, in: session)
            let entries = HearingEntries.notice(on: matter.event.day?.description ?? "")
            _ = try office.perform(Publish(.notice, in: .hearing, of: matter, entries: entries), in: session)
            try office.keepDraft(notice, matter: row.id, entries: Entries(["place": "县政务中心"]), in: session)
        }
        try office.signOut(session)
    }

    /// An inbox as clerks have it: right files, wrong files, the same dates on every machine.
    private static func furnish(_ home: URL) throws {
        let inbox = home.appendingPathComponent("收件夹")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            at: home.appendingPathComponent("发件夹"), withIntermediateDirectories: true)
        let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("ModelTests/Fixtures")
        let files = ["听证方案.doc", "听证代表名单.doc", "听证报告.doc", "password.doc", "renamed-docx.doc"]
        for (index, name) in files.enumerated() {
            let copy = inbox.appendingPathComponent(name)
            try FileManager.default.copyItem(at: fixtures.appendingPathComponent(name), to: copy)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000 - Double(index) * 60)],
                ofItemAtPath: copy.path)
        }
        try Data("not a document".utf8).write(to: inbox.appendingPathComponent("说明.txt"))
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_600_000_000)],
            ofItemAtPath: inbox.appendingPathComponent("说明.txt").path)
    }

    /// Signs in by typing; `-` leaves the sign-in page as it is.
    func signIn(_ clerk: String) {
        guard clerk != "-" else { return }
        type(clerk)
        press(.enter)
        type(Demo.password)
        press(.enter)
        if endsElsewhere { changePasswordElsewhere(clerk) }
    }

    private func changePasswordElsewhere(_ clerk: String) {
        guard let other = try? office.signIn(clerk, password: Demo.password, from: "tty2") else { return }
        let new = "Xin-Mima#2027"
        _ = try? office.perform(ChangePassword(old: Demo.password, new: new, again: new), in: other)
    }

    /// One event as the terminal hands it in: handled, and others' writes noticed before the screen is painted.
    func handle(_ event: InputEvent) {
        let before = terminal.settings
        terminal.inItsWidths { app.handle(event) }
        terminal.inItsWidths {
            if terminal.settings != before { app.layOutAgain() }
            app.catchUp()
        }
    }
    func press(_ key: Key) { handle(.key(key)) }
    func type(_ text: String) { for character in text { press(.character(character)) } }

    /// Plays the keys of a golden screen; `act"更正"` chooses that line of 操作, `meanwhile"takeover"` is what somebody else does
    /// between two keys.
    func play(_ keys: String) throws {
        var rest = keys[...]
        while let word = rest.firstMatch(of: /(act|meanwhile)"([^"]*)"/) {
            for event in try KeyScript.events(String(rest[..<word.range.lowerBound])) { handle(event) }
            if word.1 == "act" {
                try choose(String(word.2))
            } else {
                try Meanwhile.happen(String(word.2), clerkOf: self)
            }
            rest = rest[word.range.upperBound...]
        }
        for event in try KeyScript.events(String(rest)) { handle(event) }
    }

    /// Chooses a line of 操作 by its word, wherever it stands.
    private func choose(_ label: String) throws {
        let acts = app.actsHere.filter { $0.name != .program(.acts) }
        guard let line = acts.firstIndex(where: { $0.label == label }) else {
            throw Refusal("no such act here: \(label)")
        }
        for event in try KeyScript.events("F3 Down*\(line) Enter") { handle(event) }
    }

    /// The lines of the screen as a person reads them.
    var lines: [String] {
        let grid = terminal.inItsWidths { app.paint() }
        return (0..<grid.size.rows).map { grid.line($0) }
    }
    var text: String { lines.joined(separator: "\n") }
    /// The sentence in the status line.
    var status: String { app.message?.text ?? "" }
    /// What was said last: in the status line, or whole in a frame where it was too long.
    var said: String {
        guard status.isEmpty else { return status }
        return lines.joined().filter { !"│─┌┐└┘├┤ ".contains($0) }
    }
    /// The name of the screen on top.
    var top: String { app.screens.last.map { Swift.type(of: $0).name } ?? "" }

    /// The screen as lines, then the spans that are not plain, then the cursor.
    var picture: String { Self.picture(terminal.inItsWidths { app.paint() }) }

    static func picture(_ grid: Grid) -> String {
        var text = (0..<grid.size.rows).map { grid.line($0) + "\n" }.joined() + "---\n"
        for row in 0..<grid.size.rows {
            var spans: [String] = []
            var column = 0
            while column < grid.size.columns {
                let style = grid[row, column].style
                let start = column
                while column < grid.size.columns, grid[row, column].style == style { column += 1 }
                if style != .plain { spans.append("\(start)-\(column - 1) \(style.rawValue)") }
            }
            if !spans.isEmpty { text += "\(row): \(spans.joined(separator: ", "))\n" }
        }
        return text + "cursor: " + (grid.cursor.map { "\($0.row),\($0.column)" } ?? "hidden") + "\n"
    }
}
