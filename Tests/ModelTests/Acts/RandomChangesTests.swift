// Random acts on hearings by clerks at two offices, with comments arriving, held against a small model of the rules of change.
import CountyFixture
import Model
import Testing

/// A hearing as design 5 and G7 see it; it knows nothing of the program but days off.
private struct ModelHearing {
    var isDeleted = false
    var isEnded = false
    var noticed = false
    var reported = false
    var comments = 0
    var postponed = 0
    var day: Day
    var versions = 1
    var stamp: Int

    /// G7: neither a comment of any kind nor a report; and what has ended stays as it is.
    var isUntouched: Bool { isOpen && comments == 0 }
    var isOpen: Bool { !isDeleted && !isEnded && !reported }
}

@Suite("Random changes")
struct RandomChangesTests {
    private enum Deed: CaseIterable {
        case announce, notice, report, modify, correct, delete, deleteNotice, postpone, terminate, comment
    }

    @Test("no sequence of acts changes, deletes, moves or ends what the rules keep", arguments: Seeds.first(4))
    func sequences(seed: UInt64) throws {
        let county = try County(now: "2026-03-02T09:00")
        let other = try county.anotherOffice()
        let doors = [(county.office, try county.signIn("fabu")), (other, try county.signIn("wumin", to: other))]
        var random = SeededNumbers(seed: seed)
        var model: [Identifier<Matter>: ModelHearing] = [:]
        var readings: [Matter] = []

        for step in 0..<60 {
            county.now = county.now.adding(seconds: Int.random(in: 0...4, using: &random) * 30_000)
            let (office, session) = doors[Int.random(in: 0..<2, using: &random)]
            let deed = Deed.allCases.randomElement(using: &random) ?? .announce
            let day = county.now.day.adding(days: Int.random(in: -1...25, using: &random))
            guard deed != .announce, let matter = readings.randomElement(using: &random), var hearing = model[matter.id]
            else {
                let hearingDay = county.now.day.adding(days: 20)
                let entries = HearingEntries.announcement(
                    on: hearingDay.description, commentsUntil: county.now.day.description)
                let done = try office.perform(
                    Publish(.announcement, in: .hearing, of: nil, entries: entries, lateReason: "春节"), in: session)
                let opened = try office.matter(done.outcome.matter, in: session)
                model[opened.id] = ModelHearing(day: hearingDay, stamp: opened.version)
                readings.append(opened)
                continue
            }
            let isFresh = hearing.stamp == matter.version
            let ended = Moment.at(hearing.day, hour: 23, minute: 59) < county.now
            let expected: Bool
            let act: () throws -> Void
            switch deed {
            case .notice:
                expected = isFresh && hearing.isOpen && !hearing.noticed
                act = {
                    let entries = HearingEntries.notice(on: hearing.day.description)
                    _ = try office.perform(
                        Publish(.notice, in: .hearing, of: matter, entries: entries, lateReason: "春节"), in: session)
                }
            case .report:
                expected = isFresh && hearing.isOpen && hearing.noticed && ended
                guard ended || county.now.day < hearing.day else { continue }
                act = {
                    _ = try office.perform(
                        Publish(.report, in: .hearing, of: matter, entries: HearingEntries.report(), lateReason: "春节"),
                        in: session)
                }
            case .modify, .correct:
                expected = isFresh && (deed == .modify ? hearing.isUntouched : hearing.isOpen)
                act = {
                    guard let document = matter.document(.announcement) else { return }
                    let request = RevisionRequest(
                        .announcement, of: matter, base: document.versions,
                        entries: HearingEntries.revision(of: document, ["contact": "电话 \(step)"]))
                    if deed == .modify {
                        _ = try office.perform(Modify(request), in: session)
                    } else {
                        _ = try office.perform(Correct(request), in: session)
                    }
                }
            case .delete, .deleteNotice:
                let kind = deed == .delete ? DocumentKind.announcement : .notice
                expected = isFresh && hearing.isUntouched && (deed == .delete || hearing.noticed)
                act = { _ = try office.perform(DeleteDocument(kind, of: matter, reason: "错"), in: session) }
            case .postpone:
                expected =
                    isFresh && hearing.isOpen && day > county.now.day && day != hearing.day
                    && WorkCalendar.national.isWorking(day)
                    && (matter.lastCommentDay.map { day >= $0 } ?? true)
                act = {
                    _ = try office.perform(
                        Postpone(
                            matter, entries: HearingEntries.postponement(to: day.description), lateReason: "春节"),
                        in: session)
                }
            case .terminate:
                expected = isFresh && hearing.isOpen
                act = { _ = try office.perform(Terminate(matter, entries: HearingEntries.termination()), in: session) }
            case .comment, .announce:
                expected = !hearing.isDeleted
                act = { try comment(on: matter.id, county) }
            }

            let isDone = (try? act()) != nil
            #expect(isDone == expected, "seed \(seed), step \(step): \(deed) on \(hearing)")
            guard isDone else { continue }
            switch deed {
            case .notice: hearing.noticed = true
            case .report: hearing.reported = true
            case .modify, .correct: hearing.versions += 1
            case .delete: hearing.isDeleted = true
            case .deleteNotice: hearing.noticed = false
            case .postpone: (hearing.day, hearing.postponed) = (day, hearing.postponed + 1)
            case .terminate: hearing.isEnded = true
            case .comment, .announce: hearing.comments += 1
            }
            if !hearing.isDeleted {
                let now = try office.matter(matter.id, in: session)
                expectSame(now, hearing)
                hearing.stamp = now.version
                readings.append(now)
            }
            model[matter.id] = hearing
        }

        let kept = model.values.count { !$0.isDeleted }
        #expect(try county.office.matters(.hearing, .first, limit: 1, in: doors[0].1).total == kept)
        // The comments were written past the office, and an act that would have entered them need not have followed.
        try county.office.catchUpFullText()
        #expect(county.office.check() == [])
    }

    private func comment(on matter: Identifier<Matter>, _ county: County) throws {
        try county.raw(
            """
            INSERT INTO every_comment (matter_id, channel, body, received_at, received_day)
            VALUES (\(matter.rawValue), 'web', '太贵', '\(county.now.iso)', '\(county.now.day)')
            """)
    }

    private func expectSame(_ matter: Matter, _ hearing: ModelHearing) {
        #expect(matter.event.day == hearing.day)
        #expect(matter.published.contains(.notice) == hearing.noticed)
        #expect(matter.published.contains(.report) == hearing.reported)
        #expect(matter.document(.announcement)?.versions == hearing.versions)
        #expect(matter.postponements.count == hearing.postponed)
        #expect((matter.ending != nil) == hearing.isEnded)
        #expect(matter.comments.all == hearing.comments)
        let isOpen = matter.deadlines.contains { [.open, .soon, .overdue].contains($0.light) }
        #expect(!hearing.isEnded || !isOpen)
    }
}
