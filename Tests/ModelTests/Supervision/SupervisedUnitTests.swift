// A unit's page of 督查: what is behind each of its figures.
import CountyFixture
import Model
import Testing

@Suite struct SupervisedUnitTests {
    private let county: County
    private let fabu: Session
    private let jianguan: Session

    init() throws {
        county = try County()
        fabu = try county.signIn("fabu")
        jianguan = try county.signIn("jianguan")
    }

    private func page() throws -> SupervisedUnit {
        try county.office.supervisedUnit(try county.recipient("发改局", in: jianguan).id, in: jianguan)
    }

    @Test(
        "matters with comments that want an answer stand there, those with overdue ones first, and the rest are counted"
    )
    func comments() throws {
        let matters = try (1...SupervisedUnit.most + 2).map {
            try county.publish(.announcement, HearingEntries.announcement(title: "关于第\($0)件事听证会的公告"), in: fabu)
        }
        try county.goTo("2026-12-02T09:00")
        for (index, matter) in matters.enumerated() {
            _ = try county.register(on: index == 4 ? "2026-11-20" : "2026-12-02", of: matter, in: fabu)
        }
        let unit = try page()
        #expect(unit.comments.count == SupervisedUnit.most && unit.commentedMatters == SupervisedUnit.most + 2)
        #expect(unit.comments.first?.title == "关于第5件事听证会的公告" && unit.comments.first?.overdue == 1)
        #expect(unit.standing.figures.unanswered == SupervisedUnit.most + 2)
        #expect(unit.standing.figures.overdueAnswers == 1)
    }

    @Test("what is not registered on the web stands there, the oldest first, as many as are listed")
    func unposted() throws {
        for number in 1...SupervisedUnit.most + 1 {
            try county.publish(
                .announcement, HearingEntries.announcement(title: "关于第\(number)件事听证会的公告"), in: fabu)
        }
        let unit = try page()
        #expect(unit.unposted.map(\.title) == (1...SupervisedUnit.most).map { "关于第\($0)件事听证会的公告" })
        #expect(unit.standing.figures.unposted == SupervisedUnit.most + 1)
    }

    @Test("the months tell what is owed beside what was announced")
    func owed() throws {
        try county.setDuty(.owes(since: Quarter.of(2026, 1)), of: "发改局", in: jianguan)
        let months = try page().months
        #expect(months.map(\.missing).reduce(0, +) == 3 && months.map(\.announcements).reduce(0, +) == 0)
        #expect(months.first { $0.first.month == 10 }?.missing == 1)
    }

    @Test("whoever asks about a matter reads what is late about it, and the unit reads the note while it answers")
    func readWhileWriting() throws {
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try county.goTo("2026-12-04T09:00")
        let supervisor = try county.signIn("jianguan")
        let about = try SendSupervisionNoteTask.about(matter.id, county.office, supervisor)
        #expect(
            about.occasion?.plain.contains("听证通知最迟 2026-11-27（含当日）, 已超期 5 个工作日") == true,
            "\(about.occasion?.plain ?? "")")
        let note = try county.supervise(about: matter, due: "2026-12-08", in: supervisor)
        let task = AnswerSupervisionNoteTask(note)
        #expect(task.occasion?.paragraphs.prefix(2).last == .body(note.body))
        let context = try county.office.context(in: try county.signIn("fabu"))
        let preview = task.check(Entries(["body": "马上办。"]), attachments: [], context).preview
        #expect(preview.paragraphs.contains(.body("马上办。")) && preview.paragraphs.contains(.body(note.body)))
    }

    @Test("the day of a note is said with its weekday before it is sent")
    func day() throws {
        let task = SendSupervisionNoteTask(to: try county.recipient("发改局", in: jianguan))
        let entries = Entries(["title": "催办", "body": "请尽快办结", "due_day": "2026-11-27"])
        let preview = task.check(entries, attachments: [], try county.office.context(in: jianguan)).preview
        #expect(preview.paragraphs.last == .body("2026-11-27 周五 工作日（含当日）"))
    }
}
