// 督办: who asks whom, how it is answered, and where it is seen.
import CountyFixture
import Model
import Testing

@Suite("Notes of supervision")
struct SupervisionNoteTests {
    private let county: County
    private let fabu: Session
    private let jianguan: Session

    init() throws {
        county = try County()
        fabu = try county.signIn("fabu")
        jianguan = try county.signIn("jianguan")
    }

    @Test("a note asks a unit for an answer by a working day, and is answered once")
    func answered() throws {
        let note = try county.supervise(in: jianguan)
        #expect(note.word == "待答复" && note.light == .open)
        #expect(note.sentence(today: county.now.day, calendar: .national) == "最迟 2026-11-27（含当日）答复, 还有 5 个工作日")
        let answered = try county.answer(note, in: fabu)
        #expect(answered.word == "已答复" && answered.answer?.by == "李文" && answered.answer?.lateDays == nil)
        #expect(throws: Refusal("督办《说明超期的原因》李文 09:00 已答复, 不用再答复", reason: .stale)) { try county.answer(note, in: fabu) }
        #expect(county.office.check() == [])
    }

    @Test("a late answer says by how many working days")
    func late() throws {
        let note = try county.supervise(in: jianguan)
        try county.goTo("2026-12-01T10:00")
        #expect(try county.office.supervisionNote(note.id, in: fabu).light == .overdue)
        let answered = try county.answer(note, in: fabu)
        #expect(answered.answer?.lateDays == 2 && answered.word == "晚答复")
        #expect(answered.sentence(today: county.now.day, calendar: .national).hasSuffix("答复, 晚 2 个工作日"))
        #expect(county.office.check() == [])
    }

    @Test(
        "the day to answer by is a working day, not past and not years away",
        arguments: [
            ("2026-11-28", "答复期限须为工作日, 2026-11-28 是休息日; 最近的工作日是 2026-11-27 和 2026-11-30"),
            ("2026-11-19", "答复期限不能早于今天 2026-11-20, 填的是 2026-11-19"),
            ("2027-12-31", "答复期限最晚 2027-11-20 (从今天起 365 天), 填的是 2027-12-31"),
        ])
    func dueDay(due: String, sentence: String) throws {
        let refusal = #expect(throws: Refusal.self) { try county.supervise(due: due, in: jianguan) }
        #expect(refusal?.sentence == sentence)
        #expect(refusal?.fields.map(\.field) == ["due_day"])
    }

    @Test("a note is withdrawn before it is answered, with a reason, by the unit that sent it")
    func withdrawn() throws {
        let note = try county.supervise(in: jianguan)
        #expect(throws: Refusal("请写明撤回的原因")) {
            try county.office.perform(WithdrawSupervisionNote(note, reason: " "), in: jianguan)
        }
        _ = try county.office.perform(WithdrawSupervisionNote(note, reason: "已另行转办"), in: jianguan)
        #expect(try county.office.supervisionNote(note.id, in: fabu).word == "已撤回")
        #expect(throws: Refusal("督办《说明超期的原因》杨洁 09:00 已撤回, 不用再答复", reason: .stale)) { try county.answer(note, in: fabu) }
        let second = try county.supervise(in: jianguan)
        try county.answer(second, in: fabu)
        #expect(throws: Refusal.self) {
            try county.office.perform(WithdrawSupervisionNote(second, reason: "不用了"), in: jianguan)
        }
        #expect(county.office.check() == [])
    }

    @Test("only supervisors ask, only the unit's publishers and reviewers answer")
    func roles() throws {
        let unit = try county.recipient("发改局", in: jianguan).id
        let entries = Entries(["title": "催办", "body": "请尽快办结", "due_day": "2026-11-27"])
        for name in ["fabu", "shenhe", "xitong", "anquan", "shenji"] {
            let session = try county.signIn(name)
            #expect(throws: Refusal.self) {
                _ = try county.office.perform(SendSupervisionNote(to: unit, entries: entries), in: session)
            }
        }
        let note = try county.supervise(in: jianguan)
        for name in ["jiaoyu", "jianguan", "xitong", "shenji"] {
            let session = try county.signIn(name)
            #expect(throws: Refusal.self) { try county.answer(note, in: session) }
        }
        try county.answer(note, in: try county.signIn("shenhe"))
    }

    @Test("H9: a note is seen by its unit and by supervisors, in the list, on the matter page and in its history")
    func seen() throws {
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let note = try county.supervise(about: matter, in: jianguan)
        let jiaoyu = try county.signIn("jiaoyu")
        for (session, sees) in [(fabu, true), (jianguan, true), (jiaoyu, false)] {
            let office = county.office
            #expect(try office.supervisionNotes(SupervisionNoteFilter(), in: session).isEmpty != sees)
            #expect(try office.supervisionNotes(about: matter.id, in: session).isEmpty != sees)
            let history = try office.history(of: matter.id, in: session)
            #expect(history.contains { $0.sentence.hasPrefix("督办发展和改革局《说明超期的原因》") } == sees)
        }
        #expect(throws: Refusal.self) { try county.office.supervisionNote(note.id, in: jiaoyu) }
        #expect(
            try county.office.matter(matter.id, in: fabu).version == matter.version,
            "a note leaves its matter as it was")
    }

    @Test("a note is about a matter of the unit it is sent to")
    func ownMatter() throws {
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        #expect(throws: Refusal("这件事项不是教育体育局的, 不能为它督办教育体育局")) {
            try county.supervise("教体局", about: matter, in: jianguan)
        }
    }

    @Test("what is typed is kept as a draft by whoever may write it, and goes with the act")
    func drafts() throws {
        let office = county.office
        let unit = try county.recipient("发改局", in: jianguan)
        let task = SendSupervisionNoteTask(to: unit)
        let entries = Entries(["title": "催办", "body": "请尽快办结", "due_day": "2026-11-27"])
        try office.keepDraft(task.draftForm, matter: nil, entries: entries, in: jianguan)
        let draft = try #require(try office.drafts(in: jianguan).first)
        #expect(FormTasks.name(of: draft) == "督办" && draft.title == "催办")
        #expect(try FormTasks.task(of: draft, office, jianguan).title == "督办发展和改革局")
        #expect(throws: Refusal.self) {
            try office.keepDraft(task.draftForm, matter: nil, entries: entries, in: fabu)
        }
        let note = try office.perform(SendSupervisionNote(to: unit.id, entries: entries), in: jianguan).outcome
        #expect(try office.drafts(in: jianguan).isEmpty)
        let shenhe = try county.signIn("shenhe")
        let answering = AnswerSupervisionNoteTask(note)
        try office.keepDraft(answering.draftForm, matter: nil, entries: Entries(["body": "已核实"]), in: shenhe)
        #expect(try office.drafts(in: shenhe).map(\.title) == ["催办"])
        try county.answer(note, in: shenhe)
        #expect(try office.drafts(in: shenhe).isEmpty)
    }

    @Test("an answer waits in the supervisor's 待办 until it is taken note of, once")
    func accepted() throws {
        let note = try county.answer(try county.supervise(in: jianguan), in: fabu)
        #expect(try county.office.waiting(in: jianguan).todos == [.answers: 1])
        _ = try county.office.perform(AcceptSupervisionAnswer(note), in: jianguan)
        #expect(try county.office.waiting(in: jianguan).total == 0)
        #expect(throws: Refusal("杨洁 09:00 已阅知", reason: .stale)) {
            try county.office.perform(AcceptSupervisionAnswer(note), in: jianguan)
        }
        #expect(county.office.check() == [])
    }

    @Test("a report asks for the notes of a span with how each stands")
    func inTheReport() throws {
        try county.answer(try county.supervise(title: "第一件", in: jianguan), in: fabu)
        try county.goTo("2026-12-01T10:00")
        try county.supervise(title: "第二件", due: "2026-12-04", in: jianguan)
        func titles(_ filter: SupervisionNoteFilter) throws -> [String] {
            try county.office.supervisionNotes(filter, in: jianguan).map { "\($0.title) \($0.word)" }
        }
        #expect(try titles(SupervisionNoteFilter()) == ["第二件 待答复", "第一件 已答复"])
        let november = PublicationSpan(from: try #require(Day("2026-11-01")), to: try #require(Day("2026-11-30")))
        #expect(try titles(SupervisionNoteFilter(span: november)) == ["第一件 已答复"])
        #expect(try titles(SupervisionNoteFilter(state: .open)) == ["第二件 待答复"])
    }
}
