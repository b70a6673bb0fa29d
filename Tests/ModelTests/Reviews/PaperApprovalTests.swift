// R1 on paper, and what goes out before it is reviewed.
import CountyFixture
import Model
import Testing

struct PaperApprovalTests {
    private let county: County
    private let fabu: Session
    private let wumin: Session
    private let shenhe: Session

    init() throws {
        county = try County()
        fabu = try county.signIn("fabu")
        wumin = try county.signIn("wumin")
        shenhe = try county.signIn("shenhe")
    }

    @Test("R1: what is signed on paper goes out with the signature, which journal and register hold")
    func signed() throws {
        try county.review(.paper)
        let matter = try county.publish(.announcement, County.signed, in: fabu)
        let text = "马志强 局长 2026-11-19 审签, 审签单 漾审〔2026〕31号 (李文 登记)"
        #expect(matter.document(.announcement)?.latest.review?.text == text)
        let row = try #require(try county.office.register(.hearing, .all, .first, limit: 1, in: fabu).rows.first)
        #expect(try county.office.registerEntry(row.id, in: fabu).versions.first?.review?.text == text)
        #expect(row.cells.contains { $0.heading == "审批" && $0.text == text })
        let history = try county.office.history(of: matter.id, in: fabu)
        #expect(history.contains { $0.changes.contains { $0.label == "审签单号" && $0.text.contains("漾审〔2026〕31号") } })
        #expect(county.office.check() == [])
    }

    @Test(
        "R1: a signature is whole, not of tomorrow and not the author's own",
        arguments: [
            ("approver", "李文", "审签人不能是起草人本人 李文 (起草和审核要分开); 请填写签字的领导"),
            ("approval_day", "2026-11-21", "审签日期不能晚于今天 2026-11-20, 填的是 2026-11-21"),
            ("approval_number", "", "请填写审签单号; 还没有审签的, 四栏都空着"),
        ])
    func wrong(field: String, text: String, sentence: String) throws {
        try county.review(.paper)
        var entries = County.signed
        entries[field] = text
        let refusal = #expect(throws: Refusal.self) { try county.publish(.announcement, entries, in: fabu) }
        #expect(refusal?.sentence == sentence)
        #expect(refusal?.fields.map(\.field) == [field])
    }

    @Test("B3: bulletins are signed on paper or reviewed in the console, never neither", arguments: ReviewMode.allCases)
    func bulletins(mode: ReviewMode) throws {
        try county.set(Setting.review(.bulletin).name, mode.title)
        let entries = Entries([
            "title": "关于重点项目进展情况的通报", "category": "projects", "occasion": "sudden", "content": "进展顺利",
            "contact": "李文", "signed_unit": "发展和改革局", "signed_day": "2026-11-20", "secrecy_checked": "1",
        ])
        #expect(throws: Refusal.self) {
            _ = try county.office.perform(Publish(.announcement, in: .bulletin, of: nil, entries: entries), in: fabu)
        }
        _ = try county.office.perform(
            Publish(.announcement, in: .bulletin, of: nil, entries: entries, emergency: "桥梁垮塌, 须立即通报"), in: fabu)
        #expect(county.office.check() == [])
    }

    @Test("R1: an emergency goes out with a reason and is owed an approval by another person, on paper")
    func emergencyOnPaper() throws {
        try county.review(.paper)
        #expect(throws: Refusal("请写明紧急发布的原因")) { try publish(because: " ") }
        let matter = try publish(because: "水质事故")
        let review = try #require(matter.document(.announcement)?.latest.review)
        #expect(review.text == "紧急发布 (水质事故), 待补登审签")
        #expect(try county.office.waiting(in: fabu).reviews == 0)
        #expect(try county.office.waiting(in: wumin).reviews == 1)
        #expect(try county.office.waiting(in: try county.signIn("jianguan")).owedReviews == 1)
        #expect(throws: Refusal("《关于调整城市供水价格听证会的公告》是您起草的, 要由另一人补登审签")) {
            _ = try county.office.perform(RegisterPaperApproval(review, entries: County.signed), in: fabu)
        }
        _ = try county.office.perform(RegisterPaperApproval(review, entries: County.signed), in: shenhe)
        #expect(
            try county.office.matter(matter.id, in: fabu).document(.announcement)?.latest.review?.text
                == "紧急发布 (水质事故), 马志强 局长 2026-11-19 审签, 审签单 漾审〔2026〕31号 (张伟 登记)")
        #expect(throws: Refusal.self) {
            _ = try county.office.perform(RegisterPaperApproval(review, entries: County.signed), in: wumin)
        }
        #expect(county.office.check() == [])
    }

    @Test("R1: an emergency is agreed to afterwards in the console, or objected to; the text stays public")
    func emergencyInConsole() throws {
        try county.review(.console)
        let matter = try publish(because: "水质事故")
        try county.decide(.refuse(reason: "停水范围写错"), in: shenhe)
        let version = try county.office.matter(matter.id, in: fabu).document(.announcement)?.latest
        #expect(version?.review?.text == "紧急发布 (水质事故), 张伟 2026-11-20 09:00 提出异议: 停水范围写错")
        try publish(because: "水质事故")
        #expect(try county.decide(in: shenhe).text == "紧急发布 (水质事故), 张伟 2026-11-20 09:00 追认")
        #expect(county.office.check() == [])
    }

    @Test("R1: review holds for corrections, postponements and endings; not for what was public before")
    func everything() throws {
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try county.review(.paper)
        let document = try #require(matter.document(.announcement))
        let corrected = HearingEntries.revision(of: document, ["contact": "李文 0872-7520018"])
        let sentence = "还没有填写审签 (表单末尾的审签四栏), 没有审签不能发布; 情况紧急的可以紧急发布, 事后补签"
        #expect(throws: Refusal(sentence)) {
            _ = try county.office.perform(
                Correct(RevisionRequest(.announcement, of: matter, base: 1, entries: corrected)), in: fabu)
        }
        #expect(throws: Refusal(sentence)) {
            _ = try county.office.perform(Postpone(matter, entries: HearingEntries.postponement()), in: fabu)
        }
        #expect(throws: Refusal(sentence)) {
            _ = try county.office.perform(Terminate(matter, entries: HearingEntries.termination()), in: fabu)
        }
        try county.backfill(.announcement, BackfillEntries.announcement(), in: fabu)
        _ = try county.office.perform(
            Postpone(matter, entries: HearingEntries.postponement(), emergency: "会场漏水"), in: fabu)
        #expect(county.office.check() == [])
    }

    @Test("R1: the check finds what went out unreviewed though review was set")
    func check() throws {
        try county.review(.paper)
        try county.publish(.announcement, County.signed, in: fabu)
        try county.raw("DROP TRIGGER review_stays; DELETE FROM review_writer; DELETE FROM review")
        #expect(county.office.check() == ["文书 2026-01 第 1 版: 发布时设了审核, 却没有审核、审签或紧急发布的登记"])
    }

    @discardableResult
    private func publish(because reason: String) throws -> Matter {
        let done = try county.office.perform(
            Publish(.announcement, in: .hearing, of: nil, entries: HearingEntries.announcement(), emergency: reason),
            in: fabu)
        return try county.office.matter(done.outcome.matter, in: fabu)
    }
}
