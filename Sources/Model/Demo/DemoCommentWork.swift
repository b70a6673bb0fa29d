// What invented clerks do with a comment besides answering it.

/// Registering, handling and extending of one comment.
struct DemoCommentWork: Sendable {
    /// When a clerk entered it; nil for what came by the web site.
    let registered: Moment?
    let handled: Moment?
    /// 处理情况, where it was handled before it was answered.
    let handling: String?
    /// When its reply was given more time, and why.
    let extended: (at: Moment, reason: String)?

    /// - Parameter hours: after how many it was dealt with, if it was.
    init(
        _ fate: DemoComment.Fate, _ receivedAt: Moment, hours: Int, channel: String, now: Moment,
        _ random: inout SeededRandom
    ) {
        let delay = channel == "letter" ? random.within(20...60) * 60 : 0
        registered = channel == "web" ? nil : min(receivedAt.adding(seconds: delay), now)
        let isNoted = random.chance(percent: 45)
        let note = random.pick(DemoCommentText.handlings)
        let isComplex = random.chance(percent: 12)
        let reason = random.pick(DemoCommentText.extensions)
        let answer = receivedAt.adding(seconds: hours * 3600)
        switch fate {
        case .handled: (handled, handling) = (answer, note)
        case .answered where isNoted: (handled, handling) = (receivedAt.adding(seconds: hours * 1800), note)
        case .answered: (handled, handling) = (answer, nil)
        case .waiting, .hidden, .duplicate: (handled, handling) = (nil, nil)
        }
        guard isComplex, handling != nil, let soon = handled?.adding(seconds: 300), soon <= now else {
            extended = nil
            return
        }
        extended = (soon, reason)
    }
}
