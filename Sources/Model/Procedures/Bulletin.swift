// 重点工作通报: one document, owed every quarter or told at once (B1-B4).

extension Procedure {
    /// Bulletins on key work.
    public static let bulletin = Procedure(
        .bulletin, name: "重点工作通报", announcementName: "工作通报", eventName: "通报期",
        documents: [bulletinAnnouncement], deadlines: [],
        duty: PeriodDuty(
            name: "quarter", label: "季度通报", word: "通报", source: "B1", period: bulletinQuarter,
            beginning: {
                Entries(["period_year": "\($0.year)", "period_quarter": "\($0.number)", "occasion": quarterly])
            }),
        mustBeReviewed: true)

    private static let bulletinAnnouncement = DocumentDescription(
        .announcement, name: "工作通报", word: "通报",
        form: Form(
            table: "bulletin_announcement",
            title: Form.title("\"关于某某落实情况的通报\""),
            [
                Field(
                    "category", "通报类别",
                    .choice([
                        Field.Choice("publicInterest", "重大公共利益工作进展及成效"), Field.Choice("projects", "重点建设项目进展"),
                        Field.Choice("promises", "服务承诺事项落实"), Field.Choice("concerns", "公众关注及其他"),
                    ]), beginning: .text("publicInterest"), help: "按空格键换一项。"),
                Field(
                    "occasion", "通报时机",
                    .choice([Field.Choice(quarterly, "季度通报"), Field.Choice("sudden", "突发通报")]),
                    beginning: .text(quarterly), help: "按空格键换一项。重点工作按季度通报; 重大突发事件及时通报, 可以先发布、后补审核。"),
                Field(
                    "period_year", "年度", .count(2004...2999), when: ("occasion", quarterly),
                    help: "通报的是哪一年的工作, 例如 2026。"),
                Field(
                    "period_quarter", "季度",
                    .choice((1...4).map { Field.Choice(String($0), "第\($0)季度") }), when: ("occasion", quarterly),
                    help: "按空格键换一项。季度通报最迟在下一季度第一个月 10 日前发布, 遇休息日顺延。"),
                Field(
                    "content", "通报内容", .text, limit: 6000,
                    help: "总体情况、各项指标和进度、存在的问题、下一步打算。最多 6000 字, 表格作为附件。"),
                Field("contact", "联系方式", .text, limit: 300, help: "公众对通报有意见建议的, 怎样联系: 办公电话、地址、电子邮箱。"),
            ],
            rules: [quarterHasBegun]),
        conditions: [],
        event: EventEntry(field: "period_quarter") { values in
            MatterEvent(about: bulletinQuarter(values)?.text ?? "突发")
        },
        print: [
            .section("通报内容", field: "content"),
            .section("意见建议反馈渠道", field: "contact"),
        ])

    private static let quarterly = "quarter"

    @Sendable private static func bulletinQuarter(_ values: FormValues) -> Quarter? {
        guard values.text("occasion") == quarterly, let year = values.count("period_year"),
            let number = values.text("period_quarter").flatMap({ Int($0) })
        else { return nil }
        return Quarter(year, number)
    }

    /// B4: what is told of is under way or done.
    @Sendable private static func quarterHasBegun(_ values: FormValues, _ context: Form.Context) -> FieldError? {
        guard let quarter = bulletinQuarter(values), quarter > Quarter(of: context.today) else { return nil }
        return FieldError(
            "period_quarter", "\(quarter.text)还没有开始, 现在是\(Quarter(of: context.today).text); 请改正年度或季度")
    }
}
