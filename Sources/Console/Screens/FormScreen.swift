// A form: every document and notice is written here.
import Model

/// A form being filled in. What is typed is kept as a draft all the while; only publishing or 放弃草稿 ends the draft.
struct FormScreen: Screen {
    enum Action: Hashable, Sendable { case preview, choose, next, previous, enter, remove, discard }

    static let name = "form"
    static let bindings: [Binding<Action>] = [
        Binding(.function(2), .control("p"), does: .preview, label: "预览", help: "检查全部栏目; 没有错误就预览将要公布的全文, 在预览中发布。"),
        Binding(.function(4), .control("e"), does: .choose, label: "选择", help: "从日历、选项或文件中选, 不用自己输入。"),
        Binding(.enter, does: .enter, label: "下一栏", help: "到下一栏; 在多行的框中另起一行; 在按钮上按下按钮。", onBar: false),
        Binding(.tab, .down, does: .next, label: "下一栏", help: "到下一栏。"),
        Binding(.backTab, .up, does: .previous, label: "上一栏", help: "到上一栏。", onBar: false),
        Binding(.delete, does: .remove, label: "移除附件", help: "移除光标所在的附件, 移除前会再问一次。", onBar: false),
        Binding(does: .discard, label: "放弃草稿", help: "把写的内容和附件全部丢掉, 丢掉前会再问一次。", onBar: false),
    ]
    static let about = """
        逐栏填写, 带 * 的必填。按 Tab 或上下键换栏, 按 F1 看这一栏怎么填, 按 F4 从列表中选。写的内容随时存为草稿, \
        按 Esc 可以放心离开。填完按 F2 检查并预览, 在预览中发布。
        """

    /// What was asked and not answered yet.
    private enum Asked {
        case discard
        case removal(Attachment)
        case choice(Int)
    }

    private(set) var task: any FormTask
    var title: String { task.title }
    let isTyping = true
    var isInText: Bool { index.map { entries.indices.contains($0) && entries[$0].isTyped } ?? false }
    private var entries: [FieldEntry] = []
    private var attachments: [Attachment] = []
    private var stop = FormStop.field(0)
    private var chosenAttachment = 0
    private var buttons = Buttons("检查并预览", "存草稿离开", "放弃草稿")
    private var errors: [FieldError] = []
    private var context: PublicationCheck.Context?
    private(set) var hasUnkeptTyping = false
    private var isLoaded = false
    private var asked: Asked?
    private var columns = 1

    init(_ task: any FormTask) { self.task = task }

    // MARK: - Reading and keeping

    mutating func fit(_ size: Size) {
        columns = size.columns
        for index in entries.indices { entries[index].fit(columns: columns) }
    }

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
            attachments = draft?.attachments ?? []
            guard !isLoaded, let clerk = desk.clerk else { return .none }
            isLoaded = true
            let texts = draft?.entries ?? task.beginning(for: clerk, today: desk.today)
            entries = task.form.fields.map { FieldEntry($0, texts[$0.name]) }
            for index in entries.indices { entries[index].fit(columns: columns) }
            return draft.map { .say("接着写 \($0.savedAt.text) 的草稿") } ?? .none
        }
    }

    /// The typed texts by field.
    private var texts: Entries {
        var texts = Entries()
        for entry in entries { texts[entry.field.name] = entry.text }
        return texts
    }

    mutating func keep(_ desk: Desk) -> Effect {
        guard hasUnkeptTyping else { return .none }
        let task = task
        let texts = texts
        switch desk.read({ (office, session) throws(Refusal) in
            try office.keepDraft(task.draftForm, matter: task.matter?.id, entries: texts, in: session)
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

    // MARK: - Places

    /// The places in order; a field that does not apply is none.
    private var stops: [FormStop] {
        let texts = texts
        let fields = task.form.fields.indices.filter { task.form.applies(task.form.fields[$0], texts) }
        guard task.takesAttachments, let last = fields.last else { return fields.map(FormStop.field) + [.buttons] }
        // The review tick stays last, after everything it is about.
        return fields.dropLast().map(FormStop.field) + [.attachments, .field(last), .buttons]
    }

    private var index: Int? { if case .field(let index) = stop { index } else { nil } }

    private mutating func move(by step: Int, _ desk: Desk) -> Effect {
        let stops = stops
        let at = stops.firstIndex(of: stop) ?? 0
        stop = stops[(at + step + stops.count) % stops.count]
        return keep(desk)
    }

    // MARK: - Keys

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        switch stop {
        case .field(let index):
            guard entries.indices.contains(index), let outcome = entries[index].type(key) else { return nil }
            return take(outcome)
        case .attachments:
            switch key {
            case .up where chosenAttachment > 0: chosenAttachment -= 1
            case .down where chosenAttachment + 1 < attachments.count: chosenAttachment += 1
            default: return nil
            }
            return Effect.none
        case .buttons: return buttons.handle(key) ? Effect.none : nil
        }
    }

    mutating func paste(_ text: String, _ desk: Desk) -> Effect? {
        guard let index, entries.indices.contains(index) else { return nil }
        return entries[index].paste(text).map { take($0) }
    }

    private mutating func take(_ outcome: TextEditOutcome) -> Effect {
        if outcome.hasChangedText {
            hasUnkeptTyping = true
            if let index {
                entries[index].fit(columns: columns)
                errors.removeAll { $0.field == entries[index].field.name }
            }
        }
        return outcome.sentence.map(Effect.refuse) ?? .none
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .choose:
            switch stop {
            case .attachments: return nil
            case .buttons: return "按钮没有可选的内容"
            case .field(let index):
                switch task.form.fields[index].kind {
                case .day, .choice: return nil
                case .line where task.form.fields[index].name == "signed_unit": return nil
                default: return "\(task.form.fields[index].label)请直接输入"
                }
            }
        case .remove:
            if stop != .attachments { return "请先把光标移到附件栏" }
            return attachments.isEmpty ? "还没有附件" : nil
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
            let attachment = attachments[min(chosenAttachment, attachments.count - 1)]
            asked = .removal(attachment)
            return .push(QuestionScreen("移除附件?", lines: [attachment.name], confirm: "移除"))
        case .discard:
            asked = .discard
            return .push(
                QuestionScreen("放弃草稿?", lines: ["\(task.title)中写的内容和附件都会丢掉, 不能找回。"], confirm: "放弃草稿"))
        case .enter:
            switch stop {
            case .attachments: return choose(desk)
            case .field: return move(by: 1, desk)
            case .buttons:
                switch buttons.current {
                case 0: return preview(desk)
                case 1: return back(desk)
                default: return update(.discard, desk)
                }
            }
        }
    }

    // MARK: - Choosing

    private mutating func choose(_ desk: Desk) -> Effect {
        guard let index else {
            return keep(desk).then(.push(FileScreen()))
        }
        let field = task.form.fields[index]
        asked = .choice(index)
        switch field.kind {
        case .day:
            guard let context else { return .none }
            let typed = try? TypedDay.read(entries[index].text, today: desk.today).get()
            return .push(DayScreen(field.label, day: typed, today: desk.today, calendar: context.calendar))
        case .choice(let choices):
            let current = choices.firstIndex { $0.code == entries[index].text } ?? 0
            return .push(ChoiceScreen(field.label, choices.map(\.label), current: current))
        default:
            let units =
                (try? desk.read { (office, session) throws(Refusal) in try office.units(in: session) }.get()) ?? []
            let current = units.firstIndex { $0.name == entries[index].text } ?? 0
            return .push(ChoiceScreen(field.label, units.map(\.name), current: current))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        defer { asked = nil }
        switch (answer, asked) {
        case (.day(let day), .choice(let index)): return set(index, day.description)
        case (.chosen(let line), .choice(let index)):
            if case .choice(let choices) = task.form.fields[index].kind { return set(index, choices[line].code) }
            let units =
                (try? desk.read { (office, session) throws(Refusal) in try office.units(in: session) }.get()) ?? []
            return units.indices.contains(line) ? set(index, units[line].name) : .none
        case (.files(let files), _): return attach(files, desk)
        case (.confirmed, .removal(let attachment)):
            return carry(desk) { (office, session) throws(Refusal) in try office.detach(attachment.id, in: session) }
        case (.confirmed, .discard):
            let task = task
            hasUnkeptTyping = false
            return carry(desk) { (office, session) throws(Refusal) in
                try office.discardDraft(task.draftForm, matter: task.matter?.id, in: session)
            }.then(.pop).then(.say("草稿已丢掉"))
        case (.submitted(let sentence), _): return .answer(.submitted(sentence))
        default: return .none
        }
    }

    private mutating func set(_ index: Int, _ text: String) -> Effect {
        entries[index].set(text)
        return take(.changed)
    }

    private mutating func attach(_ files: [AttachmentFile], _ desk: Desk) -> Effect {
        // A draft made by its first file holds what stands in the fields, too.
        hasUnkeptTyping = true
        if case .refuse(let sentence) = keep(desk) { return .refuse(sentence) }
        let task = task
        var said: [String] = []
        for file in files {
            let effect = carry(desk) { (office, session) throws(Refusal) in
                try office.attach(file.name, file.bytes, toDraft: task.draftForm, matter: task.matter?.id, in: session)
            }
            if case .refuse = effect { return effect }
            said += file.warnings
        }
        let names = files.map(\.name).joined(separator: "、")
        return .say(said.isEmpty ? "已添加附件 \(names)" : said.joined(separator: "; "))
    }

    /// Changes the draft and reads its attachments again.
    private mutating func carry(_ desk: Desk, _ body: (Office, Session) throws(Refusal) -> Void) -> Effect {
        switch desk.read(body) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success: return read(desk)
        }
    }

    // MARK: - Check and preview

    private mutating func preview(_ desk: Desk) -> Effect {
        if case .refuse(let sentence) = keep(desk) { return .refuse(sentence) }
        guard
            let context = try? desk.read({ (office, session) throws(Refusal) in try office.context(in: session) }).get()
        else { return .refuse("登录已失效, 请重新登录") }
        let check = task.check(texts, attachments: attachments.map(\.name), context)
        errors = check.errors
        if let first = errors.first {
            if let index = task.form.fields.firstIndex(where: { $0.name == first.field }) { stop = .field(index) }
            return .refuse(errors.count == 1 ? first.sentence : "有 \(errors.count) 处要改, 已逐条写在栏目下面")
        }
        return .push(PreviewScreen(task, texts, check))
    }

    func fieldHelp(_ desk: Desk) -> (title: String, text: String)? {
        switch stop {
        case .field(let index): (task.form.fields[index].label, task.form.fields[index].help)
        case .attachments: ("附件", FileScreen.about)
        case .buttons: nil
        }
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.put(title, row: 0, column: 1, style: .label)
        if let matter = task.matter { canvas.put(matter.title, row: 0, column: 2 + TextWidth.of(title), style: .dim) }
        let view = canvas.part(row: 1, column: 0, rows: canvas.rows - 4)
        let places = places()
        let current = places.first { $0.stop == stop } ?? places[0]
        let sheet = Grid(Size(rows: places.reduce(1) { $0 + $1.rows }, columns: view.columns))
        for place in places { draw(place.stop, on: Canvas(sheet), row: place.row, desk) }
        // The stop in hand is shown whole, with what comes before it as far as there is room.
        view.show(sheet, from: max(0, min(current.row, current.row + current.rows - view.rows + 1)))
        canvas.rule(row: canvas.rows - 3)
        drawHelp(canvas)
    }

    /// Each stop with its first row and its rows, errors included.
    private func places() -> [(stop: FormStop, row: Int, rows: Int)] {
        var row = 0
        return stops.map { stop in
            let rows: Int =
                switch stop {
                case .field(let index): entries[index].rows + errorLines(index).count
                case .attachments: 1 + attachments.count
                case .buttons: 2
                }
            defer { row += rows }
            return (stop, row, rows)
        }
    }

    private func errorLines(_ index: Int) -> [StyledLine] {
        errors.filter { $0.field == entries[index].field.name }.flatMap {
            StyledLine($0.sentence, .refusal).wrapped(to: max(10, columns - 4))
        }
    }

    private func draw(_ stop: FormStop, on view: Canvas, row: Int, _ desk: Desk) {
        let focused = stop == self.stop
        switch stop {
        case .field(let index):
            let entry = entries[index]
            entry.draw(on: view.part(row: row, column: 0, rows: entry.rows), focused: focused, echo: echo(entry, desk))
            for (line, error) in errorLines(index).enumerated() {
                error.draw(on: view, row: row + entry.rows + line, column: 2)
            }
        case .attachments: drawAttachments(on: view, row: row, focused: focused)
        case .buttons: buttons.draw(on: view, row: row + 1, column: 1, focused: focused)
        }
    }

    private func echo(_ entry: FieldEntry, _ desk: Desk) -> String {
        guard case .day = entry.field.kind, let context, !entry.text.trimmed.isEmpty else { return "" }
        switch TypedDay.read(entry.text, today: desk.today) {
        case .success(let day): return TypedDay.echo(day, context.calendar)
        case .failure: return ""
        }
    }

    private func drawAttachments(on view: Canvas, row: Int, focused: Bool) {
        view.put("附件", row: row, column: 1, style: .label)
        let column = 1 + FieldEntry.labelColumns
        let hint = attachments.isEmpty ? "按 Enter 添加 .doc 文件" : "\(attachments.count) 个, 按 Enter 添加, 按 Del 移除"
        view.put(hint, row: row, column: column, style: focused ? .current : .dim)
        if focused { view.placeCursor(row: row, column: column) }
        for (index, attachment) in attachments.enumerated() {
            let isCurrent = focused && index == min(chosenAttachment, attachments.count - 1)
            view.put(isCurrent ? ">" : " ", row: row + 1 + index, column: column - 2)
            let size = FileSize.text(attachment.size)
            view.put(attachment.name, row: row + 1 + index, column: column, width: view.columns - column - 10)
            view.putRight(size, row: row + 1 + index, column: view.columns - 10, width: 9, style: .dim)
        }
    }

    private func drawHelp(_ canvas: Canvas) {
        let text: String
        switch stop {
        case .field(let index): text = task.form.fields[index].help
        case .attachments: text = "Word 97-2003 的 .doc 文件, 每个不超过 5 MB, 最多 \(Attachment.most) 个。"
        case .buttons: text = "用左右键选按钮, 按 Enter 按下。"
        }
        for (line, words) in StyledLine(text, .dim).wrapped(to: canvas.columns - 2).prefix(2).enumerated() {
            words.draw(on: canvas, row: canvas.rows - 2 + line, column: 1)
        }
    }
}
