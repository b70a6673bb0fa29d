// 删除: until when, what goes with it, and what stays.
import CountyFixture
import GRDB
import Model
import Testing

@Suite("Deleting a document")
struct DeletionTests {
    @Test(
        "G7: deleting the announcement hides the matter with its documents and ends its deadlines, and keeps their numbers"
    )
    func announcement() throws {
        var hearing = try ChangedHearing(noticed: true)
        try hearing.delete(.announcement)
        let gone = #expect(throws: Refusal.self) { try hearing.read() }
        #expect(gone?.sentence.contains("可能已被删除") == true)
        let county = hearing.county
        #expect(try county.office.matters(.hearing, .first, limit: 9, in: hearing.session).total == 0)
        #expect(try county.rawValue("SELECT count(*) FROM document WHERE deleted_reason = '发错了单位'") == 2)
        #expect(try county.rawValue("SELECT count(*) FROM deadline WHERE met_at IS NULL AND ended_at IS NULL") == 0)
        #expect(try county.rawValue("SELECT count(*) FROM public_package WHERE purpose = 'withdraw'") == 2)
        let next = try county.publish(.announcement, HearingEntries.announcement(), in: hearing.session)
        #expect(next.document(.announcement)?.number == DocumentNumber(year: 2026, serial: 3))
        #expect(county.office.check() == [])
        try county.goTo("2026-12-01T09:00")
        #expect(try county.office.waiting(in: county.signIn("wumin")).overdue == 1)
    }

    @Test("H10: deleting the notice returns the row to 发布通知 and opens the deadline again; an open date is open again")
    func notice() throws {
        var hearing = try ChangedHearing(noticed: true)
        #expect(hearing.lights["notice"] == .met)
        try hearing.delete(.notice)
        #expect(hearing.cells == ["发布通知", "通知未发"])
        #expect(hearing.lights["announcement"] == .met && hearing.lights["notice"] == .open)
        try hearing.notice()
        #expect(try hearing.document(.notice).number == DocumentNumber(year: 2026, serial: 3))
        #expect(hearing.county.office.check() == [])

        var open = try ChangedHearing(on: nil)
        try open.notice(on: "2026-12-15")
        try open.delete(.notice)
        #expect(open.matter.event.day == nil && open.matter.deadlines.isEmpty)
        #expect(open.county.office.check() == [])
    }

    @Test("G7: with a comment, hidden or not, or a report, nothing is deleted, and the sentence says what can be done")
    func inTime() throws {
        for hidden in [false, true] {
            var hearing = try ChangedHearing(noticed: true)
            try hearing.comment(hidden: hidden)
            for kind in [DocumentKind.announcement, .notice] {
                let refusal = #expect(throws: Refusal.self) { try hearing.delete(kind) }
                #expect(refusal?.sentence == "已有 1 条建议, 不能删除; 可以办更正或终止")
            }
            #expect(throws: DatabaseError.self) {
                try hearing.county.raw("UPDATE document SET deleted_at = 'x', deleted_reason = 'y'")
            }
        }
        var hearing = try ChangedHearing(noticed: true)
        try hearing.report()
        for kind in [DocumentKind.announcement, .notice, .report] {
            let refusal = #expect(throws: Refusal.self) { try hearing.delete(kind) }
            #expect(refusal?.sentence == "听证报告已于 2026-12-09 09:00 发布, 不能再删除")
        }
    }

    @Test("a deletion wants its reason, and what is not published is not deleted")
    func reason() throws {
        var hearing = try ChangedHearing()
        let empty = #expect(throws: Refusal.self) { try hearing.delete(.announcement, reason: "  ") }
        #expect(empty?.sentence == "请写明删除的原因")
        let absent = #expect(throws: Refusal.self) { try hearing.delete(.notice) }
        #expect(absent?.sentence == "听证通知还没有发布, 没有可以删除的")
    }

    @Test("what was told of a deleted matter besides its documents is withdrawn with it")
    func linkedNotices() throws {
        var hearing = try ChangedHearing()
        try hearing.postpone(to: "2026-12-15")
        try hearing.delete(.announcement)
        let notice = try #require(
            try hearing.county.office.temporaryNotices(.hearing, .first, limit: 1, in: hearing.session).rows.first)
        #expect(notice.withdrawnReason == "发错了单位")
        #expect(hearing.county.office.check() == [])
    }

    @Test("what a colleague is typing for a matter that is deleted meanwhile is kept, and its publication refused")
    func typingIsKept() throws {
        var hearing = try ChangedHearing()
        let wumin = try hearing.county.signIn("wumin")
        let office = hearing.county.office
        let matter = hearing.matter
        try hearing.delete(.announcement)
        try office.keepDraft("hearing.notice", matter: matter.id, entries: HearingEntries.notice(), in: wumin)
        #expect(try office.drafts(in: wumin).map { $0.entries["place"] } == ["县政务中心 3 楼会议室"])
        let refusal = #expect(throws: Refusal.self) {
            try hearing.county.publish(.notice, of: matter, HearingEntries.notice(), in: wumin)
        }
        #expect(refusal?.sentence.contains("可能已被删除") == true)
    }
}
