// 更正 and 修改 of invented documents.

/// A document gets a new version.
struct DemoRevision: DemoStory {
    static let parts = [
        DemoPart(
            DemoRevision(
                .correct, .announcement, days: 1, reason: "联系电话写错, 报名时间漏写休息日照常受理; 更正联系方式和报名办法, 其余不变",
                [
                    DemoChange("contact", "0872-700", becomes: "0872-752"),
                    DemoChange("registration", "休息日除外", becomes: "休息日照常受理"),
                ]),
            of: .directed(5)),
        DemoPart(
            DemoRevision(
                .correct, .notice, days: 1, by: .colleague, reason: "原定会场消防检修, 听证会改在县文化馆一楼多功能厅举行, 时间不变; 签到相应提前",
                [
                    DemoChange("place", is: "县文化馆一楼多功能厅（文化路18号）"),
                    DemoChange("participants", "提前15分钟签到", becomes: "提前30分钟签到"),
                ]),
            of: .latest(.first)),
        DemoPart(
            DemoRevision(
                .correct, .announcement, days: 2, reason: "代表产生方式漏写监督单位, 补充听证依据; 代表名额和时间不变",
                [
                    DemoChange("selection", "在监察人监督下随机抽取", becomes: "在县监察委员会、县司法局监督下现场随机抽取"),
                    DemoChange("subject", "规定", becomes: "规定和县人民政府年度重大行政决策事项目录"),
                ]),
            of: .latest(.other)),
        DemoPart(
            DemoRevision(
                .modify, .announcement, minutes: 24, reason: "发布后核对, 报名办法漏写报名表的领取方式, 联系电话写成了传真号",
                [
                    DemoChange("registration", "报名要求：", becomes: "报名表可以在现场领取。\n报名要求："),
                    DemoChange("contact", "0872-700", becomes: "0872-751"),
                ]),
            of: .latest(.first)),
        DemoPart(
            DemoRevision(
                .modify, .announcement, minutes: 37, reason: "产生方式补充候补代表的说明, 与报名办法一致",
                [DemoChange("selection", "按报名先后确定", becomes: "按报名先后确定，未入选的列为候补代表")]),
            of: .latest(.first)),
        DemoPart(
            DemoRevision(
                .modify, .announcement, minutes: 31, reason: "发布后发现联系电话写错, 还没有人提意见, 即时修改",
                [DemoChange("contact", "0872-700", becomes: "0872-753")]),
            of: .latest(.other)),
    ]

    let revision: Revision
    let kind: DocumentKind
    /// So many working days after the publication; 0 for the same day.
    let days: Int
    /// So many minutes after it, on the same day.
    let minutes: Int
    let hand: DemoStep.Hand
    let reason: String
    let changes: [DemoChange]

    init(
        _ revision: Revision, _ kind: DocumentKind, days: Int = 0, minutes: Int = 0,
        by hand: DemoStep.Hand = .publisher, reason: String, _ changes: [DemoChange]
    ) {
        self.revision = revision
        self.kind = kind
        self.days = days
        self.minutes = minutes
        self.hand = hand
        self.reason = reason
        self.changes = changes
    }

    func telling(of matter: DemoMatter, in agenda: DemoAgenda, _ random: inout SeededRandom) -> DemoTelling? {
        let course = matter.course
        guard let published = course.published(kind) else { return nil }
        let at =
            days == 0 ? published.adding(seconds: minutes * 60) : agenda.office(days, from: published.day, &random)
        guard at < course.reported ?? agenda.now, at.day <= course.commentsUntil else { return nil }
        var telling = DemoTelling(matter)
        telling.add(.revise(kind, revision, changes, reason: reason), at: at, by: hand)
        // G7: a text is only modified while nobody has written.
        if revision == .modify { telling.comments = at...Moment.endOfDay(course.commentsUntil) }
        return telling
    }
}
