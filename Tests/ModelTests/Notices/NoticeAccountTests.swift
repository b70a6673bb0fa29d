// 公示情况报告 as it goes with a request to the government (G9).
import CountyFixture
import Testing

@testable import Model

@Suite("The account of a notice")
struct NoticeAccountTests {
    private let county: County
    private let fabu: Session
    private let matter: Matter

    init() throws {
        county = try County()
        fabu = try county.signIn("fabu")
        matter = try county.publish(.announcement, system: .publicNotice, NoticeEntries.announcement(), in: fabu)
    }

    private func plain(_ done: Done<PrintedFiles>) -> String {
        String(decoding: done.outcome.plain.bytes, as: UTF8.self)
    }

    @Test("G9: the account tells period, comments by channel, what became of them, satisfaction and outcome")
    func golden() throws {
        let comments = [
            try county.register("翠屏小区 3 幢漏报 6 户,\n请补上。", channel: "letter", author: "赵明", of: matter, in: fabu),
            try county.register("补助标准太低", channel: "telephone", of: matter, in: fabu),
            try county.register("补助标准太低了", channel: "letter", of: matter, in: fabu),
            try county.register("骂人的话", channel: "letter", of: matter, in: fabu),
        ]
        try county.reply(to: [comments[0]], in: fabu)
        try county.reply(to: [comments[1]], County.replying("标准由州里统一", "declined", reason: "全州统一标准"), in: fabu)
        _ = try county.office.perform(MarkDuplicate(comments[2], of: comments[1].id), in: fabu)
        _ = try county.office.perform(HideComment(comments[3], reason: "辱骂"), in: fabu)
        _ = try county.office.perform(
            RecordSatisfaction(
                try county.reread(comments[0], in: fabu),
                entries: Entries(["degree": "satisfied", "day": "2026-11-20", "channel": "telephone"])), in: fabu)
        try county.goTo("2026-11-27T09:00")
        _ = try county.office.perform(Postpone(matter, entries: NoticeEntries.prolonging()), in: fabu)
        try county.goTo("2026-12-07T09:00")
        _ = try county.register("晚到的信", on: "2026-12-06", of: matter, in: fabu)
        _ = try county.publish(
            .report, of: try county.office.matter(matter.id, in: fabu), NoticeEntries.report(), in: fabu)
        let done = try county.office.perform(TakeAccount(matter.id), in: fabu)
        #expect(done.outcome.plain.name == "公示情况报告-2026-01.txt")
        #expect(
            plain(done) == """
                公示情况报告

                事项: 关于老旧小区改造补助名单的公示
                单位: 发展和改革局
                公示公告: 编号 2026-01, 2026-11-20 09:00 发布
                公示期: 自2026年11月20日起至2026年11月30日止, 共 7 个工作日（首日计入）。
                延长公示期: 由 2026-11-30 改到 2026-12-04, 原因: 名单有补充

                一、意见收集情况
                公示期内收到意见建议 4 条: 来信 3 条, 电话 1 条。
                其中: 重复的 1 条, 并入相同的一条答复; 不宜公开的 1 条。
                公示期结束以后收到 1 条, 另行答复, 不计入以下各项。

                二、意见办理情况
                应办理 2 条, 已处理 2 条, 已答复 2 条。
                采纳 1 条, 部分采纳 0 条, 不采纳 1 条, 解释说明 0 条。

                三、主要意见和采纳情况
                1. 翠屏小区 3 幢漏报 6 户, 请补上。  采纳情况: 采纳
                2. 补助标准太低  采纳情况: 不采纳（全州统一标准）

                四、群众满意度
                登记满意度 1 条: 满意 1 条, 基本满意 0 条, 不满意 0 条。

                五、公示期结论
                公示期内收到意见 3 条, 名单通过公示。
                采纳 1 条, 补入漏报的 6 户; 其余已作说明。

                发展和改革局

                2026年12月7日

                """)
        let journaled: String? = try county.rawValue("SELECT sentence FROM journal WHERE id = \(done.journalNumber)")
        #expect(journaled == "打印公示情况报告《关于老旧小区改造补助名单的公示》, 意见建议 4 条")
        #expect(try county.office.history(of: matter.id, in: fabu).first?.number == done.journalNumber)
        #expect(county.office.check() == [])
    }

    @Test("G9: of a notice without comments the account says so, and its page holds no mark-up of others")
    func empty() throws {
        try county.goTo("2026-12-01T00:00")
        let done = try county.office.perform(TakeAccount(matter.id), in: fabu)
        #expect(plain(done).contains("一、意见收集情况\n公示期内没有收到意见建议。\n\n发展和改革局\n"))
        let comment = try county.arrive("<script>\u{1B}[31m", of: matter, in: fabu)
        #expect(comment.body.contains("script"))
        let page = String(
            decoding: try county.office.perform(TakeAccount(matter.id), in: fabu).outcome.html.bytes, as: UTF8.self)
        #expect(page.contains("size: A4;") && !page.contains("<script") && !page.unicodeScalars.contains("\u{1B}"))
    }

    @Test("G9: a long comment is cut, and what is beyond thirty comments is counted")
    func long() throws {
        for _ in 1...31 { _ = try county.register(String(repeating: "补", count: 300), of: matter, in: fabu) }
        try county.goTo("2026-12-01T00:00")
        let text = plain(try county.office.perform(TakeAccount(matter.id), in: fabu))
        #expect(text.contains("30. \(String(repeating: "补", count: 200))（下略）  采纳情况: 尚未答复\n其余 1 条略。"))
    }

    @Test(
        "G9: there is no account before the period is over, of an ended matter, of another system, or for another unit")
    func refused() throws {
        func refusal(_ matter: Matter, _ name: String = "fabu") throws -> String? {
            let session = try county.signIn(name)
            return county.refused { _ = try county.office.perform(TakeAccount(matter.id), in: session) }
        }
        try county.goTo("2026-11-30T23:59")
        #expect(try refusal(matter) == "公示期 2026-11-30 24:00 结束后才有公示情况报告")
        let hearing = try county.publish(.announcement, HearingEntries.announcement(on: "2027-01-12"), in: fabu)
        #expect(try refusal(hearing) == "重大决策听证没有情况报告")
        #expect(hearing.accountRefusal(.hearing, now: county.now) == "重大决策听证没有情况报告, 重要事项公示才有")
        try county.goTo("2026-12-01T09:00")
        #expect(try refusal(matter, "jiaoyu") == "这件事项属于发展和改革局, 由该单位打印")
        #expect(try refusal(matter, "jianguan") == nil)
        #expect(try refusal(matter, "shenji")?.contains("审计员") == true)
        _ = try county.office.perform(
            Terminate(try county.office.matter(matter.id, in: fabu), entries: NoticeEntries.termination()), in: fabu)
        #expect(try refusal(matter)?.contains("终止, 没有公示情况报告") == true)
    }
}
