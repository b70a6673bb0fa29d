// The reports there are (P2), each with what it is narrowed to.

/// A report. Detail and comments tell of single matters and comments, the other two of sums.
public enum Report: Hashable, Sendable {
    /// 发布情况明细报表.
    case detail(MatterFigure)
    /// 发布情况汇总报表.
    case summary(FigureLine.Grouping)
    /// 群众建议明细报表.
    case comments(CommentFigure)
    /// 答复时效和满意度.
    case replies(FigureLine.Grouping)

    /// Every report, told of everything and summed by units.
    public static let all: [Report] = [.detail(.announced), .summary(.unit), .comments(.received), .replies(.unit)]

    /// As it is opened from the menu: a supervisor looks at units, the others at the months of their own.
    public func usual(for clerk: Clerk) -> Report { clerk.roles.contains(.supervisor) ? self : grouped(by: .month) }

    /// What it is called in commands and in the journal.
    public var code: String {
        switch self {
        case .detail: "detail"
        case .summary: "summary"
        case .comments: "comments"
        case .replies: "replies"
        }
    }

    public var title: String {
        switch self {
        case .detail: "发布情况明细报表"
        case .summary: "发布情况汇总报表"
        case .comments: "群众建议明细报表"
        case .replies: "答复时效和满意度"
        }
    }

    /// What its rows are, in a sentence.
    public var about: String {
        switch self {
        case .detail: "一件事项一行: 各文书的日期、应发日期、是否逾期、建议数"
        case .summary: "各单位或各月、各季度的公告、按时、逾期、建议和答复"
        case .comments: "一条建议一行: 内容、处理、采纳、答复、用时、满意度"
        case .replies: "答复平均和最长用多少工作日, 按时答复率, 满意率"
        }
    }

    /// What a row is counted by.
    public var measure: String {
        switch self {
        case .detail: "件"
        case .comments: "条"
        case .summary, .replies: "行"
        }
    }

    /// By what it sums; nil where it tells of single matters or comments.
    public var grouping: FigureLine.Grouping? {
        switch self {
        case .summary(let grouping), .replies(let grouping): grouping
        case .detail, .comments: nil
        }
    }

    /// What it is narrowed to, in a word; nil where it tells of everything in its scope.
    public var narrowing: String? {
        switch self {
        case .detail(let figure): figure == .announced ? nil : figure.name
        case .comments(let figure): figure == .received ? nil : figure.name
        case .summary, .replies: nil
        }
    }

    /// The same report summed by something else, or told of everything.
    public func grouped(by grouping: FigureLine.Grouping) -> Report {
        switch self {
        case .summary: .summary(grouping)
        case .replies: .replies(grouping)
        case .detail, .comments: self
        }
    }
}

/// The matters that a figure counts.
public enum MatterFigure: String, CaseIterable, Hashable, Sendable {
    case announced, noticed, reported, judged, inTime, late

    public var name: String {
        switch self {
        case .announced: "已发公告的"
        case .noticed: "已发通知的"
        case .reported: "已发报告的"
        case .judged: "已判定按时或逾期的"
        case .inTime: "按时的"
        case .late: "逾期的"
        }
    }
}

/// The comments that a figure counts.
public enum CommentFigure: String, CaseIterable, Hashable, Sendable {
    case received, wanted, answered, unanswered, prompt, lateAnswered, overdue, judged, slowest, rated, satisfied

    /// Whether it counts comments that are overdue today.
    var isOfToday: Bool { self == .overdue || self == .judged }

    public var name: String {
        switch self {
        case .received: "收到的"
        case .wanted: "要答复的"
        case .answered: "已答复的"
        case .unanswered: "未答复的"
        case .prompt: "按时答复的"
        case .lateAnswered: "超时答复的"
        case .overdue: "超期未答的"
        case .judged: "已答复和超期未答的"
        case .slowest: "用时最长的"
        case .rated: "已评价的"
        case .satisfied: "满意和基本满意的"
        }
    }
}

extension Figures {
    /// How many matters a figure counts.
    public func count(_ figure: MatterFigure) -> Int {
        switch figure {
        case .announced: announcements
        case .noticed: notices
        case .reported: reports
        case .judged: inTime + late
        case .inTime: inTime
        case .late: late
        }
    }

    /// How many comments a figure counts; nil where sums do not tell.
    public func count(_ figure: CommentFigure) -> Int? {
        switch figure {
        case .received: comments
        case .wanted: comments - excused
        case .answered: answered
        case .unanswered: unanswered
        case .prompt: answered - lateAnswers
        case .lateAnswered: lateAnswers
        case .overdue: overdueAnswers
        case .judged: answered + overdueAnswers
        case .slowest: nil
        case .rated: rated
        case .satisfied: satisfied
        }
    }
}

extension Report {
    /// What it has nothing of, in a sentence.
    public var subject: String {
        switch self {
        case .detail: "公告的事项"
        case .comments: "建议"
        case .summary, .replies: "数字"
        }
    }
}
