// 删除 of invented documents.

/// A document is taken back before anybody has answered to it (G7).
struct DemoDeletion: DemoStory {
    static let parts = [
        DemoPart(
            DemoDeletion(.announcement, "公告发布后核实, 该事项应由县人民政府办公室统一组织听证, 经分管领导同意删除"), of: .latest(.first)),
        DemoPart(
            DemoDeletion(
                .notice, "听证地点写成了已停用的旧会议室, 删除后重新发布", again: [DemoChange("place", is: "县政务服务中心五楼会议室（博南路26号）")]),
            of: .latest(.first)),
        DemoPart(
            DemoDeletion(.announcement, "误将征求意见的内部稿当作公告发布, 还没有人提意见, 立即删除"), of: .latest(.other)),
    ]

    let kind: DocumentKind
    let reason: String
    /// How the document differs when it is published again; nil where it is not.
    let again: [DemoChange]?

    init(_ kind: DocumentKind, _ reason: String, again: [DemoChange]? = nil) {
        self.kind = kind
        self.reason = reason
        self.again = again
    }

    func telling(of matter: DemoMatter, in agenda: DemoAgenda, _ random: inout SeededRandom) -> DemoTelling? {
        let course = matter.course
        guard let published = course.published(kind), course.reported != nil else { return nil }
        var telling = DemoTelling(matter)
        let at = published.adding(seconds: random.within(25...50) * 60)
        guard let again else {
            telling.removeSteps { $0.at > at }
            telling.add(.delete(kind, reason: reason), at: at)
            telling.isQuiet = true
            return telling
        }
        let back = at.adding(seconds: random.within(20...40) * 60)
        guard back.day == published.day, back.day < course.commentsUntil,
            course.materialsSent.map({ $0 > back }) ?? true
        else { return nil }
        telling.add(.delete(kind, reason: reason), at: at)
        telling.add(.publish(kind, again), at: back)
        telling.comments = back...Moment.endOfDay(course.commentsUntil)
        return telling
    }
}
