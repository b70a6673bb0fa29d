// Invented public notices as affairs: their days, their documents, their letters.

extension DemoAffair {
    /// A unit's public notices; the first unit has one of each course, the others three to five.
    static func notices(of place: Int, _ agenda: DemoAgenda) -> [DemoAffair] {
        let subjects = DemoNoticeSubject.of(DemoUnit.all[place])
        guard place != agenda.publishing[0] else {
            return zip(subjects, DemoNoticeCase.first).enumerated().map { number, pair in
                DemoNotice(pair.0, pair.1, place, number, agenda).affair
            } + noticeSubmitted(subjects.dropFirst(5).first, place, agenda)
        }
        let cases = DemoNoticeCase.others
        return subjects.prefix(3 + place % 3).enumerated().map { number, subject in
            DemoNotice(subject, cases[(place * 3 + number) % cases.count], place, number, agenda).affair
        }
    }

    /// The second publisher has handed in a new one, on which nobody has decided yet.
    private static func noticeSubmitted(
        _ subject: DemoNoticeSubject?, _ place: Int, _ agenda: DemoAgenda
    ) -> [DemoAffair] {
        guard let subject else { return [] }
        let planned = DemoNotice(subject, DemoNoticeCase(end: 20), place, 90, isToCome: true, agenda).affair
        let at = DemoReviewing(agenda).at.adding(seconds: 7 * 3600)
        return [
            DemoAffair(
                .publicNotice, unitIndex: place, [.announcement: planned.entries(.announcement)], late: "",
                [DemoStep(at: at, act: .submit(.announcement), hand: .colleague)], now: agenda.now)
        ]
    }
}

/// One public notice while it is made up.
private struct DemoNotice {
    let subject: DemoNoticeSubject
    let course: DemoNoticeCase
    let unit: DemoUnit
    let place: Int
    let number: Int
    let agenda: DemoAgenda
    private var random: SeededRandom

    /// The first and the last day as announced, and the last day as it became.
    private let start: Day
    private let toldEnd: Day
    private let end: Day
    private let published: Moment
    private let reported: Moment?

    /// - Parameter isToCome: whether it lies in the future.
    init(
        _ subject: DemoNoticeSubject, _ course: DemoNoticeCase, _ place: Int, _ number: Int, isToCome: Bool = false,
        _ agenda: DemoAgenda
    ) {
        self.subject = subject
        self.course = course
        self.place = place
        self.number = number
        self.agenda = agenda
        unit = DemoUnit.all[place]
        var random = agenda.random(.affair, place * 100 + number)
        let calendar = agenda.calendar
        let today = calendar.onOrAfter(agenda.now.day)
        func workingDay(_ days: Int, from day: Day) -> Day {
            days == 0 ? day : calendar.workingDay(days, from: day)?.day ?? day
        }
        func start(_ end: Day) -> Day {
            subject.isInWorkingDays ? workingDay(1 - subject.days, from: end) : end.adding(days: 1 - subject.days)
        }
        // What runs by now began before public notices were reviewed in the console.
        let latest = isToCome ? nil : calendar.workingDay(-2, from: agenda.now.day)?.day
        var toldEnd = workingDay(course.end, from: today)
        while let latest, start(toldEnd) > latest { toldEnd = workingDay(-1, from: toldEnd) }
        self.toldEnd = toldEnd
        self.start = start(toldEnd)
        var day = self.start
        while !calendar.isWorking(day) { day = day.adding(days: -1) }
        published = DemoCourse.office(day, &random)
        end = if case .extended(let days) = course.turn { workingDay(days, from: toldEnd) } else { toldEnd }
        reported = course.report.map { DemoCourse.office(workingDay($0, from: toldEnd), &random) }
        self.random = random
    }

    var affair: DemoAffair {
        var making = self
        return making.made()
    }

    private mutating func made() -> DemoAffair {
        var documents = [DocumentKind.announcement: announcement()]
        documents[.report] = report()
        return DemoAffair(
            .publicNotice, unitIndex: place, documents, file: subject.content.contains("附件") ? "公示内容明细表.doc" : nil,
            late: random.pick(DemoNoticeText.late), steps(), now: agenda.now)
    }

    // MARK: - What happens

    private mutating func steps() -> [DemoStep] {
        if case .backfilled = course.turn { return backfilled() }
        var steps = [DemoStep(at: published, act: .publish(.announcement))]
        var last = Moment.endOfDay(end)
        switch course.turn {
        case .modified:
            let change = DemoChange("channels", "办公室", becomes: "办公室（二楼203室）")
            steps.append(
                DemoStep(
                    at: published.adding(seconds: 26 * 60),
                    act: .revise(.announcement, .modify, [change], reason: "受理单位漏写办公地点, 还没有人提意见, 即时补上")))
        case .corrected:
            let change = DemoChange("content", "详见附件", becomes: "详见附件，也可以到办公室查阅")
            steps.append(
                DemoStep(
                    at: agenda.office(1, from: published.day, &random),
                    act: .revise(.announcement, .correct, [change], reason: "补充查阅方式, 公示对象、金额和期限不变")))
        case .extended:
            steps.append(
                DemoStep(
                    at: agenda.office(-1, from: toldEnd, &random),
                    act: .postpone(end, reason: "部分村组反映没有及时看到公示, 为充分听取意见, 经研究延长公示期")))
        case .terminated(let days):
            let at = agenda.office(-days, from: toldEnd, &random)
            last = at
            steps.append(DemoStep(at: at, act: .terminate(reason: "上级主管部门下达新的规定, 原方案不再实施, 按新规定修改后另行公示")))
        case .reportSubmitted(let decision):
            let at = DemoReviewing(agenda).at.adding(seconds: (40 + 25 * number) * 60)
            steps.append(DemoStep(at: at, act: .submit(.report), hand: .colleague))
            steps.append(
                DemoStep(at: at.adding(seconds: 90 * 60), act: .decide(.report, decision), hand: .reviewer))
        case .backfilled, nil: break
        }
        if let reported { steps.append(DemoStep(at: reported, act: .publish(.report))) }
        let theme = DemoTheme(subject.concern, subject.category == .personnel ? .people : .plans)
        return steps
            + DemoLetters(theme, course.letters, from: published, until: last, lastDay: end, agenda).steps(&random)
    }

    private mutating func backfilled() -> [DemoStep] {
        guard let reported else { return [] }
        let reason = "系统启用前已在县政府公开栏公示并报告, 集中补录"
        let entered = agenda.office(8, from: reported.day, &random)
        return [
            DemoStep(at: entered, act: .backfill(.announcement, on: published.day, reason: reason)),
            DemoStep(at: entered.adding(seconds: 420), act: .backfill(.report, on: reported.day, reason: reason)),
        ]
    }

    // MARK: - What is written

    private var title: String { filled(subject.title) }

    private func filled(_ text: String) -> String {
        text.replacingFirst("{年}", with: String(start.year)).replacingFirst("{单位}", with: unit.name)
    }

    private mutating func announcement() -> Entries {
        Entries([
            "title": title, "category": subject.category.rawValue, "reason": filled(subject.reason),
            "content": filled(subject.content) + "\n" + DemoNoticeText.objection,
            "period_start": start.description, "period_days": String(subject.days),
            "period_unit": subject.isInWorkingDays ? "working" : "calendar",
            "channels": DemoAffair.contact(unit, &random),
        ]).adding(DemoAffair.closing(unit, on: published.day, mark: "公示", number: number + 1))
    }

    private mutating func report() -> Entries? {
        let day = reported?.day ?? agenda.now.day
        let heard = course.letters.count
        let told = "公示期自\(start.chinese)起至\(end.chinese)止，通过县政府网站、公示栏和村组微信群同时发布。"
        let outcome =
            heard == 0
            ? "公示期内没有收到意见建议和举报。公示事项按程序办理。"
            : "公示期内共收到意见建议\(heard)条，主要集中在\(subject.concern)。经逐条核实研究，没有发现影响公示事项办理的问题，公示事项按程序办理。"
        return Entries([
            "title": title.hasSuffix("的公示") ? title.dropLast(3) + "公示情况的报告" : title + "情况的报告",
            "result_day": day.description, "outcome": told + outcome,
            "adoption": heard == 0
                ? "没有收到意见建议。" : DemoNoticeText.adoption(course.letters, about: subject.concern),
        ]).adding(DemoAffair.closing(unit, on: day, mark: "公示", number: number + 31))
    }
}

/// Phrases of public notices and their reports.
enum DemoNoticeText {
    static let late = [
        "意见涉及多个部门, 会商核实用时较长", "经办人员抽调参加抗旱工作, 报告整理推迟", "报告初稿经单位会议两次修改, 定稿晚于预期",
    ]

    static let objection = "单位和个人对公示内容有异议的，请在公示期内以书面、电话或者电子邮件提出，单位应当加盖公章，个人应当署真实姓名和联系电话。"

    static func adoption(_ fates: [DemoFate], about concern: String) -> String {
        let adopted = fates.count { [.adopted, .partly].contains($0) }
        let declined = fates.count { $0 == .declined }
        var text = "收到的意见建议已经全部处理并答复，其中采纳和部分采纳\(adopted)条、不采纳\(declined)条，其余作了解释说明。"
        text += adopted > 0 ? "关于\(concern)的意见，已经写入实施办法，由经办科室落实。" : "关于\(concern)的疑问，已经说明依据和做法。"
        if declined > 0 { text += "不采纳的意见与现行规定不一致，理由已经答复提出人并向社会公布。" }
        return text
    }
}
