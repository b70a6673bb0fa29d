// All matters of a demo store, each made from its number alone.

/// One matter of the demo.
struct DemoMatter: Sendable {
    let index: Int
    /// The unit's place in `DemoUnit.all`.
    let unitIndex: Int
    let subject: DemoSubject
    /// What is heard, its place filled in.
    let topic: String
    let title: String
    var course: DemoCourse
    let representatives: Int

    var unit: DemoUnit { DemoUnit.all[unitIndex] }

    /// How the representatives are made up; the announcement and the notice say the same.
    var deputies: Int { 3 + index % 2 }
    var experts: Int { 3 + index % 3 }
    var citizens: Int { 2 + index % 3 }
    var affected: Int { representatives - deputies - experts - citizens }
}

/// The matters of a demo store by number: first the directed cases of the first unit, then the others in the order of their days.
struct DemoAgenda: Sendable {
    let size: DemoSize
    let seed: UInt64
    let now: Moment
    let calendar: WorkCalendar
    /// How many are directed cases.
    let directed: Int
    /// The units that publish, by their places in `DemoUnit.all`.
    let publishing: [Int]
    /// How many of the others belong to the first unit.
    private let first: Int
    /// The days over which the others are spread.
    let span: Int
    /// The matters to which more happens than the straight path.
    private(set) var cast = DemoCast()

    /// What generators are for.
    enum Purpose: UInt64 {
        case matter = 1
        case announcement, notice, report, weight, comment, commentTime, temporaryNotice, story
    }

    init(size: DemoSize, seed: UInt64, now: Moment, calendar: WorkCalendar) {
        self.size = size
        self.seed = seed
        self.now = now
        self.calendar = calendar
        directed = min(DemoCase.all.count, size.matters)
        publishing = (0..<size.units).filter { !DemoUnit.all[$0].subjects.isEmpty }
        let others = size.matters - directed
        let share = publishing.count == 1 ? others : max(Self.firstUnit, size.matters / 6) - directed
        first = min(others, max(0, share))
        span = min(15 * 365, max(2 * 365, size.matters / 20))
        cast = DemoCast(self)
    }

    /// The first unit's matters in every demo that is large enough.
    static let firstUnit = 41

    func random(_ purpose: Purpose, _ index: Int) -> SeededRandom {
        SeededRandom(seed: seed, purpose.rawValue, index)
    }

    /// The day from which on matters are made.
    var start: Day { now.day.adding(days: -span - 3) }

    /// The day near which an undirected matter is announced; it moves to a working day at most `slack` days earlier.
    func nominalDay(_ index: Int) -> Day {
        start.adding(days: (index - directed) * span / max(1, size.matters - directed))
    }

    /// The most days by which a matter may be announced before its nominal day.
    static let slack = 15

    func matter(_ index: Int) -> DemoMatter {
        var random = random(.matter, index)
        return index < directed ? directed(index, &random) : other(index, &random)
    }

    private func directed(_ index: Int, _ random: inout SeededRandom) -> DemoMatter {
        let plan = DemoCase.all[index]
        let hearing = calendar.workingDay(plan.hearing, from: now.day)?.day ?? now.day
        let course = DemoCourse(plan.terms, hearing: hearing, now: now, calendar: calendar, &random)
        return matter(index, unit: publishing[0], subject: plan.subject, course, &random)
    }

    private func other(_ index: Int, _ random: inout SeededRandom) -> DemoMatter {
        var day = nominalDay(index)
        while !calendar.isWorking(day) { day = day.adding(days: -1) }
        let terms = Self.terms(&random)
        let announced = DemoCourse.office(day, &random)
        let hearing = calendar.workingDay(terms.lead, from: day)?.day ?? day
        let course = DemoCourse(
            terms, hearing: hearing, announced: announced, now: now, calendar: calendar, &random)
        let (unit, subject) = unit(index - directed, &random)
        return matter(index, unit: unit, subject: subject, course, &random)
    }

    /// Whose matter it is, and about which of its subjects. The first unit's matters are spread evenly among the others and go
    /// through its subjects in turn.
    private func unit(_ place: Int, _ random: inout SeededRandom) -> (unit: Int, subject: Int) {
        let others = max(1, size.matters - directed)
        let before = (place * first + others / 2) / others
        let through = ((place + 1) * first + others / 2) / others
        guard through == before, publishing.count > 1 else { return (publishing[0], before) }
        return (random.pick(Array(publishing.dropFirst())), random.below(1000))
    }

    /// An ordinary course: most are in time.
    private static func terms(_ random: inout SeededRandom) -> DemoCourse.Terms {
        let lead = random.chance(percent: 4) ? random.within(8...9) : random.within(11...22)
        let notice = random.chance(percent: 3) ? random.within(4...6) : random.within(7...min(9, lead - 1))
        let report = random.chance(percent: 5) ? random.within(12...20) : random.within(3...10)
        let given: DemoCourse.Given =
            switch random.below(100) {
            case ..<80: .exact
            case ..<93: .approximate
            default: .open
            }
        return DemoCourse.Terms(given: given, lead: lead, notice: notice, report: report)
    }

    private func matter(
        _ index: Int, unit: Int, subject: Int, _ course: DemoCourse, _ random: inout SeededRandom
    ) -> DemoMatter {
        let subjects = DemoUnit.all[unit].subjects
        let subject = subjects[subject % subjects.count]
        let topic = subject.title.replacingFirst("{地}", with: random.pick(DemoPeople.places))
        return DemoMatter(
            index: index, unitIndex: unit, subject: subject, topic: topic,
            title: Self.title(topic, course.announced.day.year, &random),
            course: course, representatives: random.within(15...29))
    }

    /// A title of 31 to 50 characters.
    private static func title(_ topic: String, _ year: Int, _ random: inout SeededRandom) -> String {
        let length = topic.count + "关于".count
        let fitting = endings.filter { (31...50).contains(length + $0.count) }
        let ending = fitting.isEmpty ? endings[0].text : random.pick(fitting).text
        return "关于" + topic + ending.replacingFirst("{年}", with: String(year))
    }

    /// How a title ends, and how many characters that is once the year stands in it.
    private static let endings = ["", "方案", "实施方案", "方案（征求意见稿）", "方案（{年}年修订）"].flatMap { tail in
        ["听证会的公告", "听证会的公告（第1号）"].map { word in
            let text = tail + word
            return (text: text, count: text.replacingFirst("{年}", with: "2000").count)
        }
    }
}

extension String {
    /// The text with the first occurrence of `old` replaced.
    func replacingFirst(_ old: String, with new: String) -> String {
        guard let range = firstRange(of: old) else { return self }
        return replacingCharacters(in: range, with: new)
    }

    private func firstRange(of sought: String) -> Range<Index>? {
        indices.lazy.compactMap { start -> Range<Index>? in
            guard self[start...].hasPrefix(sought) else { return nil }
            return start..<self.index(start, offsetBy: sought.count)
        }.first
    }

    private func replacingCharacters(in range: Range<Index>, with new: String) -> String {
        String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
    }
}
