// The forms about comments, described like every other.

extension Comment {
    /// The form for a comment received by letter, telephone, visit or e-mail (H4).
    /// - Parameter announced: the day from which on comments can have come.
    static func form(_ channels: [Channel], announced: Day?) -> Form {
        let registered = channels.filter(\.isRegistered)
        let first = registered.first { $0.code == "letter" } ?? registered.first
        return Form(
            [
                Field(
                    "channel", "渠道", .choice(registered.map { Field.Choice($0.code, $0.name) }),
                    beginning: first.map { .text($0.code) } ?? .empty, help: "建议是怎么来的。按空格键换一项。"),
                Field(
                    "received_day", "收到日期", .day, beginning: .today,
                    help: "收到的那一天, 来信看收到日期, 不看写信日期。意见截止以后收到的, 登记为逾期意见, 照常答复。"),
                Field("author", "建议人", .line, limit: 40, required: false, help: "姓名。没有署名的不填。只有打开时看得到全名, 打开会记入日志。"),
                Field(
                    "contact", "联系方式", .line, limit: 100, required: false,
                    help: "电话、地址或电子邮箱。平时遮住, 打开时会记入日志。"),
                Field("body", "建议内容", .text, limit: 2000, help: "照原话登记, 最多 2000 字。其中的电话、身份证号等平时自动遮住。"),
            ],
            rules: [
                { values, context in
                    guard let day = values.day("received_day"), day > context.today else { return nil }
                    return FieldError("received_day", "收到日期不能晚于今天 \(context.today), 填的是 \(day); 请核对日期")
                },
                { values, _ in
                    guard let day = values.day("received_day"), let announced, day < announced
                    else { return nil }
                    return FieldError("received_day", "公告发布于 \(announced), 收到日期不能早于这一天, 填的是 \(day); 请核对日期")
                },
            ])
    }

    /// The form of a reply (C2: what is not adopted needs its reason).
    static let replyForm = Form(
        [
            Field(
                "adoption", "采纳情况", .choice(Adoption.allCases.map { Field.Choice($0.rawValue, $0.name) }),
                help: "建议有没有采纳。按空格键换一项。问题和咨询选 解释说明。"),
            Field("reason", "理由", .text, limit: 300, required: false, help: "不采纳的必须写明理由, 理由会与答复一起公开; 部分采纳的最好也写。"),
            Field("body", "答复内容", .text, limit: 2000, help: "给群众的答复, 会公开。不写对方的姓名、电话和住址。按 F4 可以选用模板。"),
        ],
        rules: [
            { values, _ in
                guard values.text("adoption") == Adoption.declined.rawValue, values.text("reason") == nil else {
                    return nil
                }
                return FieldError("reason", "请填写理由: 不采纳的要写明为什么")
            }
        ])

    /// The reply form of a reply that is changed: with the reason of the change.
    static let changedReplyForm = Form(
        replyForm.fields + [
            Field("change_reason", "修改原因", .text, limit: WrittenReason.longest, help: "为什么要改答复。原来的答复留在日志里。")
        ], rules: replyForm.rules)

    /// The form for what the citizen says of the answer.
    static func satisfactionForm(_ channels: [Channel], answered: Day?) -> Form {
        Form(
            [
                Field(
                    "degree", "满意度",
                    .choice(Satisfaction.Degree.allCases.map { Field.Choice($0.rawValue, $0.name) }),
                    help: "群众对答复是否满意。按空格键换一项。"),
                Field("day", "日期", .day, beginning: .today, help: "群众表示的日期, 已填好今天。"),
                Field(
                    "channel", "渠道", .choice(channels.map { Field.Choice($0.code, $0.name) }), help: "怎么知道的: 回访电话、来访等。"),
            ],
            rules: [
                { values, context in
                    guard let day = values.day("day"), day > context.today else { return nil }
                    return FieldError("day", "日期不能晚于今天 \(context.today), 填的是 \(day); 请核对日期")
                },
                { values, _ in
                    guard let day = values.day("day"), let answered, day < answered else { return nil }
                    return FieldError("day", "答复于 \(answered), 日期不能早于这一天, 填的是 \(day); 请核对日期")
                },
            ])
    }
}
