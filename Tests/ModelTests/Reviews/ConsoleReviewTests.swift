// R1 in the console: submit, agree or return, withdraw, publish.
import CountyFixture
import Model
import Testing

struct ConsoleReviewTests {
    private let county: County
    private let fabu: Session
    private let wumin: Session
    private let shenhe: Session

    init() throws {
        county = try County()
        try county.review(.console)
        fabu = try county.signIn("fabu")
        wumin = try county.signIn("wumin")
        shenhe = try county.signIn("shenhe")
    }

    private let form = Draft.form(.hearing, .announcement)

    @Test("R1: nothing goes out unreviewed where review is set, neither documents nor temporary notices")
    func unreviewed() throws {
        #expect(throws: Refusal("重大决策听证的文书发布前要经审核; 请先预览, 提交审核")) {
            try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        }
        #expect(throws: Refusal("重大决策听证的文书发布前要经审核; 请先预览, 提交审核")) {
            _ = try county.office.perform(
                PublishTemporaryNotice(
                    in: .hearing,
                    entries: Entries([
                        "title": "关于停水的通知", "body": "明日停水", "signed_unit": "发展和改革局", "secrecy_checked": "1",
                    ])),
                in: fabu)
        }
    }

    @Test("R1: what was agreed to goes out, and is registered with who agreed")
    func agreed() throws {
        try county.office.attach("听证方案.doc", [1, 2, 3], toDraft: form, matter: nil, in: fabu)
        try county.submit(in: fabu)
        #expect(try county.office.waiting(in: shenhe).reviews == 1)
        try county.decide(in: shenhe)
        #expect(try county.office.waiting(in: shenhe).reviews == 0)
        #expect(try county.office.waiting(in: fabu).agreed == 1)

        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let version = try #require(matter.document(.announcement)?.latest)
        #expect(version.review?.text == "张伟 2026-11-20 09:00 审核同意")
        #expect(version.attachments.map(\.name) == ["听证方案.doc"])
        let row = try #require(
            try county.office.register(.hearing, .all, .first, limit: 1, in: fabu).rows.first)
        #expect(row.review == "张伟 2026-11-20 09:00 审核同意")
        #expect(try county.office.draft(form, matter: nil, in: fabu) == nil)
        #expect(county.office.check() == [])
    }

    @Test("R1: while it is under review neither text nor files change, and nobody takes it over")
    func locked() throws {
        try county.office.attach("听证方案.doc", [1, 2, 3], toDraft: form, matter: nil, in: fabu)
        let draft = try county.submit(in: fabu)
        let lock = Refusal("已提交审核, 文字已锁定; 要修改请先撤回", reason: .stale)
        #expect(throws: lock) {
            try county.office.keepDraft(form, matter: nil, entries: Entries(), known: draft.mark, in: fabu)
        }
        #expect(throws: lock) { try county.office.discardDraft(form, matter: nil, in: fabu) }
        #expect(throws: lock) { try county.office.attach("二.doc", [1], toDraft: form, matter: nil, in: fabu) }
        #expect(throws: lock) { try county.office.detach(draft.attachments[0].id, in: fabu) }
        #expect(throws: Refusal("李文 2026-11-20 09:00 已把这份草稿提交审核, 审核以后才能接手")) {
            _ = try county.office.perform(TakeOverDraft(draft), in: wumin)
        }
        for change in ["UPDATE draft SET entries = '{}'", "DELETE FROM draft", "DELETE FROM attachment"] {
            #expect(throws: (any Error).self) { try county.raw(change) }
        }
    }

    @Test("R1: only exactly what was agreed to goes out")
    func exactly() throws {
        try county.submit(in: fabu)
        try county.decide(in: shenhe)
        var changed = HearingEntries.announcement()
        changed["contact"] = "李文 0872-7529999"
        let refusal = #expect(throws: Refusal.self) { try county.publish(.announcement, changed, in: fabu) }
        #expect(refusal?.reason == .stale)
    }

    @Test("R1: the reviewer is never the author, nor anybody who had the draft")
    func notOwn() throws {
        try county.raw(
            "INSERT INTO clerk_role (clerk_id, role, granted_at) SELECT id, 'reviewer', '' FROM clerk WHERE name IN ('fabu', 'wumin')"
        )
        try county.office.keepDraft(form, matter: nil, entries: HearingEntries.announcement(), in: fabu)
        let draft = try #require(try county.office.draft(form, matter: nil, in: fabu))
        _ = try county.office.perform(TakeOverDraft(draft), in: wumin)
        try county.submit(in: wumin)
        let review = try #require(try county.waiting(fabu).first)
        #expect(throws: Refusal("《关于调整城市供水价格听证会的公告》是您起草的, 要由另一人审核")) {
            _ = try county.office.perform(DecideReview(review, .agree), in: wumin)
        }
        #expect(throws: Refusal("《关于调整城市供水价格听证会的公告》是您参与起草的, 要由另一人审核")) {
            _ = try county.office.perform(DecideReview(review, .agree), in: fabu)
        }
        #expect(try county.office.waiting(in: wumin).reviews == 0)
        #expect(throws: (any Error).self) {
            try county.raw("UPDATE review SET state = 'agreed', decided_at = '', reviewer_id = author_id")
        }
        _ = try county.office.perform(DecideReview(review, .agree), in: shenhe)
    }

    @Test("R1: a returned text may be changed and handed in again, and its reasons stay with it")
    func returned() throws {
        try county.submit(in: fabu)
        #expect(throws: Refusal("请写明退回的原因")) { try county.decide(.refuse(reason: " "), in: shenhe) }
        try county.decide(.refuse(reason: "联系电话不全"), in: shenhe)
        #expect(try county.office.waiting(in: fabu).returned == 1)
        let draft = try #require(try county.office.draft(form, matter: nil, in: fabu))
        #expect(draft.review?.text == "张伟 2026-11-20 09:00 退回: 联系电话不全")
        #expect(throws: Refusal.self) { try county.publish(.announcement, HearingEntries.announcement(), in: fabu) }
        var mended = HearingEntries.announcement()
        mended["contact"] = "李文 0872-7520018"
        try county.submit(mended, in: fabu)
        let again = try #require(try county.waiting(shenhe).first)
        let text = try county.office.reviewedText(again.id, in: shenhe)
        #expect(text.returned?.text == "张伟 2026-11-20 09:00 退回: 联系电话不全")
        try county.decide(in: shenhe)
        try county.publish(.announcement, mended, in: fabu)
    }

    @Test("R1: an agreed text may be published by another publisher of the unit")
    func colleague() throws {
        let draft = try county.submit(in: fabu)
        try county.decide(in: shenhe)
        _ = try county.office.perform(TakeOverDraft(draft), in: wumin)
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: wumin)
        #expect(matter.document(.announcement)?.latest.clerk == "吴敏")
    }

    @Test("R1: the author withdraws a text until it is out, agreed or not, and nobody else does")
    func withdrawn() throws {
        let draft = try county.submit(in: fabu)
        let review = try #require(draft.review)
        #expect(throws: Refusal.self) { _ = try county.office.perform(WithdrawFromReview(review), in: wumin) }
        try county.decide(in: shenhe)
        let agreed = try #require(try county.office.draft(form, matter: nil, in: fabu)?.review)
        _ = try county.office.perform(WithdrawFromReview(agreed), in: fabu)
        #expect(throws: Refusal.self) { try county.publish(.announcement, HearingEntries.announcement(), in: fabu) }
        try county.office.discardDraft(form, matter: nil, in: fabu)
    }

    @Test("R1: a decision on a text withdrawn meanwhile is refused with who and when, in two processes")
    func withdrawAgainstAgree() throws {
        let other = try county.anotherOffice()
        let reviewer = try county.signIn("shenhe", to: other)
        let mine = try #require(try county.submit(in: fabu).review)
        let theirs = try #require(try county.waiting(reviewer, other).first)
        _ = try county.office.perform(WithdrawFromReview(mine), in: fabu)
        let refusal = #expect(throws: Refusal.self) {
            _ = try other.perform(DecideReview(theirs, .agree), in: reviewer)
        }
        #expect(refusal?.reason == .stale)
        #expect(refusal?.sentence == "《关于调整城市供水价格听证会的公告》李文 09:00 已撤回, 请按 F5 重新读取")

        let again = try #require(try county.submit(in: fabu).review)
        let waiting = try #require(try county.waiting(reviewer, other).first)
        _ = try other.perform(DecideReview(waiting, .agree), in: reviewer)
        #expect(throws: Refusal("《关于调整城市供水价格听证会的公告》张伟 09:00 已同意, 请按 F5 重新读取", reason: .stale)) {
            _ = try county.office.perform(WithdrawFromReview(again), in: fabu)
        }
    }

    @Test("G7, R1: what was agreed to is refused when a comment arrives before it is published")
    func commentArrives() throws {
        try county.submit(in: fabu)
        try county.decide(in: shenhe)
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let document = try #require(matter.document(.announcement))
        let entries = HearingEntries.revision(of: document, ["contact": "李文 0872-7520018"])
        let modify = Draft.form(.hearing, .announcement, .modify, of: 1)
        try county.office.keepDraft(modify, matter: matter.id, entries: entries, in: fabu)
        let mark = try county.office.draft(modify, matter: matter.id, in: fabu)?.mark
        _ = try county.office.perform(SubmitForReview(modify, matter: matter.id, mark), in: fabu)
        try county.decide(in: shenhe)
        let other = try county.anotherOffice()
        _ = try other.perform(
            RegisterComment(of: matter.id, entries: County.registering(on: "2026-11-20")),
            in: try county.signIn("wumin", to: other))
        #expect(throws: Refusal("已有 1 条建议, 不能修改; 可以办更正")) {
            _ = try county.office.perform(
                Modify(RevisionRequest(.announcement, of: matter, base: 1, entries: entries)), in: fabu)
        }
    }

    @Test(
        "R1: a reviewer of the supervising unit reviews all units of the site and the sites below; others only their own unit"
    )
    func supervisingUnit() throws {
        try county.raw(
            """
            INSERT INTO clerk_role (clerk_id, role, granted_at) SELECT id, 'reviewer', '' FROM clerk WHERE name = 'jiaoyu'
            """)
        let jiaoyu = try county.signIn("jiaoyu")
        let draft = try county.submit(in: fabu)
        let review = try #require(try county.waiting(jiaoyu).first)
        #expect(review.draft == draft.id)
        let text = try county.office.reviewedText(review.id, in: jiaoyu)
        #expect(text.text?.plain.contains("调整城市供水价格") == true)
        try county.raw("DELETE FROM clerk_role WHERE role = 'supervisor'")
        #expect(try county.waiting(jiaoyu).isEmpty)
        #expect(throws: Refusal.self) { _ = try county.office.perform(DecideReview(review, .agree), in: jiaoyu) }
    }
}
