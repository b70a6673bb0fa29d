// 待办: what waits for a clerk, all kinds in one list.

/// One thing that waits for the clerk.
public struct Todo: PagedRow, Hashable {
    /// What it is. Where its day has passed or is near, that comes before what it is.
    public enum Kind: Int, CaseIterable, Hashable, Sendable {
        case deadlines = 1
        case comments, notes, answers, reviews, returned, agreed, drafts, postings

        /// The word in the list's first column while nothing presses.
        var word: String {
            switch self {
            case .deadlines: ""
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

    /// The word in the list's first column: how it presses, or else what it is.
    public var word: String { light.word.isEmpty ? kind.word : light.word }

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

    /// How many working days are left or over, or how many comments wait, those that press before all; nothing where no day is set.
    public func when(today: Day, calendar: WorkCalendar) -> String {
        switch subject {
        case .deadline(let open): Self.term(open.deadline.due, today, calendar)
        case .comments(let matter): matter.waitingWord
        case .note(let note): note.isOpen ? Self.term(note.due, today, calendar) : ""
        case .review, .draft, .posting: ""
        }
    }

    private static func term(_ due: Day, _ today: Day, _ calendar: WorkCalendar) -> String {
        if due < today { return "超 \(max(1, calendar.workingDays(after: due, through: today)))" }
        return due == today ? "今天" : "剩 \(calendar.workingDays(after: today, through: due))"
    }

    /// Why it stands in the list, in a sentence.
    public func reason(today: Day, calendar: WorkCalendar) -> String {
        switch subject {
        case .deadline(let open): return open.deadline.sentence(today: today, calendar: calendar)
        case .comments(let matter): return matter.waitingSentence
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
