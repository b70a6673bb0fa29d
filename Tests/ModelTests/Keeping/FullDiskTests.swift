// A store that may not grow, and a clock that jumps: a sentence, nothing half done, and it goes on afterwards.
import CountyFixture
import GRDB
import Testing

@testable import Model

@Suite("Full disks and wrong clocks")
struct FullDiskTests {
    private func setRoom(_ pages: String, of office: Office) throws {
        try office.store.queue.writeWithoutTransaction { db in
            // It answers with the number, as a query.
            _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages)")
        }
    }

    @Test(
        "on a full disk an act and typing are refused in words, nothing is half there, and both work once there is room"
    )
    func full() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let form = Draft.form(.hearing, .announcement)
        try county.office.keepDraft(form, matter: nil, entries: Entries(["title": "供水"]), in: fabu)
        let journal: Int64? = try county.rawValue("SELECT max(id) FROM journal")
        try setRoom("1", of: county.office)
        let file = [UInt8](repeating: 7, count: 2_000_000)
        func attach() throws { try county.office.attach("方案.doc", file, toDraft: form, matter: nil, in: fabu) }
        func type() throws {
            let body = String(repeating: "供水价格", count: 4000)
            let known = try county.office.draft(form, matter: nil, in: fabu)?.mark
            try county.office.keepDraft(
                form, matter: nil, entries: Entries(["title": "供水", "subject": body]), known: known, in: fabu)
        }
        let sentence = "服务器磁盘已满, 没有保存; 请找管理服务器的人, 腾出空间后再试"
        #expect(#expect(throws: Refusal.self, performing: attach)?.sentence == sentence)
        #expect(#expect(throws: Refusal.self, performing: type)?.sentence == sentence)
        #expect(try county.office.draft(form, matter: nil, in: fabu)?.entries["title"] == "供水")
        #expect(try county.rawValue("SELECT max(id) FROM journal") == journal)
        #expect(county.office.check() == [])
        try setRoom("1000000", of: county.office)
        try attach()
        try type()
        #expect(county.office.check() == [])
    }

    @Test(
        "a clock that jumps, on or back, leaves no act half done and no store that is not whole",
        arguments: [400, 30, -1, -30])
    func jump(days: Int) throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        county.now = county.now.adding(seconds: days * 86_400)
        let later = try county.signIn("fabu")
        for _ in 0..<2 {
            do throws(Refusal) {
                _ = try county.office.perform(
                    Publish(.notice, in: .hearing, of: matter, entries: HearingEntries.notice(), lateReason: "时钟"),
                    in: later)
            } catch {
                #expect(error.reason != .store, "\(error.sentence)")
            }
            try county.office.keepDraft(
                Draft.form(.publicNotice, .announcement), matter: nil, entries: Entries(["title": "\(days)"]),
                known: try county.office.draft(Draft.form(.publicNotice, .announcement), matter: nil, in: later)?.mark,
                in: later)
            #expect(county.office.check() == [])
            try county.goTo("2026-11-20T10:00")
        }
    }
}
