// What holds in every system alike: packages, register, lists, files to be backfilled, and what the tables themselves refuse.
import CountyFixture
import GRDB
import Testing

@testable import Model

@Suite("Every system")
struct SystemsTests {
    /// Right entries for the first document of a system.
    private static func announcement(_ system: System) throws -> Entries {
        let entries: [System: Entries] = [
            .hearing: HearingEntries.announcement(), .publicNotice: NoticeEntries.announcement(),
            .bulletin: BulletinEntries.quarterly(),
        ]
        return try #require(entries[system])
    }

    private static let systems = Procedure.all.map(\.system)

    private let county: County
    private let fabu: Session

    init() throws {
        county = try County()
        fabu = try county.signIn("fabu")
    }

    @Test(
        "a first document goes out as a package, stands in the register and in the list, and the store is whole",
        arguments: systems)
    func published(system: System) throws {
        let procedure = try #require(Procedure.of(system))
        let matter = try county.publish(.announcement, system: system, try Self.announcement(system), in: fabu)
        let files = PackageFiles(of: county)
        #expect(files.names == ["\(system.rawValue)-2026-01-v1"])
        #expect(try files.isWhole("\(system.rawValue)-2026-01-v1"))
        let manifest = try files.manifest("\(system.rawValue)-2026-01-v1")
        #expect(manifest["systemName"] as? String == procedure.name)
        #expect(manifest["kindName"] as? String == procedure.documents[0].name)
        let row = try #require(try county.office.matters(procedure, .first, limit: 9, in: fabu).rows.first)
        #expect(row.id == matter.id && row.event == matter.event)
        #expect(row.category == procedure.category(matter.document(.announcement)?.values.text("category")))
        #expect((row.category == nil) == (procedure.categoryField == nil))
        let register = try county.office.register(system, .all, .first, limit: 9, in: fabu).rows
        #expect(register.map(\.documentName) == [procedure.documents[0].name])
        var lights: [Light] = []
        try county.office.statements(system: system) { lights.append($0.light) }
        #expect(lights == [procedure.deadlines.isEmpty ? .met : .open])
        #expect(county.office.check() == [])
    }

    @Test("a matter is corrected, deleted, and its number never used again", arguments: systems)
    func changed(system: System) throws {
        let matter = try county.publish(.announcement, system: system, try Self.announcement(system), in: fabu)
        let document = try #require(matter.document(.announcement))
        for (revision, contact) in [(Revision.modify, "电话 0872-7520001"), (.correct, "电话 0872-7520002")] {
            let now = try county.office.matter(matter.id, in: fabu)
            let request = RevisionRequest(
                .announcement, of: now, base: try #require(now.document(.announcement)).versions,
                entries: HearingEntries.revision(of: document, ["contact": contact, "channels": contact]).signed())
            switch revision {
            case .modify: _ = try county.office.perform(Modify(request), in: fabu)
            case .correct: _ = try county.office.perform(Correct(request), in: fabu)
            }
        }
        let corrected = try county.office.matter(matter.id, in: fabu)
        #expect(corrected.document(.announcement)?.versions == 3)
        _ = try county.office.perform(DeleteDocument(.announcement, of: corrected, reason: "重复"), in: fabu)
        let next = try county.publish(.announcement, system: system, try Self.announcement(system), in: fabu)
        #expect(next.document(.announcement)?.number == DocumentNumber(year: 2026, serial: 2))
        #expect(county.office.check() == [])
    }

    @Test(
        "the empty file for 补录 has the columns of the system's forms, and a filled one is entered", arguments: systems)
    func file(system: System) throws {
        let procedure = try #require(Procedure.of(system))
        var entries = try Self.announcement(system)
        entries["backfill_day"] = "2026-11-20"
        entries["backfill_reason"] = "系统启用前已经发布"
        var row = ["事项": "1", "文书": procedure.documents[0].name]
        for field in BackfillCheck.fields + procedure.documents[0].form.fields {
            row[field.label] = field.reading(typed: entries[field.name], today: county.now.day)
            if case .tick = field.kind { row[field.label] = "是" }
        }
        let columns = BackfillTable.columns(procedure)
        #expect(BackfillTable.template(procedure) == CSVTable.file(of: [columns]))
        let bytes = CSVTable.file(of: [columns, columns.map { row[$0] ?? "" }])
        let table = try BackfillTable(procedure, try TextFile(name: "补录.csv", bytes: bytes))
        #expect(table.checked(for: fabu.clerk.unit, try county.office.context(in: fabu)).faults == [])
        let done = try county.office.perform(BackfillFile(table), in: fabu)
        #expect(done.outcome.matters == 1 && done.outcome.documents == 1)
        #expect(county.office.check() == [])
    }

    @Test(
        "a list offers only filters and orders that its system's matters have, and reads back what it offers",
        arguments: systems)
    func lists(system: System) throws {
        let procedure = try #require(Procedure.of(system))
        let names = MatterListView.fields(procedure, Entries()).map(\.name)
        #expect(names.contains("standing") == !procedure.deadlines.isEmpty)
        #expect(names.contains("from") == (procedure.event.day != nil))
        #expect(names.contains("stage") == (procedure.documents.count > 1))
        let usual = MatterListView(for: fabu.clerk)
        for column in MatterListView.columns(procedure) {
            let view = usual.ordered(by: column, ascending: true)
            #expect(MatterListView(view.texts, procedure, usual: usual) == view)
            _ = try county.office.matters(procedure, .first, limit: 9, view: view, in: fabu)
        }
        #expect(MatterListView.columns(procedure).contains(.event) == (procedure.event.day != nil))
    }

    @Test(
        "a state of a notice or a bulletin that the rules forbid, the schema refuses",
        arguments: [
            "UPDATE public_notice_announcement SET category = 'other'",
            "UPDATE public_notice_announcement SET period_days = 0",
            "UPDATE public_notice_announcement SET period_days = 366",
            "UPDATE public_notice_announcement SET period_unit = 'week'",
            "UPDATE public_notice_announcement SET period_end = '2026-11-19'",
            "UPDATE public_notice_announcement SET period_end = NULL",
            "UPDATE public_notice_announcement SET period_start = '今天'",
            "UPDATE bulletin_announcement SET category = 'other'",
            "UPDATE bulletin_announcement SET occasion = 'monthly'",
            "UPDATE bulletin_announcement SET period_quarter = '5'",
            "UPDATE bulletin_announcement SET period_year = NULL",
            "UPDATE bulletin_announcement SET period_quarter = NULL",
            "UPDATE bulletin_announcement SET occasion = 'sudden'",
            "UPDATE bulletin_announcement SET period_year = 1999",
        ])
    func constraints(sql: String) throws {
        for system in Self.systems {
            _ = try county.publish(.announcement, system: system, try Self.announcement(system), in: fabu)
        }
        let error = #expect(throws: DatabaseError.self) { try county.raw(sql) }
        #expect(error?.resultCode == .SQLITE_CONSTRAINT)
    }
}
