// What is told of a hearing besides its documents: that it is moved, or that it will not be held.

extension Procedure {
    /// 改期: the hearing is held on another day.
    static let hearingPostponement = LinkedNotice(
        .postpone, title: "听证会改期", wantsWorkingDay: true,
        form: Form(
            table: TemporaryNotice.table,
            title: Form.title("\"关于某某听证会改期的通知\"", beginning: .title(replacing: hearingTitleEnds("改期的通知"))),
            [
                Field(
                    "hearing_day", "新的日期", .day,
                    help: "改到哪一天: 今天以后的工作日, 不早于意见截止。公告、通知是否按时按新日期重新计算, 报告的期限随着改。按 F4 从日历中选。"),
                Field(
                    "hearing_start", "开始时刻", .time, beginning: .earlier(.notice, field: "hearing_start"),
                    help: "例如 9:00 或 14:30。"),
                Field(
                    "hearing_end", "结束时刻", .time, beginning: .earlier(.notice, field: "hearing_end"),
                    help: "预计结束的时刻, 例如 11:30。报告在听证会结束后才能发布。"),
                Field(
                    "place", "听证地点", .line, limit: 60, required: false, beginning: .earlier(.notice, field: "place"),
                    help: "写清楚地址、楼层、会议室。还没有定可以不填, 在听证通知中再写。"),
                Field(LinkedNotice.reason, "改期原因", .text, limit: 200, help: "为什么改期, 写进通知, 对外公布。"),
            ],
            closing: TemporaryNotice.closing, rules: [hearingEndsAfterStart]),
        event: EventEntry(field: "hearing_day", read: hearingEvent),
        print: [
            .sentence { values in
                guard let old = values.day(LinkedNotice.oldDay), let day = values.day("hearing_day") else { return nil }
                let place = values.text("place").map { ", 地点: \($0)" } ?? ""
                return "原定于\(old.chinese)（\(old.weekday.name)）举行的听证会, 改到\(hearingTime(day, values))举行\(place)。"
            },
            .sentence { values in values.text(LinkedNotice.reason).map { "改期原因: \($0)" } },
            .words("特此通知。"),
        ])

    /// 终止: the hearing is not held, and there will be no report.
    static let hearingTermination = LinkedNotice(
        .terminate, title: "听证会终止",
        form: Form(
            table: TemporaryNotice.table,
            title: Form.title("\"关于某某听证会终止的通知\"", beginning: .title(replacing: hearingTitleEnds("终止的通知"))),
            [Field(LinkedNotice.reason, "终止原因", .text, limit: 200, help: "为什么不再举行, 写进通知, 对外公布。终止后不再发布任何文书, 不能恢复。")],
            closing: TemporaryNotice.closing),
        print: [
            .sentence { values in
                values.text(LinkedNotice.matterTitle).map { "《\($0)》所公告的听证会终止, 不再举行。" }
            },
            .sentence { values in values.text(LinkedNotice.reason).map { "终止原因: \($0)" } },
            .words("特此通知。"),
        ])

    /// How an announcement's title becomes the notice's.
    private static func hearingTitleEnds(_ end: String) -> [(word: String, by: String)] {
        [("听证会的公告", "听证会\(end)"), ("听证会公告", "听证会\(end)"), ("（第1号）", ""), ("(第1号)", "")]
    }

    static let hearingEndsAfterStart: Form.Rule = { values, _ in
        guard let start = values.time("hearing_start"), let end = values.time("hearing_end"), end <= start
        else { return nil }
        return FieldError("hearing_end", "结束时刻应晚于开始时刻 \(start.text), 填的是 \(end.text)")
    }

    /// The hearing as a form's values tell it. Without an end it is over with the day.
    @Sendable static func hearingEvent(_ values: FormValues) -> MatterEvent? {
        if let day = values.day("hearing_day") {
            return MatterEvent(
                day: day, ends: values.time("hearing_end").map { Moment.at(day, $0) } ?? Moment.endOfDay(day))
        }
        return MatterEvent(about: values.text("hearing_about") ?? "待定")
    }

    static func hearingTime(_ day: Day, _ values: FormValues) -> String {
        let start = values.time("hearing_start").map(\.text) ?? ""
        let end = values.time("hearing_end").map { "至\($0.text)" } ?? ""
        return "\(day.chinese)（\(day.weekday.name)）\(start)\(end)"
    }
}
