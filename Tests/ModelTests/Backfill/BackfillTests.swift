// 补录: matters that were running before the console are entered with their true days, and never counted late by us.
import CountyFixture
import GRDB
import Testing

@testable import Model

@Suite("Backfilled matters")
struct BackfillTests {
    private func refusal(_ body: () throws -> Matter) -> Refusal? { #expect(throws: Refusal.self) { try body() } }

    @Test(
        "a hearing of last spring is entered whole: true days, numbers of their year, marked, nothing late, the store sound"
    )
    func whole() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        var matter = try county.backfill(.announcement, BackfillEntries.announcement(), in: fabu)
        matter = try county.backfill(.notice, of: matter, BackfillEntries.notice(), in: fabu)
        matter = try county.backfill(.report, of: matter, BackfillEntries.report(), in: fabu)
        #expect(matter.backfilledDay?.description == "2026-11-20")
        #expect(matter.documents.map(\.publishedText) == ["2026-03-02", "2026-03-12", "2026-04-02"])
        #expect(matter.documents.map(\.isBackfilled) == [true, true, true])
        #expect(matter.documents.map(\.number.description) == ["2026-01", "2026-02", "2026-03"])
        #expect(matter.event.day?.description == "2026-03-25")
        #expect(matter.deadlines.isEmpty)
        #expect(county.office.check().isEmpty)
        let materials = try #require(Procedure.hearing.deadlines.first { $0.document == nil })
        #expect(RegisterStep.refusal(materials, of: matter) == "会议材料送达代表的期限在事项录入以前已过, 不用登记")
    }

    @Test("the number is the next of the true day's year, and this year's go on as they were")
    func numbers() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let old = try county.backfill(
            .announcement, BackfillEntries.announcement(day: "2024-03-01", hearing: "2026-03-25"), in: fabu)
        #expect(old.documents[0].number.description == "2024-01")
        let next = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        #expect(next.documents[0].number.description == "2026-02")
    }

    @Test("what the law wanted before the matter was entered has no deadline; what it wants after has one")
    func deadlines() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let entries = BackfillEntries.announcement(day: "2026-11-19", hearing: "2026-11-26")
        var matter = try county.backfill(.announcement, entries, in: fabu)
        #expect(matter.deadlines.map(\.rule) == ["materials", "report"])
        #expect(county.office.check().isEmpty)
        // The notice was due before the matter was entered: published here now it is late for nothing, and no reason is asked.
        matter = try county.publish(.notice, of: matter, HearingEntries.notice(on: "2026-11-26"), in: fabu)
        #expect(!matter.documents[1].isBackfilled)
        #expect(matter.deadlines.map(\.rule) == ["materials", "report"])
        #expect(county.office.check().isEmpty)
    }

    @Test("H3: a report that falls due after the matter was entered is counted late as any")
    func reportLate() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        var matter = try county.backfill(
            .announcement, BackfillEntries.announcement(day: "2026-11-02", hearing: "2026-11-19"), in: fabu)
        matter = try county.backfill(
            .notice, of: matter, BackfillEntries.notice(day: "2026-11-10", hearing: "2026-11-19"), in: fabu)
        #expect(matter.deadlines.map(\.due.description) == ["2026-12-03"])
        try county.goTo("2026-12-04T09:00")
        let refused = refusal { try county.publish(.report, of: matter, HearingEntries.report(), in: fabu) }
        #expect(refused?.sentence.contains("晚 1 个工作日") == true)
    }

    @Test(
        "H11: materials that went out are not forgotten when the hearing moves to where they were due before the matter was entered"
    )
    func materialsStay() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        var entries = BackfillEntries.announcement(day: "2026-11-02", hearing: "2026-12-01")
        entries["comments_until"] = "2026-11-20"
        var matter = try county.backfill(.announcement, entries, in: fabu)
        try county.goTo("2026-11-23T09:00")
        matter = try county.sendMaterials(of: matter, in: fabu)
        let sent = matter.deadlines.first { $0.rule == "materials" }?.metAt
        for (day, isFar) in [("2026-11-24", false), ("2026-12-08", true)] {
            let entries = HearingEntries.postponement(to: day)
            _ = try county.office.perform(Postpone(matter, entries: entries), in: fabu)
            matter = try county.office.matter(matter.id, in: fabu)
            let materials = try #require(matter.deadlines.first { $0.rule == "materials" })
            #expect(materials.metAt == sent && materials.light == .met && materials.lateDays == nil)
            let sentence = materials.sentence(today: county.now.day, calendar: .national)
            #expect(sentence.hasSuffix(isFar ? "按时登记" : "期限在录入以前, 不计超期"))
            #expect(county.office.check().isEmpty)
        }
    }

    @Test("a document met by a backfilled one is met in time")
    func met() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.backfill(
            .announcement, BackfillEntries.announcement(day: "2026-11-19", hearing: "2026-12-30"), in: fabu)
        #expect(matter.deadlines.map(\.light) == [.met, .open, .open, .open])
        #expect(county.office.check().isEmpty)
    }

    @Test("H11: a hearing of before with too few representatives is remarked on, not refused, for it took place")
    func tooFew() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        var matter = try county.backfill(.announcement, BackfillEntries.announcement(), in: fabu)
        matter = try county.backfill(.notice, of: matter, BackfillEntries.notice(), in: fabu)
        var entries = BackfillEntries.report()
        entries["present"] = "5"
        let task = BackfillTask(.hearing, Procedure.hearing.documents[2], of: matter)
        let check = task.check(entries, attachments: [], try county.office.context(in: fabu))
        #expect(check.errors.isEmpty && check.warnings.map(\.field) == ["present"])
        matter = try county.backfill(.report, of: matter, entries, in: fabu)
        #expect(matter.documents.count == 3)
    }

    @Test("only a backfilled matter takes backfilled documents, and only of days up to the one it was entered on")
    func onlyBackfilled() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let ordinary = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let refused = refusal { try county.backfill(.notice, of: ordinary, BackfillEntries.notice(), in: fabu) }
        #expect(refused?.sentence == "这件事项不是补录的, 听证通知请照常发布, 不能补录")
        let matter = try county.backfill(
            .announcement, BackfillEntries.announcement(day: "2026-11-19", hearing: "2026-12-30"), in: fabu)
        try county.goTo("2026-11-30T09:00")
        let later = refusal {
            try county.backfill(
                .notice, of: matter, BackfillEntries.notice(day: "2026-11-21", hearing: "2026-12-30"), in: fabu)
        }
        #expect(later?.sentence == "这件事项 2026-11-20 录入, 以后的文书请照常发布; 原发布日期是 2026-11-21")
    }

    @Test("a hearing that was moved before the console arrived is told by its notice")
    func moved() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        var matter = try county.backfill(.announcement, BackfillEntries.announcement(), in: fabu)
        matter = try county.backfill(.notice, of: matter, BackfillEntries.notice(hearing: "2026-03-27"), in: fabu)
        #expect(matter.event.day?.description == "2026-03-27")
        #expect(county.office.check().isEmpty)
    }

    @Test("H7: each only once; another unit's matter and another role are refused; a stale form is told who changed it")
    func whoAndOnce() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.backfill(.announcement, BackfillEntries.announcement(), in: fabu)
        let twice = refusal { try county.backfill(.announcement, of: matter, BackfillEntries.announcement(), in: fabu) }
        #expect(twice?.sentence == "听证公告已于 2026-03-02 发布 (编号 2026-01), 每件事项只能发布一次")
        let other = refusal {
            try county.backfill(.notice, of: matter, BackfillEntries.notice(), in: try county.signIn("jiaoyu"))
        }
        #expect(other?.reason == .notAllowed)
        let reviewer = refusal {
            try county.backfill(.announcement, BackfillEntries.announcement(), in: try county.signIn("shenhe"))
        }
        #expect(reviewer?.sentence == "补录要由发布员办理, 您的角色是审核员")
        try county.raw("UPDATE matter SET version = version + 1")
        let stale = refusal { try county.backfill(.notice, of: matter, BackfillEntries.notice(), in: fabu) }
        #expect(stale?.reason == .stale)
    }

    @Test("history says 补录 with the reason; nothing is queued for the public; the list marks the matter")
    func marks() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.backfill(.announcement, BackfillEntries.announcement(), in: fabu)
        let entry = try #require(try county.office.history(of: matter.id, in: fabu).first)
        #expect(entry.sentence == "补录听证公告《关于调整城市供水价格听证会的公告》, 编号 2026-01, 原发布日期 2026-03-02")
        #expect(entry.reason == "系统启用前已经发布")
        #expect(try county.office.matters(.hearing, .first, limit: 5, in: fabu).rows.map(\.isBackfilled) == [true])
        #expect(try county.rawValue("SELECT count(*) FROM public_package") == 0)
    }

    @Test("the draft of a backfilled document keeps its files, is found again, and goes when it is entered")
    func draft() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let form = Backfill.draftForm(.hearing, .announcement)
        try county.office.keepDraft(form, matter: nil, entries: BackfillEntries.announcement(), in: fabu)
        try county.office.attach(
            "听证方案.doc", try DocumentFixture.bytes("听证方案.doc"), toDraft: form, matter: nil, in: fabu)
        let draft = try #require(try county.office.drafts(in: fabu).first)
        #expect(FormTasks.name(of: draft) == "补录听证公告")
        let task = try FormTasks.task(of: draft, county.office, fabu)
        #expect(task is BackfillTask && task.verb == "补录")
        let receipt = try task.submit(draft.entries, lateReason: "", to: county.office, in: fabu)
        #expect(receipt.sentence.hasPrefix("已补录听证公告, 编号 2026-01"))
        let matter = try county.office.matter(try #require(receipt.matter), in: fabu)
        #expect(matter.documents[0].attachments.map(\.name) == ["听证方案.doc"])
        #expect(try county.office.drafts(in: fabu).isEmpty)
    }

    @Test("the form begins without today's dates, and its preview says that nothing is counted late")
    func form() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let task = BackfillTask(.hearing, Procedure.hearing.documents[0], of: nil)
        let beginning = task.beginning(for: fabu.clerk, today: county.now.day)
        #expect(beginning["signed_day"] == "" && beginning["signed_unit"] == "发展和改革局")
        #expect(task.form.fields.prefix(3).map(\.label) == ["原发布日期", "补录原因", "标题"])
        let check = task.check(BackfillEntries.announcement(), attachments: [], try county.office.context(in: fabu))
        #expect(check.errors.isEmpty && check.late.isEmpty)
        #expect(check.remarks == ["补录: 按 2026-03-02 已经发布登记, 不计超期"])
    }
}
