// What reports count of matters; the figures of several add up.

/// The figures of some matters (P2). A matter belongs to the day on which its first document went out.
public struct Figures: Hashable, Sendable {
    /// Matters; each has exactly one announcement.
    public var announcements = 0
    public var notices = 0
    public var reports = 0
    /// Matters of which something was done by its day and nothing late.
    public var inTime = 0
    /// Matters of which something was done late or is overdue.
    public var late = 0
    /// What units owe for periods and have not published though it was due in the span (B1).
    public var missing = 0
    public var comments = 0
    /// Hidden and duplicate comments, which want no answer.
    public var excused = 0
    public var answered = 0
    /// C1: answered later than the channel's working days.
    public var lateAnswers = 0
    /// C1: comments that want an answer, have none, and whose last day for it is over today.
    public var overdueAnswers = 0
    /// Working days that all answers took together.
    public var answerDays = 0
    /// Working days that the slowest answer took.
    public var worstAnswerDays = 0
    /// Answered comments whose citizen has said how satisfied they are.
    public var rated = 0
    /// Of these: satisfied, or mostly.
    public var satisfied = 0
    /// 督办 that were sent in the span.
    public var notes = 0
    /// Of these: without an answer and not withdrawn.
    public var openNotes = 0

    public init() {}

    /// Comments that want an answer still.
    public var unanswered: Int { comments - excused - answered }
    /// 按时率: of the matters of which something was decided.
    public var inTimeShare: Share { Share(inTime, of: inTime + late) }
    /// 答复率: of the comments that want an answer.
    public var answeredShare: Share { Share(answered, of: comments - excused) }
    /// 按时答复率: of the comments of which it is decided, those answered and those overdue. What is not answered is never left out.
    public var promptShare: Share { Share(answered - lateAnswers, of: answered + overdueAnswers) }
    /// 满意率, of those who said.
    public var satisfiedShare: Share { Share(satisfied, of: rated) }
    /// 平均答复工作日.
    public var averageAnswerDays: Average { Average(answerDays, over: answered) }

    public static func + (left: Figures, right: Figures) -> Figures {
        var sum = Figures()
        for figure in added { sum[keyPath: figure] = left[keyPath: figure] + right[keyPath: figure] }
        sum.worstAnswerDays = max(left.worstAnswerDays, right.worstAnswerDays)
        return sum
    }

    private static var added: [WritableKeyPath<Figures, Int>] {
        [
            \.announcements, \.notices, \.reports, \.inTime, \.late, \.missing, \.comments, \.excused, \.answered,
            \.lateAnswers, \.overdueAnswers, \.answerDays, \.rated, \.satisfied, \.notes, \.openNotes,
        ]
    }
}
