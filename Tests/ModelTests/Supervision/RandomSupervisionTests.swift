// 待办 and 督查 on random histories, held against what the other lists say one by one.
import CountyFixture
import Model
import Testing

@Suite("What waits, counted twice")
struct RandomSupervisionTests {
    private static let publishers = ["fabu", "wumin", "jiaoyu"]

    /// A random history of two units over some weeks.
    private struct History {
        let county = Result { try County(now: "2026-09-21T09:00") }
        var random: SeededNumbers
        var matters: [(matter: Identifier<Matter>, system: System, clerk: String)] = []
        var letters: [(comment: Model.Comment, clerk: String)] = []

        init(seed: UInt64) { random = SeededNumbers(seed: seed) }

        mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

        /// Something is tried; whatever the rules forbid is left out.
        mutating func step(_ county: County) throws {
            let clerk = RandomSupervisionTests.publishers[below(3)]
            let day = county.now.day
            let ahead = WorkCalendar.national.workingDay(below(18) + 8, from: day)?.day.description ?? ""
            let session = try county.signIn(clerk)
            let known = matters.isEmpty ? nil : matters[below(matters.count)]
            switch below(14) {
            case 0, 1:
                let matter = try? county.publish(
                    .announcement,
                    HearingEntries.announcement(on: ahead, commentsUntil: day.adding(days: 2).description),
                    lateReason: "晚了", in: session)
                if let matter { matters.append((matter.id, .hearing, clerk)) }
            case 2:
                let entries = NoticeEntries.announcement(from: day.description, days: below(6) + 1)
                let matter = try? county.publish(.announcement, system: .publicNotice, entries, in: session)
                if let matter { matters.append((matter.id, .publicNotice, clerk)) }
            case 3:
                let jianguan = try county.signIn("jianguan")
                let change = SetPeriodDuty.Change.owes(since: Quarter(of: day.adding(days: -below(200))))
                try? county.setDuty(change, of: ["发改局", "教体局"][below(2)], in: jianguan)
            case 4: _ = try? county.publishBulletin(Quarter.of(2026, below(3) + 1), lateReason: "数据晚", in: session)
            case 5, 6:
                guard let known, let matter = try? county.office.matter(known.matter, in: session) else { return }
                let received = day.adding(days: -below(12)).description
                if let letter = try? county.register(
                    "建议\(below(100_000))", channel: ["letter", "telephone", "visit"][below(3)], on: received,
                    of: matter,
                    in: try county.signIn(known.clerk))
                {
                    letters.append((letter, known.clerk))
                }
            case 7:
                guard !letters.isEmpty else { return }
                let letter = letters[below(letters.count)]
                let answering = try county.signIn(letter.clerk)
                if let now = try? county.reread(letter.comment, in: answering) {
                    _ = try? county.reply(to: [now], in: answering)
                }
            case 8:
                guard let known, let matter = try? county.office.matter(known.matter, in: session) else { return }
                _ = try? county.publish(
                    .notice, of: matter, HearingEntries.notice(on: matter.event.day?.description ?? ""),
                    lateReason: "晚了", in: try county.signIn(known.clerk))
            case 9:
                let form = Draft.form(.hearing, .announcement)
                _ = try? county.office.keepDraft(form, matter: nil, entries: Entries(["title": "草稿"]), in: session)
            case 10:
                let jianguan = try county.signIn("jianguan")
                let about = below(2) == 0 ? known.flatMap { try? county.office.matter($0.matter, in: jianguan) } : nil
                _ = try? county.supervise(["发改局", "教体局"][below(2)], about: about, due: ahead, in: jianguan)
            case 11:
                let notes = try county.office.supervisionNotes(SupervisionNoteFilter(), in: session)
                if !notes.isEmpty { _ = try? county.answer(notes[below(notes.count)], in: session) }
            case 12:
                let jianguan = try county.signIn("jianguan")
                let notes = try county.office.supervisionNotes(SupervisionNoteFilter(), in: jianguan)
                guard !notes.isEmpty else { return }
                let note = notes[below(notes.count)]
                if below(2) == 0 {
                    _ = try? county.office.perform(WithdrawSupervisionNote(note, reason: "不用了"), in: jianguan)
                } else {
                    _ = try? county.office.perform(AcceptSupervisionAnswer(note), in: jianguan)
                }
            default: county.now = county.now.adding(seconds: 86_400 * (below(4) + 1))
            }
        }
    }

    @Test(
        "待办 has a row for each thing that the other lists tell of, and 督查 counts the same",
        arguments: [1, 2, 3, 4, 5, 6])
    func same(seed: Int) throws {
        var history = History(seed: UInt64(seed))
        let county = try history.county.get()
        for _ in 0..<90 { try history.step(county) }
        let duty = SetPeriodDuty.Change.owes(since: Quarter.of(2026, 1))
        try? county.setDuty(duty, of: "教体局", in: try county.signIn("jianguan"))
        for (clerk, unit) in [("fabu", "发改局"), ("wumin", "发改局"), ("jiaoyu", "教体局")] {
            let session = try county.signIn(clerk)
            let counted = try Count(county, session)
            let waiting = try county.office.waiting(in: session)
            #expect(waiting.todos == counted.todos, "\(clerk)")
            let page = try county.office.todos(.first, limit: 10_000, in: session)
            #expect(page.total == waiting.total && page.rows.count == waiting.total)
            #expect(page.rows.count { $0.light == .overdue } == waiting.redTodos)
            #expect(page.rows.count { $0.light == .soon } == waiting.soonTodos)
            let places = page.rows.map { $0.light == .overdue ? 0 : $0.light == .soon ? 1 : 2 }
            #expect(places == places.sorted(), "what presses stands first")
            let jianguan = try county.signIn("jianguan")
            let standing = try county.office.unitStandings(in: jianguan).first { $0.unit.shortName == unit }
            #expect(standing?.figures == counted.figures, "\(unit)")
        }
        #expect(county.office.check() == [])
    }

    /// What the lists say when they are read one by one.
    private struct Count {
        var todos: [Todo.Kind: Int] = [:]
        var figures = SupervisionFigures()

        init(_ county: County, _ session: Session) throws {
            let office = county.office
            let unit = session.clerk.unit.id
            var deadlines: [Deadline] = []
            for procedure in Procedure.all {
                let rows = try office.matters(procedure, .first, limit: 10_000, in: session).rows
                deadlines += rows.filter { $0.owner == unit }.flatMap(\.deadlines).filter { $0.period == nil }
                figures.unposted += rows.reduce(0) { $0 + $1.unposted.count }
                guard procedure.duty != nil else { continue }
                let row = try office.unitQuarters(procedure, .first, quarters: 40, limit: 99, in: session).rows.first
                let periods = row?.quarters.compactMap(\.deadline) ?? []
                figures.missing = periods.count { $0.light == .overdue }
                deadlines += periods
            }
            figures.overdue = deadlines.count { $0.light == .overdue }
            figures.soon = deadlines.count { $0.light == .soon }
            figures.metLate = deadlines.count { $0.light == .metLate && $0.metAt?.day.year == county.now.day.year }
            let open = CommentFilter(states: CommentFilter.unanswered.states)
            let letters = try office.comments(open, .first, limit: 10_000, in: session).rows
            figures.unanswered = letters.count
            figures.overdueAnswers = letters.count { $0.light == .overdue }
            let notes = try office.supervisionNotes(SupervisionNoteFilter(), in: session).filter(\.isOpen)
            figures.notes = notes.count
            figures.overdueNotes = notes.count { $0.due < county.now.day }
            todos = [
                .deadlines: figures.overdue + figures.soon, .comments: Set(letters.map(\.matter)).count,
                .notes: notes.count, .drafts: try office.drafts(in: session).count, .postings: figures.unposted,
            ].filter { $0.value > 0 }
        }
    }

    @Test("the units' figures add up to what the supervisor's own lists hold")
    func totals() throws {
        var history = History(seed: 77)
        let county = try history.county.get()
        let jianguan = try county.signIn("jianguan")
        try county.setDuty(.owes(since: Quarter.of(2026, 1)), of: "发改局", in: jianguan)
        try county.publishBulletin(Quarter.of(2026, 1), lateReason: "数据晚", in: try county.signIn("fabu"))
        for _ in 0..<150 { try history.step(county) }
        let all = try county.office.unitStandings(in: jianguan).reduce(SupervisionFigures()) { $0 + $1.figures }
        let waiting = try county.office.waiting(in: jianguan)
        #expect(all.overdue > 0 && all.unposted > 0, "something has happened")
        #expect(all.unanswered > 0)
        #expect(all.notes > 0)
        #expect(all.metLate > 0)
        #expect(all.overdue == waiting.overdue && all.soon == waiting.soon && all.unposted == waiting.unposted)
        #expect(all.unanswered == waiting.comments.values.reduce(0, +) && all.overdueAnswers == waiting.overdueReplies)
        let year = PublicationSpan(
            from: try #require(Day(year: county.now.day.year, month: 1, day: 1)), to: county.now.day)
        let late = SupervisedFilter(.late, span: year)
        #expect(try county.office.supervisedPublications(late, .first, limit: 1, in: jianguan).total == all.metLate)
    }
}
