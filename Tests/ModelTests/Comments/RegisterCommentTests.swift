// H4, H5: comments that come by letter, telephone, visit or e-mail.
import CountyFixture
import Testing

@testable import Model

@Suite("Registering comments")
struct RegisterCommentTests {
    /// Announced on 2026-11-20 at 09:00, comments until 2026-12-01, 24:00.
    private func county() throws -> (County, Session, Matter) {
        let county = try County()
        let fabu = try county.signIn("fabu")
        return (county, fabu, try county.publish(.announcement, HearingEntries.announcement(), in: fabu))
    }

    private func refusal(_ county: County, _ entries: Entries, _ matter: Matter, _ session: Session) -> Refusal? {
        #expect(throws: Refusal.self) {
            try county.office.perform(RegisterComment(of: matter.id, entries: entries), in: session)
        }
    }

    @Test("a letter is registered with its day, its writer masked, and who registered it")
    func letter() throws {
        let (county, fabu, matter) = try county()
        try county.goTo("2026-11-25T10:00")
        let comment = try county.register(
            "请写明起征点", on: "11-23", author: "欧阳建国", contact: "13800001234", of: matter, in: fabu)
        #expect(comment.receivedDay.description == "2026-11-23" && comment.channel.name == "来信")
        #expect(comment.author == "欧阳****" && comment.contact == "***********")
        #expect(comment.registration == .init(by: "李文", at: county.now))
        #expect(comment.state == .waiting && !comment.isLate && comment.matterNumber?.description == "2026-01")
        #expect(try county.office.history(of: comment, in: fabu).map(\.sentence) == ["登记《\(matter.title)》的第 1 条建议"])
    }

    @Test("H4: nothing is received before the announcement or after today")
    func days() throws {
        let (county, fabu, matter) = try county()
        try county.goTo("2026-11-25T10:00")
        for (day, sentence) in [
            ("2026-11-19", "公告发布于 2026-11-20, 收到日期不能早于这一天, 填的是 2026-11-19; 请核对日期"),
            ("2026-11-26", "收到日期不能晚于今天 2026-11-25, 填的是 2026-11-26; 请核对日期"),
            ("2000-01-01", "公告发布于 2026-11-20, 收到日期不能早于这一天, 填的是 2000-01-01; 请核对日期"),
        ] {
            let refusal = refusal(county, County.registering(on: day), matter, fabu)
            #expect(refusal?.sentence == sentence)
            #expect(refusal?.fields.map(\.field) == ["received_day"])
        }
        #expect(
            try county.register(on: "2026-11-20", of: matter, in: fabu).receivedAt >= matter.documents[0].publishedAt)
    }

    @Test("H4: until 24:00 of the last day a comment is in time; what comes later is 逾期意见")
    func late() throws {
        let (county, fabu, matter) = try county()
        try county.goTo("2026-12-03T10:00")
        #expect(try !county.register(on: "2026-12-01", of: matter, in: fabu).isLate)
        let late = try county.register(on: "2026-12-02", of: matter, in: fabu)
        #expect(late.isLate)
        let history = try county.office.history(of: late, in: fabu)
        #expect(history.map(\.sentence) == ["登记《\(matter.title)》的第 2 条建议, 逾期意见"])
        let task = RegisterCommentTask(of: matter, try county.office.channels(in: fabu))
        let check = task.check(
            County.registering(on: "2026-12-02"), attachments: [], try county.office.context(in: fabu))
        #expect(check.errors.isEmpty)
        #expect(check.remarks == ["意见截止于 2026-12-01 24:00, 将登记为逾期意见; 照常答复, 不影响发布报告", "答复最迟 2026-12-11（含当日）"])
    }

    @Test("only publishers of the own unit register, and nothing is registered of a deleted matter")
    func who() throws {
        let (county, fabu, matter) = try county()
        let entries = County.registering(on: "2026-11-20")
        for name in ["shenhe", "jianguan", "jiaoyu"] {
            #expect(refusal(county, entries, matter, try county.signIn(name))?.reason == .notAllowed)
        }
        try county.raw("UPDATE matter SET deleted_at = '2026-11-20T02:00:00.000Z'")
        #expect(refusal(county, entries, matter, fabu)?.sentence == "没有这件事项, 可能已被删除; 请按 F5 重新读取")
    }

    @Test("comments of a terminated matter are still registered and answered")
    func terminated() throws {
        let (county, fabu, matter) = try county()
        try county.raw("UPDATE matter SET ended_at = '2026-11-20T02:00:00.000Z', ended_reason = '项目取消'")
        let comment = try county.register(of: matter, in: fabu)
        try county.reply(to: [comment], in: fabu)
        #expect(try county.reread(comment, in: fabu).state == .answered)
    }

    @Test(
        "whatever a citizen writes is kept as it is: a leading =, emoji, rare characters",
        arguments: ["=1+1", "@SUM(A1)", "𠮷祥巷的段䶮 👨‍👩‍👧 支持", "第一行\n\n第二行\t\"引号\"", "'; DROP TABLE comment; --"])
    func hostile(body: String) throws {
        let (county, fabu, matter) = try county()
        let body = body.replacingTabs
        let comment = try county.register(body, of: matter, in: fabu)
        #expect(comment.body == body)
        let opened = try county.office.perform(OpenContact(comment), in: fabu)
        #expect(opened.outcome.body == body)
    }

    @Test(
        "control characters, too long texts and an unknown channel are named with their field",
        arguments: [
            ("body", "甲\u{1B}[2J", "建议内容中有不能显示的控制字符 (U+001B), 请删去后重新输入"),
            ("body", String(repeating: "字", count: 2001), "建议内容最多 2000 字 (含标点), 现在 2001 字, 请删去 1 字"),
            ("body", "  ", "请填写建议内容"), ("channel", "web", "渠道只能选 电子邮件、来信、电话、来访, 填的是 web"),
            ("author", "甲\n乙", "建议人只能写一行, 请去掉换行"),
        ])
    func refused(field: String, value: String, sentence: String) throws {
        let (county, fabu, matter) = try county()
        var entries = County.registering(on: "2026-11-20")
        entries[field] = value
        let refusal = refusal(county, entries, matter, fabu)
        #expect(refusal?.fields == [FieldError(field, sentence)])
    }

    @Test("a half written registration is a draft, found again, and gone with the registration")
    func draft() throws {
        let (county, fabu, matter) = try county()
        let task = RegisterCommentTask(of: matter, try county.office.channels(in: fabu))
        var entries = task.beginning(for: fabu.clerk, today: county.now.day)
        #expect(entries["channel"] == "letter" && entries["received_day"] == "2026-11-20")
        entries["body"] = "建议分步调整"
        try county.office.keepDraft(task.draftForm, matter: matter.id, entries: entries, in: fabu)
        let draft = try #require(try county.office.drafts(in: fabu).first)
        #expect(FormTasks.name(of: draft) == "登记建议")
        let again = try FormTasks.task(of: draft, county.office, fabu)
        let receipt = try again.submit(draft.entries, lateReason: "", to: county.office, in: fabu)
        #expect(receipt.sentence.hasPrefix("已登记第 1 条建议, 日志第 "))
        #expect(try county.office.drafts(in: fabu).isEmpty)
    }
}

extension String {
    /// A tab is a control character to the form; clerks' terminals put spaces in its place.
    fileprivate var replacingTabs: String { String(map { $0 == "\t" ? " " : $0 }) }
}
