// Two desks on one store: what others do is seen at the next key, and disturbs nothing that is under way.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite("Two desks on one store")
struct TwoDesksTests {
    private func desk(_ keys: String) throws -> ScreenPlay {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        try play.play("meanwhile\"announce\"")
        play.signIn("fabu")
        try play.play(keys)
        return play
    }

    private func session(_ play: ScreenPlay, _ name: String = "fabu") throws -> (office: Office, session: Session) {
        if name == "fabu", let session = play.app.desk.session { return (play.office, session) }
        let county = try #require(play.county)
        let office = try county.anotherOffice()
        return (office, try county.signIn(name, to: office))
    }

    private func draft(_ play: ScreenPlay, of name: String = "fabu") throws -> Draft? {
        let (office, session) = try session(play, name)
        return try office.drafts(in: session).first
    }

    /// Whether something that was typed still waits to be chosen or not.
    private func aside(_ play: ScreenPlay) throws -> DraftAside? {
        let (office, session) = try session(play)
        let matter = try office.matters(.hearing, .first, limit: 1, in: session).rows.first?.id
        return try office.aside(Draft.form(.hearing, .notice), matter: matter, in: session)
    }

    // MARK: - Lists and pages

    @Test("The next key shows what a colleague has published, does its own work, and the row in hand stays")
    func listCatchesUp() throws {
        let play = try desk("")
        #expect(!play.text.contains("2026-02"))
        try play.play("meanwhile\"announce\" F9")
        #expect(play.text.contains("      2026-02"))
        #expect(play.text.contains(">     2026-01"))
        #expect(play.status == "别人刚有改动, 列表已重新读取")
        #expect(!play.app.isMenuShown)
    }

    @Test("Where nothing in view has changed nothing is said")
    func nothingInView() throws {
        let play = try desk("Esc")
        let (office, session) = try session(play, "jiaoyu")
        _ = try office.perform(
            Publish(.announcement, in: .hearing, of: nil, entries: HearingEntries.announcement()), in: session)
        try play.play("Down Up")
        #expect(!play.status.contains("别人"))
    }

    @Test("The matter page says who has just changed the matter, and the cursor stays on its line of history")
    func pageCatchesUp() throws {
        func inHand(_ play: ScreenPlay) throws -> String {
            let cursor = try #require(play.app.paint().cursor)
            return play.lines[cursor.row]
        }
        let play = try desk("Right F9 End")
        let line = try inHand(play)
        #expect(line.contains("吴敏 发布听证公告"))
        try play.play("meanwhile\"notice\" Ctrl-L")
        #expect(play.status == "吴敏 09:00 刚改过这件事项, 已重新读取")
        #expect(play.text.contains("吴敏 发布听证通知"))
        #expect(try inHand(play) == line)
    }

    @Test("操作 chosen for a row that a colleague has deleted meanwhile is done to no other row")
    func deletedRow() throws {
        let play = try desk("meanwhile\"announce\" F5 Up F3 Down")
        #expect(play.top == "acts")
        let store = try RawStore(play.office.path)
        try store.execute("UPDATE matter SET deleted_at = created_at WHERE id = 2")
        try play.play("Enter")
        #expect(play.top == "matter-list")
        #expect(play.status.contains("没有办理"))
    }

    @Test("A question that is being answered keeps its words and its subject")
    func questionStays() throws {
        let play = try desk("F10")
        #expect(play.top == "question")
        try play.play("meanwhile\"announce\" Right")
        #expect(play.top == "question")
        try play.play("Left Enter")
        #expect(play.top == "matter-list")
    }

    // MARK: - Forms

    @Test("A form says that its matter was changed; the key that was pressed is typed, and both texts are shown")
    func formCatchesUp() throws {
        let play = try desk("Enter Down*5 \"三\" meanwhile\"notice\" \"楼\"")
        #expect(play.text.contains("三楼"))
        #expect(play.status.contains("吴敏 09:00 刚改过这件事项"))
        try play.play("F2")
        #expect(play.top == "comparison")
        #expect(play.text.contains("县政务中心 3 楼会议室"))
        try play.play("Esc")
        #expect(play.top == "form")
        #expect(play.text.contains("三楼"))
    }

    @Test("The owner of a draft learns of its takeover at the next key and keeps what was typed")
    func takenOver() throws {
        let play = try desk("Enter Down*5 \"三楼\" Tab meanwhile\"takeover\" \"甲\"")
        #expect(play.status.contains("吴敏 09:00 接手了这份草稿"))
        #expect(play.text.contains("三楼") && play.text.contains("甲"))
        try play.play("Tab")
        #expect(try draft(play) == nil)
        #expect(try draft(play, of: "wumin")?.entries["participants"] == "")
        #expect(try aside(play)?.entries["participants"] == "甲")
        try play.play("F2")
        #expect(play.top == "comparison")
        try play.play("Right Enter")
        #expect(play.top == "form")
        #expect(try draft(play)?.entries["participants"] == "甲")
        #expect(try draft(play, of: "wumin") != nil)
        #expect(try aside(play) == nil)
    }

    @Test("After a takeover the owner may leave it to the colleague")
    func leftToColleague() throws {
        let play = try desk("Enter Down*5 \"三楼\" Tab meanwhile\"takeover\" Tab F2 Right*2 Enter")
        #expect(play.top == "matter-list")
        #expect(try draft(play) == nil)
        #expect(try draft(play, of: "wumin")?.entries["place"] == "三楼")
    }

    @Test("A draft written at another desk is not written over; mine or theirs is chosen", arguments: [1, 2])
    func writtenElsewhere(_ choice: Int) throws {
        let play = try desk("Enter Down*5 \"三楼\" Tab meanwhile\"write\" \"甲\" Tab")
        #expect(play.status.contains("您在另一处 09:00 写过这份草稿"))
        #expect(try draft(play)?.entries["place"] == "县政务中心五楼会议室")
        try play.play("F2")
        #expect(play.text.contains("县政务中心五楼会议室") && play.text.contains("三楼"))
        try play.play("Right*\(choice) Enter")
        #expect(play.top == "form")
        #expect(try aside(play) == nil)
        #expect(try draft(play)?.entries["place"] == (choice == 1 ? "三楼" : "县政务中心五楼会议室"))
        #expect(try draft(play)?.entries["participants"] == (choice == 1 ? "甲" : ""))
        try play.play("\"乙\" Esc")
        #expect(play.status == "已存草稿")
    }

    @Test(
        "Whatever ends the form before the choice, both texts are there at its next opening",
        arguments: ["Esc", "F6 Down Enter", "hang-up"])
    func bothAreKept(_ end: String) throws {
        let play = try desk("Enter Down*5 \"三楼\" Tab meanwhile\"write\" \"甲\"")
        if end == "hang-up" { play.app.handle(.hangUp) } else { try play.play(end) }
        let next = try ScreenPlay(beside: play)
        next.signIn("fabu")
        try next.play("Enter")
        #expect(next.top == "form")
        #expect(next.status.contains("您在另一处"))
        #expect(next.text.contains("三楼") && next.text.contains("甲"))
        try next.play("F2")
        #expect(next.text.contains("县政务中心五楼会议室"))
        try next.play("Right Enter")
        #expect(try draft(next)?.entries["participants"] == "甲")
    }

    @Test("What was typed after a takeover is offered as a draft at the next sign-in")
    func offeredAgain() throws {
        let play = try desk("Enter Down*5 \"三楼\" Tab meanwhile\"takeover\" \"甲\"")
        play.app.handle(.hangUp)
        let next = try ScreenPlay(beside: play)
        next.signIn("fabu")
        #expect(next.top == "drafts")
        try next.play("Enter")
        #expect(next.text.contains("三楼") && next.text.contains("甲"))
        #expect(try draft(play, of: "wumin")?.entries["participants"] == "")
    }

    @Test("A draft thrown away at another desk does not take with it what is typed here")
    func goneElsewhere() throws {
        let play = try desk("Enter Down*5 \"三楼\" Tab meanwhile\"discard\" \"甲\" Tab")
        #expect(play.status.contains("这份草稿已在别处发布或丢掉"))
        #expect(try draft(play) == nil)
        try play.play("F2 Right Enter")
        #expect(try draft(play)?.entries["place"] == "三楼")
    }

    @Test("What was previewed is not published once its draft, with its files, has been taken over")
    func previewOfTakenDraft() throws {
        let play = try desk(
            "Enter Down*2 \"2026-12-08\" Down \"9:00\" Down \"11:30\" Down \"3 楼会议室\" Down \"主持人 张伟\" Down \"赵一\" Tab*5 Space F2 Right"
        )
        #expect(play.top == "preview")
        try play.play("meanwhile\"takeover\" Enter")
        #expect(play.top == "comparison")
        #expect(play.status.contains("没有发布"))
        let (office, session) = try session(play)
        #expect(try office.matters(.hearing, .first, limit: 1, in: session).rows.first?.published == [.announcement])
    }

    // MARK: - Colleagues' drafts

    @Test("Who opens a form that a colleague is writing is told, and can take the draft over there")
    func takeOverInForm() throws {
        let play = try desk("meanwhile\"begin\" Enter")
        #expect(play.status == "吴敏 09:00 正在写这份听证通知的草稿; F3 可以接手")
        let index = try #require(play.app.actsHere.firstIndex { $0.label == "接手草稿" })
        try play.play("F3 Down*\(index) Enter")
        #expect(play.top == "question")
        try play.play("Right Enter")
        #expect(play.top == "form")
        #expect(play.text.contains("县政务中心"))
        #expect(try draft(play)?.entries["place"] == "县政务中心")
        #expect(try draft(play, of: "wumin") == nil)
    }

    @Test("The list of drafts is open at any time and leads to a colleague's draft by a question")
    func takeOverInList() throws {
        let play = try desk("meanwhile\"begin\" act\"草稿\"")
        #expect(play.top == "drafts")
        #expect(play.text.contains("吴敏"))
        try play.play("Del")
        #expect(play.status == "这是吴敏的草稿, 只能由本人丢掉")
        try play.play("Enter Enter")
        #expect(play.top == "drafts")
        try play.play("Enter Right Enter")
        #expect(play.top == "form")
        #expect(play.text.contains("县政务中心"))
    }

    @Test("A draft that its writer threw away while the question was open is not taken over")
    func vanishedDraft() throws {
        let play = try desk("meanwhile\"begin\" act\"草稿\" Enter Right")
        let (office, wumin) = try session(play, "wumin")
        for draft in try office.drafts(in: wumin) {
            try office.discardDraft(draft.form, matter: draft.matter, in: wumin)
        }
        try play.play("Enter")
        #expect(play.top == "drafts")
        #expect(play.said.contains("已经不在"))
    }
}
