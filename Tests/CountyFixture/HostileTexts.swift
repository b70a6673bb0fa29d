// Texts that steer terminals, in every place of a store where a text can stand.
import Model

public enum HostileTexts {
    /// C0, CSI and OSC in both spellings, DCS, C1, DEL, bidi overrides, zero-width signs, a tag, a joined emoji, a mark, a line end.
    public static let sample =
        "供\u{1B}[2J\u{9B}31m\u{1B}]0;x\u{7}\u{1B}Pq\u{1B}\\\u{9D}y\u{9C}\u{202E}\u{2066}\u{200B}\u{7F}\u{FEFF}水👨‍👩‍👧e\u{301}\u{E0041}\r\n"

    /// The same without NUL and line end, as a word of a command or of the environment can be.
    public static let word = String(sample.filter { $0 != "\r\n" })

    /// The demo's store with these signs in every text, and in its index.
    public static let demo = Result {
        try StoreTemplate(DemoCounty.template.get()) { folder in
            try fill(RawStore(folder.store))
            let office = try Office(opening: folder.store, clock: DemoCounty.clock)
            try office.signOut(office.signIn("fabu", password: Demo.password, from: "test"))
        }
    }

    /// The same with a draft of the publisher's.
    public static let demoWithDraft = Result {
        try StoreTemplate(demo.get()) { folder in
            try leaveDraft(RawStore(folder.store))
            let office = try Office(opening: folder.store, clock: DemoCounty.clock)
            try office.signOut(office.signIn("fabu", password: Demo.password, from: "test"))
        }
    }

    /// Where people's words stand, by table.
    private static let places: [(table: String, columns: [String])] = [
        ("document_version", ["title", "signed_unit", "reference_number", "reason"]),
        ("temporary_notice", ["title", "body", "signed_unit", "withdrawn_reason"]),
        ("hearing_announcement", ["subject", "contact", "selection", "registration", "hearing_about"]),
        ("hearing_notice", ["place", "participants", "representative_list"]),
        ("hearing_report", ["outcome", "adoption"]),
        ("public_notice_announcement", ["reason", "content", "channels"]),
        ("public_notice_report", ["outcome", "adoption"]),
        ("bulletin_announcement", ["content", "contact"]),
        (
            "every_comment",
            ["body", "author", "contact", "handling", "adoption_reason", "extended_reason", "hidden_reason"]
        ),
        ("reply", ["body"]),
        ("supervision_note", ["title", "body", "answer", "withdrawn_reason"]),
        (
            "review",
            ["document_name", "title", "opinion", "emergency_reason", "approver", "approver_post", "approval_number"]
        ),
        ("posting", ["address", "posted_by"]),
        ("postponement", ["reason"]),
        ("deadline", ["late_reason"]),
        ("document", ["deleted_reason"]),
        ("matter", ["title", "event_about", "ended_reason"]),
        ("calendar_day", ["name", "source"]),
        ("calendar_change", ["file_name", "changer"]),
        ("comment_import", ["file_name", "importer"]),
        ("site", ["name"]),
        ("unit", ["name", "short_name"]),
        ("clerk", ["full_name"]),
    ]

    /// How many characters the schema allows, where that is fewer than there are signs.
    private static let limits = ["posted_by": 20, "short_name": 12, "full_name": 20, "name": 40]

    /// What keeps these words as they were written.
    private static let guards = [
        "document_version_stays", "journal_stays", "reply_stays", "review_decided_once", "posting_stays",
        "file_under_review_changed", "supervision_note_settled_once", "supervision_note_as_sent",
        "supervision_note_accepted_once",
        "calendar_change_stays", "calendar_change_kept", "comment_import_stays", "comment_import_kept", "posting_kept",
    ]

    /// Puts the signs in front of every word that stands in the store, and a template full of them.
    public static func fill(_ raw: RawStore) throws {
        for trigger in guards { try raw.execute("DROP TRIGGER IF EXISTS \(trigger)") }
        for (table, columns) in places {
            let changes: String = columns.map { column -> String in
                // Names differ from each other, and begin with what they were.
                let text = column == "name" ? "name || ?" : "? || \(column)"
                return "\(column) = substr(\(text), 1, \(limits[column] ?? 2000))"
            }
            .joined(separator: ", ")
            try raw.execute("UPDATE \(table) SET \(changes)", columns.map { _ in sample })
        }
        try raw.execute("UPDATE matter SET title = title || char(0) || 'x'")
        try raw.execute("UPDATE channel SET name = substr(?, 1, 8) || code", [sample])
        try raw.execute(
            """
            INSERT INTO reply_template (unit_id, title, body, changed_at, changed_by)
            SELECT unit_id, substr(?, 1, 20), ?, password_set_at, id FROM clerk WHERE name = 'fabu'
            """, [sample, sample])
        try raw.execute("UPDATE attachment SET name = ? || '.doc'", [sample])
    }

    /// Leaves the publisher a draft full of them, too.
    private static func leaveDraft(_ raw: RawStore) throws {
        try raw.execute(
            """
            INSERT INTO draft (clerk_id, unit_id, form, entries, started_at, saved_at)
            SELECT id, unit_id, 'hearing.announcement', json_object('title', ?, 'subject', ?, 'hearing_when', 'exact', 'hearing_day', ?),
              password_set_at, password_set_at FROM clerk WHERE name = 'fabu'
            ON CONFLICT DO NOTHING
            """, [sample, sample, sample])
    }
}
