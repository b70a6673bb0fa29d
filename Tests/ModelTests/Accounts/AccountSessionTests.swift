// What becomes of an open session, and of what was typed in it, when the account is changed.
import CountyFixture
import Testing

@testable import Model

@Suite("Sessions of changed accounts") struct AccountSessionTests {
    private let county: County
    private let xitong: Session
    private let anquan: Session
    private let fabu: Session
    private let form = Draft.form(.hearing, .announcement)

    init() throws {
        county = try County()
        xitong = try county.signIn("xitong")
        anquan = try county.signIn("anquan")
        fabu = try county.signIn("fabu")
    }

    private func clerk() throws -> ClerkEntry { try county.clerk("fabu", in: anquan) }

    private func keep() throws {
        try county.office.keepDraft(form, matter: nil, entries: Entries(["title": "关于供水价格的公告"]), in: fabu)
    }

    /// What the clerk is told at the next act.
    private func told() -> String? {
        let refusal = #expect(throws: Refusal.self) { try county.office.drafts(in: fabu) }
        #expect(refusal?.reason == .session)
        return refusal?.sentence
    }

    @Test("a locked clerk's session ends at the next act and stays ended; drafts are there again after unlocking")
    func locked() throws {
        try keep()
        let done = try county.office.perform(LockClerk(try clerk(), reason: "离岗"), in: anquan)
        #expect(try county.journal(done.journalNumber).sentence == "锁定帐号 李文 (fabu), 结束 1 处登录")
        #expect(told() == "帐号已被锁定, 请找安全管理员")
        #expect(throws: Refusal.self) { try county.signIn("fabu") }
        _ = try county.office.perform(UnlockClerk(try clerk()), in: anquan)
        #expect(told() == "帐号已被锁定, 请找安全管理员")
        let again = try county.signIn("fabu")
        #expect(try county.office.drafts(in: again).map(\.title) == ["关于供水价格的公告"])
    }

    @Test("an ended clerk's session ends on the day; colleagues take the draft over")
    func ended() throws {
        try keep()
        _ = try county.office.perform(EndClerk(try clerk(), on: "2026-11-21", reason: "退休"), in: xitong)
        #expect(try county.office.drafts(in: fabu).count == 1)
        try county.goTo("2026-11-21T00:00")
        #expect(told() == "帐号已停用, 请找系统管理员")
        #expect(throws: Refusal.self) { try county.signIn("fabu") }
        let wumin = try county.signIn("wumin")
        let draft = try #require(try county.office.colleaguesDrafts(in: wumin).first)
        _ = try county.office.perform(TakeOverDraft(draft), in: wumin)
        #expect(try county.office.drafts(in: wumin).map(\.title) == ["关于供水价格的公告"])
        _ = try county.office.perform(RestoreClerk(try clerk(), reason: "返聘"), in: xitong)
        try county.goTo("2026-11-21T09:00")
        #expect(try county.signIn("fabu").clerk.roles == [.publisher])
    }

    @Test("a clerk with drafts is not moved; without, the session ends and the next one is of the new unit")
    func moved() throws {
        try keep()
        let unit = try county.unit("教育体育局", in: xitong).unit.id
        let refusal = #expect(throws: Refusal.self) {
            try county.office.perform(MoveClerk(try clerk(), to: unit, reason: "换岗"), in: xitong)
        }
        #expect(refusal?.sentence == "李文 (fabu) 在发展和改革局有 1 份草稿没有写完, 不能调动; 请本人写完或放弃, 或由同事在草稿中接手")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        _ = try county.office.perform(MoveClerk(try clerk(), to: unit, reason: "换岗"), in: xitong)
        #expect(told() == "您的帐号已调到别的单位, 请重新登录")
        let again = try county.signIn("fabu")
        #expect(again.clerk.unit.name == "教育体育局")
        #expect(try county.office.matter(matter.id, in: again).unit.name == "发展和改革局")
        #expect(throws: Refusal.self) {
            try county.office.perform(DeleteDocument(.announcement, of: matter, reason: "误发"), in: again)
        }
    }

    @Test("roles and passwords of others' making end the session, too")
    func changed() throws {
        _ = try county.office.perform(SetRoles(try clerk(), to: [.reviewer], reason: "换岗"), in: anquan)
        #expect(told() == "您的角色有改动, 请重新登录; 已输入的内容存为草稿")
        let again = try county.signIn("fabu")
        #expect(again.clerk.roles == [.reviewer])
        _ = try county.office.perform(GiveOneTimePassword(County.oneTime, to: try clerk()), in: anquan)
        let refusal = #expect(throws: Refusal.self) { try county.office.drafts(in: again) }
        #expect(refusal?.sentence == "您的密码已由别人重新设定, 请用一次性密码登录; 已输入的内容存为草稿")
        #expect(throws: Refusal.self) { try county.signIn("fabu") }
    }

    @Test("unlocking and a new password end the wait after wrong sign-ins")
    func wait() throws {
        for _ in 1...3 {
            #expect(throws: Refusal.self) { try county.office.signIn("fabu", password: "x", from: "") }
            county.now = county.now.adding(seconds: 5)
        }
        #expect(throws: Refusal.self) { try county.office.signIn("fabu", password: "x", from: "") }
        _ = try county.office.perform(GiveOneTimePassword(County.oneTime, to: try clerk()), in: anquan)
        #expect(try county.office.signIn("fabu", password: County.oneTime, from: "").clerk.mustChangePassword)
    }
}
