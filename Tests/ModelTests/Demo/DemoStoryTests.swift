// The demo's stories: what happens to matters besides the straight path is there to be looked at, and true.
import CountyFixture
import Foundation
import GRDB
import Testing

@testable import Model

struct DemoStoryTests {
    private static let store = StandardDemo.store

    private static let noticed = "SELECT count(DISTINCT matter_id) FROM temporary_notice x WHERE purpose ="

    @Test(
        "the demo shows it twice in the publisher's unit and once in another",
        arguments: [
            (
                "更正",
                """
                SELECT count(*) FROM document_version v JOIN document d ON d.id = v.document_id
                JOIN matter x ON x.id = d.matter_id WHERE v.change = 'correct'
                """
            ),
            (
                "修改",
                """
                SELECT count(*) FROM document_version v JOIN document d ON d.id = v.document_id
                JOIN matter x ON x.id = d.matter_id WHERE v.change = 'modify'
                """
            ),
            ("改期", "\(noticed) 'postpone'"),
            ("终止", "\(noticed) 'terminate'"),
            (
                "删除",
                """
                SELECT count(DISTINCT x.id) FROM matter x JOIN document d ON d.matter_id = x.id
                WHERE (x.deleted_at IS NOT NULL OR d.deleted_at IS NOT NULL)
                """
            ),
            ("补录", "SELECT count(*) FROM matter x WHERE backfilled_day IS NOT NULL"),
            (
                "延长答复",
                "SELECT count(*) FROM comment c JOIN matter x ON x.id = c.matter_id WHERE c.extended_at IS NOT NULL"
            ),
            ("隐藏", "SELECT count(*) FROM comment c JOIN matter x ON x.id = c.matter_id WHERE c.hidden_at IS NOT NULL"),
            (
                "重复",
                "SELECT count(*) FROM comment c JOIN matter x ON x.id = c.matter_id WHERE c.duplicate_of IS NOT NULL"
            ),
            ("接手草稿", "SELECT count(*) FROM journal x WHERE act = 'takeOverDraft' AND is_refusal = 0"),
        ])
    func told(story: String, sql: String) throws {
        let (own, others) = try Self.store.get().queue.read { db in
            let and = sql.contains("WHERE") ? "AND" : "WHERE"
            return (
                try Int.fetchOne(db, sql: "\(sql) \(and) x.unit_id = 1") ?? 0,
                try Int.fetchOne(db, sql: "\(sql) \(and) x.unit_id <> 1") ?? 0
            )
        }
        #expect(own >= 2, "\(story)")
        #expect(others >= 1, "\(story)")
    }

    @Test("a document of the demo was deleted and published again under another number")
    func publishedAgain() throws {
        let found = try Self.store.get().queue.read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM document a JOIN document b
                    ON b.matter_id = a.matter_id AND b.kind = a.kind AND b.serial > a.serial
                    WHERE a.deleted_at IS NOT NULL AND b.deleted_at IS NULL
                    """)
        }
        #expect(found == 1)
    }

    @Test("a publisher finds drafts of their own, one of them taken over, and another finds them as a colleague's")
    func drafts() throws {
        let office = try Office(opening: try Self.store.get().path, clock: DemoCounty.clock)
        let jingban = try office.signIn("jingban", password: Demo.password, from: "test")
        let own = try office.drafts(in: jingban)
        #expect(own.count == 7)
        #expect(own.count { $0.heldSince > $0.savedAt } == 1)
        let fabu = try office.signIn("fabu", password: Demo.password, from: "test")
        #expect(try office.drafts(in: fabu).isEmpty)
        #expect(try office.colleaguesDrafts(in: fabu) == own)
    }

    @Test("every new date of the demo is a working day, and the store is whole")
    func whole() throws {
        let path = try Self.store.get().path
        let moved = try Self.store.get().queue.read { db in
            try String.fetchAll(db, sql: "SELECT to_day FROM postponement ORDER BY id").compactMap(Day.init)
        }
        #expect(moved.count >= 3)
        #expect(moved.allSatisfy(WorkCalendar.national.isWorking))
        let office = try Office(opening: path, clock: DemoCounty.clock)
        #expect(office.check() == [])
    }

    @Test("each part finds its matter, whatever day it is", arguments: [0, 1, 4, 9, 11, 13, 18, 23])
    func cast(month: Int) throws {
        let day = try #require(Day(year: 2025 + month / 12, month: 1 + month % 12, day: 1 + month))
        let agenda = DemoAgenda(
            size: .standard, seed: UInt64(month), now: Moment.at(day, hour: 12, minute: 30), calendar: .national)
        #expect(agenda.cast.tellings.count == DemoPart.all.count)
    }

    @Test("a larger store tells no more stories")
    func large() {
        let size = DemoSize(matters: 1_000_000, comments: 0, units: 60)
        let agenda = DemoAgenda(size: size, seed: 1, now: DemoCounty.now, calendar: .national)
        #expect(agenda.cast.tellings.count == DemoPart.all.count)
    }
}
