// The lines of the matter page, and how the cursor goes from one that leads somewhere to the next.
import Model

extension MatterScreen {
    @discardableResult
    mutating func move(by step: Int) -> Bool {
        var next = cursor + step
        while lines.indices.contains(next), lines[next].target == nil { next += step }
        guard lines.indices.contains(next) else {
            if step < 0 { top = 0 }
            return false
        }
        cursor = next
        scroll()
        return true
    }

    /// Shows the line in hand with all that is said of it below.
    private mutating func scroll() {
        var last = cursor
        while lines.indices.contains(last + 1), lines[last + 1].target == nil, !lines[last + 1].text.text.isEmpty {
            last += 1
        }
        top = min(max(top, last - max(1, size.rows - 1) + 1), cursor)
    }

    mutating func layOut() {
        guard let matter, let context else { return }
        let kept = opening ?? target
        lines = []
        add(StyledLine(" " + matter.title, .label, indent: 1))
        add(StyledLine(" \(matter.unit.name)  \(procedure.event.day ?? procedure.eventName): \(eventText(matter))"))
        for move in matter.postponements {
            add(
                StyledLine(
                    " \(move.at.text) \(procedure.postponement?.word ?? Postpone.title): \(move.from) 改到 \(move.to), 原因: \(move.reason)",
                    indent: 4))
            if let review = move.review { addReview(review) }
        }
        if let ending = matter.ending {
            add(StyledLine(" 已终止", .label, indent: 4).then("  \(ending.at.text), 原因: \(ending.reason)"))
            if let review = ending.review { addReview(review) }
        }
        if let last = matter.lastCommentDay {
            add(StyledLine(" 收意见到 \(last) 24:00"))
        } else if procedure.takesCommentsAlways {
            add(StyledLine(" 随时收意见"))
        }
        if let entered = matter.backfilledDay { add(StyledLine(" 补录: \(entered) 录入, 以前的文书不计超期")) }
        heading("文书")
        for document in procedure.documents { addDocument(document, matter) }
        if !procedure.deadlines.isEmpty || !matter.deadlines.isEmpty { heading("期限") }
        if matter.deadlines.isEmpty, !procedure.deadlines.isEmpty { add(StyledLine("  \(earliest(matter, context))")) }
        for deadline in matter.deadlines {
            let word = deadline.light.word.isEmpty ? "    " : deadline.light.word
            let style: Style = deadline.light == .overdue ? .overdue : deadline.light == .soon ? .soon : .plain
            let sentence = deadline.sentence(today: context.now.day, calendar: context.calendar)
            add(StyledLine(" \(word) ", style, indent: 6).then(sentence), .deadline(deadline.rule))
            if let reason = deadline.lateReason { add(StyledLine("      原因: \(reason)", .dim, indent: 6)) }
            if let remark = deadline.remark { add(StyledLine("      \(remark)", .dim, indent: 6)) }
        }
        let comments = matter.comments
        add(.empty)
        add(
            StyledLine("  群众建议 \(comments.all) 条 (未处理 \(comments.unhandled), 未答复 \(comments.unanswered))"), .comments)
        addNotes(context)
        let attachments = matter.documents.flatMap(\.attachments)
        if !attachments.isEmpty { heading("附件") }
        for attachment in attachments {
            add(StyledLine("  \(attachment.name)  \(FileSize.text(attachment.size))"), .attachment(attachment))
        }
        heading("历史")
        for entry in history {
            let reason = entry.reason.map { "; 原因: \($0)" } ?? ""
            add(
                StyledLine("  \(entry.at.text) \(entry.clerk) \(entry.sentence)\(reason)", indent: 4),
                .history(entry.number))
        }
        cursor =
            lines.firstIndex { $0.target != nil && $0.target == kept } ?? lines.firstIndex { $0.target != nil } ?? 0
        top = min(top, max(0, lines.count - max(1, size.rows - 1)))
        scroll()
    }

    private mutating func addDocument(_ description: DocumentDescription, _ matter: Matter) {
        if let document = matter.document(description.kind) {
            let files = document.attachments.isEmpty ? "" : "  附件 \(document.attachments.count)"
            add(
                StyledLine(
                    "  \(description.name)  编号 \(document.number)  \(document.publishedText) 发布\(document.isBackfilled ? " (补录)" : "")\(files)"
                ),
                .document(description.kind))
            if document.awaitsPosting { add(StyledLine("    未上网登记", .soon)) }
            if let posting = document.posting { add(StyledLine("    上网 \(posting.postedAt.day)", .dim)) }
            if let review = document.latest.review { addReview(review) }
            guard document.versions > 1 else { return }
            let latest = document.latest
            add(
                StyledLine(
                    "    第 \(latest.ordinal) 版  \(latest.at.text) \(latest.clerk) \(latest.change.title), 打开看各版对照",
                    indent: 6),
                .versions(description.kind))
        } else {
            let isEnded = matter.ending != nil
            let cell = procedure.cell(description.kind, published: matter.published, isEnded: isEnded)
            add(
                StyledLine("  \(description.name)  未发布 ", .plain).then(
                    isEnded || cell.isAct ? cell.text : "", cell.isAct ? .act : .plain),
                .unpublished(description.kind))
        }
    }

    /// 督办 and how each stands.
    private mutating func addNotes(_ context: PublicationCheck.Context) {
        if !notes.isEmpty { heading("督办") }
        for note in notes {
            let sentence = note.sentence(today: context.now.day, calendar: context.calendar)
            add(
                StyledLine("  \(note.word)", Style(note.light), indent: 4).then("  \(note.title), \(sentence)"),
                .note(note.id))
        }
    }

    /// Who approved what is public, and how; what is owed or objected to stands out.
    private mutating func addReview(_ review: Review) {
        let isUnsettled = review.isOwed || review.state == .objected
        add(StyledLine("    审批: \(review.text)", isUnsettled ? .soon : .dim, indent: 6))
    }

    private func eventText(_ matter: Matter) -> String {
        guard let day = matter.event.day else { return matter.event.about ?? "待定" }
        return "\(day) \(day.weekday.name)"
    }

    /// For an event without a day: the earliest it may be, given when the first document went out.
    private func earliest(_ matter: Matter, _ context: PublicationCheck.Context) -> String {
        if matter.ending != nil { return "事项已终止, 不再计算" }
        if matter.event.day != nil { return "各项期限都在录入以前, 不计" }
        guard let rule = procedure.deadlines.first(where: { $0.workingDays < 0 }),
            let published = rule.document.flatMap(matter.document)?.publishedAt.day,
            let day = procedure.earliestEvent(
                rule, published: published, calendar: context.calendar, strict: context.strict)
        else { return "\(procedure.eventName)的日期确定后计算" }
        return "\(procedure.eventName)不得早于 \(day); 日期确定后计算各项期限"
    }

    private mutating func heading(_ text: String) {
        add(.empty)
        add(StyledLine(" " + text, .label))
    }

    private mutating func add(_ line: StyledLine, _ target: Target? = nil) {
        for (index, row) in line.wrapped(to: max(10, pageColumns - 1)).enumerated() {
            lines.append(Line(text: row, target: index == 0 ? target : nil))
        }
    }
}
