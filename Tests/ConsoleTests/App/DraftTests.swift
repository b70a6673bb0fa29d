// Nothing that was typed is lost: when it is kept, when it is offered again, when it goes.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct DraftTests {
    private static let title = "关于调整城市公交票价听证会的公告"

    private func typing() throws -> ScreenPlay {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play("F2 \"\(Self.title)\"")
        return play
    }

    /// The titles of the clerk's drafts as the store has them.
    private func drafts(_ play: ScreenPlay) throws -> [String] {
        let county = try #require(play.county)
        let office = try county.anotherOffice()
        return try office.drafts(in: try county.signIn("fabu", to: office)).map { $0.entries["title"] }
    }

    @Test("Leaving a field keeps what was typed", arguments: ["Tab", "Enter", "Down", "BackTab"])
    func leavingAFieldKeeps(_ key: String) throws {
        let play = try typing()
        #expect(try drafts(play).isEmpty)
        try play.play(key)
        #expect(try drafts(play) == [Self.title])
    }

    @Test("Two seconds after the first unsaved key the desk wakes and keeps, also under a help page")
    func wakingKeeps() throws {
        let play = try typing()
        #expect(play.app.wakeAfter == 2000)
        try play.play("F1")
        #expect(play.app.wakeAfter == 2000)
        play.app.handle(.woken)
        #expect(play.app.unkeptSince == nil)
        #expect(try drafts(play) == [Self.title])
    }

    @Test("A dropped line keeps what was typed and ends the session")
    func hangUpKeeps() throws {
        let play = try typing()
        play.app.handle(.hangUp)
        #expect(play.app.hasEnded)
        #expect(try drafts(play) == [Self.title])
    }

    @Test("Signing out, leaving by Esc, by the menu, and from a window too small keep what was typed")
    func everyWayOutKeeps() throws {
        for keys in ["F10 Right Enter", "Esc", "F6 Down Enter", "resize\"20x5\" F10"] {
            let play = try typing()
            try play.play(keys)
            #expect(try drafts(play) == [Self.title], "\(keys)")
        }
    }

    @Test("Leaving a form says that the draft is kept")
    func leavingIsSaid() throws {
        let play = try typing()
        try play.play("Esc")
        #expect(play.status == "已存草稿")
    }

    @Test("A draft is offered at the next sign-in, and Enter goes on with it")
    func draftIsOffered() throws {
        let play = try typing()
        play.app.handle(.hangUp)
        let next = try ScreenPlay(beside: play)
        next.signIn("fabu")
        #expect(next.top == "drafts")
        #expect(next.text.contains(Self.title))
        try next.play("Enter")
        #expect(next.top == "form")
        #expect(next.text.contains(Self.title))
    }

    @Test("A colleague is not offered somebody else's draft")
    func draftIsTheClerksOwn() throws {
        let play = try typing()
        play.app.handle(.hangUp)
        let next = try ScreenPlay(beside: play)
        next.signIn("wumin")
        #expect(next.top == "matter-list")
    }

    @Test("放弃草稿 asks, and only a confirmed answer throws the draft away")
    func discardingIsAsked() throws {
        let play = try typing()
        try play.play("BackTab Right*2 Enter")
        #expect(play.top == "question")
        try play.play("Enter")
        #expect(play.top == "form")
        #expect(try drafts(play) == [Self.title])
        try play.play("Enter Right Enter")
        #expect(play.top == "matter-list")
        #expect(try drafts(play).isEmpty)
    }

    @Test("A draft that a file has begun keeps what stood in the fields already")
    func fileBeginsADraft() throws {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play("F2 BackTab*3 Enter Down Enter Esc F2")
        #expect(play.status.hasPrefix("接着写"))
        try play.play("BackTab*5")
        #expect(play.text.contains("发展和改革局"))
        #expect(play.text.contains("2026-11-20"))
    }

    @Test("When the session was ended elsewhere, the clerk signs in again and finds what was typed")
    func endedSessionKeepsTyping() throws {
        let play = try typing()
        let county = try #require(play.county)
        let other = try county.signIn("fabu", to: try county.anotherOffice())
        let changed = ChangePassword(old: County.password, new: "Xin-Mima#2027", again: "Xin-Mima#2027")
        _ = try county.office.perform(changed, in: other)
        try play.play("Tab")
        #expect(play.top == "sign-in")
        #expect(play.status.contains("您的登录已在别处结束"))
        #expect(play.app.unkeptSince == nil)
        try play.play("\"Xin-Mima#2027\" Enter")
        #expect(play.top == "drafts")
        try play.play("Enter")
        #expect(play.text.contains(Self.title))
    }

    @Test("What cannot be kept at the new sign-in stays on the desk until it can")
    func unkeptTypingStays() throws {
        let play = try typing()
        let county = try #require(play.county)
        let other = try county.signIn("fabu", to: try county.anotherOffice())
        let changed = ChangePassword(old: County.password, new: "Xin-Mima#2027", again: "Xin-Mima#2027")
        _ = try county.office.perform(changed, in: other)
        let store = try RawStore(county.path)
        try store.execute("CREATE TRIGGER full BEFORE INSERT ON draft BEGIN SELECT RAISE(ABORT, 'full'); END")
        try play.play("Tab \"Xin-Mima#2027\" Enter")
        if play.top == "text" { try play.play("Esc") }
        #expect(play.top == "form")
        #expect(play.text.contains(Self.title))
        #expect(play.app.wakeAfter == 2000)
        try store.execute("DROP TRIGGER full")
        play.app.handle(.woken)
        #expect(play.app.unkeptSince == nil)
        let session = try county.office.signIn("fabu", password: "Xin-Mima#2027", from: "tty2")
        #expect(try county.office.drafts(in: session).map { $0.entries["title"] } == [Self.title])
    }
}
