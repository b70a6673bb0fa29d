// 补录: which true day a document may be entered with.
import CountyFixture
import Testing

@testable import Model

@Suite("True days of backfilled documents")
struct BackfillDayTests {
    private func refusal(_ body: () throws -> Matter) -> Refusal? { #expect(throws: Refusal.self) { try body() } }

    @Test(
        "a true day before the work calendar, after today or in no calendar is refused with limit and value",
        arguments: [
            ("2003-12-31", "原发布日期最早 2004-01-01, 工作日历从这一天起, 填的是 2003-12-31"),
            ("2026-11-21", "原发布日期不能晚于今天 2026-11-20, 填的是 2026-11-21"),
            ("1900-01-01", "原发布日期: 年份 1900 超出范围, 只收 2000 年至 2100 年的日期"),
            ("2999-12-31", "原发布日期: 年份 2999 超出范围, 只收 2000 年至 2100 年的日期"),
            ("2026-02-30", "原发布日期: 2026 年 2 月没有 30 日"), ("", "请填写原发布日期"),
        ])
    func trueDay(_ day: String, _ sentence: String) throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let refused = refusal { try county.backfill(.announcement, BackfillEntries.announcement(day: day), in: fabu) }
        #expect(refused?.fields.first == FieldError("backfill_day", sentence))
        #expect(try county.office.drafts(in: fabu).isEmpty)
    }

    @Test("the first day of the work calendar is taken")
    func earliest() throws {
        let county = try County()
        var entries = BackfillEntries.announcement(day: "2004-01-01", hearing: "2004-02-10")
        entries["comments_until"] = "2004-01-30"
        let matter = try county.backfill(.announcement, entries, in: try county.signIn("fabu"))
        #expect(matter.documents[0].number.description == "2004-01")
        #expect(county.office.check().isEmpty)
    }

    @Test("no reason, no backfilling")
    func reason() throws {
        let county = try County()
        var entries = BackfillEntries.announcement()
        entries["backfill_reason"] = " "
        let refused = refusal { try county.backfill(.announcement, entries, in: try county.signIn("fabu")) }
        #expect(refused?.fields == [FieldError("backfill_reason", "请填写补录原因")])
    }

    @Test("rules of the form are asked from the true day: a last day for comments that lies behind us was right then")
    func rulesThen() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        var entries = BackfillEntries.announcement()
        entries["comments_until"] = "2026-03-01"
        let refused = refusal { try county.backfill(.announcement, entries, in: fabu) }
        #expect(refused?.sentence == "意见截止不能早于发布那天 2026-03-02, 填的是 2026-03-01")
    }

    @Test("a day typed without a year is read from today, as the form echoes it")
    func shortDays() throws {
        let county = try County()
        var entries = BackfillEntries.announcement(day: "11-2", hearing: "12-1")
        entries["comments_until"] = "11-20"
        let matter = try county.backfill(.announcement, entries, in: try county.signIn("fabu"))
        #expect(matter.documents[0].publishedText == "2026-11-02" && matter.event.day?.description == "2026-12-01")
    }

    @Test("H6: true days are in the order of the documents, and the first must be there")
    func order() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let first = refusal { try county.backfill(.notice, BackfillEntries.notice(), in: fabu) }
        #expect(first?.sentence == "请先发布听证公告")
        let matter = try county.backfill(.announcement, BackfillEntries.announcement(), in: fabu)
        let early = refusal {
            try county.backfill(.notice, of: matter, BackfillEntries.notice(day: "2026-03-01"), in: fabu)
        }
        #expect(early?.sentence == "原发布日期不能早于听证公告的 2026-03-02, 填的是 2026-03-01")
        let same = try county.backfill(.notice, of: matter, BackfillEntries.notice(day: "2026-03-02"), in: fabu)
        #expect(same.documents.count == 2 && county.office.check().isEmpty)
    }

    @Test("a report was published after the hearing had ended, at the earliest on its day")
    func reportAfterHearing() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        var matter = try county.backfill(.announcement, BackfillEntries.announcement(), in: fabu)
        matter = try county.backfill(.notice, of: matter, BackfillEntries.notice(), in: fabu)
        let early = refusal {
            try county.backfill(.report, of: matter, BackfillEntries.report(day: "2026-03-24"), in: fabu)
        }
        #expect(early?.sentence == "听证会 2026-03-25 11:30 结束后才能发布听证报告; 原发布日期是 2026-03-24")
        matter = try county.backfill(.report, of: matter, BackfillEntries.report(day: "2026-03-25"), in: fabu)
        #expect(matter.documents.count == 3)
    }

    @Test("H6: a report of the day on which the notice went out here is in order, for its hour is not known")
    func reportOnDayOfNotice() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let announcement = BackfillEntries.announcement(day: "2026-11-02", hearing: "2026-11-20")
        var matter = try county.backfill(.announcement, announcement, in: fabu)
        let notice = HearingEntries.notice(on: "2026-11-20")
        matter = try county.publish(.notice, of: matter, notice, lateReason: "补发", in: fabu)
        try county.goTo("2026-11-20T15:00")
        matter = try county.backfill(.report, of: matter, BackfillEntries.report(day: "2026-11-20"), in: fabu)
        #expect(matter.documents.count == 3 && county.office.check().isEmpty)
    }
}
