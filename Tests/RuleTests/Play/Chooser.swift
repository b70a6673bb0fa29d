// Random orders: mostly what could be done next, often by two at once, sometimes what nobody may.
import ActOrders
import CountyFixture
import Model

struct Chooser {
    private var random: SeededNumbers
    private var now: Moment
    private var names = 0
    private var comments = 0

    init(seed: UInt64) throws {
        random = SeededNumbers(seed: seed)
        guard let now = Moment(Stage.beginning) else { throw Trouble("no beginning") }
        // Each case meets days off of its own: May, October, and a year whose days off nobody has announced.
        self.now = now.adding(seconds: Int.random(in: 0...260, using: &random) * 86_400)
    }

    /// The next step.
    mutating func moves(_ book: RuleBook) -> Moves {
        now = now.adding(seconds: number(0...6) * 41_000)
        let first = number(0...1)
        let order = order(at: first, about: nil, book)
        guard chance(40) else { return [order] }
        let other = self.order(at: 1 - first, about: chance(75) && !order.opens ? order.matter : nil, book)
        return [order, other]
    }

    private mutating func order(at desk: Int, about named: Int?, _ book: RuleBook) -> Order {
        let all = book.hearings.keys.sorted()
        let running = all.filter { book.hearings[$0]?.isClosed == false }
        // The more matters are running, the rarer a new one.
        let isNew = named == nil && (running.isEmpty || chance(24 / running.count))
        let picked = (chance(90) ? running : all).randomElement(using: &random)
        guard !isNew, let matter = named ?? picked, let hearing = book.hearings[matter] else {
            names += 1
            return order(at: desk, clerk: clerk(of: chance(60) ? 0 : 1), names, announcement())
        }
        return order(at: desk, clerk: clerk(of: hearing.unit), matter, deed(on: hearing, isQuiet: matter % 3 == 0))
    }

    private func order(at desk: Int, clerk: String, _ matter: Int, _ deed: Deed) -> Order {
        Order(desk: desk, at: "\(now.day)T\(now.timeOfDay.text):00", clerk: clerk, matter: matter, deed: deed)
    }

    /// Mostly somebody who may.
    private mutating func clerk(of unit: Int) -> String {
        let own = unit == 0 ? ["fabu", "wumin"] : ["jiaoyu"]
        return (chance(92) ? own : Stage.clerks).randomElement(using: &random) ?? own[0]
    }

    private mutating func announcement() -> Deed {
        let hearing = day(in: 1...30)
        let isExact = chance(66)
        let last = now.day.adding(days: number(0...(hearing - now.day)))
        return .announce(
            hearing: isExact ? hearing.description : nil, commentsUntil: last.description, lateReason: reason())
    }

    /// - Parameter isQuiet: nobody writes about it, so that G7 lets it be changed.
    private mutating func deed(on hearing: Hearing, isQuiet: Bool) -> Deed {
        if chance(5) { return .look }
        if !isQuiet, chance(hearing.isClosed ? 70 : 40) { return attention(to: hearing) }
        if chance(15) { return anything(hearing) }
        if isQuiet, chance(20) { return .delete(paper: chance(80) ? .notice : .announcement, reason: because()) }
        if hearing.papers[.notice] == nil { return chance(50) ? notice(hearing) : change(hearing) }
        if let ends = hearing.event?.ends, ends <= now { return chance(70) ? report() : change(hearing) }
        return hearing.materials == nil && chance(50) ? .sendMaterials(lateReason: reason()) : change(hearing)
    }

    /// Any deed, whatever the matter's state.
    private mutating func anything(_ hearing: Hearing) -> Deed {
        switch number(0...3) {
        case 0: notice(hearing)
        case 1: report()
        case 2: .sendMaterials(lateReason: reason())
        default: change(hearing)
        }
    }

    private mutating func change(_ hearing: Hearing) -> Deed {
        switch number(0...9) {
        case 0...2: .modify(paper: paper(hearing), hearing: newDay(hearing), reason: because(), lateReason: reason())
        case 3, 4: .correct(paper: paper(hearing), hearing: newDay(hearing), reason: because(), lateReason: reason())
        case 5: .delete(paper: chance(70) ? .notice : paper(hearing), reason: because())
        case 6...8: .postpone(to: movedDay().description, reason: because(), lateReason: reason())
        default: .terminate(reason: because())
        }
    }

    private mutating func attention(to hearing: Hearing) -> Deed {
        let names = hearing.letters.keys.sorted()
        let out = names.filter { hearing.letters[$0]?.isOut == true }
        let picked = (!out.isEmpty && chance(40) ? out : names).randomElement(using: &random)
        guard let name = picked, chance(names.count > 1 ? 85 : 40), let letter = hearing.letters[name] else {
            return register(hearing)
        }
        if letter.isHidden ? chance(70) : chance(5) { return .show(comment: name, reason: because()) }
        if letter.isDuplicate ? chance(70) : chance(5) { return .unmarkDuplicate(comment: name) }
        switch number(0...8) {
        case 0, 1: return .handle(comments: [name] + names.filter { $0 != name }.prefix(number(0...1)))
        case 2...4:
            let others = names.filter { $0 != name && hearing.letters[$0]?.state == letter.state }
            let adoption = ["adopted", "partly", "declined", "explained"].randomElement(using: &random) ?? "adopted"
            return .reply(comments: [name] + others.prefix(number(0...2)), adoption: adoption, reason: reason())
        case 5, 6: return .hide(comment: name, reason: because())
        default:
            let standing = names.filter { $0 != name && !out.contains($0) }
            let original = (chance(85) ? standing : names).randomElement(using: &random)
            return .markDuplicate(comment: name, of: original ?? name)
        }
    }

    /// A letter, mostly received since the announcement.
    private mutating func register(_ hearing: Hearing) -> Deed {
        comments += 1
        let day = day(in: -8...(chance(93) ? 0 : 1))
        let announced = hearing.papers[.announcement]?.at.day ?? day
        return .register(comment: comments, received: (chance(93) ? max(day, announced) : day).description)
    }

    /// Mostly a working day.
    private mutating func movedDay() -> Day {
        let day = day(in: -1...25)
        return chance(80) ? WorkCalendar.national.onOrAfter(day) : day
    }

    /// Mostly one that is out.
    private mutating func paper(_ hearing: Hearing) -> Paper {
        let out = Paper.allCases.filter { hearing.papers[$0] != nil }
        return (chance(90) ? out : Paper.allCases).randomElement(using: &random) ?? .announcement
    }

    private mutating func newDay(_ hearing: Hearing) -> String? {
        guard chance(hearing.event == nil ? 40 : 8) else { return nil }
        let day = day(in: 1...30)
        return day == hearing.event?.day ? nil : day.description
    }

    private mutating func notice(_ hearing: Hearing) -> Deed {
        let told = hearing.event.flatMap { chance(85) ? $0.day : nil }
        return .notify(hearing: (told ?? day(in: 1...30)).description, lateReason: reason())
    }

    private mutating func report() -> Deed {
        .report(present: [20, 18, 14, 13].randomElement(using: &random) ?? 20, lateReason: reason())
    }

    /// A reason that is always wanted.
    private mutating func because() -> String { chance(88) ? "工作需要" : "" }
    private mutating func reason() -> String { chance(60) ? "省里要求提前" : "" }
    private mutating func day(in days: ClosedRange<Int>) -> Day { now.day.adding(days: number(days)) }
    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
}
