// The columns of each report, whoever draws or writes it.

extension Report {
    /// The columns for a scope: what none of its systems has is left out.
    public func columns(_ scope: ReportScope) -> [ReportColumn] {
        switch self {
        case .detail: Self.detail(scope)
        case .comments: Self.comments(scope)
        case .summary(let grouping), .replies(let grouping):
            [Self.subject(grouping)] + FigureColumn.of(self, scope).map(\.column)
        }
    }

    private static func subject(_ grouping: FigureLine.Grouping) -> ReportColumn {
        switch grouping {
        case .unit: ReportColumn("unit", "单位", .text, width: 16, longest: 30, isFrozen: true)
        case .month: ReportColumn("month", "月份", .text, width: 12, isFrozen: true)
        case .quarter: ReportColumn("quarter", "季度", .text, width: 14, isFrozen: true)
        }
    }

    /// What says of which matter a row tells.
    private static func matter(_ scope: ReportScope, titled heading: String) -> [ReportColumn] {
        [
            ReportColumn("number", "文号", .text, width: 8, longest: 11, isFrozen: true),
            ReportColumn("title", heading, .prose, width: 22, isFrozen: true),
        ] + (scope.system == nil ? [ReportColumn("system", "系统", .text, width: 12)] : [])
            + (scope.isOfOneUnit ? [] : [ReportColumn("unit", "单位", .text, width: 12, longest: 20)])
    }

    private static func detail(_ scope: ReportScope) -> [ReportColumn] {
        func has(_ kind: DocumentKind) -> Bool { scope.procedures.contains { $0.document(kind) != nil } }
        var columns = matter(scope, titled: "标题") + [ReportColumn("announced", "公告日期", .day, width: 10)]
        if has(.notice) { columns.append(ReportColumn("noticed", "通知日期", .day, width: 10)) }
        if has(.report) { columns.append(ReportColumn("reported", "报告日期", .day, width: 10)) }
        return columns + [
            ReportColumn("due", "应发日期", .day, width: 10), ReportColumn("state", "状态", .text, width: 8),
            ReportColumn("standing", "是否逾期", .text, width: 8),
            ReportColumn("lateDays", "逾期工作日", .count, width: 10),
            ReportColumn("comments", "建议数", .count, width: 6), ReportColumn("answered", "已答复", .count, width: 6),
        ]
    }

    private static func comments(_ scope: ReportScope) -> [ReportColumn] {
        matter(scope, titled: "事项") + [
            ReportColumn("author", "建议人", .text, width: 8, longest: 12), ReportColumn("channel", "渠道", .text, width: 8),
            ReportColumn("receivedAt", "提交时间", .moment, width: 16), ReportColumn("body", "内容", .prose, width: 30),
            ReportColumn("state", "处理状态", .text, width: 12), ReportColumn("adoption", "采纳情况", .text, width: 8),
            ReportColumn("reply", "答复", .prose, width: 30), ReportColumn("repliedAt", "答复时间", .moment, width: 16),
            ReportColumn("answerDays", "用时(工作日)", .count, width: 12),
            ReportColumn("satisfaction", "满意度", .text, width: 8),
        ]
    }
}
