// The columns of the reports that sum: which figure each tells, and what is behind it.

/// A column of figures.
public struct FigureColumn: Sendable {
    /// What a figure leads to.
    public enum Behind: Hashable, Sendable {
        case matters(MatterFigure)
        case comments(CommentFigure)
        /// What units owe for periods and have not published.
        case owed
        /// 督办 that stand so; nil for all.
        case notes(SupervisionNoteFilter.State?)
    }

    public let column: ReportColumn
    public let behind: Behind
    let value: @Sendable (Figures) -> ReportCell

    init(
        _ name: String, _ heading: String, _ kind: ReportColumn.Kind, _ behind: Behind,
        _ value: @escaping @Sendable (Figures) -> ReportCell
    ) {
        column = ReportColumn(name, heading, kind, width: max(kind.usualWidth, heading.count * 2))
        self.behind = behind
        self.value = value
    }

    private static func count(
        _ name: String, _ heading: String, _ behind: Behind, _ figure: @escaping @Sendable (Figures) -> Int
    ) -> FigureColumn {
        FigureColumn(name, heading, .count, behind) { .count(figure($0)) }
    }

    private static func share(
        _ name: String, _ heading: String, _ behind: Behind, _ figure: @escaping @Sendable (Figures) -> Share
    ) -> FigureColumn {
        FigureColumn(name, heading, .share, behind) { .share(figure($0)) }
    }

    /// The figures of a report of sums; none for the others. A document or a duty that no system of the scope knows has no column.
    public static func of(_ report: Report, _ scope: ReportScope) -> [FigureColumn] {
        switch report {
        case .summary: summary(scope.procedures)
        case .replies: replies
        case .detail, .comments: []
        }
    }

    private static func summary(_ procedures: [Procedure]) -> [FigureColumn] {
        func has(_ kind: DocumentKind) -> Bool { procedures.contains { $0.document(kind) != nil } }
        var columns = [count("announcements", "公告数", .matters(.announced)) { $0.announcements }]
        if has(.notice) { columns.append(count("notices", "通知数", .matters(.noticed)) { $0.notices }) }
        if has(.report) { columns.append(count("reports", "报告数", .matters(.reported)) { $0.reports }) }
        columns += [
            count("inTime", "按时数", .matters(.inTime)) { $0.inTime },
            count("late", "逾期数", .matters(.late)) { $0.late },
            share("inTimeShare", "按时率", .matters(.judged)) { $0.inTimeShare },
        ]
        if procedures.contains(where: { $0.duty != nil }) {
            columns.append(count("missing", "欠发", .owed) { $0.missing })
        }
        return columns + [
            count("comments", "建议数", .comments(.received)) { $0.comments },
            count("answered", "答复数", .comments(.answered)) { $0.answered },
            share("answeredShare", "答复率", .comments(.wanted)) { $0.answeredShare },
            averageDays, satisfiedShare, count("notes", "督办数", .notes(nil)) { $0.notes },
            count("openNotes", "督办未复", .notes(.open)) { $0.openNotes },
        ]
    }

    private static let replies: [FigureColumn] = [
        count("comments", "建议数", .comments(.received)) { $0.comments },
        count("wanted", "要答复", .comments(.wanted)) { $0.comments - $0.excused },
        count("answered", "已答复", .comments(.answered)) { $0.answered },
        count("unanswered", "未答复", .comments(.unanswered)) { $0.unanswered },
        share("answeredShare", "答复率", .comments(.wanted)) { $0.answeredShare },
        averageDays,
        FigureColumn("worstAnswerDays", "最长答复工作日", .count, .comments(.slowest)) {
            $0.answered > 0 ? .count($0.worstAnswerDays) : .average(Average(0, over: 0))
        },
        count("promptAnswers", "按时答复", .comments(.prompt)) { $0.answered - $0.lateAnswers },
        count("lateAnswers", "超时答复", .comments(.lateAnswered)) { $0.lateAnswers },
        count("overdueAnswers", "超期未答", .comments(.overdue)) { $0.overdueAnswers },
        share("promptShare", "按时答复率", .comments(.judged)) { $0.promptShare },
        count("rated", "已评价", .comments(.rated)) { $0.rated },
        count("satisfied", "满意数", .comments(.satisfied)) { $0.satisfied }, satisfiedShare,
    ]

    private static let averageDays = FigureColumn(
        "averageAnswerDays", "平均答复工作日", .average, .comments(.answered)
    ) { .average($0.averageAnswerDays) }

    private static let satisfiedShare = share("satisfiedShare", "满意率", .comments(.rated)) { $0.satisfiedShare }
}

extension ReportColumn.Kind {
    /// Columns of the screen for its usual values; a share has its bar beside it.
    var usualWidth: Int {
        switch self {
        case .text, .prose: 12
        case .count: 6
        case .average: 6
        case .share: 12
        case .day: 10
        case .moment: 16
        }
    }
}
