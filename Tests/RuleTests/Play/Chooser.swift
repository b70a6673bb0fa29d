// Random orders: mostly what could be done next, often by two at once, sometimes what nobody may.
import ActOrders
import CountyFixture
import Model

struct Chooser {
    private var random: SeededNumbers
    private(set) var now: Moment
    let modes: Modes
    private var names = 0
    private var made = 0

    init(seed: UInt64) throws {
        random = SeededNumbers(seed: seed)
        guard let now = Moment(Stage.beginning) else { throw Trouble("no beginning") }
        // Each case meets days off of its own: May, October, and a year whose days off nobody has announced.
        self.now = now.adding(seconds: Int.random(in: 0...260, using: &random) * 86_400)
        // Every way of reviewing is played in every case.
        let ways = ReviewMode.allCases.map(\.rawValue).shuffled(using: &random)
        modes = Modes(set: Dictionary(uniqueKeysWithValues: zip(Course.played.map(\.system.rawValue), ways)))
    }

    /// The next step.
    mutating func moves(_ book: RuleBook) -> Moves {
        // Within a day much may be done; over the days the deadlines pass.
        now = now.adding(seconds: chance(50) ? number(0...5) * 3_000 : number(0...6) * 41_000)
        let first = number(0...1)
        let order = order(at: first, about: nil, book)
        guard chance(40) else { return [order] }
        let other = self.order(at: 1 - first, about: chance(75) && order.deed.opening == nil ? order.matter : nil, book)
        // One clerk's typing at two desks at once is a matter of drafts.
        if order.clerk == other.clerk, [order, other].contains(where: \.deed.isSubmission) { return [order] }
        return [order, other]
    }

    private mutating func order(at desk: Int, about named: Int?, _ book: RuleBook) -> Order {
        if chance(named != nil ? 15 : book.reviews.values.contains { $0.isLocked } ? 30 : 18),
            let order = review(at: desk, about: named, book)
        {
            return order
        }
        let all = book.affairs.keys.sorted()
        let running = all.filter { book.affairs[$0]?.isClosed == false }
        // The more matters are running, the rarer a new one.
        let isNew = named == nil && (running.isEmpty || chance(14 / running.count))
        let picked = (chance(90) ? running : all).randomElement(using: &random)
        guard !isNew, let matter = named ?? picked, let affair = book.affairs[matter] else {
            names += 1
            let deed = chance(20) ? backfilledAnnouncement() : .announce(dates: dates(), lateReason: reason())
            let course = deed.opening.map(Course.of) ?? .hearing
            return reviewed(order(at: desk, clerk: clerk(of: chance(60) ? 0 : 1), names, deed), modes[course])
        }
        let deed = deed(on: affair, isQuiet: matter % 3 == 0)
        return reviewed(order(at: desk, clerk: clerk(of: affair.unit), matter, deed), modes[affair.course])
    }

    func order(at desk: Int, clerk: String, _ matter: Int, _ deed: Deed, _ approval: Approval? = nil) -> Order {
        Order(
            desk: desk, at: "\(now.day)T\(now.timeOfDay.text):00", clerk: clerk, matter: matter, deed: deed,
            approval: approval)
    }

    /// Mostly somebody who may.
    private mutating func clerk(of unit: Int) -> String {
        let own = unit == 0 ? ["fabu", "wumin"] : ["jiaoyu"]
        return (chance(92) ? own : Stage.clerks).randomElement(using: &random) ?? own[0]
    }

    private mutating func dates() -> Dates {
        if chance(20) { return bulletin(on: now.day) }
        guard chance(65) else { return period(from: day(in: (chance(95) ? 0 : -3)...3)) }
        let hearing = day(in: 1...30)
        let last = now.day.adding(days: number(0...(hearing - now.day)))
        return .hearing(on: chance(66) ? hearing.description : nil, commentsUntil: last.description)
    }

    private mutating func period(from first: Day) -> Dates {
        .period(from: first.description, days: number(1...12), areWorking: chance(60))
    }

    /// Mostly of the quarter before, which is over.
    private mutating func bulletin(on day: Day) -> Dates {
        guard chance(75) else { return .sudden }
        let quarter = Quarter(of: day)
        let told = chance(85) ? quarter.previous : chance(50) ? quarter : quarter.next
        return .quarter(year: told?.year ?? quarter.year, number: told?.number ?? quarter.number)
    }

    /// A matter that was running before: of long ago, or announced a few days since.
    private mutating func backfilledAnnouncement() -> Deed {
        let day = day(in: -60...(chance(95) ? 0 : 2))
        if chance(15) {
            return .backfillAnnouncement(dates: bulletin(on: day), day: day.description, reason: because())
        }
        guard chance(65) else {
            return .backfillAnnouncement(
                dates: period(from: day.adding(days: number(0...2))), day: day.description, reason: because())
        }
        let hearing = day.adding(days: number(1...45))
        let last = day.adding(days: number(chance(97) ? 0...(hearing - day) : -3...40))
        return .backfillAnnouncement(
            dates: .hearing(on: chance(75) ? hearing.description : nil, commentsUntil: last.description),
            day: day.description, reason: because())
    }

    /// - Parameter isQuiet: nobody writes about it, so that G7 lets it be changed.
    private mutating func deed(on affair: Affair, isQuiet: Bool) -> Deed {
        if chance(5) { return .look }
        if chance(affair.notices.isEmpty ? 8 : 16) { return posting(affair) }
        if chance(affair.awaitsBackfill ? 40 : 2) { return backfill(affair) }
        if !isQuiet, chance(affair.isClosed ? 70 : 50) { return attention(to: affair) }
        if chance(15) { return anything(affair) }
        let hasNotice = affair.course.papers.contains(.notice)
        if isQuiet, chance(hasNotice ? 20 : 4) {
            return .delete(paper: chance(80) && hasNotice ? .notice : .announcement, reason: because())
        }
        if isQuiet, chance(25) { return modification(affair) }
        if hasNotice, affair.papers[.notice] == nil { return chance(50) ? notice(affair) : change(affair) }
        if let ends = affair.event?.ends, ends <= now { return chance(70) ? toReport(affair) : change(affair) }
        return affair.isOwedMaterials && chance(50) ? .sendMaterials(lateReason: reason()) : change(affair)
    }

    /// Any deed, whatever the matter's state.
    private mutating func anything(_ affair: Affair) -> Deed {
        switch number(0...4) {
        case 0: notice(affair)
        case 1: report()
        case 2 where affair.course.steps.contains(.materials): .sendMaterials(lateReason: reason())
        case 3: backfill(affair)
        default: change(affair)
        }
    }

    /// Mostly the next document, of a day between the one before it and the day of entry.
    private mutating func backfill(_ affair: Affair) -> Deed {
        let next = affair.course.papers.first { affair.papers[$0] == nil } ?? .report
        let paper = chance(92) ? next : paper(affair)
        let before = affair.course.before(paper).flatMap { affair.papers[$0]?.at.day } ?? now.day
        let entered = affair.entered ?? now.day
        let earliest = paper == .report ? max(affair.event?.day ?? before, before) : before
        var day = earliest.adding(days: number(0...max(0, entered - earliest)))
        if chance(8) { day = self.day(in: -10...1) }
        let told = affair.event.flatMap { chance(70) ? $0.day : nil } ?? day.adding(days: number(1...25))
        return .backfill(
            paper: paper, hearing: paper == .notice ? told.description : nil, day: day.description, reason: because())
    }

    /// 上网登记, mostly of something that is out and of a moment since.
    private mutating func posting(_ affair: Affair) -> Deed {
        let notice = affair.notices.keys.sorted().randomElement(using: &random)
        if let notice, let sheet = affair.notices[notice], chance(80) {
            return .postNotice(notice: notice, at: moment(since: sheet.at))
        }
        let paper = paper(affair)
        return .post(
            paper: paper, at: moment(since: affair.papers[paper]?.at ?? now),
            address: chance(95) ? "https://www.yangbi.gov.cn/\(number(1...999)).html" : "www.yangbi.gov.cn")
    }

    /// To the minute, as clerks write it.
    private mutating func moment(since published: Moment) -> String {
        var moment = published.adding(seconds: number(0...6) * 7_000)
        if moment > now, chance(90) { moment = now }
        if chance(4) { moment = published.adding(seconds: -90) }
        return "\(moment.day)T\(moment.timeOfDay.text):00"
    }

    private mutating func modification(_ affair: Affair) -> Deed {
        .modify(paper: paper(affair), hearing: newDay(affair), reason: because(), lateReason: reason())
    }

    private mutating func change(_ affair: Affair) -> Deed {
        switch number(0...(affair.course.move == nil && chance(90) ? 5 : 9)) {
        case 0...2: modification(affair)
        case 3, 4: .correct(paper: paper(affair), hearing: newDay(affair), reason: because(), lateReason: reason())
        case 5: .delete(paper: chance(70) ? .notice : paper(affair), reason: because())
        case 6...8: .postpone(to: movedDay(affair).description, reason: because(), lateReason: reason(), notice: name())
        default: .terminate(reason: because(), notice: name())
        }
    }

    /// Mostly a working day; where it was running before, often a near one, from which counting goes back behind its entry.
    private mutating func movedDay(_ affair: Affair) -> Day {
        let day = day(in: affair.entered != nil && chance(50) ? 1...4 : -1...25)
        return chance(80) ? WorkCalendar.national.onOrAfter(day) : day
    }

    /// Mostly one that is out.
    private mutating func paper(_ affair: Affair) -> Paper {
        let out = Paper.allCases.filter { affair.papers[$0] != nil }
        return (chance(90) ? out : Paper.allCases).randomElement(using: &random) ?? .announcement
    }

    private mutating func newDay(_ affair: Affair) -> String? {
        guard affair.course == .hearing, chance(affair.event == nil ? 40 : 8) else { return nil }
        let day = day(in: 1...30)
        return day == affair.event?.day ? nil : day.description
    }

    private mutating func notice(_ affair: Affair) -> Deed {
        let told = affair.event.flatMap { chance(85) ? $0.day : nil }
        return .notify(hearing: (told ?? day(in: 1...30)).description, lateReason: reason())
    }

    /// The report, or the answers it waits for (G6).
    private mutating func toReport(_ affair: Affair) -> Deed {
        let waiting = affair.letters.filter { $0.value.isUnanswered }.keys.sorted()
        guard affair.course.beforeReport.contains(.everyCommentAnswered), let name = one(of: waiting), chance(75) else {
            return report()
        }
        return .reply(comments: [name], adoption: "adopted", reason: "")
    }

    private mutating func report() -> Deed {
        .report(present: [20, 18, 14, 13].randomElement(using: &random) ?? 20, lateReason: reason())
    }

    /// A name for what the store is to give a key to.
    mutating func name() -> Int {
        made += 1
        return made
    }

    mutating func one<Choices: Collection>(of choices: Choices) -> Choices.Element? {
        choices.randomElement(using: &random)
    }

    /// A reason that is always wanted.
    mutating func because() -> String { chance(88) ? "工作需要" : "" }
    mutating func reason() -> String { chance(60) ? "省里要求提前" : "" }
    mutating func day(in days: ClosedRange<Int>) -> Day { now.day.adding(days: number(days)) }
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
}

extension Affair {
    fileprivate var isOwedMaterials: Bool { materials == nil && course.steps.contains(.materials) }

    /// Whether its next document may well have been published before it was entered here.
    fileprivate var awaitsBackfill: Bool {
        guard let entered, !isClosed else { return false }
        if papers[.notice] == nil, course.papers.contains(.notice) { return true }
        return event.map { $0.day < entered } ?? false
    }
}
