// 重要事项公示: announcement and report (G1-G9).

extension Procedure {
    /// Public notices of important matters.
    public static let publicNotice = Procedure(
        .publicNotice, name: "重要事项公示", announcementName: "公示公告",
        event: EventWords("公示期", day: "公示结束", column: ("公示止", 6)),
        documents: [publicNoticeAnnouncement, publicNoticeReport],
        deadlines: [
            DeadlineRule("report", "公示报告", word: "报告", by: .report, workingDays: 10, canBeStrict: false, source: "G3")
        ],
        takesCommentsUntilEvent: true,
        postponement: publicNoticeExtension, termination: publicNoticeTermination,
        account: AccountDescription("公示情况报告", source: "G9"), categoryField: "category")

    private static let publicNoticeAnnouncement = DocumentDescription(
        .announcement, name: "公示公告", word: "公告",
        form: Form(
            table: "public_notice_announcement",
            title: Form.title("\"关于某某的公示\""),
            [
                Field(
                    "category", "公示类别",
                    .choice([
                        Field.Choice("development", "关系经济社会发展", short: "经济社会"),
                        Field.Choice("publicInterest", "关系公共利益", short: "公共利益"),
                        Field.Choice("personnel", "录用、评审、评优、表彰", short: "录用评优"),
                        Field.Choice("statutory", "法律法规规定的其他事项", short: "法定其他"),
                    ]), beginning: .text("development"), help: "按空格键换一项。录用、评审、评优、表彰指公务员录用、职称评审、评优评先、表彰奖励。"),
                Field("reason", "公示原因", .text, limit: 1000, help: "为什么公示: 依据和由来, 例如根据什么规定、经过什么程序。"),
                Field("content", "公示内容", .text, limit: 6000, help: "公示什么: 对象、范围、地点、金额等。内容多时可以写 \"详见附件\"。"),
                Field("period_start", "公示开始", .day, beginning: .today, help: "公示的第一天, 计入公示期。不能早于发布那天, 可以晚几天。"),
                Field("period_days", "公示天数", .count(1...365), help: "公示几天, 写数字。第一天计入。"),
                Field(
                    "period_unit", "天数按",
                    .choice([
                        Field.Choice(periodInWorkingDays, "工作日"), Field.Choice("calendar", "自然日"),
                    ]), beginning: .text(periodInWorkingDays), help: "按空格键换一项。公示天数是按工作日, 还是按自然日 (连休息日一起) 计算。"),
                Field(
                    "period_end", "公示结束", .day, required: false,
                    help: "可以不填, 由系统按开始、天数推算。公众可以提意见到这一天的 24:00; 公示报告最迟在这一天以后 10 个工作日内发布。"),
                Field("channels", "反馈渠道", .text, limit: 500, help: "意见建议怎样反馈: 受理单位、地址、办公电话、电子邮箱。不写个人手机号。"),
            ],
            rules: [Form.notBeforePublication("period_start", "公示开始"), periodEndsAsCounted],
            cautions: [
                { values, _ in
                    guard let title = values.text("title"), !(title.hasPrefix("关于") && title.hasSuffix("的公示")) else {
                        return nil
                    }
                    return FieldError("title", "标题一般写作 \"关于某某的公示\"")
                }
            ],
            completions: ["period_end": countedPeriodEnd]),
        conditions: [],
        event: EventEntry(field: "period_end", read: periodEnd, tell: periodText),
        print: [
            .section("公示原因", field: "reason"),
            .section("公示内容", field: "content"),
            .made("公示时间", periodText),
            .section("意见建议反馈渠道", field: "channels"),
            .words("特此公示。"),
        ])

    private static let publicNoticeReport = DocumentDescription(
        .report, name: "公示报告", word: "报告",
        form: Form(
            table: "public_notice_report",
            title: Form.title(
                "\"关于某某公示情况的报告\"", beginning: .title(replacing: [("的公示", "公示情况的报告"), ("批前公示", "批前公示情况的报告")])),
            [
                Field("result_day", "发布时间", .day, beginning: .today, help: "结果发布时间。是否按时只看实际发布的时刻。"),
                Field("outcome", "公示结果", .text, limit: 6000, help: "公示的情况和结论: 收到多少意见, 主要内容, 公示事项是否通过。"),
                Field("adoption", "采纳情况", .text, limit: 6000, help: "主要意见是否采纳; 比较集中的意见不采纳的, 要说明理由。没有意见的写明没有收到意见。"),
            ]),
        conditions: [.eventEnded, .everyCommentAnswered],
        print: [
            .section("公示结果", field: "outcome"),
            .section("意见采纳情况", field: "adoption"),
        ])

    // MARK: - The period

    private static let periodInWorkingDays = "working"

    /// The last day of the period, the first day counted; a first day that is a day off begins it on the next working day.
    @Sendable private static func countedPeriodEnd(_ values: FormValues, _ context: Form.Context) -> FieldValue? {
        guard let start = values.day("period_start"), let days = values.count("period_days"), days > 0 else {
            return nil
        }
        guard values.text("period_unit") == periodInWorkingDays else { return .day(start.adding(days: days - 1)) }
        return context.calendar.workingDay(days - 1, from: context.calendar.onOrAfter(start)).map { .day($0.day) }
    }

    /// The end that is written is the one that is counted; of a period that ran before it is entered here, what was announced holds.
    @Sendable private static func periodEndsAsCounted(_ values: FormValues, _ context: Form.Context) -> FieldError? {
        guard let end = values.day("period_end"), let start = values.day("period_start") else { return nil }
        if end < start { return FieldError("period_end", "公示结束不能早于公示开始 \(start), 填的是 \(end)") }
        guard !context.isPast, let days = values.count("period_days"),
            case .day(let counted)? = countedPeriodEnd(values, context), counted != end
        else { return nil }
        return FieldError(
            "period_end", "从 \(start) 起 \(days) \(periodUnit(values))（首日计入）到 \(counted) 为止, 填的是 \(end); 请改正天数, 或不填由系统推算"
        )
    }

    @Sendable private static func periodText(_ values: FormValues) -> String? {
        guard let start = values.day("period_start"), let end = values.day("period_end"),
            let days = values.count("period_days")
        else { return nil }
        return "自\(start.chinese)起至\(end.chinese)止, 共 \(days) \(periodUnit(values))（首日计入）。"
    }

    private static func periodUnit(_ values: FormValues) -> String {
        values.text("period_unit") == periodInWorkingDays ? "个工作日" : "天"
    }

    @Sendable private static func periodEnd(_ values: FormValues) -> MatterEvent? {
        values.day("period_end").map { MatterEvent(day: $0, ends: .endOfDay($0)) }
    }

    // MARK: - What is told besides

    /// 延长公示期: comments are taken until the new end.
    private static let publicNoticeExtension = LinkedNotice(
        .postpone, title: "延长公示期", word: "延长公示期", isExtension: true,
        form: Form(
            table: TemporaryNotice.table,
            title: Form.title("\"关于延长某某公示期的通知\"", beginning: .title(replacing: [("的公示", "公示延期的通知")])),
            [
                Field("period_end", "新的结束", .day, help: "公示延长到哪一天, 晚于原定的结束日期。意见也收到这一天的 24:00, 报告的期限随着改。按 F4 从日历中选。"),
                Field(LinkedNotice.reason, "延长原因", .text, limit: 200, help: "为什么延长, 写进通知, 对外公布。"),
            ],
            closing: TemporaryNotice.closing),
        event: EventEntry(field: "period_end", read: periodEnd),
        print: [
            .sentence { values in
                guard let title = values.text(LinkedNotice.matterTitle), let old = values.day(LinkedNotice.oldDay),
                    let day = values.day("period_end")
                else { return nil }
                return "《\(title)》的公示期原定至\(old.chinese)止, 现延长至\(day.chinese)（\(day.weekday.name)）止, 期间继续收集意见建议。"
            },
            .sentence { values in values.text(LinkedNotice.reason).map { "延长原因: \($0)" } },
            .words("特此通知。"),
        ])

    /// 终止公示: what was given notice of is not carried on, and there will be no report.
    private static let publicNoticeTermination = LinkedNotice(
        .terminate, title: "终止公示",
        form: Form(
            table: TemporaryNotice.table,
            title: Form.title("\"关于某某终止公示的通知\"", beginning: .title(replacing: [("的公示", "终止公示的通知")])),
            [Field(LinkedNotice.reason, "终止原因", .text, limit: 200, help: "为什么不再公示, 写进通知, 对外公布。终止后不再发布任何文书, 不能恢复。")],
            closing: TemporaryNotice.closing),
        print: [
            .sentence { values in values.text(LinkedNotice.matterTitle).map { "《\($0)》终止公示。" } },
            .sentence { values in values.text(LinkedNotice.reason).map { "终止原因: \($0)" } },
            .words("特此通知。"),
        ])
}
