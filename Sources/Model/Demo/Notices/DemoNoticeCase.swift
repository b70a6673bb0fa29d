// The courses of invented public notices, which together show every state and light on the demo's present day.

/// A public notice directed to stand in a certain state now.
struct DemoNoticeCase: Sendable {
    /// What happens besides the straight path.
    enum Turn: Sendable {
        case modified, corrected
        /// The period ends so many working days later than was told.
        case extended(Int)
        /// Ended so many working days before the period was over.
        case terminated(Int)
        /// The whole of it was over when it was entered.
        case backfilled
        /// The second publisher's report was handed in for review, and returned or agreed to.
        case reportSubmitted(DecideReview.Decision)
    }

    /// The last day of the period as announced, in working days from today.
    let end: Int
    /// Reported so many working days after the period; nil for never.
    let report: Int?
    /// What becomes of each letter, in the order in which they come.
    let letters: [DemoFate]
    let turn: Turn?

    init(end: Int, report: Int? = nil, _ letters: [DemoFate] = [], _ turn: Turn? = nil) {
        self.end = end
        self.report = report
        self.letters = letters
        self.turn = turn
    }

    /// What the first unit's list shows, one of each.
    static let first = [
        // Running: just begun, in the middle, and in its last days.
        DemoNoticeCase(end: 5),
        DemoNoticeCase(end: 2, [.adopted, .explained, .waiting]),
        DemoNoticeCase(end: 0, [.handled, .waiting]),
        // Over; the report is due in two working days, and today.
        DemoNoticeCase(end: -8, [.explained], .reportSubmitted(.refuse(reason: "采纳情况没有写明责任科室和完成时限; 公示结果应注明意见的来源渠道"))),
        DemoNoticeCase(end: -10, [], .reportSubmitted(.agree)),
        // Over; the report is overdue.
        DemoNoticeCase(end: -13, [.adopted, .duplicate]),
        // Over; the report waits for answers (G6).
        DemoNoticeCase(end: -7, [.adopted, .handled, .waiting, .waiting]),
        // Complete: in time, and late.
        DemoNoticeCase(end: -20, report: 6, [.adopted, .partly, .declined, .late]),
        DemoNoticeCase(end: -34, report: 14, [.explained, .hidden, .adopted]),
        // Extended, and running again.
        DemoNoticeCase(end: -1, [.explained, .partly, .waiting], .extended(6)),
        // Ended without a report.
        DemoNoticeCase(end: -9, [.explained], .terminated(2)),
        DemoNoticeCase(end: -4, [.partly], .corrected),
        DemoNoticeCase(end: 3, [.adopted], .modified),
        DemoNoticeCase(end: -40, report: 5, [], .backfilled),
    ]

    /// What other units' notices go through, in turn.
    static let others = [
        DemoNoticeCase(end: 3, [.adopted, .waiting]),
        DemoNoticeCase(end: -25, report: 5, [.adopted, .explained]),
        DemoNoticeCase(end: -9, [.explained]),
        DemoNoticeCase(end: -60, report: 7),
        DemoNoticeCase(end: 6),
        DemoNoticeCase(end: -46, report: 12, [.declined, .late]),
        DemoNoticeCase(end: -5, [.handled, .waiting]),
        DemoNoticeCase(end: -12),
        DemoNoticeCase(end: -2, [.partly], .corrected),
        DemoNoticeCase(end: -80, report: 9, [.hidden, .explained, .duplicate]),
        DemoNoticeCase(end: -2, [.waiting], .extended(8)),
    ]
}
