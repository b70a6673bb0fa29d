// A form: every document and notice is written here.
import Model

/// A form being filled in. What is typed is kept as a draft all the while; only publishing or 放弃草稿 ends the draft.
struct FormScreen: Screen {
    enum Action: Hashable, Sendable { case preview, choose, next, previous, enter, remove, look, discard }

    static let name = "form"
    static let bindings: [Binding<Action>] = [
        Binding(.function(2), .control("p"), does: .preview, label: "预览", help: "检查全部栏目; 没有错误就预览将要发出的全文, 看过再发布或答复。"),
        Binding(.function(4), .control("e"), does: .choose, label: "选择", help: "从日历、选项、模板或文件中选, 不用自己输入。"),
        Binding(.enter, does: .enter, label: "确定", help: "到下一栏; 在多行的框中另起一行; 在附件栏选文件; 在按钮上按下按钮。", onBar: false),
        Binding(.tab, .down, does: .next, label: "下一栏", help: "到下一栏。"),
        Binding(.backTab, .up, does: .previous, label: "上一栏", help: "到上一栏。", onBar: false),
        Binding(.delete, does: .remove, label: "移除附件", help: "移除光标所在的附件, 移除前会再问一次。", onBar: false),
        Binding(.control("f"), does: .look, label: "看建议", help: "看这张表单所办理的建议的全文; 看完按 Esc 接着写。", onBar: false),
        Binding(does: .discard, label: "放弃草稿", help: "把写的内容和附件全部丢掉, 丢掉前会再问一次。", onBar: false),
    ]
    static let about = """
        逐栏填写, 带 * 的必填。按 Tab 或上下键换栏, 按 F1 看这一栏怎么填, 按 F4 从列表中选。写的内容随时存为草稿, \
        按 Esc 可以放心离开。填完按 F2 检查并预览, 看过全文再发布或答复。
        """

    /// What was asked and not answered yet.
    enum Asked {
        case discard
        case removal(Attachment)
        case instead(any FormTask)
        case choice(Int)
        case source([TextSource])
        case text
    }

    private(set) var task: any FormTask
    var title: String { task.title }
    let isTyping = true
    var isInText: Bool { sheet.isInText }
    var sheet: FormSheet
    private(set) var context: PublicationCheck.Context?
    var hasUnkeptTyping = false
    /// Until the draft is read nothing is typed, so that it is never written over by an empty form.
    private var isLoaded = false
    private static let unread = "表单还没有读出来; 请按 F5 重新读取"
    var asked: Asked?

    init(_ task: any FormTask) {
        self.task = task
        sheet = FormSheet(task.form, takesAttachments: task.takesAttachments)
    }

    // MARK: - Reading and keeping

    mutating func fit(_ size: Size) { sheet.fit(columns: size.columns) }

    mutating func read(_ desk: Desk) -> Effect {
        let task = task
        let found = desk.read { (office, session) throws(Refusal) in
            (
                try task.reread(office, session),
                try office.draft(task.draftForm, matter: task.matter?.id, in: session),
                try office.context(in: session)
            )
        }
        switch found {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success((let task, let draft, let context)):
            self.task = task
            self.context = context
            defer { sheet.dates = context }
            defer { sheet.attachments = draft?.attachments ?? task.attachments }
            guard !isLoaded, let clerk = desk.clerk else { return .none }
            isLoaded = true
            let columns = sheet.columns
            sheet = FormSheet(
                task.form, takesAttachments: task.takesAttachments,
                texts: draft?.entries ?? task.beginning(for: clerk, today: desk.today))
            sheet.fit(columns: columns)
            return draft.map { .say("接着写 \($0.savedAt.text) 的草稿") } ?? .none
        }
    }

    mutating func keep(_ desk: Desk) -> Effect {
        guard hasUnkeptTyping else { return .none }
        let task = task
        let texts = sheet.texts
        switch desk.read({ (office, session) throws(Refusal) in
            try office.keepDraft(
                task.draftForm, matter: task.matter?.id, entries: texts, attachments: task.attachments, in: session)
        }) {
        case .failure(let refusal): return .refuse("草稿没有存上: \(refusal.sentence)")
        case .success:
            hasUnkeptTyping = false
            return .none
        }
    }

    mutating func back(_ desk: Desk) -> Effect {
        let wasTyping = hasUnkeptTyping
        if case .refuse(let sentence) = keep(desk) { return .refuse(sentence) }
        return wasTyping || hasDraft(desk) ? Effect.pop.then(.say("已存草稿")) : .pop
    }

    private func hasDraft(_ desk: Desk) -> Bool {
        let task = task
        let found = desk.read { (office, session) throws(Refusal) in
            try office.draft(task.draftForm, matter: task.matter?.id, in: session)
        }
        return (try? found.get()) != nil
    }

    private mutating func move(by step: Int, _ desk: Desk) -> Effect {
        sheet.move(by: step)
        return keep(desk)
    }

    // MARK: - Keys

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { isLoaded ? sheet.type(key).map { take($0) } : nil }

    mutating func paste(_ text: String, _ desk: Desk) -> Effect? { isLoaded ? sheet.paste(text).map { take($0) } : nil }

    mutating func take(_ outcome: TextEditOutcome) -> Effect {
        if outcome.hasChangedText { hasUnkeptTyping = true }
        return outcome.sentence.map(Effect.refuse) ?? .none
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard isLoaded else { return Self.unread }
        switch action {
        case .choose:
            switch sheet.stop {
            case .attachments: return nil
            case .buttons: return "按钮没有可选的内容"
            case .field(let index):
                switch task.form.fields[index].kind {
                case .day, .choice: return nil
                case .line where task.form.fields[index].namesUnit: return nil
                case .text where !task.sources(for: task.form.fields[index]).isEmpty: return nil
                default: return "\(task.form.fields[index].label)请直接输入"
                }
            }
        case .remove:
            if sheet.stop != .attachments { return "请先把光标移到附件栏" }
            return sheet.attachments.isEmpty ? "还没有附件" : nil
        case .look: return task.occasion == nil ? "这张表单不是办理建议的, 没有建议可看" : nil
        case .preview, .next, .previous, .enter, .discard: return nil
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .preview: return preview(desk)
        case .choose: return choose(desk)
        case .next: return move(by: 1, desk)
        case .previous: return move(by: -1, desk)
        case .remove:
            // Only a draft's own file is taken off: a revision begins with the published ones.
            hasUnkeptTyping = true
            if case .refuse(let sentence) = keep(desk) { return .refuse(sentence) }
            if case .refuse(let sentence) = read(desk) { return .refuse(sentence) }
            guard let attachment = sheet.attachment else { return .none }
            asked = .removal(attachment)
            return .push(QuestionScreen("移除附件?", lines: [attachment.name], confirm: "移除"))
        case .look: return .push(TextScreen("建议全文", task.occasion?.lines ?? []))
        case .discard:
            asked = .discard
            return .push(
                QuestionScreen("放弃草稿?", lines: ["\(task.title)中写的内容和附件都会丢掉, 不能找回。"], confirm: "放弃草稿"))
        case .enter:
            switch sheet.stop {
            case .attachments: return choose(desk)
            case .field: return move(by: 1, desk)
            case .buttons:
                switch sheet.buttons.current {
                case 0: return preview(desk)
                case 1: return back(desk)
                default: return update(.discard, desk)
                }
            }
        }
    }

    // MARK: - Check and preview

    private mutating func preview(_ desk: Desk) -> Effect {
        if case .refuse(let sentence) = keep(desk) { return .refuse(sentence) }
        let context: PublicationCheck.Context
        switch desk.read({ (office, session) throws(Refusal) in try office.context(in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let found): context = found
        }
        let check = task.check(sheet.texts, attachments: sheet.attachments.map(\.name), context)
        sheet.show(check.errors)
        guard check.errors.isEmpty else {
            if let instead = check.instead {
                asked = .instead(instead.task)
                return .push(
                    QuestionScreen(
                        "\(instead.task.title)?", lines: [instead.why, "可以转去办理\(instead.task.title); 这里写的内容存为草稿。"],
                        confirm: "去办理"))
            }
            return .refuse(
                check.errors.count == 1 ? check.errors[0].sentence : "有 \(check.errors.count) 处要改, 已逐条写在栏目下面")
        }
        return .push(PreviewScreen(task, sheet.texts, check))
    }

    func fieldHelp(_ desk: Desk) -> (title: String, text: String)? {
        switch sheet.stop {
        case .field(let index): (task.form.fields[index].label, task.form.fields[index].help)
        case .attachments: ("附件", FileScreen.about)
        case .buttons: nil
        }
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.put(title, row: 0, column: 1, style: .label)
        if let matter = task.matter { canvas.put(matter.title, row: 0, column: 3 + TextWidth.of(title), style: .dim) }
        let rows = drawOccasion(canvas)
        sheet.draw(on: canvas.part(row: 1 + rows, column: 0))
    }

    /// The beginning of what the form answers, above its fields.
    /// - Returns: the rows it takes, its rule among them.
    private func drawOccasion(_ canvas: Canvas) -> Int {
        guard let occasion = task.occasion else { return 0 }
        let columns = canvas.columns - 2
        let passage = Passage(occasion.lines, columns: columns, most: 3)
        passage.draw(on: canvas.part(row: 1, column: 1, columns: columns))
        canvas.rule(row: 1 + passage.count)
        return passage.count + 1
    }
}
