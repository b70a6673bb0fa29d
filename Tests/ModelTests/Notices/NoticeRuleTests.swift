// The rules of public notices, one by one (G1-G8).
import CountyFixture
import Testing

@testable import Model

@Suite("Public notices")
struct NoticeRuleTests {
    private let county: County
    private let fabu: Session

    init() throws {
        county = try County()
        fabu = try county.signIn("fabu")
    }

    /// Announced on 2026-11-20 for seven working days, to 2026-11-30.
    @discardableResult
    private func announced(title: String = NoticeEntries.title) throws -> Matter {
        try county.publish(
            .announcement, system: .publicNotice, NoticeEntries.announcement(title: title), in: fabu)
    }

    private func report(of matter: Matter, lateReason: String = "", in session: Session? = nil) throws -> Matter {
        try county.publish(
            .report, of: matter, NoticeEntries.report(), lateReason: lateReason, in: session ?? fabu)
    }

    private func read(_ matter: Matter) throws -> Matter { try county.office.matter(matter.id, in: fabu) }

    @Test("G6: a report that says nobody wrote is marked where somebody has, before and after it is agreed to")
    func deniedComments() throws {
        let matter = try announced()
        var entries = NoticeEntries.report()
        entries["adoption"] = "公示期内没有收到意见建议。"
        func warnings() throws -> [String] {
            PublicationCheck(
                .publicNotice, Procedure.publicNotice.documents[1], of: try read(matter), entries: entries,
                try county.office.context(in: fabu)
            ).warnings.map(\.sentence)
        }
        #expect(try warnings() == [])
        _ = try county.register(of: matter, in: fabu)
        #expect(try warnings() == ["采纳情况中写着 没有收到意见, 但这件事项已有 1 条建议, 请核对"])
    }

    @Test("G1: a title of 50 characters is published, punctuation counted; of 51 it is refused")
    func titleLength() throws {
        let fifty = "关于" + String(repeating: "甲", count: 44) + "，的公示"
        #expect(fifty.count == 50)
        #expect(try announced(title: fifty).title == fifty)
        #expect(
            county.refused { try announced(title: "关于甲" + fifty.dropFirst(2)) } == "标题最多 50 字 (含标点), 现在 51 字, 请删去 1 字")
    }

    @Test(
        "G8: a title that is not 关于某某的公示 is marked and published all the same",
        arguments: [("关于某小区的公示", 0), ("某小区规划批前公示", 1), ("关于某小区的公示说明", 1)])
    func titlePattern(title: String, warnings: Int) throws {
        let check = PublicationCheck(
            .publicNotice, Procedure.publicNotice.documents[0], of: nil,
            entries: NoticeEntries.announcement(title: title), try county.office.context(in: fabu))
        #expect(check.errors.isEmpty && check.warnings.map(\.field) == Array(repeating: "title", count: warnings))
        #expect(try announced(title: title).title == title)
    }

    @Test("G2: a file with another ending than .doc in lower case is not attached", arguments: ["名单.docx", "名单.DOC"])
    func attachment(name: String) throws {
        #expect(AttachmentName.refusal(of: name) != nil && AttachmentName.refusal(of: "名单.doc") == nil)
    }

    @Test(
        "G3 G5: the report is due ten working days after the end, and overdue from the eleventh, for the supervisor, too"
    )
    func due() throws {
        let matter = try announced()
        #expect(
            matter.event
                == MatterEvent(day: try #require(Day("2026-11-30")), ends: .endOfDay(try #require(Day("2026-11-30")))))
        #expect(matter.deadlines.map(\.due.description) == ["2026-12-14"])
        try county.goTo("2026-12-14T23:59")
        #expect(try read(matter).deadlines.map(\.light) == [.soon])
        try county.goTo("2026-12-15T00:00")
        #expect(try read(matter).deadlines.map(\.light) == [.overdue])
        let jianguan = try county.signIn("jianguan")
        let seen = try county.office.matters(.publicNotice, .first, limit: 9, in: jianguan).rows
        #expect(seen.map(\.light) == [.overdue])
        let refusal = #expect(throws: Refusal.self) { try report(of: matter) }
        #expect(refusal?.sentence.contains("公示报告最迟 2026-12-14（含当日）, 晚 1 个工作日") == true)
        #expect(try report(of: matter, lateReason: "汇总意见用时较长").deadlines.map(\.light) == [.metLate])
        #expect(county.office.check() == [])
    }

    @Test("G4: first the notice, then the report, each once")
    func order() throws {
        #expect(
            county.refused {
                try county.publish(.report, system: .publicNotice, NoticeEntries.report(), in: fabu)
            } == "请先发布公示公告")
        let matter = try announced()
        #expect(Procedure.publicNotice.cell(.report, published: matter.published).text == "发布报告")
        try county.goTo("2026-12-02T09:00")
        let done = try report(of: matter)
        #expect(Procedure.publicNotice.cell(.report, published: done.published).text == "报告已发")
        #expect(county.refused { _ = try report(of: done) }?.contains("每件事项只能发布一次") == true)
        #expect(
            county.refused {
                try county.publish(.notice, of: done, HearingEntries.notice(), in: fabu)
            } == "重要事项公示没有这种文书; 请回到事项列表重新打开")
    }

    @Test("the report waits for the end of the period, to the minute")
    func notBeforeEnd() throws {
        let matter = try announced()
        try county.goTo("2026-11-30T23:59")
        #expect(county.refused { _ = try report(of: matter) } == "公示期 2026-11-30 24:00 结束后才能发布公示报告")
        try county.goTo("2026-12-01T00:00")
        #expect(try report(of: matter).published == [.announcement, .report])
    }

    @Test("G6: a comment that comes between preview and publishing holds the report up, in the very transaction")
    func heldUp() throws {
        let matter = try announced()
        let comment = try county.register("户数不对", of: matter, in: fabu)
        try county.reply(to: [comment], in: fabu)
        try county.goTo("2026-12-02T09:00")
        let previewed = try read(matter)
        #expect(
            PublicationCheck.refusal(.publicNotice, Procedure.publicNotice.documents[1], of: previewed, now: county.now)
                == nil)
        // Another process enters a letter that came in time.
        let other = try county.anotherOffice()
        let wumin = try county.signIn("wumin", to: other)
        let letter = try other.perform(
            RegisterComment(of: matter.id, entries: County.registering("漏了三户", on: "2026-11-30")), in: wumin
        ).outcome.comment
        let refusal = #expect(throws: Refusal.self) { try report(of: previewed) }
        #expect(refusal?.sentence == "还有 1 条建议未处理、1 条未答复, 全部处理并答复后才能发布公示报告")
        #expect(try read(matter).published == [.announcement])
        let inTheWay = try county.office.comments(
            CommentFilter(matter: matter.id, isHoldingUp: true), .first, limit: 9, in: fabu)
        #expect(inTheWay.rows.map(\.id) == [letter])
        _ = try county.office.perform(HandleComments(inTheWay.rows, handling: "已转民政局"), in: fabu)
        #expect(county.refused { _ = try report(of: matter) } == "还有 0 条建议未处理、1 条未答复, 全部处理并答复后才能发布公示报告")
        try county.reply(to: [try county.office.comment(letter, in: fabu)], in: fabu)
        #expect(try report(of: previewed).published.contains(.report))
    }

    @Test("G6: late letters, hidden and duplicate comments hold nothing up, and are not listed as in the way")
    func notHeldUp() throws {
        let matter = try announced()
        let comments = try (1...3).map { try county.register("第 \($0) 封", of: matter, in: fabu) }
        try county.goTo("2026-12-02T09:00")
        let late = try county.register("晚到", on: "2026-12-01", of: matter, in: fabu)
        #expect(late.isLate && matter.lastCommentDay == Day("2026-11-30"))
        try county.reply(to: [comments[0]], in: fabu)
        _ = try county.office.perform(MarkDuplicate(comments[1], of: comments[0].id), in: fabu)
        let filter = CommentFilter(matter: matter.id, isHoldingUp: true)
        #expect(try county.office.comments(filter, .first, limit: 9, in: fabu).rows.map(\.id) == [comments[2].id])
        #expect(county.refused { _ = try report(of: matter) } != nil)
        _ = try county.office.perform(HideComment(comments[2], reason: "辱骂"), in: fabu)
        #expect(try county.office.comments(filter, .first, limit: 9, in: fabu).rows.isEmpty)
        #expect(try report(of: matter).published.contains(.report))
        #expect(county.office.check() == [])
    }

    @Test(
        "G7: a notice is modified and deleted only while there is no comment and no report; deleting it takes its matter"
    )
    func modifyAndDelete() throws {
        let free = try announced()
        let done = try county.office.perform(DeleteDocument(.announcement, of: free, reason: "发错了"), in: fabu)
        #expect(done.outcome)
        #expect(throws: Refusal.self) { try read(free) }
        let matter = try announced()
        _ = try county.register(of: matter, in: fabu)
        let document = Procedure.publicNotice.documents[0]
        #expect(Revision.modify.refusal(.publicNotice, document, of: try read(matter)) == "已有 1 条建议, 不能修改; 可以办更正")
        #expect(try read(matter).refusal(toDelete: document, .publicNotice) == "已有 1 条建议, 不能删除; 可以办更正或终止")
        #expect(Revision.correct.refusal(.publicNotice, document, of: try read(matter)) == nil)
    }

    @Test("G8: every element of a notice is asked for, and goes out to the public")
    func elements() throws {
        for field in ["reason", "content", "period_start", "period_days", "channels", "signed_unit", "secrecy_checked"]
        {
            var entries = NoticeEntries.announcement()
            entries[field] = ""
            let refusal = #expect(throws: Refusal.self) {
                try county.publish(.announcement, system: .publicNotice, entries, in: fabu)
            }
            #expect(refusal?.fields.first?.field == field)
        }
        let document = try #require(try announced().document(.announcement))
        #expect(
            document.latest.publicText(Procedure.publicNotice.documents[0], number: document.number).plain == """
                关于老旧小区改造补助名单的公示
                编号 2026-01
                一、公示原因
                按照县老旧小区改造实施方案, 补助名单应当公示。
                二、公示内容
                拟补助翠屏小区等 12 个小区, 共 1860 户, 名单详见附件。
                三、公示时间
                自2026年11月20日起至2026年11月30日止, 共 7 个工作日（首日计入）。
                四、意见建议反馈渠道
                发展和改革局, 苍山路 18 号, 电话 0872-7520000
                特此公示。
                发展和改革局
                2026年11月20日
                """)
    }
}
