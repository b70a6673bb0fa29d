// 待办: what waits for a clerk, all kinds in one list.

/// One thing that waits for the clerk.
public struct Todo: PagedRow, Hashable {
    /// What it is, in the order in which the list has them.
    public enum Kind: Int, CaseIterable, Hashable, Sendable {
        case overdue = 1
        case soon, comments, notes, answers, reviews, returned, agreed, drafts, postings

        /// The word in the list's first column.
        public var word: String {
            switch self {
            case .overdue: "超期"
            case .soon: "将到"
            case .comments: "建议"
            case .notes: "督办"
            case .answers: "督办"
            case .reviews: "审核"
            case .returned: "退回"
            case .agreed: "待发布"
            case .drafts: "草稿"
            case .postings: "未上网"
            }
        }
    }

    /// What it leads to.
    public enum Subject: Hashable, Sendable {
        case deadline(OpenDeadline)
        case comments(CommentedMatter)
        case note(SupervisionNote)
        case review(Review)
        case draft(Draft)
        case posting(PostingOccasion, unit: String)
    }

    public let id: Identifier<Todo>
    public let kind: Kind
    public let subject: Subject

    /// What is to be done, such as 听证报告 or 答复建议.
    public var what: String {
        switch subject {
        case .deadline(let open):
            Procedure.of(open.system)?.brief(rule: open.deadline.rule, isPeriod: open.deadline.period != nil)
                ?? open.deadline.label
        case .comments: "答复建议"
        case .note: kind == .answers ? "督办答复" : "答复督办"
        case .review(let review): review.documentName
        case .draft(let draft): FormTasks.name(of: draft)
        case .posting(let posted, _): posted.documentName
        }
    }

    public var title: String {
        switch subject {
        case .deadline(let open): open.title
        case .comments(let matter): matter.title
        case .note(let note): note.title
        case .review(let review): review.title
        case .draft(let draft): draft.title.isEmpty ? "(还没有标题)" : draft.title
        case .posting(let posted, _): posted.title
        }
    }

    public var light: Light {
        switch subject {
        case .deadline(let open): open.deadline.light
        case .comments(let matter): matter.light
        case .note(let note): note.light
        case .review, .draft, .posting: .open
        }
    }

    /// Until when, or since when, as short as a column is wide.
    public func when(today: Day, calendar: WorkCalendar) -> String {
        switch subject {
        case .deadline(let open): Self.term(open.deadline.due, today, calendar)
        case .comments(let matter): matter.overdue > 0 ? "超期 \(matter.overdue) 条" : "\(matter.tally.unanswered) 条"
        case .note(let note):
            note.answer.map { String($0.at.day.description.dropFirst(5)) } ?? Self.term(note.due, today, calendar)
        case .review(let review): String(review.submittedAt.day.description.dropFirst(5))
        case .draft(let draft): String(draft.savedAt.day.description.dropFirst(5))
        case .posting(let posted, _): String(posted.publishedAt.day.description.dropFirst(5))
        }
    }

    private static func term(_ due: Day, _ today: Day, _ calendar: WorkCalendar) -> String {
        if due < today { return "超 \(max(1, calendar.workingDays(after: due, through: today))) 天" }
        return due == today ? "今天" : "剩 \(calendar.workingDays(after: today, through: due)) 天"
    }

    /// Why it stands in the list, in a sentence.
    public func reason(today: Day, calendar: WorkCalendar) -> String {
        switch subject {
        case .deadline(let open): return open.deadline.sentence(today: today, calendar: calendar)
        case .comments(let matter):
            let late = matter.overdue > 0 ? "\(matter.overdue) 条答复已超期" : ""
            let soon = matter.soon > 0 ? "\(matter.soon) 条答复将到期" : ""
            let all = "\(matter.tally.unanswered) 条建议还没有答复"
            let pressing = [late, soon].filter { !$0.isEmpty }.joined(separator: ", ")
            return pressing.isEmpty ? all : "\(all), 其中 \(pressing)"
        case .note(let note):
            guard let answer = note.answer else { return note.sentence(today: today, calendar: calendar) }
            let late = answer.lateDays.map { ", 晚 \($0) 个工作日" } ?? ""
            return "\(note.unit.name) \(answer.by) \(answer.at.text) 答复\(late), 等待阅知"
        case .review(let review):
            let urgent = review.emergencyReason.map { "已紧急发布, 等待补审: \($0)" }
            return "\(review.unit) \(review.author.name) \(review.submittedAt.text) \(urgent ?? "提交, 等待审核")"
        case .draft(let draft):
            if let review = draft.review, review.lock != nil || review.state == .returned { return review.text }
            return "\(draft.savedAt.text) 存的草稿, 还没有写完"
        case .posting(let posted, let unit):
            return "\(unit) \(posted.publishedAt.text) 发布, 还没有登记在网站上的地址"
        }
    }
}

/// A deadline that is neither met nor ended, with what it is about.
public struct OpenDeadline: Hashable, Sendable {
    public let deadline: Deadline
    public let system: System
    /// Nil where a unit owes it for a period.
    public let matter: Identifier<Matter>?
    /// The matter's title, or the unit's name and the period.
    public let title: String
    public let unit: Identifier<Unit>
}
