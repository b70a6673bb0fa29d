// Drafts and several sessions: nothing is written over, and a colleague can go on with one.
import CountyFixture
import Testing

@testable import Model

@Suite("Drafts of several sessions")
struct SharedDraftTests {
    private let form = "hearing.notice"
    private let county: County
    private let fabu: Session
    private let wumin: Session
    private let matter: Matter

    init() throws {
        county = try County()
        fabu = try county.signIn("fabu")
        wumin = try county.signIn("wumin")
        matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
    }

    @discardableResult
    private func keep(_ place: String, _ known: Draft.Mark?, in session: Session) throws -> Draft.Mark {
        try county.office.keepDraft(
            form, matter: matter.id, entries: Entries(["place": place]), known: known, in: session)
    }

    private func place(in session: Session) throws -> String? {
        try county.office.draft(form, matter: matter.id, in: session)?.entries["place"]
    }

    private func standing(_ known: Draft.Mark?) throws -> DraftStanding {
        try county.office.standing(of: known, form, matter: matter.id, in: fabu)
    }

    private func takeOver(in session: Session) throws {
        let draft = try #require(try county.office.colleaguesDrafts(form, matter: matter.id, in: session).first)
        _ = try county.office.perform(TakeOverDraft(draft), in: session)
    }

    @Test("what another session of the same clerk wrote is not written over, and the refusal says when it was")
    func writtenElsewhere() throws {
        let known = try keep("三楼", nil, in: fabu)
        #expect(try standing(known) == .same)
        let there = try county.signIn("fabu")
        try county.goTo("2026-11-20T10:42")
        try keep("五楼", known, in: there)
        let refusal = #expect(throws: Refusal.self) { try keep("四楼", known, in: fabu) }
        #expect(refusal?.reason == .stale)
        #expect(refusal?.sentence == "您在另一处 10:42 写过这份草稿; 您输入的内容还在")
        #expect(try place(in: fabu) == "五楼")
        #expect(throws: Refusal.self) { try keep("六楼", nil, in: fabu) }
        guard case .written(let draft) = try standing(known) else { return #expect(Bool(false), "not seen") }
        try keep("四楼", draft.mark, in: fabu)
        #expect(try place(in: fabu) == "四楼")
    }

    @Test(
        "what was typed meanwhile is kept beside the draft, found again at the form, and goes when the clerk has chosen"
    )
    func aside() throws {
        let known = try keep("三楼", nil, in: fabu)
        try keep("五楼", known, in: try county.signIn("fabu"))
        var aside = try county.office.keepAside(
            form, matter: matter.id, entries: Entries(["place": "四"]), replacing: nil, in: fabu)
        aside = try county.office.keepAside(
            form, matter: matter.id, entries: Entries(["place": "四楼"]), replacing: aside, in: fabu)
        let again = try county.signIn("fabu")
        #expect(try county.office.aside(form, matter: matter.id, in: again)?.entries["place"] == "四楼")
        #expect(try county.office.aside(form, matter: nil, in: again) == nil)
        #expect(try county.office.aside(form, matter: matter.id, in: wumin) == nil)
        #expect(try place(in: fabu) == "五楼")
        try county.office.dropAside(aside, in: wumin)
        #expect(try county.office.aside(form, matter: matter.id, in: again) != nil)
        try county.office.dropAside(aside, in: again)
        #expect(try county.office.aside(form, matter: matter.id, in: again) == nil)
    }

    @Test(
        "a colleague of the unit takes a draft over with its files; the journal says so, and its first writer is told")
    func takenOver() throws {
        let known = try keep("三楼", nil, in: fabu)
        try county.office.attach("名单.doc", [1, 2, 3], toDraft: form, matter: matter.id, in: fabu)
        try county.goTo("2026-11-20T10:42")
        try takeOver(in: wumin)
        let taken = try #require(try county.office.draft(form, matter: matter.id, in: wumin))
        #expect(taken.entries["place"] == "三楼" && taken.attachments.map(\.name) == ["名单.doc"])
        #expect(try county.office.drafts(in: fabu).isEmpty)
        #expect(try standing(known).sentence(on: county.now.day) == "吴敏 10:42 接手了这份草稿")
        #expect(throws: Refusal.self) { try keep("四楼", known, in: fabu) }
        #expect(try place(in: wumin) == "三楼")
        let entry = try #require(try county.office.history(of: matter.id, in: fabu).first)
        #expect(entry.sentence == "接手李文的听证通知草稿《关于调整城市供水价格听证会的公告》")
    }

    @Test("the first writer may begin anew after a takeover, and both drafts live")
    func beginAnew() throws {
        try keep("三楼", nil, in: fabu)
        try takeOver(in: wumin)
        try keep("四楼", nil, in: fabu)
        #expect(try place(in: fabu) == "四楼" && place(in: wumin) == "三楼")
    }

    @Test("who has a draft of the same form and matter takes no second one over")
    func ownDraft() throws {
        try keep("三楼", nil, in: fabu)
        try keep("五楼", nil, in: wumin)
        let refusal = #expect(throws: Refusal.self) { try takeOver(in: wumin) }
        #expect(refusal?.sentence.hasPrefix("您自己也有一份听证通知草稿") == true)
        #expect(try place(in: fabu) == "三楼" && place(in: wumin) == "五楼")
    }

    @Test("nobody of another unit, and nobody who does not publish, sees or takes a draft")
    func otherUnit() throws {
        try keep("三楼", nil, in: fabu)
        let draft = try #require(try county.office.drafts(in: fabu).first)
        for name in ["jiaoyu", "shenhe"] {
            let session = try county.signIn(name)
            #expect(throws: Refusal.self) { try county.office.perform(TakeOverDraft(draft), in: session) }
        }
        #expect(try county.office.colleaguesDrafts(in: try county.signIn("jiaoyu")).isEmpty)
        #expect(try county.office.colleaguesDrafts(form, matter: matter.id, in: wumin).map(\.form) == [form])
        #expect(try county.office.colleaguesDrafts("hearing.report", matter: matter.id, in: wumin).isEmpty)
        #expect(try county.office.colleaguesDrafts(form, matter: nil, in: wumin).isEmpty)
        #expect(try place(in: fabu) == "三楼")
    }

    @Test("a draft published or thrown away elsewhere is said to be gone, and one written since is not thrown away")
    func gone() throws {
        let known = try keep("三楼", nil, in: fabu)
        let newer = try keep("五楼", known, in: fabu)
        #expect(throws: Refusal.self) {
            try county.office.discardDraft(form, matter: matter.id, known: known, in: fabu)
        }
        #expect(try place(in: fabu) == "五楼")
        try county.office.discardDraft(form, matter: matter.id, known: newer, in: fabu)
        #expect(try standing(newer) == .gone)
        #expect(try standing(nil) == .same)
    }

    @Test("only what another connection writes counts as a change elsewhere")
    func changes() throws {
        #expect(!county.office.hasChangedElsewhere())
        try keep("三楼", nil, in: fabu)
        #expect(!county.office.hasChangedElsewhere())
        let other = try county.anotherOffice()
        #expect(!county.office.hasChangedElsewhere())
        let there = try county.signIn("wumin", to: other)
        #expect(county.office.hasChangedElsewhere())
        #expect(!county.office.hasChangedElsewhere())
        _ = try other.drafts(in: there)
        #expect(!county.office.hasChangedElsewhere())
    }
}
