// A clerk's own sessions, and what they are told of the last one.
import CountyFixture
import Testing

@testable import Model

@Suite("Own sessions")
struct OwnSessionTests {
    @Test("the last sign-in is told with time and address, and the failures since")
    func lastSignIn() throws {
        let county = try County()
        #expect(try county.office.lastSignIn(in: county.signIn("fabu")) == nil)
        try county.goTo("2026-11-20T16:20")
        _ = try county.office.signIn("fabu", password: County.password, from: "10.0.0.7")
        for _ in 1...2 {
            county.now = county.now.adding(seconds: 60)
            _ = try? county.office.signIn("fabu", password: "Wrong#2026", from: "10.0.0.66")
        }
        try county.goTo("2026-11-21T08:00")
        let fabu = try county.signIn("fabu")
        let last = try #require(try county.office.lastSignIn(in: fabu))
        #expect(last.sentence == "上次登录 2026-11-20 16:20, 10.0.0.7")
        #expect(last.failures == 2 && last.failedAt?.text == "2026-11-20 16:22")
        #expect(last.warning(on: county.now.day)?.contains("此后有 2 次用您的帐号登录失败, 最近一次 2026-11-20 16:22") == true)
        let next = try county.signIn("fabu")
        #expect(try county.office.lastSignIn(in: next)?.warning(on: county.now.day) == nil)
    }

    @Test("a clerk sees where they are signed in and ends another; what sits there does nothing more")
    func ended() throws {
        let county = try County()
        let there = try county.office.signIn("fabu", password: County.password, from: "10.0.0.8")
        try county.office.signOut(try county.signIn("fabu"))
        let here = try county.signIn("fabu")
        let office = county.office
        let listed = try office.ownSessions(in: here)
        #expect(listed.map(\.state) == [.here, .ended(county.now, "退出"), .open])
        let done = try office.perform(EndSession(listed[2]), in: here)
        #expect(done.outcome.address == "10.0.0.8")
        let refusal = #expect(throws: Refusal.self) { try office.perform(TakeNothing(), in: there) }
        #expect(refusal?.reason == .session)
        for session in listed.prefix(2) {
            #expect(throws: Refusal.self) { try office.perform(EndSession(session), in: here) }
        }
        #expect(throws: Refusal.self) { try office.perform(EndSession(listed[2]), in: here) }
    }

    @Test("nobody ends a colleague's session")
    func others() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let wumin = try county.signIn("wumin")
        let own = try #require(try county.office.ownSessions(in: wumin).first)
        #expect(throws: Refusal.self) { try county.office.perform(EndSession(own), in: fabu) }
        _ = try county.office.perform(TakeNothing(), in: wumin)
    }

    @Test("a session that is longer open than one may be was left by a program that was killed")
    func abandoned() throws {
        let county = try County()
        _ = try county.signIn("fabu")
        county.now = county.now.adding(seconds: 13 * 3600)
        let listed = try county.office.ownSessions(in: try county.signIn("fabu"))
        #expect(listed.map(\.state) == [.here, .ended(nil, "没有正常退出")])
    }

    @Test(
        "a clerk who is moved, locked or ended does nothing more with the session they have",
        arguments: [
            ("UPDATE clerk SET unit_id = 2 WHERE name = 'fabu'", "您的帐号已调到别的单位, 请重新登录"),
            ("UPDATE clerk SET locked_at = '2026-11-20T01:00:00.000Z' WHERE name = 'fabu'", "帐号已被锁定, 请找安全管理员"),
            ("UPDATE clerk SET ended_day = '2026-11-20' WHERE name = 'fabu'", "帐号已停用, 请找系统管理员"),
        ])
    func changed(sql: String, sentence: String) throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        try county.raw(sql)
        let refusal = #expect(throws: Refusal.self) { try county.office.perform(TakeNothing(), in: fabu) }
        #expect(refusal?.sentence == sentence && refusal?.reason == .session)
    }
}
