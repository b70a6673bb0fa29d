// 填写: a few fields over a page, ended by an act.
import Model

/// What such a form asks, and the act it ends in.
struct EntryTask {
    let title: String
    /// What is to be known before it is filled in.
    let lines: [String]
    let fields: [Field]
    var beginning = Entries()
    /// The word on the button that does it.
    let verb: String
    /// Does it.
    /// - Returns: what is said of it, or shown.
    let submit: (Entries, Desk) -> Result<Effect, Refusal>

    /// The reason that acts on accounts ask for.
    static func reason(_ label: String, help: String) -> Field {
        Field("reason", label, .line, limit: WrittenReason.longest, help: help)
    }
}

/// A small form over the page it is about. 返回 comes first on its buttons, so that Enter alone never ends it in its act.
struct EntryScreen: Screen {
    enum Action: Hashable, Sendable { case press, choose, next, previous }

    static let name = "entry"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .press, label: "下一栏", help: "到下一栏; 在按钮上按下按钮。返回在前面, 要办理请先按向右键。"),
        Binding(.function(4), .control("e"), does: .choose, label: "选择", help: "从日历或选项中选, 不用自己输入。"),
        Binding(.tab, .down, does: .next, label: "下一栏", help: "到下一栏。", onBar: false),
        Binding(.backTab, .up, does: .previous, label: "上一栏", help: "到上一栏。", onBar: false),
    ]
    static let about = "逐栏填写, 带 * 的必填; 填好后到按钮上按向右键, 再按 Enter 办理。没有办成时, 填的内容都还在。按 Esc 不办。"

    var title: String { task.title }
    let isTyping = true
    var isInText: Bool { entries.indices.contains(focus) && entries[focus].isTyped }
    private let task: EntryTask
    private let calendar: WorkCalendar?
    private var entries: [FieldEntry]
    /// The field the cursor is in, or their number for the buttons.
    private var focus = 0
    private var buttons: Buttons
    private var errors: [FieldError] = []

    private static let columns = 54

    /// - Parameter calendar: by which typed dates are read back.
    init(_ task: EntryTask, calendar: WorkCalendar? = nil) {
        self.task = task
        self.calendar = calendar
        buttons = Buttons("返回", task.verb)
        entries = task.fields.map { FieldEntry($0, task.beginning[$0.name]) }
        entries[0].enter()
    }

    private var texts: Entries { Entries(Dictionary(uniqueKeysWithValues: entries.map { ($0.field.name, $0.text) })) }

    /// What stands above the fields, with an empty line behind it.
    private var introduction: [StyledLine] {
        let lines = task.lines.flatMap { StyledLine($0).wrapped(to: Self.columns - 2) }
        return lines.isEmpty ? [] : lines + [.empty]
    }

    /// The fields, an empty line, the buttons, a rule and two lines of help or errors.
    var placement: Placement {
        .popup(Size(rows: introduction.count + entries.count + 5, columns: Self.columns))
    }

    mutating func fit(_ size: Size) {
        for index in entries.indices { entries[index].fit(columns: size.columns) }
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard action == .choose else { return nil }
        guard entries.indices.contains(focus) else { return "按钮没有可选的内容" }
        switch entries[focus].field.kind {
        case .choice: return nil
        case .day: return calendar == nil ? "工作日历没有读出来, 请直接输入日期" : nil
        default: return "\(entries[focus].field.label)没有可选的内容, 请直接输入"
        }
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        guard entries.indices.contains(focus) else { return buttons.handle(key) ? Effect.none : nil }
        return entries[focus].type(key).map { taken($0) }
    }

    mutating func paste(_ text: String, _ desk: Desk) -> Effect? {
        guard entries.indices.contains(focus) else { return nil }
        return entries[focus].paste(text).map { taken($0) }
    }

    private mutating func taken(_ outcome: TextEditOutcome) -> Effect {
        if outcome.hasChangedText { errors.removeAll { $0.field == entries[focus].field.name } }
        return outcome.sentence.map(Effect.refuse) ?? .none
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .next: go(to: (focus + 1) % (entries.count + 1))
        case .previous: go(to: (focus + entries.count) % (entries.count + 1))
        case .choose: return choose(desk)
        case .press:
            guard focus == entries.count else {
                go(to: focus + 1)
                return .none
            }
            return buttons.current == 0 ? .pop : submit(desk)
        }
        return .none
    }

    private mutating func go(to place: Int) {
        focus = place
        if entries.indices.contains(focus) { entries[focus].enter() }
    }

    private mutating func submit(_ desk: Desk) -> Effect {
        switch task.submit(texts, desk) {
        case .success(let effect): return .several([.pop, effect])
        case .failure(let refusal):
            errors = refusal.fields
            guard let place = entries.firstIndex(where: { $0.field.name == errors.first?.field }) else {
                return .refuse(refusal.sentence)
            }
            go(to: place)
            return .refuse(errors.count == 1 ? "有一栏要改, 已写在下面" : "有 \(errors.count) 栏要改, 先改光标所在的一栏")
        }
    }

    private func choose(_ desk: Desk) -> Effect {
        let entry = entries[focus]
        if case .choice(let choices) = entry.field.kind {
            let current = choices.firstIndex { $0.code == entry.text } ?? 0
            return .push(ChoiceScreen(entry.field.label, choices.map(\.label), current: current))
        }
        guard let calendar else { return .none }
        let typed = try? TypedDay.read(entry.text, today: desk.today).get()
        return .push(DayScreen(entry.field.label, day: typed, today: desk.today, calendar: calendar))
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        guard entries.indices.contains(focus) else { return .none }
        switch (answer, entries[focus].field.kind) {
        case (.chosen(let line), .choice(let choices)): entries[focus].set(choices[line].code)
        case (.day(let day), _): entries[focus].set(day.description)
        default: return .none
        }
        errors.removeAll { $0.field == entries[focus].field.name }
        return .none
    }

    func fieldHelp(_ desk: Desk) -> (title: String, text: String)? {
        entries.indices.contains(focus) ? (entries[focus].field.label, entries[focus].field.help) : nil
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        let introduction = introduction
        for (row, line) in introduction.enumerated() { line.draw(on: canvas, row: row, column: 1) }
        let top = introduction.count
        for (row, entry) in entries.enumerated() {
            entry.draw(
                on: canvas.part(row: top + row, column: 0, rows: 1), focused: row == focus,
                echo: echo(entry, desk.today))
        }
        buttons.draw(on: canvas, row: top + entries.count + 1, column: 1, focused: focus == entries.count)
        canvas.rule(row: canvas.rows - 3)
        let error = entries.indices.contains(focus) ? errors.first { $0.field == entries[focus].field.name } : nil
        let words =
            error.map { StyledLine($0.sentence, .refusal) }
            ?? StyledLine(fieldHelp(desk)?.text ?? "用左右键选按钮, 按 Enter 按下。", .dim)
        Passage([words], columns: canvas.columns - 2, most: 2)
            .draw(on: canvas.part(row: canvas.rows - 2, column: 1, columns: canvas.columns - 2))
    }

    /// The weekday of a typed date.
    private func echo(_ entry: FieldEntry, _ today: Day) -> String {
        guard let calendar, case .day = entry.field.kind, let day = try? TypedDay.read(entry.text, today: today).get()
        else { return "" }
        return TypedDay.echo(day, calendar)
    }
}
