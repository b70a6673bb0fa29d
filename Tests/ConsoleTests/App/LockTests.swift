// The idle screen is locked, the long session ended, and nothing of the work is lost or seen.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite("Locked screens")
struct LockTests {
    private static let minute = 60_000

    /// A clerk in the middle of a form.
    private func writing() throws -> ScreenPlay {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play("F2 \"关于秘密事项听证会的公告\"")
        return play
    }

    @Test("15 minutes without a key lock the screen; the password brings everything back as it was")
    func idle() throws {
        let play = try writing()
        play.ticks.milliseconds += 14 * Self.minute
        play.handle(.woken)
        #expect(play.top == "form")
        try play.play("meanwhile\"idle\"")
        #expect(
            play.top == "sign-in" && !play.text.contains("秘密") && !play.text.contains("李文") && !play.text.contains("听证")
        )
        #expect(play.status.isEmpty)
        let fabu = try #require(play.app.desk.session)
        #expect(try play.office.drafts(in: fabu).map { $0.entries["title"] } == ["关于秘密事项听证会的公告"])
        play.type(County.password)
        play.press(.enter)
        #expect(play.status == "已解锁" && play.top == "form" && play.text.contains("关于秘密事项听证会的公告"))
        play.type("!")
        #expect(play.text.contains("关于秘密事项听证会的公告!"))
    }

    @Test("no key but the password opens it or shows what is behind")
    func shut() throws {
        let play = try writing()
        try play.play("F6 meanwhile\"idle\"")
        let keys: [Key] =
            (1...9).map(Key.function) + [.function(11), .function(12), .escape, .tab, .enter, .up, .down, .left, .home]
            + "abcdefgijklnopruvwxyz".map { Key.control($0) } + "ap/".map { Key.character($0) }
        for first in keys {
            for key in [first, .function(6), .enter, .down, .enter, .function(9), .escape] {
                guard key != .control("d") else { continue }
                play.press(key)
                #expect(
                    !play.text.contains("秘密") && !play.text.contains("李文") && !play.text.contains("退出系统"),
                    "\(first) \(key)")
            }
        }
        #expect(play.app.isShut)
    }

    @Test("a key that comes too late reaches nothing")
    func late() throws {
        let play = try writing()
        play.ticks.milliseconds += 15 * Self.minute
        play.type("x")
        #expect(play.top == "sign-in")
        play.type(County.password)
        play.press(.enter)
        #expect(play.text.contains("关于秘密事项听证会的公告 "))
    }

    @Test("the program is woken at the next deadline and at no other time")
    func wakes() throws {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        #expect(play.app.wakeAfter == nil)
        play.signIn("fabu")
        #expect(play.app.wakeAfter == 15 * Self.minute)
        play.ticks.milliseconds += 5 * Self.minute
        #expect(play.app.wakeAfter == 10 * Self.minute)
        play.press(.down)
        #expect(play.app.wakeAfter == 15 * Self.minute)
        try play.play("meanwhile\"idle\"")
        #expect(play.app.wakeAfter == (12 * 60 - 20) * Self.minute)
        try play.play("meanwhile\"halfday\"")
        #expect(play.app.wakeAfter == nil)
    }

    @Test("steady typing is kept every two seconds, however steady it is")
    func steady() throws {
        let play = try writing()
        #expect(play.app.wakeAfter == 2000)
        play.ticks.milliseconds += 1500
        play.type("x")
        #expect(play.app.wakeAfter == 500)
        play.ticks.milliseconds += 500
        play.handle(.woken)
        #expect(play.app.wakeAfter == 15 * Self.minute - 500)
    }

    @Test("after 12 hours the session ends, however busy; the same clerk signs in again and finds the draft")
    func wholeDay() throws {
        let play = try writing()
        for _ in 1..<72 {
            play.ticks.milliseconds += 10 * Self.minute
            play.type("。")
            #expect(play.top == "form")
        }
        play.ticks.milliseconds += 10 * Self.minute
        play.handle(.woken)
        #expect(play.top == "sign-in" && play.text.contains("登录时间已满"))
        play.type(County.password)
        play.press(.enter)
        #expect(play.top == "drafts" && play.text.contains("关于秘密事项"))
        let fabu = try #require(play.app.desk.session)
        let states = try play.office.ownSessions(in: fabu).map(\.state)
        #expect(states == [.here, .ended(play.app.desk.now, "满时长")])
    }

    @Test("both limits are settings")
    func settings() throws {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        try RawStore(try #require(play.county).path).execute(
            "INSERT INTO setting (site_id, name, value, changed_at) VALUES (1, 'idleMinutes', '3', ''), (1, 'sessionHours', '2', '')"
        )
        play.signIn("fabu")
        #expect(play.app.wakeAfter == 3 * Self.minute)
        for _ in 1...60 {
            play.ticks.milliseconds += 2 * Self.minute
            play.press(.down)
        }
        #expect(play.top == "sign-in")
    }

    @Test("a session that is ended while the screen is locked asks to sign in again")
    func endedWhileLocked() throws {
        let play = try writing()
        try play.play("meanwhile\"idle\"")
        let office = try Office(opening: play.office.path, clock: play.office.clock)
        let other = try office.signIn("fabu", password: County.password, from: "10.0.0.8")
        for session in try office.ownSessions(in: other) where session.state == .open {
            _ = try office.perform(EndSession(session), in: other)
        }
        play.type(County.password)
        play.press(.enter)
        #expect(play.text.contains("您的登录已在别处结束"))
        play.type(County.password)
        play.press(.enter)
        #expect(play.top == "drafts")
    }

    @Test("a clerk who is moved meanwhile signs in again, in the new unit; the old session ends")
    func moved() throws {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play("meanwhile\"moved\" F5")
        #expect(play.top == "sign-in")
        play.type(County.password)
        play.press(.enter)
        #expect(play.text.contains("教育体育局"))
        let fabu = try #require(play.app.desk.session)
        #expect(try play.office.ownSessions(in: fabu).last?.state == .ended(play.app.desk.now, "重新登录"))
    }

    @Test("what is said at sign-in: the last one, and a page of its own where somebody has tried in vain")
    func lastSignIn() throws {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        try play.play("meanwhile\"before\"")
        play.signIn("fabu")
        #expect(play.status.hasSuffix("上次登录 2026-11-20 09:00, 10.0.0.8"))
        let attacked = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        try attacked.play("meanwhile\"attacks\"")
        attacked.signIn("fabu")
        #expect(attacked.text.contains("登录情况") && attacked.said.isEmpty == false)
        #expect(attacked.lines.joined().replacing(" ", with: "").contains("3次"))
    }
}
