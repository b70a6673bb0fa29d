// Invented bulletins as affairs: quarter by quarter, and at once.

extension DemoAffair {
    /// A unit's bulletins on the last four quarters that are over, what it reported at once, and what is being written.
    static func bulletins(of place: Int, _ agenda: DemoAgenda) -> [DemoAffair] {
        let unit = DemoUnit.all[place]
        let topics = DemoBulletinTopic.of(unit)
        let present = Quarter(of: agenda.now.day)
        let quarters = (1...4).compactMap { present.adding(-$0) }
        let quarterly = quarters.enumerated().flatMap { back, quarter in
            topics.enumerated().compactMap { number, topic in
                DemoBulletin(topic, place, quarter, back: back + 1, number, agenda)?.affair
            }
        }
        let atOnce = DemoBulletinTopic.sudden(of: unit).map { DemoBulletin(sudden: $0, place, agenda).affair }
        return quarterly + [atOnce].compactMap { $0 } + begun(topics.first, place, present, agenda)
    }

    /// The second publisher of the first unit has begun the bulletin on the present quarter.
    private static func begun(
        _ topic: DemoBulletinTopic?, _ place: Int, _ quarter: Quarter, _ agenda: DemoAgenda
    ) -> [DemoAffair] {
        guard place == agenda.publishing[0], let topic,
            let planned = DemoBulletin(topic, place, quarter, back: 0, 0, agenda)?.affair
        else { return [] }
        var random = agenda.random(.affair, 50_000 + place)
        let step = DemoStep(
            at: agenda.office(-2, from: agenda.now.day, &random), act: .draft(.announcement, fields: 6),
            hand: .colleague)
        return [
            DemoAffair(
                .bulletin, unitIndex: place, [.announcement: planned.entries(.announcement)], late: "", [step],
                now: agenda.now)
        ]
    }
}

/// One bulletin while it is made up.
private struct DemoBulletin {
    let topic: DemoBulletinTopic
    let place: Int
    let quarter: Quarter?
    let agenda: DemoAgenda
    private let unit: DemoUnit
    private let published: Moment
    private let isAtOnce: Bool
    private let fates: [DemoFate]
    private var random: SeededRandom

    /// By their places among the units that publish: who has not reported on the quarter so many back, and who was late.
    private static let missing = [1: [2, 9], 2: [14]]
    private static let late = [2: [3]]

    /// What becomes of letters about a quarter of long ago, and of the last one.
    private static let answered: [[DemoFate]] = [[], [.explained], [.adopted], [.partly, .duplicate], []]
    private static let fresh: [[DemoFate]] = [[.adopted, .waiting], [.explained], [.handled], [.hidden, .partly], []]

    /// - Parameter back: how many quarters ago it was.
    /// - Returns: nil where the unit has not reported.
    init?(
        _ topic: DemoBulletinTopic, _ place: Int, _ quarter: Quarter, back: Int, _ number: Int, _ agenda: DemoAgenda
    ) {
        let position = agenda.publishing.firstIndex(of: place) ?? 0
        let owes = DemoOwing.owes(DemoUnit.all[place])
        guard Self.missing[back]?.contains(position) != true, owes || back % 2 == 1,
            let due = Procedure.bulletin.duty?.due(quarter, dayOfMonth: 10, calendar: agenda.calendar)
        else { return nil }
        self.topic = topic
        self.place = place
        self.quarter = quarter
        self.agenda = agenda
        unit = DemoUnit.all[place]
        isAtOnce = false
        var random = agenda.random(.affair, 10_000 + place * 100 + back * 10 + number)
        let isLate = Self.late[back]?.contains(position) == true
        let days = number > 0 ? 3 + number : isLate ? 4 : -random.within(1...2)
        published = agenda.office(days, from: due, &random)
        fates = (back == 1 ? Self.fresh : Self.answered)[(position + back + number) % 5]
        self.random = random
    }

    /// The first unit's is of yesterday, others' some weeks old.
    init(sudden topic: DemoBulletinTopic, _ place: Int, _ agenda: DemoAgenda) {
        self.topic = topic
        self.place = place
        self.agenda = agenda
        quarter = nil
        unit = DemoUnit.all[place]
        isAtOnce = place == agenda.publishing[0]
        var random = agenda.random(.affair, 20_000 + place)
        published = agenda.office(isAtOnce ? -1 : -20 - place, from: agenda.now.day, &random)
        fates = isAtOnce ? [.waiting] : [.adopted, .explained]
        self.random = random
    }

    var affair: DemoAffair {
        var making = self
        return making.made()
    }

    private mutating func made() -> DemoAffair {
        let publish: DemoStep.Act =
            isAtOnce
            ? .publishAtOnce(.announcement, reason: "停气影响县城居民生活, 需要立即公布恢复供气进展, 分管领导在现场指挥未能签字") : .publish(.announcement)
        let entries = announcement()
        let letters = DemoLetters(
            DemoTheme(topic.concern, .progress), fates, from: published, until: published.adding(seconds: 45 * 86_400),
            lastDay: nil, agenda)
        return DemoAffair(
            .bulletin, unitIndex: place, [.announcement: entries],
            file: quarter != nil && place % 2 == 0 ? "指标完成情况表.doc" : nil, late: "各乡镇和股室的数据汇总较晚, 核对后补发",
            [DemoStep(at: published, act: publish)] + letters.steps(&random), now: agenda.now)
    }

    private mutating func announcement() -> Entries {
        let day = published.day
        var entries = Entries([
            "title": topic.title.replacingFirst("{季}", with: quarter?.text ?? ""),
            "category": topic.category.rawValue, "occasion": quarter == nil ? "sudden" : "quarter",
            "content": DemoBulletinText(topic, quarter).text(&random), "contact": DemoAffair.contact(unit, &random),
            "approver": DemoPeople.name(3000 + place), "approver_post": "局长",
            "approval_day": day.description,
            "approval_number": "漾\(unit.mark)审〔\(day.year)〕\(day.month * 8 + random.below(8))号",
        ])
        if let quarter {
            entries["period_year"] = String(quarter.year)
            entries["period_quarter"] = String(quarter.number)
        }
        return entries.adding(DemoAffair.closing(unit, on: day, mark: "通报", number: day.month * 3 + place % 3))
    }
}
