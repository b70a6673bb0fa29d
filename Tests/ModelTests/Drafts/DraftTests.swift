// Drafts: what was typed is kept per clerk, form and matter, and goes only with the publication.
import CountyFixture
import Model
import Testing

@Suite("Drafts")
struct DraftTests {
    private let form = "hearing.announcement"

    @Test("a draft keeps everything typed, right or wrong, for the next sign-in")
    func kept() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let typed = Entries(["title": "关于\u{1B}𠮷", "hearing_day": "不知道", "subject": "甲\n乙"])
        let mark = try county.office.keepDraft(form, matter: nil, entries: typed, in: fabu)
        try county.office.signOut(fabu)
        let office = try county.anotherOffice()
        let again = try county.signIn("fabu", to: office)
        let draft = try #require(try office.drafts(in: again).first)
        #expect(draft.entries == typed && draft.form == form && draft.matter == nil && draft.savedAt == county.now)
        #expect(draft.mark == mark)
    }

    @Test("one draft for each clerk, form and matter; a later one takes the earlier one's place")
    func once() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let wumin = try county.signIn("wumin")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let first = try county.office.keepDraft(form, matter: nil, entries: Entries(["title": "一"]), in: fabu)
        try county.office.keepDraft(form, matter: nil, entries: Entries(["title": "二"]), known: first, in: fabu)
        try county.office.keepDraft("hearing.notice", matter: matter.id, entries: Entries(["title": "三"]), in: fabu)
        try county.office.keepDraft(form, matter: nil, entries: Entries(["title": "四"]), in: wumin)
        #expect(Set(try county.office.drafts(in: fabu).map { $0.entries["title"] }) == ["二", "三"])
        #expect(try county.office.drafts(in: wumin).map { $0.entries["title"] } == ["四"])
    }

    @Test("a draft is gone with the publication it became, and with nothing else")
    func goneWithPublication() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let wumin = try county.signIn("wumin")
        for session in [fabu, wumin] {
            try county.office.keepDraft(form, matter: nil, entries: HearingEntries.announcement(), in: session)
        }
        #expect(throws: Refusal.self) {
            try county.publish(.announcement, HearingEntries.announcement(title: ""), in: fabu)
        }
        #expect(try county.office.draft(form, matter: nil, in: fabu) != nil)
        try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        #expect(try county.office.draft(form, matter: nil, in: fabu) == nil)
        #expect(try county.office.draft(form, matter: nil, in: wumin) != nil)
    }

    @Test("while another process writes, a draft waits a tenth of a second, and says that it is not stored yet")
    func waitsShortly() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        try county.rawQueue().inDatabase { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            let began = ContinuousClock.now
            let refusal = #expect(throws: Refusal.self) {
                try county.office.keepDraft(form, matter: nil, entries: Entries(["title": "一"]), in: fabu)
            }
            #expect(ContinuousClock.now - began < .seconds(2))
            #expect(refusal?.sentence == "别人正在写入, 草稿还没有存下; 您输入的内容还在, 稍后会再存")
            try db.execute(sql: "ROLLBACK")
        }
        try county.office.keepDraft(form, matter: nil, entries: Entries(["title": "一"]), in: fabu)
    }
}
