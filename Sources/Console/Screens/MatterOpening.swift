// What the lines of the matter page lead to.
import Model

extension MatterScreen {
    mutating func open(_ desk: Desk) -> Effect {
        guard let matter, let target else { return .none }
        switch target {
        case .document(let kind):
            guard let document = matter.document(kind), let description = procedure.document(kind) else { return .none }
            let text = document.latest.publicText(description, number: document.number)
            return .push(TextScreen("\(description.name) \(document.number)", text.lines))
        case .versions(let kind):
            guard let description = procedure.document(kind) else { return .none }
            return .push(VersionsScreen(description, of: matter.id))
        case .unpublished(let kind):
            guard let description = procedure.document(kind) else { return .none }
            if let refusal = Self.refusal(toPublish: description, of: matter, procedure, desk) {
                let leadsOn = PublicationCheck.isHeldUpByComments(procedure, description, of: matter, now: desk.now)
                return leadsOn ? openComments(desk).then(.refuse(refusal)) : .refuse(refusal)
            }
            return .push(FormScreen(PublishTask(procedure, description, of: matter)))
        case .comments: return openComments(desk)
        case .deadline(let rule):
            return matter.deadlines.first { $0.rule == rule }.map { openCount(of: $0, matter) } ?? .none
        case .history(let number):
            guard let entry = history.first(where: { $0.number == number }) else { return .none }
            if let document = matter.documents.first(where: { $0.id == entry.revised }),
                let description = procedure.document(document.kind)
            {
                return .push(VersionsScreen(description, of: matter.id, madeAt: entry.at))
            }
            return .push(TextScreen("日志第 \(number) 条", lines(of: entry)))
        case .attachment(let attachment):
            leaving = attachment
            return .push(
                ChoiceScreen(
                    "另存 \(attachment.name)", ["存到发件夹 \(desk.folders.shown(desk.folders.outbox))", "传到本机 (ZMODEM)"]))
        }
    }

    /// Citizens' comments are read by the unit that answers them and by supervisors.
    private func openComments(_ desk: Desk) -> Effect {
        guard let matter, let clerk = desk.clerk else { return .none }
        guard matter.unit.id == clerk.unit.id || clerk.roles.contains(.supervisor) else {
            return .refuse("这件事项的建议由\(matter.unit.name)办理")
        }
        return .push(CommentListScreen(procedure, of: id, named: matter.title))
    }

    /// How a deadline was counted, day by day.
    private func openCount(of deadline: Deadline, _ matter: Matter) -> Effect {
        guard let context else { return .none }
        if let count = DeadlineCount(period: deadline, procedure, context) { return count.shown }
        guard let event = matter.event.day,
            let rule = procedure.deadlines.first(where: { $0.name == deadline.rule }),
            let count = rule.count(from: event, calendar: context.calendar, strict: context.strict)
        else { return .refuse("\(procedure.eventName)的日期还没有确定, 期限还不能计算") }
        let way = "\(rule.workingDays < 0 ? "往前" : "往后")数 \(abs(rule.workingDays)) 个工作日, 当天不算"
        return DeadlineCount(
            deadline, day: count.day,
            explanation: ["\(procedure.eventName) \(event), \(way)"] + count.explanation, context
        ).shown
    }

    private func lines(of entry: HistoryEntry) -> [StyledLine] {
        var lines = [StyledLine("\(entry.at.text) \(entry.clerk)", .label), StyledLine(entry.sentence)]
        if let reason = entry.reason { lines.append(StyledLine("原因: \(reason)")) }
        if !entry.changes.isEmpty { lines.append(.empty) }
        for change in entry.changes {
            lines.append(StyledLine(change.label + ": ", .label, indent: 2).then(change.text))
        }
        return lines
    }
}
