// 修改 and 更正: the days that a revision may and may not change.
import CountyFixture
import Testing

@testable import Model

@Suite("Days in a revision")
struct RevisionDayTests {
    @Test("a day that is public is moved by 改期 alone, neither to another day nor back to none")
    func dayStays() throws {
        var hearing = try ChangedHearing()
        let moved = #expect(throws: Refusal.self) {
            try hearing.revise(.correct, .announcement, ["hearing_day": "2026-12-15"])
        }
        #expect(moved?.fields.map(\.field) == ["hearing_day"] && moved?.sentence.contains("改期") == true)
        let open = #expect(throws: Refusal.self) {
            try hearing.revise(.modify, .announcement, ["hearing_when": "open", "hearing_day": ""])
        }
        #expect(open?.fields.map(\.field) == ["hearing_when"] && open?.sentence.contains("2026-12-08") == true)
    }

    @Test("after 改期 a document may be corrected with the day it named, and the event stays where it was moved")
    func afterPostponement() throws {
        var hearing = try ChangedHearing(noticed: true)
        try hearing.postpone(to: "2026-12-15")
        try hearing.revise(.correct, .notice, ["place": "县政务中心 4 楼"])
        #expect(hearing.matter.event.day?.description == "2026-12-15")
        #expect(hearing.county.office.check() == [])
    }

    @Test("H4: after 改期 a correction may take comments up to the new day, not beyond it")
    func commentsAfterPostponement() throws {
        var hearing = try ChangedHearing()
        try hearing.postpone(to: "2026-12-15")
        let refusal = #expect(throws: Refusal.self) {
            try hearing.revise(.correct, .announcement, ["comments_until": "2026-12-16"])
        }
        #expect(refusal?.sentence == "意见截止不能晚于听证日期 2026-12-15, 填的是 2026-12-16")
        try hearing.revise(.correct, .announcement, ["comments_until": "2026-12-11"])
        #expect(hearing.matter.lastCommentDay?.description == "2026-12-11")
        #expect(hearing.county.office.check() == [])
    }

    @Test("H4: a date that a revision makes exact lies not before the end of comments that it leaves as it was")
    func exactDayAfterComments() throws {
        var hearing = try ChangedHearing(on: nil)
        let refusal = #expect(throws: Refusal.self) {
            try hearing.revise(
                .modify, .announcement, ["hearing_when": "exact", "hearing_day": "2026-11-30"], lateReason: "急")
        }
        #expect(refusal?.fields.map(\.field) == ["comments_until"])
    }

    @Test("H1: an open date that a revision makes exact decides whether the announcement was late, with the reason")
    func becomesExact() throws {
        var hearing = try ChangedHearing(on: nil, commentsUntil: "2026-11-27")
        let exact = ["hearing_when": "exact", "hearing_day": "2026-12-01"]
        let refusal = #expect(throws: Refusal.self) { try hearing.revise(.modify, .announcement, exact) }
        #expect(refusal?.sentence == "听证公告最迟 2026-11-17（含当日）, 晚 3 个工作日; 请写明原因后再发布")
        try hearing.revise(.modify, .announcement, exact, lateReason: "上级要求提前")
        #expect(hearing.lights["announcement"] == .metLate && hearing.lights["notice"] == .soon)
        let entry = try #require(try hearing.county.office.history(of: hearing.matter.id, in: hearing.session).first)
        #expect(entry.sentence.hasSuffix("第 2 版, 听证公告最迟 2026-11-17（含当日）, 晚 3 个工作日"))
        #expect(entry.reason == "电话写错了; 晚发布的原因: 上级要求提前")
        #expect(hearing.county.office.check() == [])
    }

    @Test("H4: comments are not taken longer than to the hearing, whichever document sets its day")
    func commentsEndBeforeTheHearing() throws {
        var hearing = try ChangedHearing(on: nil)
        try hearing.notice(on: "2026-12-10")
        let refusal = #expect(throws: Refusal.self) {
            try hearing.revise(.correct, .announcement, ["comments_until": "2026-12-11"])
        }
        #expect(refusal?.sentence == "意见截止不能晚于听证日期 2026-12-10, 填的是 2026-12-11")
        let open = try ChangedHearing(on: nil)
        let early = #expect(throws: Refusal.self) {
            try open.county.publish(
                .notice, of: open.matter, HearingEntries.notice(on: "2026-11-30"), lateReason: "急", in: open.session)
        }
        #expect(early?.sentence == "听证会不能早于意见截止 2026-12-01, 填的是 2026-11-30")
    }
}
