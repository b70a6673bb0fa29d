// A province of many counties out of a demo store of one: what a search at full size is measured in.
import Glibc
import Model

/// The demo has one government. Here its matters, with the full length of their texts, become those of many: each county a site
/// with units of its own, ten counties to a prefecture, all under one province with a supervisor of its own.
struct Province {
    static let supervisor = "shengguan"

    private static let site = 1_000
    /// Far enough apart for the rows of any demo.
    private static let step = 10_000_000
    /// Tables and those of their columns whose numbers each county has for itself.
    private static let numbered = [
        ("unit", ["id"]), ("matter", ["id", "unit_id"]), ("document", ["id", "matter_id"]),
        ("document_version", ["id", "document_id"]), ("hearing_announcement", ["version_id"]),
        ("hearing_notice", ["version_id"]), ("hearing_report", ["version_id"]),
        ("public_notice_announcement", ["version_id"]), ("public_notice_report", ["version_id"]),
        ("bulletin_announcement", ["version_id"]), ("every_comment", ["id", "matter_id", "duplicate_of"]),
        ("reply", ["id", "comment_id"]), ("temporary_notice", ["id", "unit_id", "matter_id"]),
    ]
    private static let ofSites: Set = ["unit", "matter", "document", "temporary_notice"]

    /// Makes the store one of a province, and its index anew. A store that could not be made whole is of no use.
    static func make(of store: String, counties: Int) throws {
        guard let shell = popen("sqlite3 -bail '\(store)'", "w") else { throw Refusal("cannot run sqlite3") }
        func say(_ sql: String) { fputs(sql + "\n", shell) }
        say(".dbconfig enable_trigger off")
        say("PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY; BEGIN;")
        addGovernments(counties, say)
        for (table, _) in numbered { say("CREATE TEMP TABLE copy_\(table) AS SELECT * FROM main.\(table);") }
        for county in 1..<max(counties, 2) {
            for (table, columns) in numbered {
                var changes = columns.map { "\($0) = \($0) + \(step)" }
                if ofSites.contains(table) { changes.append("site_id = \(site + county)") }
                say("UPDATE temp.copy_\(table) SET \(changes.joined(separator: ", "));")
                say("INSERT INTO main.\(table) SELECT * FROM temp.copy_\(table);")
            }
        }
        say(
            """
            INSERT INTO full_text (full_text) VALUES ('delete-all');
            DELETE FROM full_text_entry;
            INSERT INTO full_text_waiting SELECT published_at, 'document', id FROM document WHERE deleted_at IS NULL;
            INSERT INTO full_text_waiting SELECT published_at, 'temporaryNotice', id FROM temporary_notice WHERE withdrawn_at IS NULL;
            INSERT INTO full_text_waiting SELECT received_at, 'comment', id FROM comment;
            INSERT INTO full_text_waiting SELECT replied_at, 'reply', id FROM reply;
            COMMIT;
            """)
        guard pclose(shell) == 0 else { throw Refusal("sqlite3 has failed") }
        try Office(opening: store).catchUpFullText()
    }

    private static func addGovernments(_ counties: Int, _ say: (String) -> Void) {
        let prefectures = (counties + 9) / 10
        say("INSERT INTO site (id, level, name) VALUES (\(site), 'province', '云南省人民政府');")
        for number in 0..<prefectures {
            say(
                "INSERT INTO site (id, parent_id, level, name) VALUES (\(site * 2 + number), \(site), 'prefecture', '第\(number + 1)州人民政府');"
            )
        }
        say("UPDATE site SET parent_id = \(site * 2) WHERE id = 1;")
        for county in 1..<max(counties, 2) {
            say(
                "INSERT INTO site (id, parent_id, level, name) VALUES (\(site + county), \(site * 2 + county / 10), 'county', '第\(county + 1)县人民政府');"
            )
        }
        say(
            """
            INSERT INTO unit (id, site_id, name, short_name, pinyin) VALUES (\(site), \(site), '省政务公开办', '公开办', 'zhengwu');
            INSERT INTO clerk (id, unit_id, name, full_name, password, password_set_at, must_change_password, password_ages)
              SELECT \(site), \(site), '\(supervisor)', '省监管', password, password_set_at, 0, 0 FROM clerk WHERE name = 'jianguan';
            INSERT INTO clerk_role SELECT \(site), role, granted_at FROM clerk_role
              WHERE clerk_id = (SELECT id FROM clerk WHERE name = 'jianguan');
            """)
    }
}
