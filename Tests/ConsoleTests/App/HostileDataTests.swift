// A store full of signs that steer terminals: every screen prints them harmless.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct HostileDataTests {
    private static let hostile = "供\u{1B}[2J\u{9B}31m\u{202E}\u{200B}\u{7}\u{FEFF}水👨‍👩‍👧e\u{301}\u{E0041}\r\n"

    private func desk(_ clerk: String) throws -> ScreenPlay {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: .floor, changed: Self.store.get())
        play.signIn(clerk)
        return play
    }

    /// The demo's store with these signs in every text, and in its index.
    private static let store = Result {
        try StoreTemplate(DemoCounty.template.get()) { folder in
            try fill(RawStore(folder.store))
            let office = try Office(opening: folder.store, clock: DemoCounty.clock)
            try office.signOut(office.signIn("fabu", password: Demo.password, from: "test"))
        }
    }

    private static func fill(_ raw: RawStore) throws {
        for trigger in ["document_version_stays", "journal_stays"] {
            try raw.execute("DROP TRIGGER IF EXISTS \(trigger)")
        }
        let bad = hostile
        try raw.execute("UPDATE matter SET title = ? || title || char(0) || 'x'", [bad])
        try raw.execute("UPDATE matter SET event_about = ? WHERE event_about IS NOT NULL", [bad])
        try raw.execute(
            "UPDATE document_version SET title = ?, signed_unit = ?, reference_number = ?", [bad, bad, bad])
        try raw.execute("UPDATE hearing_announcement SET subject = ?, contact = ?", [bad, bad])
        try raw.execute("UPDATE temporary_notice SET title = ?, body = ?", [bad, bad])
        try raw.execute(
            "UPDATE comment SET body = ? || body || ?, author = ?, contact = ?, handling = ?",
            [bad, bad, bad, bad, bad])
        try raw.execute("UPDATE reply SET body = ?", [bad])
        try raw.execute("UPDATE channel SET name = substr(?, 1, 8) || code", [bad])
        try raw.execute(
            """
            INSERT INTO reply_template (unit_id, title, body, changed_at, changed_by)
            SELECT unit_id, substr(?, 1, 20), ?, password_set_at, id FROM clerk WHERE name = 'fabu'
            """, [bad, bad])
        try raw.execute("UPDATE attachment SET name = ? || '.doc'", [bad])
        try raw.execute("UPDATE clerk SET full_name = substr(?, 1, 20)", [bad])
        try raw.execute("UPDATE unit SET short_name = substr(?, 1, 12), name = name || substr(?, 1, 20)", [bad, bad])
        try raw.execute(
            """
            INSERT INTO draft (clerk_id, unit_id, form, entries, started_at, saved_at)
            SELECT id, unit_id, 'hearing.announcement', json_object('title', ?, 'subject', ?, 'hearing_when', 'exact', 'hearing_day', ?),
              password_set_at, password_set_at FROM clerk WHERE name = 'fabu'
            """, [bad, bad, bad])
    }

    @Test(
        "Titles, names, texts, files and drafts with ESC, CSI, NUL and turned text are only printed",
        arguments: [
            "", "Enter", "Enter F2", "Enter F2 F2", "Esc Space", "Esc Space Enter", "Esc Space End",
            "Esc Space End Enter",
            "Esc Space PgDn", "Esc F3", "Esc F6", "Esc F6 Up*2 Enter", "Esc F6 Up*2 Enter Enter",
            "Esc F6 Down Enter", "Esc F6 Down Enter a", "Esc F6 Down Enter a s Enter", "Esc F6 Down Enter a Enter",
            "Esc F6 Down Enter a d", "Esc F6 Down Enter a d Ctrl-F", "Esc F6 Down Enter a d Tab*2 F4 Enter",
            "Esc F6 Down Enter a d Tab*2 F4 Down Enter", "Esc F6 Down Enter a b", "Esc F6 Down Enter a l Right Enter",
            "Esc F6 Down Enter a h",
            "Esc F6 Up*2 Enter Del", "Esc F2 BackTab*5 F4", "Esc F9", "Esc / \"供\" Enter", "Esc PgDn End",
        ])
    func everyScreenPrintsOnly(_ keys: String) throws {
        let play = try desk("fabu")
        try play.play(keys)
        GridRules.check(play.app.paint())
        for size in [Size(rows: 24, columns: 81), Size(rows: 40, columns: 133)] {
            play.app.handle(.resized(size))
            GridRules.check(play.app.paint())
        }
    }

    @Test("A supervisor's list with hostile names of units is only printed", arguments: ["", "Space", "F3", "F9"])
    func supervisorPrintsOnly(_ keys: String) throws {
        let play = try desk("jianguan")
        try play.play(keys)
        GridRules.check(play.app.paint())
    }

    @Test("A hostile number stays inside the frame: the right edge of the work area is whole")
    func frameIsWhole() throws {
        let play = try desk("fabu")
        try play.play("Esc")
        let grid = play.app.paint()
        for row in 2..<20 { #expect(["│", "┤"].contains(grid[row, 79].text)) }
    }
}
