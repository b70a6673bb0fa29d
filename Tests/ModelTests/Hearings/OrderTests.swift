// H6, H7, H10: the three documents in their order, each once, and the row that shows it.
import CountyFixture
import GRDB
import Model
import Testing

@Suite("Order of a hearing's documents")
struct OrderTests {
    @Test("H10: the row goes from 发布通知/通知未发 over 通知已发/发布报告 to both sent")
    func cells() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        func cells(_ matter: Matter) -> [String] {
            Procedure.hearing.stateDocuments.map {
                Procedure.hearing.cell($0.kind, published: matter.published).text
            }
        }
        func act(_ matter: Matter) -> [Bool] {
            Procedure.hearing.stateDocuments.map {
                Procedure.hearing.cell($0.kind, published: matter.published).isAct
            }
        }
        var matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        #expect(cells(matter) == ["发布通知", "通知未发"] && act(matter) == [true, false])
        matter = try county.publish(.notice, of: matter, HearingEntries.notice(), in: fabu)
        #expect(cells(matter) == ["通知已发", "发布报告"] && act(matter) == [false, true])
        try county.goTo("2026-12-09T09:00")
        matter = try county.publish(.report, of: matter, HearingEntries.report(), in: fabu)
        #expect(cells(matter) == ["通知已发", "报告已发"] && act(matter) == [false, false])
        #expect(county.office.check().isEmpty)
    }

    @Test("H6: no report before the notice, no notice before the announcement")
    func inOrder() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try county.goTo("2026-12-09T09:00")
        let report = #expect(throws: Refusal.self) {
            try county.publish(.report, of: matter, HearingEntries.report(), in: fabu)
        }
        #expect(report?.sentence == "要先发布听证通知, 才能发布听证报告")
        let notice = #expect(throws: Refusal.self) { try county.publish(.notice, HearingEntries.notice(), in: fabu) }
        #expect(notice?.sentence == "请先发布听证公告")
    }

    @Test("H6: even SQL past the office cannot put a report before a notice")
    func inOrderBySQL() throws {
        let county = try County()
        _ = try county.publish(.announcement, HearingEntries.announcement(), in: try county.signIn("fabu"))
        let error = #expect(throws: DatabaseError.self) { try county.raw(insert("report", serial: 2)) }
        #expect(error?.message == "document out of order")
    }

    @Test("H7: each document is published once, and the second try is told when the first was")
    func once() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let noticed = try county.publish(.notice, of: matter, HearingEntries.notice(), in: fabu)
        for read in [matter, noticed] {
            let refusal = #expect(throws: Refusal.self) {
                try county.publish(.notice, of: read, HearingEntries.notice(), in: fabu)
            }
            #expect(refusal?.sentence == "听证通知已于 2026-11-20 09:00 发布 (编号 2026-02), 每件事项只能发布一次")
        }
    }

    @Test("H7: even SQL past the office cannot publish a second notice, delete a document, or change a version")
    func onceBySQL() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try county.publish(.notice, of: matter, HearingEntries.notice(), in: fabu)
        for sql in [
            insert("notice", serial: 3), "DELETE FROM document", "UPDATE document_version SET title = '改'",
            "DELETE FROM document_version",
        ] {
            #expect(throws: DatabaseError.self, "\(sql)") { try county.raw(sql) }
        }
    }

    private func insert(_ kind: String, serial: Int) -> String {
        """
        INSERT INTO document (matter_id, site_id, system, kind, year, serial, published_at, published_day, published_by)
        VALUES (1, 1, 'hearing', '\(kind)', 2026, \(serial), '2026-11-20T01:00:00.000Z', '2026-11-20', 1)
        """
    }

    @Test("H3: no report before the hearing has ended")
    func reportAfterTheHearing() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        var matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        matter = try county.publish(.notice, of: matter, HearingEntries.notice(), in: fabu)
        try county.goTo("2026-12-08T11:29")
        let refusal = #expect(throws: Refusal.self) {
            try county.publish(.report, of: matter, HearingEntries.report(), in: fabu)
        }
        #expect(refusal?.sentence == "听证会 2026-12-08 11:30 结束后才能发布听证报告")
        try county.goTo("2026-12-08T11:30")
        try county.publish(.report, of: matter, HearingEntries.report(), in: fabu)
    }

    @Test("a form read before a colleague's act is refused, naming who and when, and the draft stays")
    func stale() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let wumin = try county.signIn("wumin")
        let old = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try county.goTo("2026-11-23T10:42")
        let noticed = try county.publish(.notice, of: old, HearingEntries.notice(), in: wumin)
        // What is registered of a document since then has not changed the matter.
        try county.goTo("2026-11-24T09:00")
        let posted = Entries([
            "address": "https://yangbi.example/1", "posted_day": "2026-11-24", "posted_time": "8:30", "posted_by": "李文",
        ])
        let subject = PostingSubject.document(noticed.documents[0].id, of: old.id)
        _ = try county.office.perform(RegisterPosting(subject, entries: posted), in: fabu)
        try county.goTo("2026-12-09T09:00")
        try county.office.keepDraft("hearing.report", matter: old.id, entries: HearingEntries.report(), in: fabu)
        let refusal = #expect(throws: Refusal.self) {
            try county.publish(.report, of: old, HearingEntries.report(), in: fabu)
        }
        #expect(refusal?.reason == .stale)
        #expect(refusal?.sentence.hasPrefix("吴敏 2026-11-23 10:42 已修改, 请按 F5 重新读取") == true)
        let draft = try county.office.draft("hearing.report", matter: old.id, in: fabu)
        #expect(draft?.entries == HearingEntries.report())
    }

    @Test("a clerk of another unit reads the matter and may not act on it; the refusal is journaled")
    func ownUnit() throws {
        let county = try County()
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: try county.signIn("fabu"))
        let jiaoyu = try county.signIn("jiaoyu")
        #expect(try county.office.matter(matter.id, in: jiaoyu).title == matter.title)
        let refusal = #expect(throws: Refusal.self) {
            try county.publish(.notice, of: matter, HearingEntries.notice(), in: jiaoyu)
        }
        #expect(refusal?.reason == .notAllowed && refusal?.sentence == "这件事项属于发展和改革局, 您只能办理教育体育局的事项")
        let journaled: [String] = try county.rawValues(
            "SELECT clerk || ' ' || sentence FROM journal WHERE is_refusal = 1")
        #expect(journaled == ["王芳 这件事项属于发展和改革局, 您只能办理教育体育局的事项"])
        #expect(county.office.check().isEmpty)
    }

    @Test(
        "who is no publisher publishes nothing",
        arguments: ["shenhe", "jianguan", "xitong", "anquan", "shenji"])
    func roles(name: String) throws {
        let county = try County()
        let session = try county.signIn(name)
        let refusal = #expect(throws: Refusal.self) {
            try county.publish(.announcement, HearingEntries.announcement(), in: session)
        }
        #expect(refusal?.sentence == "发布要由发布员办理, 您的角色是\(session.clerk.roleTitles)")
    }
}
