// 补录 of invented matters.

/// A matter whose first documents were published without the console is entered later.
struct DemoBackfill: DemoStory {
    static let parts = [
        DemoPart(DemoBackfill(isOver: true, "系统启用前已在县政府公开栏发布, 集中补录"), of: .earliest(.first)),
        DemoPart(DemoBackfill(isOver: false, "县城停电检修期间先在公开栏张贴公布, 恢复后补录"), of: .latest(.first)),
        DemoPart(DemoBackfill(isOver: true, "由撤并前的原单位发布, 职能划入后补录"), of: .earliest(.other)),
    ]

    /// The matter is entered when all of it is over; otherwise when it has been noticed.
    let isOver: Bool
    let reason: String

    init(isOver: Bool, _ reason: String) {
        self.isOver = isOver
        self.reason = reason
    }

    func telling(of matter: DemoMatter, in agenda: DemoAgenda, _ random: inout SeededRandom) -> DemoTelling? {
        let course = matter.course
        guard let noticed = course.noticed, let reported = course.reported else { return nil }
        let days: [(DocumentKind, Day)] = [(.announcement, course.announced.day), (.notice, noticed.day)]
        let last = isOver ? reported.day : noticed.day
        let entered = agenda.office(isOver ? 6 : 1, from: last, &random)
        var telling = DemoTelling(matter)
        telling.removeSteps { $0.at <= entered }
        for (number, (kind, day)) in (days + (isOver ? [(.report, reported.day)] : [])).enumerated() {
            telling.add(.backfill(kind, on: day, reason: reason), at: entered.adding(seconds: number * 400))
        }
        guard !isOver else {
            telling.isQuiet = true
            return telling
        }
        guard entered.day < course.commentsUntil else { return nil }
        if let sent = course.materialsSent, sent <= entered { telling.add(.register, at: entered.adding(seconds: 900)) }
        telling.comments = entered.adding(seconds: 1000)...Moment.endOfDay(course.commentsUntil)
        return telling
    }
}
