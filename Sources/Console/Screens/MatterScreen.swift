// One matter: its documents, deadlines with their count, attachments, and its history in sentences.
import Model

/// The matter page. Every line that leads somewhere can be opened.
struct MatterScreen: SystemScreen {
    enum Action: Hashable, Sendable { case open, publish, leave, top, bottom }

    static let name = "matter"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .open, label: "打开", help: "打开光标所在的一行: 看文书全文、期限怎么数的、附件、历史; 未发布的文书就去发布。"),
        Binding(.function(2), .control("p"), does: .publish, label: "发布", help: "发布这一件的下一份文书。"),
        Binding(.left, does: .leave, label: "返回列表", help: "回到列表。", onBar: false),
        Binding(.home, does: .top, label: "到开头", help: "到第一行。", onBar: false),
        Binding(.end, does: .bottom, label: "到末尾", help: "到最后一行。", onBar: false),
    ]
    static let about = "一件事项的全部情况: 文书、期限、附件和历史。用上下键移动, 按 Enter 打开一行。期限打开后逐日写明怎么数的。"

    /// What a line leads to.
    private enum Target: Equatable {
        case document(DocumentKind)
        case unpublished(DocumentKind)
        case deadline(Int)
        case attachment(Attachment)
        case history(Int)
    }

    /// A line as drawn, and where it leads; lines without a target are headings or the rest of a long line.
    private struct Line: Equatable {
        let text: StyledLine
        let target: Target?
    }

    let id: Identifier<Matter>
    let procedure: Procedure
    var system: System { procedure.system }
    var title: String { procedure.announcementName + "详情" }

    private var matter: Matter?
    private var history: [HistoryEntry] = []
    private var context: PublicationCheck.Context?
    private var lines: [Line] = []
    private var cursor = 0
    private var top = 0
    private var size = Size(rows: 1, columns: 1)
    /// The file to be saved or sent, once the clerk has chosen where to.
    private var leaving: Attachment?

    init(_ id: Identifier<Matter>, _ procedure: Procedure) {
        self.id = id
        self.procedure = procedure
    }

    mutating func fit(_ size: Size) {
        self.size = size
        layOut()
    }

    mutating func read(_ desk: Desk) -> Effect {
        let id = id
        let found = desk.read { (office, session) throws(Refusal) in
            (
                try office.matter(id, in: session), try office.history(of: id, in: session),
                try office.context(in: session)
            )
        }
        switch found {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success((let matter, let history, let context)):
            self.matter = matter
            self.history = history
            self.context = context
            layOut()
            return .none
        }
    }

    /// Why a document of a matter cannot be published by this clerk now, or nil.
    static func refusal(
        toPublish document: DocumentDescription, of matter: Matter, _ procedure: Procedure, _ desk: Desk
    ) -> String? {
        guard let clerk = desk.clerk, clerk.roles.contains(.publisher) else { return "\(document.name)要由发布员发布" }
        guard matter.unit.id == clerk.unit.id else { return "这件事项属于\(matter.unit.name), 由该单位发布\(document.name)" }
        return PublicationCheck.refusal(procedure, document, of: matter, now: desk.now)
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .open: target == nil ? "这一行没有可打开的内容" : nil
        case .publish:
            if let matter, let next = procedure.next(after: matter.published) {
                Self.refusal(toPublish: next, of: matter, procedure, desk)
            } else {
                "公告、通知、报告都已发布"
            }
        case .leave, .top, .bottom: nil
        }
    }

    private var target: Target? { lines.indices.contains(cursor) ? lines[cursor].target : nil }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        switch Paging.key(key) {
        case .up: move(by: -1)
        case .down: move(by: 1)
        case .pageUp: for _ in 0..<size.rows - 2 { move(by: -1) }
        case .pageDown: for _ in 0..<size.rows - 2 { move(by: 1) }
        default: return nil
        }
        return Effect.none
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .leave: return .pop
        case .top: while move(by: -1) {}
        case .bottom: while move(by: 1) {}
        case .publish:
            guard let matter, let next = procedure.next(after: matter.published) else { return .none }
            return .push(FormScreen(PublishTask(procedure, next, of: matter)))
        case .open: return open(desk)
        }
        return .none
    }

    private mutating func open(_ desk: Desk) -> Effect {
        guard let matter, let target else { return .none }
        switch target {
        case .document(let kind):
            guard let document = matter.document(kind), let description = procedure.document(kind) else { return .none }
            let text = PublicText(
                description.print, document.values, number: document.number.description,
                attachments: document.attachments.map(\.name))
            return .push(TextScreen("\(description.name) \(document.number)", text.lines))
        case .unpublished(let kind):
            guard let description = procedure.document(kind) else { return .none }
            if let refusal = Self.refusal(toPublish: description, of: matter, procedure, desk) {
                return .refuse(refusal)
            }
            return .push(FormScreen(PublishTask(procedure, description, of: matter)))
        case .deadline(let index): return openCount(of: matter.deadlines[index], matter)
        case .history(let index): return .push(TextScreen("日志第 \(history[index].number) 条", lines(of: history[index])))
        case .attachment(let attachment):
            leaving = attachment
            return .push(
                ChoiceScreen(
                    "另存 \(attachment.name)", ["存到发件夹 \(desk.folders.shown(desk.folders.outbox))", "传到本机 (ZMODEM)"]))
        }
    }

    /// How a deadline was counted, day by day.
    private func openCount(of deadline: Deadline, _ matter: Matter) -> Effect {
        guard let context, let event = matter.event.day,
            let rule = procedure.deadlines.first(where: { $0.name == deadline.rule }),
            let count = rule.count(from: event, calendar: context.calendar, strict: context.strict)
        else { return .refuse("\(procedure.eventName)的日期还没有确定, 期限还不能计算") }
        var lines = [
            StyledLine(deadline.sentence(today: context.now.day, calendar: context.calendar), .label),
            StyledLine(
                "\(procedure.eventName) \(event), \(rule.workingDays < 0 ? "往前" : "往后")数 \(abs(rule.workingDays)) 个工作日, 当天不算"
            ),
            .empty,
        ]
        lines += count.explanation.map { StyledLine($0) }
        return .push(TextScreen("\(deadline.label)期限怎么数的", lines, in: .popup(Size(rows: 17, columns: 54))))
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

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch answer {
        case .submitted(let sentence, _): return read(desk).then(.say(sentence))
        case .chosen(let place):
            guard let leaving else { return .none }
            self.leaving = nil
            return FileLeaving.take(leaving, place == 0 ? .outbox : .terminal, desk)
        default: return .none
        }
    }

    // MARK: - Lines

    @discardableResult
    private mutating func move(by step: Int) -> Bool {
        var next = cursor + step
        while lines.indices.contains(next), lines[next].target == nil { next += step }
        guard lines.indices.contains(next) else {
            if step < 0 { top = 0 }
            return false
        }
        cursor = next
        let rows = max(1, size.rows - 1)
        if cursor < top { top = cursor }
        if cursor >= top + rows { top = cursor - rows + 1 }
        return true
    }

    private mutating func layOut() {
        guard let matter, let context else { return }
        let kept = target
        lines = []
        add(StyledLine(" " + matter.title, .label, indent: 1))
        add(StyledLine(" \(matter.unit.name)  \(procedure.eventName): \(eventText(matter))"))
        if let until = matter.commentsUntil {
            add(StyledLine(" 收意见到 \(until.adding(seconds: -1).day) 24:00, 已收 \(matter.comments.all) 条"))
        }
        heading("文书")
        for document in procedure.documents { addDocument(document, matter) }
        heading("期限")
        if matter.deadlines.isEmpty { add(StyledLine("  \(earliest(matter, context))")) }
        for (index, deadline) in matter.deadlines.enumerated() {
            let word = deadline.light.word.isEmpty ? "    " : deadline.light.word
            let style: Style = deadline.light == .overdue ? .overdue : deadline.light == .soon ? .soon : .plain
            let sentence = deadline.sentence(today: context.now.day, calendar: context.calendar)
            add(StyledLine(" \(word) ", style, indent: 6).then(sentence), .deadline(index))
            if let reason = deadline.lateReason { add(StyledLine("      原因: \(reason)", .dim, indent: 6)) }
            if let remark = deadline.remark { add(StyledLine("      \(remark)", .dim, indent: 6)) }
        }
        let attachments = matter.documents.flatMap(\.attachments)
        if !attachments.isEmpty { heading("附件") }
        for attachment in attachments {
            add(StyledLine("  \(attachment.name)  \(FileSize.text(attachment.size))"), .attachment(attachment))
        }
        heading("历史")
        for (index, entry) in history.enumerated() {
            let reason = entry.reason.map { "; 原因: \($0)" } ?? ""
            add(StyledLine("  \(entry.at.text) \(entry.clerk) \(entry.sentence)\(reason)", indent: 4), .history(index))
        }
        cursor =
            lines.firstIndex { $0.target != nil && $0.target == kept } ?? lines.firstIndex { $0.target != nil } ?? 0
        top = min(top, max(0, lines.count - max(1, size.rows - 1)))
        if cursor >= top + max(1, size.rows - 1) { top = cursor - max(1, size.rows - 1) + 1 }
    }

    private mutating func addDocument(_ description: DocumentDescription, _ matter: Matter) {
        if let document = matter.document(description.kind) {
            let files = document.attachments.isEmpty ? "" : "  附件 \(document.attachments.count)"
            add(
                StyledLine("  \(description.name)  编号 \(document.number)  \(document.publishedAt.text) 发布\(files)"),
                .document(description.kind))
        } else {
            let cell = procedure.cell(description.kind, published: matter.published)
            add(
                StyledLine("  \(description.name)  未发布 ", .plain).then(cell.isAct ? cell.text : "", .act),
                .unpublished(description.kind))
        }
    }

    private func eventText(_ matter: Matter) -> String {
        guard let day = matter.event.day else { return matter.event.about ?? "待定" }
        return "\(day) \(day.weekday.name)"
    }

    /// For an event without a day: the earliest it may be, given when the first document went out.
    private func earliest(_ matter: Matter, _ context: PublicationCheck.Context) -> String {
        guard let rule = procedure.deadlines.first(where: { $0.workingDays < 0 }),
            let published = matter.document(rule.document)?.publishedAt.day,
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
        for (index, row) in line.wrapped(to: max(10, size.columns - 1)).enumerated() {
            lines.append(Line(text: row, target: index == 0 ? target : nil))
        }
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.put(title, row: 0, column: 1, style: .label)
        let rows = canvas.rows - 1
        if lines.count > rows {
            canvas.putRight(
                "第 \(top + 1)-\(min(lines.count, top + rows)) 行 共 \(lines.count) 行", row: 0, column: 0,
                width: canvas.columns - 1)
        }
        for (row, line) in lines.dropFirst(top).prefix(rows).enumerated() {
            line.text.draw(on: canvas, row: 1 + row)
            if top + row == cursor {
                canvas.put(">", row: 1 + row, column: 0, style: .current)
                canvas.placeCursor(row: 1 + row, column: 0)
            }
        }
    }
}
