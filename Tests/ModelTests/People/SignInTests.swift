// Signing in: no hint which was wrong, and a wait that grows.
import CountyFixture
import Synchronization
import Testing

@testable import Model

@Suite("Sign-in")
struct SignInTests {
    private func refusal(_ office: Office, _ name: String, _ password: String = "Wrong#2026") -> String? {
        do throws(Refusal) {
            _ = try office.signIn(name, password: password, from: "tty1")
            return nil
        } catch {
            return error.sentence
        }
    }

    @Test("an unknown name and a wrong password are told in the same words")
    func sameWords() throws {
        let county = try County()
        let wrong = refusal(county.office, "fabu")
        #expect(wrong == "帐号或密码不对, 请等 1 秒后再试")
        #expect(refusal(county.office, "nobody") == wrong)
    }

    @Test("an unknown name costs a check of the same price, with nothing made first")
    func samePrice() throws {
        let real = try Password.hash("Yangguang#2026")
        func parts(_ hash: String) -> [Substring] { hash.split(separator: "$").map { $0 } }
        #expect(parts(Password.decoy).dropLast(2) == parts(real).dropLast(2))
        #expect(parts(Password.decoy).map(\.count) == parts(real).map(\.count))
        #expect(!Password.matches("", Password.decoy))
    }

    @Test("the wait grows 1, 2, 4 .. seconds, is kept over connections, and holds even for the right password")
    func growingWait() throws {
        let county = try County()
        for seconds in [1, 2, 4, 8] {
            #expect(refusal(try county.anotherOffice(), "fabu") == "帐号或密码不对, 请等 \(seconds) 秒后再试")
            county.now = county.now.adding(seconds: seconds - 1)
            #expect(refusal(try county.anotherOffice(), "FABU ", County.password) == "帐号或密码不对, 请等 1 秒后再试")
            county.now = county.now.adding(seconds: 1)
        }
        _ = try county.signIn("fabu")
        #expect(refusal(county.office, "fabu") == "帐号或密码不对, 请等 1 秒后再试")
    }

    @Test("failed tries are in the journal, an unknown name without its letters")
    func journaled() throws {
        let county = try County()
        _ = refusal(county.office, "fabu")
        _ = refusal(county.office, "MyPasswordTypedHere")
        let rows: [String] = try county.rawValues(
            "SELECT clerk || ': ' || sentence FROM journal WHERE act = 'signIn' AND is_refusal = 1")
        #expect(rows == ["李文: 登录失败, 第 1 次", "未知帐号: 登录失败, 第 1 次"])
        let kept: Int? = try county.rawValue(
            "SELECT count(*) FROM sign_in_failure WHERE name_hash LIKE '%mypassword%'")
        #expect(kept == 0)
    }

    @Test("after signing out nothing can be done with the session")
    func signedOut() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        try county.office.signOut(fabu)
        let refusal = #expect(throws: Refusal.self) { try county.office.perform(TakeNothing(), in: fabu) }
        #expect(refusal?.reason == .session)
        #expect(throws: Refusal.self) { try county.office.drafts(in: fabu) }
        #expect(throws: Refusal.self) {
            try county.office.keepDraft("hearing.announcement", matter: nil, entries: Entries(), in: fabu)
        }
    }

    @Test("a clerk who is locked in the middle of the day does nothing more, and does not come in again")
    func locked() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        try county.raw("UPDATE clerk SET locked_at = '2026-11-20T01:00:00.000Z' WHERE name = 'fabu'")
        let acting = #expect(throws: Refusal.self) { try county.office.perform(TakeNothing(), in: fabu) }
        #expect(acting?.sentence == "帐号已被锁定, 请找安全管理员")
        #expect(refusal(county.office, "fabu", County.password) == "帐号已被锁定, 请找安全管理员")
    }

    @Test("a clerk who has left is like one who never was")
    func left() throws {
        let county = try County()
        try county.raw("UPDATE clerk SET ended_day = '2026-11-20' WHERE name = 'fabu'")
        #expect(refusal(county.office, "fabu", County.password) == "帐号或密码不对, 请等 1 秒后再试")
    }

    @Test("rights are read afresh inside each act")
    func rightsAfresh() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        try county.raw("DELETE FROM clerk_role WHERE clerk_id = 1")
        let refusal = #expect(throws: Refusal.self) {
            try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        }
        #expect(refusal?.reason == .notAllowed)
    }

    @Test("with a password that somebody else set, nothing is done but changing it")
    func firstPassword() throws {
        let county = try County()
        try county.raw("UPDATE clerk SET must_change_password = 1 WHERE name = 'fabu'")
        let fabu = try county.signIn("fabu")
        #expect(fabu.clerk.mustChangePassword)
        let refusal = #expect(throws: Refusal.self) {
            try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        }
        #expect(refusal?.sentence == "您的密码是别人设的, 请先修改密码, 再办理发布")
        _ = try county.office.perform(
            ChangePassword(old: County.password, new: "Xin-mima-2026", again: "Xin-mima-2026"), in: fabu)
        try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
    }

    @Test("of two tries at once, the wrong one that ends first makes the right one wait")
    func triesAtOnce() throws {
        let county = try County()
        let (path, moment) = (county.path, county.now)
        let rival = Rival {
            let other = try? Office(opening: path, clock: .fixed(moment))
            _ = try? other?.signIn("fabu", password: "Wrong#2026", from: "tty2")
        }
        let clock = Clock {
            rival.step()
            return moment
        }
        let office = try Office(opening: path, clock: clock)
        #expect(refusal(office, "fabu", County.password) == "帐号或密码不对, 请等 1 秒后再试")
        #expect(rival.hasTried)
    }

    /// Tries when the clock is asked for the second time, which is when the first try's password has been found right.
    private final class Rival: Sendable {
        private let asked = Mutex(0)
        private let attempt: @Sendable () -> Void

        init(_ attempt: @escaping @Sendable () -> Void) { self.attempt = attempt }

        var hasTried: Bool { asked.withLock { $0 > 1 } }

        func step() {
            let times = asked.withLock { asked in
                asked += 1
                return asked
            }
            if times == 2 { attempt() }
        }
    }
}
