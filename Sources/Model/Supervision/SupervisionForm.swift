// The forms of 督办: what is asked, and the answer; their fields and the names of their drafts.

/// One of the two forms of a note.
enum SupervisionForm: Hashable, Sendable {
    case send(Identifier<Unit>, about: Identifier<Matter>?)
    case answer(Identifier<SupervisionNote>)

    private static let sending = "supervision.send."
    static let answering = "supervision.answer."

    /// The form of a draft, or nil where it is another form's.
    init?(_ draftForm: String) {
        let numbers = draftForm.split(separator: ".").dropFirst(2).compactMap { Int64($0) }
        guard let first = numbers.first else { return nil }
        if draftForm.hasPrefix(Self.sending) {
            self = .send(Identifier(first), about: numbers.dropFirst().first.map { Identifier($0) })
        } else if draftForm.hasPrefix(Self.answering) {
            self = .answer(Identifier(first))
        } else {
            return nil
        }
    }

    var draftForm: String {
        switch self {
        case .send(let unit, let matter):
            Self.sending
                + ([unit.rawValue] + (matter.map { [$0.rawValue] } ?? [])).map { "\($0)" }.joined(separator: ".")
        case .answer(let note): "\(Self.answering)\(note.rawValue)"
        }
    }

    /// Who fills it in.
    var roles: Set<Role> {
        switch self {
        case .send: SendSupervisionNote.roles
        case .answer: AnswerSupervisionNote.roles
        }
    }

    /// What is being written.
    var title: String {
        switch self {
        case .send: SendSupervisionNote.title
        case .answer: AnswerSupervisionNote.title
        }
    }

    /// Characters of what is asked and of the answer.
    private static let longest = 1000

    static let question = Form(
        [
            Field("title", "事由", .line, help: "一句话说明督办什么, 最多 50 个字, 例如 尽快发布听证报告。"),
            Field(
                "body", "督办内容", .text, limit: longest, help: "写明要这个单位做什么、答复什么, 最多 \(longest) 字。"),
            Field(
                "due_day", "答复期限", .day,
                help: "最迟哪一天答复（含当日）, 须为工作日, 离今天不超过 \(longestTerm) 天。可以写 20261208、12-8 或 2026年12月8日, 也可以按 F4 从日历中选。"),
        ],
        rules: [
            Form.notBeforePublication("due_day", "答复期限"),
            { values, context in
                guard let due = values.day("due_day"), !context.calendar.isWorking(due) else { return nil }
                let (before, after) = (context.calendar.onOrBefore(due), context.calendar.onOrAfter(due))
                let nearest = before < context.today ? "\(after)" : "\(before) 和 \(after)"
                return FieldError("due_day", "答复期限须为工作日, \(due) 是休息日; 最近的工作日是 \(nearest)")
            },
            { values, context in
                let last = context.today.adding(days: longestTerm)
                guard let due = values.day("due_day"), due > last else { return nil }
                return FieldError("due_day", "答复期限最晚 \(last) (从今天起 \(longestTerm) 天), 填的是 \(due)")
            },
        ])

    /// Days.
    private static let longestTerm = 365

    static let reply = Form(
        [Field("body", "答复内容", .text, limit: longest, help: "答复督办单位, 最多 \(longest) 字。只能答复一次, 提交以后不能再改。")],
        rules: [])
}
