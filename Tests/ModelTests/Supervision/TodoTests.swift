// 待办: what stands in it, in which order, and that nothing is told twice.
import CountyFixture
import Model
import Testing

@Suite("What waits for a clerk")
struct TodoTests {
    private func todos(_ county: County, _ session: Session) throws -> [Todo] {
        try county.office.todos(.first, limit: 1000, in: session).rows
    }

    @Test("what is overdue comes first, of whatever kind, then what is soon due, then every kind in its place")
    func order() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let jianguan = try county.signIn("jianguan")
        let first = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let second = try county.publish(
            .announcement, HearingEntries.announcement(on: "2026-12-22", title: "关于农村公交票价听证会的公告"), in: fabu)
        let letter = try county.register(of: second, in: fabu)
        try county.supervise(about: first, due: "2026-12-30", in: jianguan)
        try county.supervise(title: "第二件", due: "2026-12-09", in: jianguan)
        try county.supervise(title: "第三件", due: "2026-12-11", in: jianguan)
        try county.office.keepDraft(
            Draft.form(.hearing, .notice), matter: second.id, entries: Entries(["place": "县政务中心"]), in: fabu)
        try county.goTo("2026-12-10T09:00")
        let later = try county.signIn("fabu")
        _ = try county.register("希望缓行", on: "2026-12-09", of: first, in: later)
        _ = try county.register("希望分步", on: "2026-12-09", of: second, in: later)
        let rows = try todos(county, later)
        func when(_ todo: Todo) -> String { todo.when(today: county.now.day, calendar: .national) }
        #expect(
            rows.map { "\($0.word) \($0.what) \(when($0))" } == [
                "超期 听证通知 超 9", "超期 材料 超 5", "超期 答复督办 超 1", "超期 答复建议 1/2 条", "将到 听证通知 剩 1",
                "将到 答复督办 剩 1", "建议 答复建议 1 条", "督办 答复督办 剩 14", "草稿 听证通知 ", "未上网 听证公告 ",
                "未上网 听证公告 ",
            ])
        #expect(letter.light == .open, "the answer was due within 7 working days")
        let waiting = try county.office.waiting(in: later)
        #expect(waiting.redTodos == 4 && waiting.soonTodos == 2)
        #expect(waiting.todos[.notes] == 3 && waiting.todos[.comments] == 2)
    }

    @Test("what one is asked to review stands before the unit's other things, after what is overdue or soon due")
    func reviewsHigh() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        _ = try county.register(on: "2026-11-20", of: matter, in: fabu)
        try county.supervise(due: "2026-11-20", in: try county.signIn("jianguan"))
        try county.set(Setting.review(.hearing).name, ReviewMode.console.title)
        let form = Draft.form(.hearing, .announcement)
        try county.office.keepDraft(form, matter: nil, entries: HearingEntries.announcement(), in: fabu)
        let mark = try county.office.draft(form, matter: nil, in: fabu)?.mark
        _ = try county.office.perform(SubmitForReview(form, matter: nil, mark), in: fabu)
        #expect(try todos(county, try county.signIn("shenhe")).map(\.word) == ["将到", "审核", "建议", "未上网"])
    }

    @Test("a half-written answer belongs to its note's row, for as long as the note waits")
    func answerOnce() throws {
        let county = try County()
        let (fabu, jianguan) = (try county.signIn("fabu"), try county.signIn("jianguan"))
        let note = try county.supervise(in: jianguan)
        let answering = AnswerSupervisionNoteTask(note)
        try county.office.keepDraft(answering.draftForm, matter: nil, entries: Entries(["body": "已核实"]), in: fabu)
        #expect(try todos(county, fabu).map(\.kind) == [.notes])
        _ = try county.office.perform(WithdrawSupervisionNote(note, reason: "不用了"), in: jianguan)
        #expect(try todos(county, fabu).map(\.kind) == [.drafts])
    }

    @Test(
        "a draft stands once: returned, agreed to, or still to be written; what is being reviewed waits for somebody else"
    )
    func draftsOnce() throws {
        let county = try County()
        let (fabu, shenhe) = (try county.signIn("fabu"), try county.signIn("shenhe"))
        try county.set(Setting.review(.hearing).name, ReviewMode.console.title)
        let form = Draft.form(.hearing, .announcement)
        func kinds() throws -> [Todo.Kind] { try todos(county, fabu).map(\.kind) }
        func submit() throws -> Review {
            let mark = try county.office.draft(form, matter: nil, in: fabu)?.mark
            _ = try county.office.perform(SubmitForReview(form, matter: nil, mark), in: fabu)
            return try #require(try county.office.reviews(.first, limit: 1, in: shenhe).rows.first)
        }
        try county.office.keepDraft(form, matter: nil, entries: HearingEntries.announcement(), in: fabu)
        #expect(try kinds() == [.drafts])
        let first = try submit()
        #expect(try kinds() == [])
        #expect(try todos(county, shenhe).map(\.kind) == [.reviews])
        _ = try county.office.perform(DecideReview(first, .refuse(reason: "名额不对")), in: shenhe)
        #expect(try kinds() == [.returned])
        _ = try county.office.perform(DecideReview(try submit(), .agree), in: shenhe)
        #expect(try kinds() == [.agreed])
        #expect(try county.office.waiting(in: fabu).total == 1)
    }

    @Test("a supervisor's list is what is theirs to see to, not every unit's work")
    func supervisor() throws {
        let county = try County()
        let (fabu, jianguan) = (try county.signIn("fabu"), try county.signIn("jianguan"))
        try county.set(Setting.review(.hearing).name, ReviewMode.console.title)
        _ = try county.office.perform(
            Publish(
                .announcement, in: .hearing, of: nil, entries: HearingEntries.announcement(), emergency: "水质事故"),
            in: fabu)
        try county.answer(try county.supervise(in: jianguan), in: fabu)
        try county.goTo("2026-12-10T09:00")
        let later = try county.signIn("jianguan")
        #expect(try county.office.waiting(in: later).overdue > 0)
        #expect(try todos(county, later).map(\.kind) == [.reviews, .answers])
    }

    @Test("pages by key show every row once, forward and back, whatever the size of a page", arguments: [1, 2, 3, 7])
    func pages(limit: Int) throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        for number in 1...3 {
            let matter = try county.publish(
                .announcement, HearingEntries.announcement(title: "关于第\(number)件事听证会的公告"), in: fabu)
            _ = try county.register(of: matter, in: fabu)
        }
        try county.supervise(in: try county.signIn("jianguan"))
        try county.goTo("2026-11-25T09:00")
        let office = county.office
        let all = try todos(county, fabu).map(\.id)
        #expect(all.count == 10 && Set(all).count == 10)
        var page = try office.todos(.first, limit: limit, in: fabu)
        var seen = page.rows.map(\.id)
        while let last = page.last, seen.count < all.count {
            page = try office.todos(.after(last), limit: limit, in: fabu)
            #expect(page.position == seen.count + 1 && page.total == all.count)
            seen += page.rows.map(\.id)
        }
        #expect(seen == all)
        page = try office.todos(.last, limit: limit, in: fabu)
        var back = page.rows.map(\.id)
        while let first = page.first, back.count < all.count {
            page = try office.todos(.before(first), limit: limit, in: fabu)
            back = page.rows.map(\.id) + back
        }
        #expect(back == all)
        for (index, id) in all.enumerated() {
            let at = try office.todos(.at(id), limit: limit, in: fabu)
            #expect(at.position == index + 1 && at.rows.map(\.id) == Array(all[index...].prefix(limit)))
        }
    }
}
