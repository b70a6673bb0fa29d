// R1: everything published is registered, and the register can be taken away on paper.
import CountyFixture
import Testing

@testable import Model

@Suite("Register")
struct RegisterTests {
    private let county: County
    private let fabu: Session

    init() throws {
        county = try County()
        fabu = try county.signIn("fabu")
    }

    private func rows(_ span: PublicationSpan = .all, in session: Session? = nil) throws -> [RegisterRow] {
        try county.office.register(.hearing, span, .first, limit: 50, in: session ?? fabu).rows
    }

    private func notice(_ title: String = "关于停电的通知") throws {
        let entries = Entries(["title": title, "body": "停电。", "signed_unit": "发展和改革局", "secrecy_checked": "1"])
        _ = try county.office.perform(PublishTemporaryNotice(in: .hearing, entries: entries), in: fabu)
    }

    @Test("R1: every document and temporary notice is in the register, newest first, with who checked it")
    func complete() throws {
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try notice()
        try county.goTo("2026-11-23T09:00")
        try county.publish(.notice, of: matter, HearingEntries.notice(), in: try county.signIn("wumin"))
        let rows = try rows()
        #expect(rows.map(\.documentName) == ["听证通知", "临时通知", "听证公告"])
        #expect(rows.map(\.number.description) == ["2026-02", "2026-01", "2026-01"])
        #expect(rows.map(\.publisher) == ["吴敏", "李文", "李文"])
        #expect(rows.map(\.secrecyCheckedBy) == ["吴敏", "李文", "李文"])
        #expect(rows.allSatisfy { $0.review == "无须审核" && $0.postingText == "未上网登记" })
    }

    @Test("H9: a clerk's register has the own unit, a supervisor's the site")
    func scope() throws {
        try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let jiaoyu = try county.signIn("jiaoyu")
        try county.publish(.announcement, HearingEntries.announcement(), in: jiaoyu)
        #expect(try rows().map(\.unit) == ["发展和改革局"])
        #expect(try rows(in: jiaoyu).map(\.unit) == ["教育体育局"])
        #expect(try rows(in: try county.signIn("jianguan")).count == 2)
        let other = try rows(in: jiaoyu)[0].id
        #expect(throws: Refusal.self) { try county.office.registerEntry(other, in: fabu) }
    }

    @Test("A span holds both its days, whichever is named first")
    func span() throws {
        for day in ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"] {
            try county.goTo("\(day)T09:00")
            try notice("关于\(day)的通知")
        }
        let from = try #require(Day("2026-11-21"))
        let to = try #require(Day("2026-11-22"))
        for span in [PublicationSpan(from: from, to: to), PublicationSpan(from: to, to: from)] {
            #expect(try rows(span).map(\.title) == ["关于2026-11-22的通知", "关于2026-11-21的通知"])
        }
        #expect(try rows(PublicationSpan(from: .first, to: from.adding(days: -2))).isEmpty)
    }

    @Test("The usual spans are whole months, quarters and years")
    func usual() throws {
        let day = try #require(Day("2026-10-31"))
        #expect(PublicationSpan(from: day, to: .last).text == "2026-10-31 起发布的")
        #expect(PublicationSpan(from: .first, to: day).nothing == "到 2026-10-31 为止没有发布过文书和临时通知")
        let spans = PublicationSpan.usual(today: try #require(Day("2026-03-01"))).map(\.span.text)
        #expect(
            spans == [
                "全部日期", "2026-03-01 至 2026-03-01 发布的", "2026-02-01 至 2026-02-28 发布的", "2026-01-01 至 2026-03-01 发布的",
                "2025-10-01 至 2025-12-31 发布的", "2026-01-01 至 2026-03-01 发布的", "2025-01-01 至 2025-12-31 发布的",
            ])
    }

    @Test("What was withdrawn or deleted stays in the register, marked, with the reason")
    func takenBack() throws {
        try notice()
        try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let notice = try county.office.temporaryNotices(.hearing, .first, limit: 1, in: fabu).rows[0]
        _ = try county.office.perform(WithdrawTemporaryNotice(notice, reason: "误发"), in: fabu)
        try county.raw(
            "UPDATE document SET deleted_at = '2026-11-20T02:00:00.000Z', deleted_reason = '重复' WHERE id = 1")
        let rows = try rows()
        #expect(rows.map(\.changes.mark) == ["删除", "撤回"])
        #expect(try rows.map { try county.office.registerEntry($0.id, in: fabu).takenBackReason } == ["重复", "误发"])
        #expect(rows.map(\.awaitsPosting) == [false, false])
    }

    @Test("The store lets nothing out of the register, and changes no posting")
    func stays() throws {
        try notice()
        #expect(throws: (any Error).self) { try county.raw("DELETE FROM register") }
        try county.raw(
            "INSERT INTO posting VALUES (1, NULL, 1, 'http://a.example', '2026-11-20T01:00:00.000Z', '李文', '2026-11-20T01:00:00.000Z', 1)"
        )
        #expect(throws: (any Error).self) { try county.raw("UPDATE posting SET address = 'http://b.example'") }
        #expect(throws: (any Error).self) { try county.raw("DELETE FROM posting") }
    }

    @Test("The printed register is journaled, and no title breaks out of its page")
    func printed() throws {
        try notice("</td><script>\"&'")
        let done = try county.office.perform(TakeRegister(.hearing, .all), in: fabu)
        let html = String(decoding: done.outcome.html.bytes, as: UTF8.self)
        #expect(done.outcome.html.name == "信息发布登记台账-重大决策听证-2026-11-20.html")
        #expect(html.contains("A4 landscape") && html.contains("<td>&lt;/td&gt;&lt;script&gt;&quot;&amp;&#39;</td>"))
        #expect(!html.contains("<script"))
        let plain = String(decoding: done.outcome.plain.bytes, as: UTF8.self)
        #expect(plain.contains("重大决策听证  发展和改革局  全部日期  共 1 条") && plain.contains("  审批: 无须审核\n"))
        let journaled: String? = try county.rawValue("SELECT sentence FROM journal WHERE id = \(done.journalNumber)")
        #expect(journaled == "打印信息发布登记台账, 重大决策听证, 全部日期, 共 1 条")
    }

    @Test("Nothing is printed of an empty span, or by who has no part in publishing")
    func refused() throws {
        let refusal = #expect(throws: Refusal.self) {
            try county.office.perform(TakeRegister(.hearing, .all), in: fabu)
        }
        #expect(refusal?.sentence == "还没有发布过文书和临时通知, 没有可打印的")
        let auditor = try county.signIn("shenji")
        let other = #expect(throws: Refusal.self) {
            try county.office.perform(TakeRegister(.hearing, .all), in: auditor)
        }
        #expect(other?.reason == .notAllowed)
    }
}
