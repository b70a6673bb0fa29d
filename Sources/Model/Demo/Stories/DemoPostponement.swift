// 改期 of invented hearings.

/// A hearing is held on a later day than was told.
struct DemoPostponement: DemoStory {
    static let parts = [
        DemoPart(
            DemoPostponement(.before(4), by: 7, "县人大常委会同日召开会议, 多名人大代表不能到会; 为保证代表充分发表意见, 听证会改期举行"),
            of: .directed(10)),
        DemoPart(
            DemoPostponement(.after(minutes: 45), by: 6, "实到听证代表不足应到人数的三分之二, 按规定改期举行"), of: .latest(.first)),
        DemoPart(
            DemoPostponement(.before(2), by: 5, "连日强降雨, 部分乡镇道路中断, 听证代表不能按时到会"), of: .latest(.other)),
    ]

    /// When it is decided.
    enum Decided: Sendable {
        /// So many working days before the hearing.
        case before(Int)
        /// After the hearing was to be over.
        case after(minutes: Int)
    }

    let decided: Decided
    /// By how many working days the hearing moves.
    let days: Int
    let reason: String

    init(_ decided: Decided, by days: Int, _ reason: String) {
        self.decided = decided
        self.days = days
        self.reason = reason
    }

    func telling(of matter: DemoMatter, in agenda: DemoAgenda, _ random: inout SeededRandom) -> DemoTelling? {
        let course = matter.course
        let at =
            switch decided {
            case .before(let days): agenda.office(-days, from: course.hearing, &random)
            case .after(let minutes): course.over.adding(seconds: minutes * 60)
            }
        guard let noticed = course.noticed, noticed.day < at.day, LinkedNoticeTitle.fits(matter.title),
            let day = agenda.calendar.workingDay(days, from: course.hearing)?.day
        else { return nil }
        var telling = DemoTelling(matter)
        telling.move(to: day, reported: agenda.office(random.within(4...8), from: day, &random))
        telling.add(.postpone(day, reason: reason), at: at)
        return telling
    }
}

/// G1: the notice of a matter says a little more than the title of its announcement.
enum LinkedNoticeTitle {
    static func fits(_ title: String) -> Bool { title.hasSuffix("（第1号）") || title.count <= 48 }
}
