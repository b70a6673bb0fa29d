// Colleagues write while a clerk looks at a list: the row in hand stays the row in hand.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct RowInHandTests {
    private func desk(_ begin: (County, Session) throws -> Void) throws -> (ScreenPlay, County, Session) {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        let county = try #require(play.county)
        let colleague = try county.signIn("wumin", to: try county.anotherOffice())
        try begin(county, colleague)
        play.signIn("fabu")
        return (play, county, colleague)
    }

    private func announce(_ county: County, _ session: Session) throws {
        try county.publish(.announcement, HearingEntries.announcement(), in: session)
    }

    private func notify(_ title: String, _ county: County, _ session: Session) throws {
        let entries = Entries(["title": title, "body": "暂停办公", "signed_unit": "发展和改革局", "secrecy_checked": "1"])
        _ = try county.office.perform(PublishTemporaryNotice(in: .hearing, entries: entries), in: session)
    }

    @Test("A matter that new ones push off the first page stays in hand when the list is read again")
    func matterStays() throws {
        let (play, county, colleague) = try desk { county, session in
            for _ in 0..<14 { try announce(county, session) }
        }
        try play.play("Down*12")
        #expect(play.text.contains(">     2026-02"))
        try announce(county, colleague)
        try play.play("F5")
        #expect(play.text.contains(">     2026-02"))
    }

    @Test("The notice withdrawn is the one the question showed, though new ones came meanwhile")
    func noticeOfTheQuestion() throws {
        let (play, county, colleague) = try desk { county, session in
            for number in 1...18 { try notify("通知\(number)号", county, session) }
        }
        try play.play("F6 Up*2 Enter Down*16 Del")
        #expect(play.top == "question")
        #expect(play.text.contains("《通知2号》"))
        try notify("通知19号", county, colleague)
        try play.play("\"写错了\" Tab Right Enter")
        let rows = try county.office.temporaryNotices(.hearing, .first, limit: 30, in: colleague).rows
        #expect(rows.filter { $0.withdrawnAt != nil }.map(\.title) == ["通知2号"])
    }

    @Test("A notice whose posting was registered stays in hand; one that was just written comes first")
    func noticePosted() throws {
        let (play, county, _) = try desk { county, session in
            for number in 1...3 { try notify("通知\(number)号", county, session) }
        }
        try county.goTo("2026-11-20T09:20")
        try play.play("F6 Up*2 Enter Down*2 Space \"https://yangbi.example/1.html\" Tab Tab \"9:10\"")
        try play.play("F2 Right Enter")
        #expect(play.top == "temporary-notice-list")
        #expect(play.lines.contains { $0.contains(">2026-01  通知1号") }, "\(play.text)")
        try play.play("F2 \"通知4号\" Tab \"停电。\" Tab Tab Space F2 Right Enter")
        #expect(play.lines.contains { $0.contains(">2026-04  通知4号") }, "\(play.text)")
    }

    @Test("P1: before a first password is changed the menu leads nowhere else")
    func firstPassword() throws {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        try RawStore(play.office.path).execute("UPDATE clerk SET must_change_password = 1 WHERE name = 'fabu'")
        play.signIn("fabu")
        try play.play("F6 Down*3 Enter")
        #expect(play.top == "change-password")
        #expect(play.status.hasPrefix("首次登录要先修改密码"))
        let new = "Xin-Mima#2027"
        try play.play("F6 \"\(County.password)\" Enter \"\(new)\" Enter \"\(new)\" Enter*2")
        #expect(play.top == "matter-list")
    }
}
