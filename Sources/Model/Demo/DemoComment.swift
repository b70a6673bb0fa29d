// What invented citizens write, and what the unit answers.

/// One comment as of the demo's present, with its answer.
struct DemoComment: Sendable {
    /// What became of it.
    enum Fate: Sendable { case waiting, hidden, duplicate, handled, answered }

    let channel: String
    let author: String?
    let contact: String?
    let body: String
    let receivedAt: Moment
    let isLate: Bool
    let fate: Fate
    /// When it was dealt with, if it was.
    let answerAt: Moment
    /// What clerks did with it besides answering.
    let work: DemoCommentWork
    let adoption: String?
    let adoptionReason: String?
    let satisfaction: String?
    /// When and how the satisfaction was learned.
    let satisfied: (at: Moment, channel: String)?
    let reply: String?

    static let hiddenReason = "含有他人住址和电话, 已隐去"

    /// - Parameters:
    ///   - hasEarlier: the matter has an earlier comment, which this one may repeat.
    ///   - now: the demo's present; an answer cannot lie after it.
    init(
        of matter: DemoMatter, receivedAt: Moment, isLate: Bool, hasEarlier: Bool, now: Moment, isShort: Bool,
        _ random: inout SeededRandom
    ) {
        self.receivedAt = receivedAt
        self.isLate = isLate
        let letterChannels = ["letter", "visit"]
        let channel =
            isLate
            ? random.pick(letterChannels)
            : random.pick(["web", "web", "web", "web", "telephone", "letter", "visit", "email"])
        self.channel = channel
        let isNamed = channel != "web" || random.chance(percent: 55)
        author = isNamed ? DemoPeople.name(&random) : nil
        contact = isNamed && random.chance(percent: 80) ? DemoPeople.mobile(&random) : nil
        body = isShort ? "关于\(random.pick(matter.subject.concerns))，请说明。" : DemoCommentText.body(matter, &random)

        let hours = random.within(4...110)
        answerAt = receivedAt.adding(seconds: hours * 3600)
        let isClosed = matter.course.reported != nil
        let isOld = receivedAt.adding(seconds: Self.oldest * 86_400) < now
        fate =
            switch random.below(100) {
            case _ where answerAt > now: .waiting
            case ..<3: .hidden
            case 3..<7 where hasEarlier: .duplicate
            case ..<11: isClosed || isOld ? .answered : .waiting
            case ..<18: isOld ? .answered : .handled
            default: .answered
            }
        work = DemoCommentWork(fate, receivedAt, hours: hours, channel: channel, now: now, &random)
        guard fate == .answered else {
            (adoption, adoptionReason, satisfaction, satisfied, reply) = (nil, nil, nil, nil, nil)
            return
        }
        let adoption = random.pick(["adopted", "adopted", "partly", "declined", "explained", "explained"])
        self.adoption = adoption
        adoptionReason = adoption == "declined" ? random.pick(DemoCommentText.declined) : nil
        satisfaction =
            random.chance(percent: 40) ? random.pick(["satisfied", "satisfied", "mostly", "dissatisfied"]) : nil
        reply = DemoCommentText.reply(adoption, matter, isShort: isShort, &random)
        let saidAt = min(answerAt.adding(seconds: random.within(1...60) * 3600), now)
        let called = random.pick(["telephone", "telephone", "visit"])
        satisfied = satisfaction == nil ? nil : (saidAt, channel == "web" ? "web" : called)
    }

    /// After so many days nothing waits any more.
    private static let oldest = 40
}
