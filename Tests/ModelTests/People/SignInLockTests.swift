// Failures in a row lock a name for a while, be it there or not (GB/T 22239).
import CountyFixture
import Testing

@testable import Model

@Suite("Locked by failures")
struct SignInLockTests {
    private let county: County

    init() throws { county = try County() }

    private func refusal(_ name: String, _ password: String = "Wrong#2026") -> String? {
        do throws(Refusal) {
            _ = try county.office.signIn(name, password: password, from: "10.0.0.9")
            return nil
        } catch {
            return error.sentence
        }
    }

    /// Fails so often, each time after the wait.
    private func fail(_ name: String, _ times: Int) -> String? {
        var said: String?
        for time in 1...times {
            said = refusal(name)
            if time < times { county.now = county.now.adding(seconds: 60) }
        }
        return said
    }

    @Test("five failures lock for 30 minutes, the name that is there and the one that is not in the same words")
    func locked() throws {
        let said = fail("fabu", 5)
        #expect(said == "帐号或密码不对, 请等 30 分钟后再试; 急用请找安全管理员")
        #expect(fail("nobody", 5) == said)
        county.now = county.now.adding(seconds: 20 * 60)
        #expect(refusal("nobody", County.password) == "帐号或密码不对, 请等 10 分钟后再试; 急用请找安全管理员")
        let rows: [String] = try county.rawValues(
            "SELECT sentence || after FROM journal WHERE act = 'signIn' AND is_refusal = 1 AND clerk = '李文' ORDER BY id DESC LIMIT 1"
        )
        #expect(rows == [#"登录失败, 第 5 次, 锁定 30 分钟{"来处":"10.0.0.9"}"#])
    }

    @Test("after the lock one signs in, or begins to count anew")
    func over() throws {
        _ = fail("fabu", 5)
        county.now = county.now.adding(seconds: 30 * 60 + 1)
        #expect(refusal("fabu") == "帐号或密码不对, 请等 1 秒后再试")
        county.now = county.now.adding(seconds: 1)
        #expect(refusal("fabu", County.password) == nil)
    }

    @Test("the last security administrator is delayed and never blocked; a second one is locked as everybody is")
    func lastSecurityAdministrator() throws {
        #expect(fail("anquan", 12) == "帐号或密码不对, 请等 60 秒后再试")
        county.now = county.now.adding(seconds: 60)
        #expect(refusal("anquan", County.password) == nil)
        try county.raw("INSERT INTO clerk_role SELECT id, 'securityAdministrator', '' FROM clerk WHERE name = 'shenji'")
        #expect(fail("anquan", 5)?.contains("30 分钟") == true)
    }

    @Test("of two security administrators whom somebody locks out, one still comes in, and may unlock the other")
    func bothAttacked() throws {
        try county.raw("INSERT INTO clerk_role SELECT id, 'securityAdministrator', '' FROM clerk WHERE name = 'shenji'")
        #expect(fail("anquan", 5)?.contains("30 分钟") == true)
        #expect(fail("shenji", 5) == "帐号或密码不对, 请等 16 秒后再试")
        county.now = county.now.adding(seconds: 60)
        #expect(refusal("anquan", County.password) == nil)
        #expect(refusal("shenji", County.password)?.contains("分钟") == true)
    }

    @Test("how many failures and how long are settings, within what can be meant")
    func settings() throws {
        try county.set("signInFailures", "3")
        try county.set("lockMinutes", "5")
        #expect(fail("fabu", 3) == "帐号或密码不对, 请等 5 分钟后再试; 急用请找安全管理员")
        let wild = SignInLimits(
            Settings(["signInFailures": "0", "lockMinutes": "-5", "idleMinutes": "x", "sessionHours": "99"]))
        #expect(wild.failures == 3 && wild.lock == 300 && wild.idle == 900 && wild.whole == 86_400)
    }

    @Test("a locked screen is opened by the password alone; wrong ones count as at sign-in")
    func unlocking() throws {
        let fabu = try county.signIn("fabu")
        let office = county.office
        let since = county.now
        let wrong = #expect(throws: Refusal.self) {
            try office.unlock(fabu, password: "Wrong#2026", lockedSince: since, from: "10.0.0.7")
        }
        #expect(wrong?.sentence == "密码不对, 请等 1 秒后再试")
        #expect(refusal("fabu", County.password) == "帐号或密码不对, 请等 1 秒后再试")
        county.now = county.now.adding(seconds: 60)
        try office.unlock(fabu, password: County.password, lockedSince: since, from: "10.0.0.7")
        let rows: [String] = try county.rawValues(
            "SELECT is_refusal || sentence FROM journal WHERE act = 'unlock' ORDER BY id")
        #expect(rows == ["1解锁屏幕失败, 第 1 次", "0解锁屏幕, 自 09:00 起锁定"])
        try office.signOut(fabu)
        let over = #expect(throws: Refusal.self) {
            try office.unlock(fabu, password: County.password, lockedSince: since, from: "")
        }
        #expect(over?.reason == .session)
    }
}
