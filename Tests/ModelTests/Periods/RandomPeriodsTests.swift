// Random duties, publications, changes and passing days, held against an independent reckoning of every quarter.
import CountyFixture
import Foundation
import Model
import Testing

/// What a unit has done and owes, as B1 and design 5 see it; it knows nothing of the program but days off.
private struct Reckoning {
    struct Bulletin {
        var quarter: Quarter
        let at: Moment
        let isBackfilled: Bool
        let matter: Identifier<Matter>
    }

    var bulletins: [Bulletin] = []
    /// From which moment on each quarter has been owed without a break.
    var owedSince: [Quarter: Moment] = [:]
    var since: Quarter?
    var until: Quarter?

    func first(_ quarter: Quarter) -> Bulletin? {
        bulletins.filter { $0.quarter == quarter }.min { $0.at.milliseconds < $1.at.milliseconds }
    }

    func owes(_ quarter: Quarter) -> Bool {
        since.map { quarter >= $0 && quarter <= until ?? quarter } ?? false
    }

    static func due(_ quarter: Quarter) -> Day {
        let (year, month) = quarter.number == 4 ? (quarter.year + 1, 1) : (quarter.year, quarter.number * 3 + 1)
        var day = Day(year: year, month: month, day: 10) ?? .first
        while !WorkCalendar.national.isWorking(day) { day = day.adding(days: 1) }
        return day
    }

    static func late(_ day: Day, _ due: Day) -> Int {
        var (days, step) = (0, due)
        while step < day {
            step = step.adding(days: 1)
            if WorkCalendar.national.isWorking(step) { days += 1 }
        }
        return max(1, days)
    }

    mutating func set(_ change: SetPeriodDuty.Change, at now: Moment) {
        switch change {
        case .owes(let quarter): (since, until) = (quarter, nil)
        case .ends(let quarter):
            until = quarter.previous
            if let since, quarter <= since { (self.since, until) = (nil, nil) }
        }
        begin(at: now)
    }

    /// Quarters begin to be owed, and cease to be.
    mutating func begin(at now: Moment) {
        owedSince = owedSince.filter { owes($0.key) }
        for quarter in since?.through(Quarter(of: now.day)) ?? [] where owes(quarter) && owedSince[quarter] == nil {
            owedSince[quarter] = now
        }
    }

    func word(_ quarter: Quarter, today: Day) -> String {
        let first = first(quarter)
        guard owes(quarter) else { return first == nil ? "不要求" : "已发" }
        let due = Self.due(quarter)
        guard let first else {
            if due < today { return "超期" }
            var (left, step) = (0, today)
            while step < due {
                step = step.adding(days: 1)
                if WorkCalendar.national.isWorking(step) { left += 1 }
            }
            return left <= 3 ? "将到" : "未到期"
        }
        if first.at.day <= due { return "按时" }
        if first.isBackfilled || first.at.milliseconds < owedSince[quarter]?.milliseconds ?? 0 { return "已发" }
        return "晚 \(Self.late(first.at.day, due))"
    }
}

@Suite("Random periods")
struct RandomPeriodsTests {
    private enum Deed: CaseIterable { case owe, end, publish, sudden, delete, move, backfill, pass, passLong }

    /// A few in every run, many in `script/soak`.
    @Test("how every quarter stands follows from duties, documents and days alone", arguments: Seeds.first(3))
    func sequences(seed: UInt64) throws {
        let county = try County(now: "2025-03-03T09:00")
        let names = ["fabu": "发改局", "jiaoyu": "教体局"]
        var random = SeededNumbers(seed: seed)
        var model = ["fabu": Reckoning(), "jiaoyu": Reckoning()]
        for _ in 0..<45 {
            county.now = county.now.adding(seconds: Int.random(in: 1...300, using: &random) * 60)
            let jianguan = try county.signIn("jianguan")
            for name in names.keys { model[name]?.begin(at: county.now) }
            let name = Bool.random(using: &random) ? "fabu" : "jiaoyu"
            let session = try county.signIn(name)
            guard let unit = names[name], var reckoning = model[name] else { continue }
            let present = Quarter(of: county.now.day)
            let quarter = try #require(present.adding(Int.random(in: -4...0, using: &random)))
            let chosen = reckoning.bulletins.randomElement(using: &random)
            switch Deed.allCases.randomElement(using: &random) ?? .pass {
            case .owe, .end:
                let change: SetPeriodDuty.Change =
                    Int.random(in: 0..<3, using: &random) > 0 ? .owes(since: quarter) : .ends(from: quarter)
                let before = try county.quarters(of: unit, in: jianguan).duty
                let isRefused =
                    SetPeriodDuty.refusal(change, of: before, "季度通报", today: county.now.day) != nil
                if isRefused {
                    #expect(throws: Refusal.self) { try county.setDuty(change, of: unit, in: jianguan) }
                } else {
                    try county.setDuty(change, of: unit, in: jianguan)
                    reckoning.set(change, at: county.now)
                }
            case .publish:
                let matter = try county.publishBulletin(quarter, lateReason: "数据汇总晚", in: session)
                reckoning.bulletins.append(
                    .init(quarter: quarter, at: county.now, isBackfilled: false, matter: matter.id))
            case .sudden: try county.publishBulletin(nil, in: session)
            case .delete:
                guard let chosen else { break }
                let matter = try county.office.matter(chosen.matter, in: session)
                _ = try county.office.perform(DeleteDocument(.announcement, of: matter, reason: "数据有误"), in: session)
                reckoning.bulletins.removeAll { $0.matter == chosen.matter }
            case .move:
                guard let chosen, chosen.quarter != quarter else { break }
                let matter = try county.office.matter(chosen.matter, in: session)
                try county.move(matter, to: quarter, lateReason: "季度写错", in: session)
                let index = try #require(reckoning.bulletins.firstIndex { $0.matter == chosen.matter })
                reckoning.bulletins[index].quarter = quarter
            case .backfill:
                let day = county.now.day.adding(days: -Int.random(in: 1...300, using: &random))
                // A quarter is mostly told of after its end, sometimes after its last day for it.
                let told = try #require(Quarter(of: day).adding(-Int.random(in: 0...2, using: &random)))
                let matter = try county.backfillBulletin(told, on: day, in: session)
                reckoning.bulletins.append(
                    .init(quarter: told, at: Moment.at(day, hour: 0, minute: 0), isBackfilled: true, matter: matter.id))
            case .pass: county.now = county.now.adding(seconds: Int.random(in: 1...12, using: &random) * 86_400)
            case .passLong: county.now = county.now.adding(seconds: Int.random(in: 20...130, using: &random) * 86_400)
            }
            model[name] = reckoning
            try compare(model, names, county)
        }
        #expect(county.office.check().isEmpty)
    }

    private func compare(
        _ model: [String: Reckoning], _ names: [String: String], _ county: County
    ) throws {
        let jianguan = try county.signIn("jianguan")
        let today = county.now.day
        for (name, unit) in names {
            var reckoning = try #require(model[name])
            reckoning.begin(at: county.now)
            let row = try county.quarters(of: unit, in: jianguan)
            #expect(
                row.quarters.map(\.word) == row.quarters.map { reckoning.word($0.quarter, today: today) }, "\(unit)")
            let overdue = row.quarters.filter { $0.word == "超期" }.map(\.quarter.code)
            let noted: [String] = try county.rawValues(
                """
                SELECT period FROM deadline WHERE unit_id = \(row.id.rawValue) AND met_at IS NULL
                  AND overdue_noted_day IS NOT NULL ORDER BY period
                """)
            #expect(noted.suffix(overdue.count) == overdue[...], "\(unit)")
            try compareFigures(reckoning, of: row.id, county, jianguan)
        }
    }

    /// P2: 欠发, 按时数 and 逾期数 of the summary are the quarters that stand so, however long ago they were.
    private func compareFigures(
        _ reckoning: Reckoning, of unit: Identifier<Model.Unit>, _ county: County, _ session: Session
    ) throws {
        let scope = ReportScope(system: .bulletin, reach: .unit(unit), span: .all)
        let lines = try county.office.figures(scope, by: .month, in: session)
        let shown = lines.map { $0.figures }.reduce(Model.Figures(), +)
        let today = county.now.day
        let words = try #require(Quarter(2023, 1)).through(Quarter(of: today)).map { reckoning.word($0, today: today) }
        #expect(shown.missing == words.count { $0 == "超期" })
        #expect(shown.inTime == words.count { $0 == "按时" })
        #expect(shown.late == words.count { $0.hasPrefix("晚") })
        #expect(shown.announcements >= reckoning.bulletins.count)
    }
}
