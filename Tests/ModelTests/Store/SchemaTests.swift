// The schema and the procedures say the same thing of every form.
import CountyFixture
import GRDB
import Testing

@testable import Model

@Suite("Schema")
struct SchemaTests {
    private struct Column: Equatable {
        let name: String
        let type: String
        let isRequired: Bool
    }

    private func columns(_ table: String, of county: County) throws -> [Column] {
        try county.rawQueue().read { db in
            try Row.fetchAll(db, sql: "PRAGMA table_info(\(table))").map {
                Column(name: $0["name"], type: $0["type"], isRequired: $0["notnull"])
            }
        }
    }

    private static let documents = Procedure.all.flatMap(\.documents)

    @Test("every form's table has exactly the columns its procedure says, in its order", arguments: documents)
    func formTables(document: DocumentDescription) throws {
        let expected = document.form.ownFields.map { field in
            let isCount = if case .count = field.kind { true } else { false }
            return Column(
                name: field.name, type: isCount ? "INTEGER" : "TEXT",
                isRequired: (field.isRequired || document.form.completions[field.name] != nil) && field.applies == nil)
        }
        #expect(try columns(document.form.table, of: try County()).dropFirst() == expected[...])
    }

    @Test("what every document has is a column of its version")
    func versionTable() throws {
        let names = try columns("document_version", of: try County()).map(\.name)
        for field in Form.closing.map(\.name) + ["title"] { #expect(names.contains(field)) }
    }

    @Test("systems, documents and roles of the store are those of the program")
    func lookups() throws {
        let county = try County()
        let roles: [String] = try county.rawValues("SELECT code || ' ' || title FROM role ORDER BY code")
        #expect(roles == Role.allCases.map { "\($0.rawValue) \($0.title)" }.sorted())
        for procedure in Procedure.all {
            let kinds: [String] = try county.rawValues(
                """
                SELECT kind || ' ' || name FROM system_document WHERE system = '\(procedure.system.rawValue)'
                ORDER BY ordinal
                """)
            #expect(kinds == procedure.documents.map { "\($0.kind.rawValue) \($0.name)" })
            let name: String? = try county.rawValue(
                "SELECT name FROM system WHERE code = '\(procedure.system.rawValue)'")
            #expect(name == procedure.name)
        }
    }

    @Test(
        "a state that the rules forbid, the schema refuses",
        arguments: [
            "UPDATE matter SET event_day = NULL", "UPDATE matter SET system = 'lottery'",
            "UPDATE deadline SET late_days = 2", "UPDATE deadline SET met_at = NULL",
            "UPDATE document SET deleted_at = 'now'", "UPDATE document SET serial = 0",
            "UPDATE hearing_announcement SET representatives = 0", "UPDATE clerk SET password = 'plain'",
            "UPDATE clerk SET name = '有空 格'", "DELETE FROM matter",
            "UPDATE hearing_announcement SET hearing_about = 'x'",
        ])
    func constraints(sql: String) throws {
        let county = try County()
        _ = try county.publish(.announcement, HearingEntries.announcement(), in: try county.signIn("fabu"))
        let error = #expect(throws: DatabaseError.self) { try county.raw(sql) }
        #expect(error?.resultCode == .SQLITE_CONSTRAINT)
    }
}
