// 修改 and 更正: until when, what stays, and what both leave behind.
import CountyFixture
import GRDB
import Model
import Testing

@Suite("Revising a document")
struct RevisionTests {
    @Test("G7: 修改 makes a second version; number and moment of publication stay, the matter follows")
    func modify() throws {
        var hearing = try ChangedHearing()
        let before = try hearing.document(.announcement)
        try hearing.county.goTo("2026-11-23T10:00")
        let revised = try hearing.revise(
            .modify, .announcement, ["title": "关于调整县城供水价格听证会的公告", "comments_until": "2026-12-02"])
        let after = try hearing.document(.announcement)
        #expect(revised.version == 2 && after.versions == 2)
        #expect(after.number == before.number && after.publishedAt == before.publishedAt)
        #expect(hearing.matter.title == "关于调整县城供水价格听证会的公告")
        #expect(hearing.matter.commentsUntil == Moment("2026-12-03T00:00"))
        let entry = try #require(try hearing.county.office.history(of: hearing.matter.id, in: hearing.session).first)
        #expect(entry.sentence == "修改听证公告《关于调整县城供水价格听证会的公告》, 编号 2026-01, 第 2 版")
        #expect(entry.reason == "电话写错了" && Set(entry.changes.map(\.label)) == ["标题", "意见截止"])
        #expect(hearing.county.office.check() == [])
    }

    @Test("G7: with a comment, be it hidden, or with a report, nothing is modified; the sentence says what can be done")
    func modifyInTime() throws {
        for hidden in [false, true] {
            var hearing = try ChangedHearing()
            try hearing.comment(hidden: hidden)
            let refusal = #expect(throws: Refusal.self) {
                try hearing.revise(.modify, .announcement, ["contact": "新电话"])
            }
            #expect(refusal?.sentence == "已有 1 条建议, 不能修改; 可以办更正")
            try hearing.revise(.correct, .announcement, ["contact": "新电话"])
            #expect(try hearing.document(.announcement).versions == 2)
        }
        var hearing = try ChangedHearing(noticed: true)
        try hearing.report()
        for revision in Revision.allCases {
            let refusal = #expect(throws: Refusal.self) {
                try hearing.revise(revision, .announcement, ["contact": "新电话"])
            }
            #expect(refusal?.sentence == "听证报告已于 2026-12-09 09:00 发布, 不能再\(revision.title)")
        }
    }

    @Test("G7: even SQL past the office cannot modify a commented document, nor correct one after the report")
    func modifyBySQL() throws {
        var hearing = try ChangedHearing(noticed: true)
        func insert(_ change: String) -> String {
            """
            INSERT INTO document_version (document_id, ordinal, change, reason, title, signed_unit, signed_day,
              secrecy_checked, made_at, made_by)
            SELECT document_id, 9, '\(change)', '因', title, signed_unit, signed_day, 1, made_at, made_by
            FROM document_version WHERE id = 1
            """
        }
        try hearing.report()
        #expect(throws: DatabaseError.self) { try hearing.county.raw(insert("correct")) }
        let commented = try ChangedHearing()
        try commented.comment()
        #expect(throws: DatabaseError.self) { try commented.county.raw(insert("modify")) }
    }

    @Test("更正 tells the public which version it is and why, and both versions stay")
    func correct() throws {
        var hearing = try ChangedHearing()
        try hearing.county.goTo("2026-11-23T10:00")
        try hearing.revise(.correct, .announcement, ["contact": "李文 0872-7521111"])
        let document = try hearing.document(.announcement)
        let text = document.latest.publicText(Procedure.hearing.documents[0], number: document.number).plain
        #expect(text.contains("本文为第 2 版, 2026年11月23日更正。更正说明: 电话写错了"))
        let versions = try hearing.county.office.versions(of: .announcement, in: hearing.matter.id, hearing.session)
        #expect(versions.map(\.change) == [.publish, .correct] && versions.map(\.clerk) == ["李文", "李文"])
        #expect(versions.map { $0.values.text("contact") } == ["李文 0872-7520000", "李文 0872-7521111"])
        #expect(
            try hearing.county.rawValues("SELECT purpose FROM public_package ORDER BY id") == ["publish", "publish"])
    }

    @Test("a 修改 after a 更正 keeps telling the public of the latest correction")
    func modifyAfterCorrection() throws {
        var hearing = try ChangedHearing()
        try hearing.county.goTo("2026-11-23T10:00")
        try hearing.revise(.correct, .announcement, ["contact": "李文 0872-7521111"])
        try hearing.county.goTo("2026-11-24T10:00")
        let description = Procedure.hearing.documents[0]
        let document = try hearing.document(.announcement)
        let task = try #require(ReviseTask(.modify, .hearing, description, of: hearing.matter))
        let entries = HearingEntries.revision(of: document, ["contact": "李文 0872-7522222"])
        let note = "本文为第 3 版, 最近一次更正是第 2 版 (2026年11月23日)。更正说明: 电话写错了"
        let preview = task.check(entries, attachments: [], try hearing.county.office.context(in: hearing.session))
            .preview
        #expect(preview.paragraphs.contains(.body(note)))
        try hearing.revise(.modify, .announcement, ["contact": "李文 0872-7522222"])
        let versions = try hearing.county.office.versions(of: .announcement, in: hearing.matter.id, hearing.session)
        let told = versions.map { $0.publicText(description, number: document.number).paragraphs }
        #expect(told[0].contains { $0 == .body(note) } == false)
        #expect(told[1].contains(.body("本文为第 2 版, 2026年11月23日更正。更正说明: 电话写错了")))
        #expect(told[2].contains(.body(note)))
    }

    @Test("a revision wants its reason and a new secrecy review (W2)")
    func reasonAndReview() throws {
        var hearing = try ChangedHearing()
        let refusal = #expect(throws: Refusal.self) {
            try hearing.revise(.correct, .announcement, ["revision_reason": " ", "secrecy_checked": ""])
        }
        #expect(refusal?.fields.map(\.field) == ["revision_reason", "secrecy_checked"])
        let task = try #require(
            ReviseTask(.correct, .hearing, Procedure.hearing.documents[0], of: hearing.matter))
        let clerk = hearing.session.clerk
        #expect(task.beginning(for: clerk, today: .first)["secrecy_checked"].isEmpty)
        #expect(task.beginning(for: clerk, today: .first)["contact"] == "李文 0872-7520000")
    }

    @Test("a revision that changes neither a field nor a file is refused")
    func unchanged() throws {
        var hearing = try ChangedHearing()
        let refusal = #expect(throws: Refusal.self) { try hearing.revise(.correct, .announcement, [:]) }
        #expect(refusal?.sentence == "内容和附件都没有改动, 不用更正")
    }

    @Test("a rule that time has made the document break does not stop a correction that leaves the field as it was")
    func commentsAreOver() throws {
        var hearing = try ChangedHearing()
        try hearing.county.goTo("2026-12-03T09:00")
        try hearing.revise(.correct, .announcement, ["contact": "新电话"])
        let refusal = #expect(throws: Refusal.self) {
            try hearing.revise(.correct, .announcement, ["comments_until": "2026-12-02"])
        }
        #expect(refusal?.sentence == "意见截止不能早于今天 2026-12-03, 填的是 2026-12-02")
    }

    @Test("a revision begins with the files that are out, and those added and removed are the new version's alone")
    func attachments() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        for name in ["甲.doc", "乙.doc"] {
            try county.office.attach(name, [1, 2, 3], toDraft: "hearing.announcement", matter: nil, in: fabu)
        }
        var matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let task = try #require(ReviseTask(.modify, .hearing, Procedure.hearing.documents[0], of: matter))
        let document = try #require(matter.document(.announcement))
        let entries = HearingEntries.revision(of: document)
        try county.office.keepDraft(
            task.draftForm, matter: matter.id, entries: entries, attachments: task.attachments, in: fabu)
        let draft = try #require(try county.office.draft(task.draftForm, matter: matter.id, in: fabu))
        #expect(draft.attachments.map(\.name) == ["甲.doc", "乙.doc"])
        try county.office.detach(draft.attachments[0].id, in: fabu)
        try county.office.attach("丙.doc", [4], toDraft: task.draftForm, matter: matter.id, in: fabu)
        _ = try task.submit(entries, lateReason: "", to: county.office, in: fabu)
        matter = try county.office.matter(matter.id, in: fabu)
        #expect(matter.document(.announcement)?.attachments.map(\.name) == ["乙.doc", "丙.doc"])
        let versions = try county.office.versions(of: .announcement, in: matter.id, fabu)
        #expect(versions[0].attachments.map(\.name) == ["甲.doc", "乙.doc"])
        #expect(try county.office.drafts(in: fabu).isEmpty)
        #expect(county.office.check() == [])
    }

    @Test(
        "a revision never typed into keeps the files; one that rests on an older version is refused, naming the newer")
    func newerVersion() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let wumin = try county.signIn("wumin")
        try county.office.attach("甲.doc", [1], toDraft: "hearing.announcement", matter: nil, in: fabu)
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let document = try #require(matter.document(.announcement))
        let mine = try #require(ReviseTask(.modify, .hearing, Procedure.hearing.documents[0], of: matter))
        let theirs = try #require(ReviseTask(.correct, .hearing, Procedure.hearing.documents[0], of: matter))
        let entries = HearingEntries.revision(of: document, ["contact": "新电话"])
        try county.office.keepDraft(mine.draftForm, matter: matter.id, entries: entries, in: fabu)
        _ = try theirs.submit(entries, lateReason: "", to: county.office, in: wumin)
        let again = try mine.reread(county.office, fabu)
        let refusal = #expect(throws: Refusal.self) {
            try again.submit(entries, lateReason: "", to: county.office, in: fabu)
        }
        #expect(refusal?.sentence.hasPrefix("听证公告已由吴敏 2026-11-20 09:00 更正为第 2 版") == true)
        let draft = try #require(try county.office.drafts(in: fabu).first)
        #expect(FormTasks.name(of: draft) == "修改听证公告" && draft.entries["contact"] == "新电话")
        #expect(try FormTasks.task(of: draft, county.office, fabu).draftForm == mine.draftForm)
        let kept = try county.office.matter(matter.id, in: fabu).document(.announcement)
        #expect(kept?.attachments.map(\.name) == ["甲.doc"])
    }

    @Test("only a publisher of the own unit revises")
    func rights() throws {
        let hearing = try ChangedHearing()
        let document = try hearing.document(.announcement)
        let request = RevisionRequest(
            .announcement, of: hearing.matter, base: 1, entries: HearingEntries.revision(of: document))
        for name in ["jiaoyu", "shenhe", "xitong"] {
            let session = try hearing.county.signIn(name)
            let refusal = #expect(throws: Refusal.self) {
                _ = try hearing.county.office.perform(Modify(request), in: session)
            }
            #expect(refusal?.reason == .notAllowed)
        }
    }
}
