// 终止 of invented hearings.

/// A hearing that was announced is not held.
struct DemoTermination: DemoStory {
    static let parts = [
        DemoPart(
            DemoTermination(.afterAnnouncement(3), "省发展和改革委员会印发通知, 该项目改由省级统一定价, 不再由县里调整, 听证会不再举行"),
            of: .latest(.first)),
        DemoPart(
            DemoTermination(.beforeHearing(1), "方案的测算依据发生重大变化, 经县人民政府同意撤回方案, 重新测算后另行公告"), of: .latest(.first)),
        DemoPart(
            DemoTermination(.beforeHearing(2), "该事项已并入全州统一方案, 由州级主管部门组织听证, 本次听证会终止"), of: .latest(.other)),
    ]

    /// When it is decided, in working days.
    enum Decided: Sendable {
        case afterAnnouncement(Int)
        case beforeHearing(Int)
    }

    let decided: Decided
    let reason: String

    init(_ decided: Decided, _ reason: String) {
        self.decided = decided
        self.reason = reason
    }

    func telling(of matter: DemoMatter, in agenda: DemoAgenda, _ random: inout SeededRandom) -> DemoTelling? {
        let course = matter.course
        let at =
            switch decided {
            case .afterAnnouncement(let days): agenda.office(days, from: course.announced.day, &random)
            case .beforeHearing(let days): agenda.office(-days, from: course.hearing, &random)
            }
        guard at > course.announced, at < course.over, LinkedNoticeTitle.fits(matter.title) else { return nil }
        var telling = DemoTelling(matter)
        telling.removeSteps { $0.at >= at }
        telling.add(.terminate(reason: reason), at: at)
        telling.comments = course.announced...min(at, Moment.endOfDay(course.commentsUntil))
        return telling
    }
}
