// What the lines of the matter page lead to.
import Model

extension MatterScreen {
    mutating func open(_ desk: Desk) -> Effect {
        guard let matter, let target else { return .none }
        switch target {
        case .document, .history:
            if let versions = versions(of: target, matter) { return .push(versions) }
            return text(of: target, matter).map { .push(TextScreen($0.title, $0.lines)) } ?? .none
        case .deadline(let rule):
            return count(of: rule, matter).map { .push($0.screen) }
                ?? .refuse("\(procedure.eventName)的日期还没有确定, 期限还不能计算")
        case .versions(let kind):
            guard let description = procedure.document(kind) else { return .none }
            return .push(VersionsScreen(description, of: matter.id))
        case .unpublished(let kind):
            return procedure.document(kind).map { Self.publish($0, of: matter, procedure, desk) } ?? .none
        case .comments: return openComments(desk)
        case .note(let note): return .push(SupervisionNoteScreen(note))
        case .attachment(let attachment):
            leaving = attachment
            isTakingAccount = false
            return .push(
                ChoiceScreen(
                    "另存 \(attachment.name)", ["存到发件夹 \(desk.folders.shown(desk.folders.outbox))", "传到本机 (ZMODEM)"]))
        }
    }

    /// What the line in hand leads to, where that is a text; else that it leads on.
    var preview: Preview? {
        guard let matter, let target else { return nil }
        return text(of: target, matter) ?? Preview(title: "", lines: [StyledLine("按 Enter 打开这一行。", .dim)])
    }

    /// The text that a line leads to; nil where it leads elsewhere, or the text cannot be told yet.
    private func text(of target: Target, _ matter: Matter) -> Preview? {
        switch target {
        case .document(let kind):
            guard let document = matter.document(kind), let description = procedure.document(kind) else { return nil }
            let text = document.latest.publicText(description, number: document.number)
            return Preview(title: "\(description.name) \(document.number)", lines: text.lines)
        case .deadline(let rule): return count(of: rule, matter).map { Preview(title: $0.title, lines: $0.lines) }
        case .history(let number):
            return history.first { $0.number == number }.map {
                Preview(title: "日志第 \(number) 条", lines: lines(of: $0))
            }
        default: return nil
        }
    }

    /// A line of history that made a version leads to the versions.
    private func versions(of target: Target, _ matter: Matter) -> VersionsScreen? {
        guard case .history(let number) = target, let entry = history.first(where: { $0.number == number }),
            let document = matter.documents.first(where: { $0.id == entry.revised }),
            let description = procedure.document(document.kind)
        else { return nil }
        return VersionsScreen(description, of: matter.id, madeAt: entry.at)
    }

    /// The form of a document, the comments that hold it up (G6), or why it cannot be published.
    static func publish(
        _ document: DocumentDescription, of matter: Matter, _ procedure: Procedure, _ desk: Desk
    ) -> Effect {
        if let heldUp = heldUp(document, of: matter, procedure, desk) { return CommentListScreen.opening(heldUp) }
        if let refusal = refusal(toPublish: document, of: matter, procedure, desk) { return .refuse(refusal) }
        return .push(FormScreen(PublishTask(procedure, document, of: matter)))
    }

    /// Whether comments alone keep this clerk from publishing.
    static func heldUp(
        _ document: DocumentDescription, of matter: Matter, _ procedure: Procedure, _ desk: Desk
    ) -> PublicationCheck.HeldUp? {
        guard let heldUp = PublicationCheck.heldUp(procedure, document, of: matter, now: desk.now),
            refusal(toPublish: document, of: matter, procedure, desk) == heldUp.sentence
        else { return nil }
        return heldUp
    }

    /// Citizens' comments are read by the unit that answers them and by supervisors.
    private func openComments(_ desk: Desk) -> Effect {
        guard let matter, let clerk = desk.clerk else { return .none }
        guard matter.unit.id == clerk.unit.id || clerk.roles.contains(.supervisor) else {
            return .refuse("这件事项的建议由\(matter.unit.name)办理")
        }
        return .push(CommentListScreen(procedure, of: id, named: matter.title))
    }

    /// A note about this matter to its unit.
    func supervise(_ desk: Desk) -> Effect {
        matter.map { Self.supervise($0.id, desk) } ?? .none
    }

    /// The form of a note about a matter.
    static func supervise(_ matter: Identifier<Matter>, _ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in
            try SendSupervisionNoteTask.about(matter, office, session)
        }) {
        case .failure(let refusal): .refuse(refusal.sentence)
        case .success(let task): .push(FormScreen(task))
        }
    }

    /// How a deadline was counted, day by day; nil as long as the event has no day.
    private func count(of name: String, _ matter: Matter) -> DeadlineCount? {
        guard let context, let deadline = matter.deadlines.first(where: { $0.rule == name }) else { return nil }
        if let count = DeadlineCount(period: deadline, procedure, context) { return count }
        guard let event = matter.event.day,
            let rule = procedure.deadlines.first(where: { $0.name == deadline.rule }),
            let count = rule.count(from: event, calendar: context.calendar, strict: context.strict)
        else { return nil }
        let way = "\(rule.workingDays < 0 ? "往前" : "往后")数 \(abs(rule.workingDays)) 个工作日, 当天不算"
        return DeadlineCount(
            deadline, day: count.day,
            explanation: ["\(procedure.eventName) \(event), \(way)"] + count.explanation, context)
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
