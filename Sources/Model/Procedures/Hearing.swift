// 重大决策听证: announcement, notice, report (H1-H10).

extension Procedure {
    /// Hearings on major decisions.
    public static let hearing = Procedure(
        .hearing, name: "重大决策听证", announcementName: "听证公告", event: EventWords("听证会", day: "听证会", column: ("听证会", 6)),
        documents: [hearingAnnouncement, hearingNotice, hearingReport],
        deadlines: [
            DeadlineRule(
                "announcement", "听证公告", word: "公告", by: .announcement, workingDays: -10, canBeStrict: true, source: "H1"
            ),
            DeadlineRule("notice", "听证通知", word: "通知", by: .notice, workingDays: -7, canBeStrict: true, source: "H2"),
            DeadlineRule(
                "materials", "会议材料送达代表", word: "材料", by: nil, workingDays: -3, canBeStrict: false, source: "H11"),
            DeadlineRule("report", "听证报告", word: "报告", by: .report, workingDays: 10, canBeStrict: false, source: "H3"),
        ],
        postponement: hearingPostponement, termination: hearingTermination)

    private static let hearingAnnouncement = DocumentDescription(
        .announcement, name: "听证公告", word: "公告",
        form: Form(
            table: "hearing_announcement",
            title: Form.title("\"关于某某的听证会公告\""),
            [
                Field("subject", "听证事项", .text, limit: 2000, help: "听证什么: 事项、依据、方案要点。内容多时可以写 \"详见附件\", 把方案作为附件。"),
                Field("representatives", "代表名额", .count(1...200), help: "听证代表的名额, 写数字, 1 到 200。名额偏少时预览中会提醒。"),
                Field("selection", "产生方式", .text, limit: 1000, help: "各类代表各多少名、怎样产生, 例如利害关系人、社会公众、人大代表、政协委员、专家。"),
                Field(
                    "registration", "报名办法", .text, limit: 1000,
                    help: "报名的时间、方式和要求: 到哪里报名、截止到哪一天、带什么材料。"),
                Field(
                    "hearing_when", "听证时间",
                    .choice([
                        Field.Choice("exact", "已定日期"), Field.Choice("approximate", "大致时间"),
                        Field.Choice("open", "待2号公告公布"),
                    ]), beginning: .text("exact"),
                    help: "按空格键换一项。日期没有定的, 写大致时间, 或待2号公告（听证通知）公布; 是否按时, 到日期确定时计算。"),
                Field(
                    "hearing_day", "听证日期", .day, when: ("hearing_when", "exact"),
                    help: "公告最迟在听证会 10 个工作日前发布。可以写 20261208、12-8 或 2026年12月8日, 按 F4 从日历中选。"),
                Field(
                    "hearing_start", "开始时刻", .time, required: false, when: ("hearing_when", "exact"),
                    help: "几点开始, 例如 9:00。没有定可以不填, 在听证通知中再写。"),
                Field(
                    "hearing_about", "大致时间", .line, limit: 20, when: ("hearing_when", "approximate"),
                    help: "例如 12月中旬。确切的日期在听证通知中写。"),
                Field(
                    "comments_until", "意见截止", .day,
                    help: "公众可以提意见到这一天的 24:00。从公告发布起开始收意见。"),
                Field("contact", "联系方式", .text, limit: 300, help: "联系人、电话、地址、电子邮箱。写办公电话, 不写个人手机号。"),
            ],
            rules: [Form.notBeforePublication("comments_until", "意见截止")],
            cautions: [
                { values, settings in
                    guard let count = values.count("representatives"), count < settings.leastRepresentatives else {
                        return nil
                    }
                    return FieldError("representatives", "代表名额 \(count) 名, 一般不少于 \(settings.leastRepresentatives) 名")
                }
            ]),
        conditions: [],
        event: EventEntry(field: "hearing_day", read: hearingEvent),
        commentsUntil: "comments_until",
        print: [
            .section("听证事项", field: "subject"),
            .made("听证时间") { values in
                switch values.text("hearing_when") {
                case "exact": values.day("hearing_day").map { day in hearingTime(day, values) + "。" }
                case "approximate": values.text("hearing_about").map { $0 + "。具体时间、地点将在第2号公告中公布。" }
                default: "具体时间、地点将在第2号公告中公布。"
                }
            },
            .made("代表名额及产生方式") { values in
                guard let count = values.count("representatives"), let selection = values.text("selection") else {
                    return nil
                }
                return "听证代表 \(count) 名。\n\(selection)"
            },
            .section("报名时间、方式和要求", field: "registration"),
            .made("公众意见") { values in values.day("comments_until").map { "自公告发布之日起至\($0.chinese)止, 公众可以提出意见建议。" } },
            .section("联系方式", field: "contact"),
            .words("特此公告。"),
        ])

    private static let hearingNotice = DocumentDescription(
        .notice, name: "听证通知", word: "通知",
        form: Form(
            table: "hearing_notice",
            title: Form.title("\"关于某某听证会的通知\"", beginning: .title(replacing: [("公告", "通知"), ("第1号", "第2号")])),
            [
                Field("notice_day", "通知时间", .day, beginning: .today, help: "通知的日期。是否按时只看实际发布的时刻, 不看这里写的日期。"),
                Field(
                    "hearing_day", "听证日期", .day, beginning: .eventDay,
                    help: "听证会确切的日期。通知最迟在听证会 7 个工作日前发布; 公告中日期未定的, 公告是否按时也在这时计算。"),
                Field(
                    "hearing_start", "开始时刻", .time, beginning: .earlier(.announcement, field: "hearing_start"),
                    help: "例如 9:00 或 14:30。"),
                Field("hearing_end", "结束时刻", .time, help: "预计结束的时刻, 例如 11:30。报告在听证会结束后才能发布。"),
                Field("place", "听证地点", .line, limit: 60, help: "写清楚地址、楼层、会议室。"),
                Field("participants", "参加人员", .text, limit: 1000, help: "主持人、发言人、监察人、旁听人等。"),
                Field("representative_list", "代表名单", .text, limit: 2000, help: "听证代表的姓名和身份。只写姓名、单位或职业, 不写身份证号、电话和住址。"),
            ],
            rules: [hearingEndsAfterStart]),
        conditions: [],
        event: EventEntry(field: "hearing_day", read: hearingEvent),
        print: [
            .made("听证时间") { values in values.day("hearing_day").map { hearingTime($0, values) } },
            .section("听证地点", field: "place"),
            .section("参加人员", field: "participants"),
            .section("听证代表名单", field: "representative_list"),
            .words("特此通知。"),
        ])

    private static let hearingReport = DocumentDescription(
        .report, name: "听证报告", word: "报告",
        form: Form(
            table: "hearing_report",
            title: Form.title("\"关于某某听证会的报告\"", beginning: .title(replacing: [("公告", "报告"), ("第1号", "第3号")])),
            [
                Field("result_day", "发布时间", .day, beginning: .today, help: "结果发布时间。是否按时只看实际发布的时刻。"),
                Field(
                    "expected", "应到代表", .count(1...200), beginning: .earlier(.announcement, field: "representatives"),
                    help: "应当到会的听证代表人数。"),
                Field("present", "实到代表", .count(0...200), help: "实际到会的听证代表人数, 不能多于应到人数; 不到三分之二的, 听证会应当改期。"),
                Field("outcome", "听证结果", .text, limit: 6000, help: "听证会的情况和结论: 几位代表发言, 提出哪些意见, 是否同意。"),
                Field("adoption", "采纳情况", .text, limit: 6000, help: "各项意见是否采纳; 不采纳的要说明理由。"),
            ],
            rules: [
                { values, _ in
                    guard let expected = values.count("expected"), let present = values.count("present"),
                        present > expected
                    else { return nil }
                    return FieldError("present", "实到代表不能多于应到代表 \(expected) 人, 填的是 \(present) 人")
                }
            ]),
        conditions: [.eventEnded],
        quorum: Quorum(expected: "expected", present: "present"),
        print: [
            .made("到会情况") { values in
                guard let expected = values.count("expected"), let present = values.count("present") else { return nil }
                return "应到听证代表 \(expected) 人, 实到 \(present) 人。"
            },
            .section("听证结果", field: "outcome"),
            .section("意见采纳情况", field: "adoption"),
        ])
}
