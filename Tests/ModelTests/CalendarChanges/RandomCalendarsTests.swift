// Random calendars imported and taken back over random matters, held against an independent count.
import CountyFixture
import Foundation
import Model
import Testing

/// Both layers as they were imported. It counts by walking and knows nothing of the program but the days that come with it.
private struct ModelCalendar {
    /// Whether the day works; the nation's imported years have nothing else.
    var nation: [Int: [Day: Bool]] = [:]
    var own: [Day: Bool] = [:]

    private static let builtIn = WorkCalendar.national.layers[0].exceptions.mapValues { $0.kind == .working }

    func day(_ n: Int, from event: Day) -> Day {
        var (day, left) = (event, abs(n))
        while left > 0 {
            day = day.adding(days: n.signum())
            if works(day) { left -= 1 }
        }
        return day
    }

    func works(_ day: Day) -> Bool {
        if let own = own[day] { return own }
        if let year = nation[day.year] { return year[day] ?? !day.weekday.isWeekend }
        return Self.builtIn[day] ?? !day.weekday.isWeekend
    }
}

/// A deadline as its row stands.
private struct Standing: Hashable {
    let id: Int
    let rule: String
    let event: String
    let due: String
    let met: String
    let late: String
    let isNoted: Bool
    let isBackfilled: Bool
}

@Suite("Random calendars")
struct RandomCalendarsTests {
    private enum Deed: CaseIterable {
        case announce, backfill, notice, report, correct, own, nation, takeOwn, takeNation, pass
    }

    @Test(
        "open deadlines always equal the count by the calendar, met ones never move, the journal tells every move",
        arguments: Seeds.first(2))
    func sequences(seed: UInt64) throws {
        let county = try County(now: "2026-03-02T09:00")
        let xitong = try county.signIn("xitong")
        try county.setDuty(.owes(since: .of(2026, 1)), of: "发改局", in: try county.signIn("jianguan"))
        var random = SeededNumbers(seed: seed)
        var model = ModelCalendar()
        var matters: [Identifier<Matter>] = []
        var moved = 0
        for _ in 0..<60 {
            county.now = county.now.adding(seconds: Int.random(in: 1...40, using: &random) * 3_600)
            let fabu = try county.signIn("fabu")
            let before = try standings(county)
            let rows: Int = try county.rawValue("SELECT max(id) FROM journal") ?? 0
            let year = 2026 + Int.random(in: 0...1, using: &random)
            let matter = try matters.randomElement(using: &random).map { try county.office.matter($0, in: fabu) }
            var plan: CalendarPlan?
            switch Deed.allCases.randomElement(using: &random) ?? .pass {
            case .announce:
                let day = county.now.day.adding(days: Int.random(in: 3...60, using: &random)).description
                let entries = HearingEntries.announcement(on: day, commentsUntil: county.now.day.description)
                if let opened = try? county.publish(.announcement, entries, lateReason: "春节", in: fabu) {
                    matters.append(opened.id)
                }
            case .backfill:
                let announced = county.now.day.adding(days: -Int.random(in: 1...20, using: &random)).description
                let day = county.now.day.adding(days: Int.random(in: -5...25, using: &random)).description
                let entries = BackfillEntries.announcement(day: announced, hearing: day)
                if let opened = try? county.backfill(.announcement, entries, in: fabu) { matters.append(opened.id) }
            case .notice:
                guard let matter, let day = matter.event.day else { break }
                _ = try? county.publish(
                    .notice, of: matter, HearingEntries.notice(on: day.description), lateReason: "春节", in: fabu)
            case .report:
                guard let matter else { break }
                _ = try? county.publish(.report, of: matter, HearingEntries.report(), lateReason: "春节", in: fabu)
            case .correct:
                guard let matter, let document = matter.document(.announcement) else { break }
                let request = RevisionRequest(
                    .announcement, of: matter, base: document.versions,
                    entries: HearingEntries.revision(of: document, ["contact": "电话 \(rows)"]))
                _ = try? county.office.perform(Correct(request), in: fabu)
            case .own:
                let days = exceptions(year, 8, &random)
                plan = try? change(.replace(file(days, year)), nation: false, county, xitong)
                if plan != nil { model.own = model.own.filter { $0.key.year != year }.merging(days) { $1 } }
            case .nation:
                var days = exceptions(year, 20, &random)
                days[try #require(Day(year: year, month: 10, day: 1))] = false
                plan = try? change(.replace(file(days, year)), nation: true, county, xitong)
                if plan != nil { model.nation[year] = days }
            case .takeOwn:
                plan = try? change(.takeBack(year: year), nation: false, county, xitong)
                if plan != nil { model.own = model.own.filter { $0.key.year != year } }
            case .takeNation:
                plan = try? change(.takeBack(year: year), nation: true, county, xitong)
                if plan != nil { model.nation[year] = nil }
            case .pass: county.now = county.now.adding(seconds: Int.random(in: 1...20, using: &random) * 86_400)
            }
            try expectCounted(county, model)
            if let plan { try expectTold(plan, before, county, after: rows) }
            moved += plan?.moved.count ?? 0
        }
        #expect(moved > 0 && county.office.check().isEmpty)
    }

    /// Some days of a year, off or working.
    private func exceptions(_ year: Int, _ most: Int, _ random: inout SeededNumbers) -> [Day: Bool] {
        let first = Day(year: year, month: 1, day: 1) ?? .first
        let days = (0..<Int.random(in: 1...most, using: &random)).map { _ in
            (first.adding(days: Int.random(in: 0..<365, using: &random)), Int.random(in: 0..<4, using: &random) == 0)
        }
        return Dictionary(days) { $1 }
    }

    private func file(_ days: [Day: Bool], _ year: Int) -> ImportedCalendar {
        ImportedCalendar(
            CalendarLines.file(
                days.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value ? "working" : "off"),节,通知 \(year)" }))
    }

    private func change(
        _ change: CalendarChange, nation: Bool, _ county: County, _ session: Session
    ) throws -> CalendarPlan {
        let seen = try county.plan(change, nation: nation, in: session)
        let done = try county.office.perform(ChangeCalendar(seen, reason: "文件作废"), in: session).outcome
        #expect(Set(seen.deadlines) == Set(done.deadlines))
        return done
    }

    private func standings(_ county: County) throws -> [Int: Standing] {
        let rows: [String] = try county.rawValues(
            """
            SELECT l.id || '|' || l.rule || '|' || ifnull(m.event_day, l.period) || '|' || l.due_day || '|' || ifnull(l.met_at, '')
              || '|' || ifnull(l.late_days, '') || '|' || (l.overdue_noted_day IS NOT NULL) || '|'
              || (m.backfilled_day IS NOT NULL)
            FROM deadline l LEFT JOIN matter m ON m.id = l.matter_id WHERE l.ended_at IS NULL AND m.deleted_at IS NULL
            """)
        let standings = rows.map { row in
            let parts = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            return Standing(
                id: Int(parts[0]) ?? 0, rule: parts[1], event: parts[2], due: parts[3], met: parts[4], late: parts[5],
                isNoted: parts[6] == "1", isBackfilled: parts[7] == "1")
        }
        return Dictionary(uniqueKeysWithValues: standings.map { ($0.id, $0) })
    }

    private func expectCounted(_ county: County, _ model: ModelCalendar) throws {
        // Whoever signs in notes what has passed.
        _ = try county.signIn("wumin", to: try county.anotherOffice())
        for standing in try standings(county).values where standing.met.isEmpty {
            #expect(standing.due == reckoned(standing, model), "\(standing)")
            #expect(standing.isNoted == (standing.due < county.now.day.description), "\(standing)")
        }
    }

    private func reckoned(_ standing: Standing, _ model: ModelCalendar) -> String? {
        if let quarter = Quarter(code: standing.event) {
            var day = quarter.next?.firstDay?.adding(days: 9) ?? .first
            while !model.works(day) { day = day.adding(days: 1) }
            return day.description
        }
        let days = ["announcement": -10, "notice": -7, "materials": -3, "report": 10][standing.rule]
        return days.flatMap { n in Day(standing.event).map { model.day(n, from: $0).description } }
    }

    /// What was met is as it was; what moved, and only that, is in the plan and in the journal.
    private func expectTold(
        _ plan: CalendarPlan, _ before: [Int: Standing], _ county: County, after row: Int
    ) throws {
        let now = try standings(county)
        var moves: Set<String> = []
        for standing in before.values {
            let after = now[standing.id]
            if !standing.met.isEmpty { #expect(after == standing) }
            if let after, after.due != standing.due {
                moves.insert("由 \(standing.due) 改为 \(after.due)（含当日） deadline:\(standing.id)")
            }
            if after == nil { #expect(standing.isBackfilled && standing.met.isEmpty) }
        }
        let told: [String] = try county.rawValues(
            """
            SELECT substr(sentence, instr(sentence, '由 '), instr(sentence, '）') - instr(sentence, '由 ') + 1) || ' ' || subject
            FROM journal WHERE id > \(row) AND act IN ('deadlineMoved', 'periodMoved') AND sentence LIKE '%改为%'
            """)
        #expect(Set(told) == moves && told.count == moves.count)
        #expect(plan.moved.filter { $0.from != nil && $0.to != nil }.count == moves.count)
        let counts: Int? = try county.rawValue(
            "SELECT moved FROM calendar_change WHERE id = (SELECT max(id) FROM calendar_change)")
        #expect(counts == plan.moved.count)
    }
}
