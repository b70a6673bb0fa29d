// Random acts of clerks of two units, held against a small model of the rules written from the office's rule book.
import CountyFixture
import Model
import Testing

/// A hearing as the rule book sees it; it knows nothing of the program but days off.
private struct ModelHearing {
    var unit: Int
    var announced: Day
    var noticed: Day?
    var reported: Day?
    /// The hearing, once its date is exact.
    var day: Day?
    var ends: Moment?
    var changes = 1
    var late: Set<String> = []

    /// The day n working days before (n < 0) or after, stepping and never counting the event's own day.
    static func step(_ n: Int, from event: Day) -> Day {
        var day = event
        var left = abs(n)
        while left > 0 {
            day = day.adding(days: n.signum())
            if WorkCalendar.national.isWorking(day) { left -= 1 }
        }
        return day
    }

    /// H1, H2, H3: what is late when these things happened on these days.
    static func late(_ hearing: Day, announced: Day?, noticed: Day?, reported: Day?) -> Set<String> {
        var late: Set<String> = []
        if let announced, announced > step(-10, from: hearing) { late.insert("announcement") }
        if let noticed, noticed > step(-7, from: hearing) { late.insert("notice") }
        if let reported, reported > step(10, from: hearing) { late.insert("report") }
        return late
    }
}

@Suite("Random acts")
struct RandomActsTests {
    @Test("no sequence of acts reaches a state the rules forbid", arguments: 1...12)
    func sequences(seed: UInt64) throws {
        let county = try County(now: "2026-03-02T09:00")
        var random = SeededNumbers(seed: seed)
        let sessions = try ["fabu", "wumin", "jiaoyu"].map { try county.signIn($0) }
        let units = [0, 0, 1]
        var model: [Identifier<Matter>: ModelHearing] = [:]
        var read: [Identifier<Matter>: [Matter]] = [:]

        for _ in 0..<40 {
            county.now = county.now.adding(seconds: Int.random(in: 0...6, using: &random) * 41_000)
            let now = county.now
            let clerk = Int.random(in: 0..<3, using: &random)
            let reason = Bool.random(using: &random) ? "省里要求提前" : ""
            let kind = [DocumentKind.announcement, .notice, .report].randomElement(using: &random) ?? .notice
            let id = model.keys.sorted { $0.rawValue < $1.rawValue }.randomElement(using: &random)
            let seen = id.flatMap { read[$0]?.randomElement(using: &random) }
            let matter = kind == .announcement && Int.random(in: 0..<4, using: &random) > 0 ? nil : seen
            let day = now.day.adding(days: Int.random(in: 1...30, using: &random))
            let isExact = Int.random(in: 0..<3, using: &random) > 0
            let told = matter.flatMap { model[$0.id]?.day }.flatMap {
                Int.random(in: 0..<5, using: &random) > 0 ? $0 : nil
            }
            let hearing = kind == .notice ? told ?? day : day

            var expected = false
            var after = matter.flatMap { model[$0.id] }
            switch (kind, after) {
            case (.announcement, nil):
                let late = ModelHearing.late(hearing, announced: now.day, noticed: nil, reported: nil)
                expected = !isExact || late.isEmpty || !reason.isEmpty
                after = ModelHearing(
                    unit: units[clerk], announced: now.day, day: isExact ? hearing : nil,
                    ends: isExact ? .endOfDay(hearing) : nil, late: isExact ? late : [])
            case (.notice, let before?):
                let late = ModelHearing.late(
                    hearing, announced: before.day == nil ? before.announced : nil, noticed: now.day, reported: nil)
                expected =
                    before.unit == units[clerk] && before.noticed == nil && before.changes == matter?.version
                    && (before.day == nil || before.day == hearing) && (late.isEmpty || !reason.isEmpty)
                after?.noticed = now.day
                after?.day = hearing
                after?.ends = .at(hearing, hour: 11, minute: 30)
                after?.late.formUnion(late)
            case (.report, let before?):
                let late = before.day.map {
                    ModelHearing.late($0, announced: nil, noticed: nil, reported: now.day)
                }
                expected =
                    before.unit == units[clerk] && before.noticed != nil && before.reported == nil
                    && before.changes == matter?.version && before.ends.map { now >= $0 } == true
                    && (late?.isEmpty == true || !reason.isEmpty)
                after?.reported = now.day
                after?.late.formUnion(late ?? [])
            default: break
            }

            let entries =
                switch kind {
                case .notice: HearingEntries.notice(on: hearing.description)
                case .report: HearingEntries.report()
                default:
                    HearingEntries.announcement(
                        on: isExact ? hearing.description : nil, commentsUntil: now.day.description)
                }
            let published = try? county.publish(kind, of: matter, entries, lateReason: reason, in: sessions[clerk])
            #expect((published != nil) == expected, "seed \(seed): \(kind.rawValue) at \(now)")
            if let published, var after {
                after.changes = published.version
                model[published.id] = after
                read[published.id, default: []].append(published)
                expectSame(published, after)
            }
        }

        for (id, hearing) in model { expectSame(try county.office.matter(id, in: sessions[0]), hearing) }
        #expect(county.office.check() == [])
        let total = try county.office.matters(.hearing, .first, limit: 1, in: sessions[0]).total
        #expect(total == model.values.count { $0.unit == 0 })
    }

    private func expectSame(_ matter: Matter, _ hearing: ModelHearing) {
        #expect(matter.document(.announcement)?.publishedAt.day == hearing.announced)
        #expect(matter.document(.notice)?.publishedAt.day == hearing.noticed)
        #expect(matter.document(.report)?.publishedAt.day == hearing.reported)
        #expect(matter.event.day == hearing.day)
        #expect(Set(matter.deadlines.filter { $0.light == .metLate }.map(\.rule)) == hearing.late)
        #expect(matter.deadlines.count == (hearing.day == nil ? 0 : 4))
    }
}
