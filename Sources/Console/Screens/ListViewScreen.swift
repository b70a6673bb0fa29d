// 筛选: what a list holds, and in which order.
import Model

/// A small form over the list: choices and dates.
struct ListViewScreen: Screen {
    enum Action: Hashable, Sendable { case apply, choose, next, previous, enter }

    static let name = "list-view"
    static let bindings: [Binding<Action>] = [
        Binding(.function(2), .control("p"), does: .apply, label: "列出", help: "按填的条件列出。"),
        Binding(.function(4), .control("e"), does: .choose, label: "选择", help: "从日历或选项中选, 不用自己输入。"),
        Binding(.enter, does: .enter, label: "确定", help: "到下一栏; 在按钮上按下按钮。", onBar: false),
        Binding(.tab, .down, does: .next, label: "下一栏", help: "到下一栏。"),
        Binding(.backTab, .up, does: .previous, label: "上一栏", help: "到上一栏。", onBar: false),
    ]
    var guidance: String { question.guidance }
    var title: String { question.title }
    let isTyping = true
    var isInText: Bool { entries.indices.contains(focus) && entries[focus].isTyped }
    var selectedText: String? { entries.indices.contains(focus) ? entries[focus].selectedText : nil }
    private let question: ListQuestion
    private let calendar: WorkCalendar
    private var entries: [FieldEntry]
    /// The field the cursor is in, or their number for the buttons.
    private var focus = 0
    private var buttons: Buttons
    private var errors: [FieldError] = []

    init(_ question: ListQuestion, calendar: WorkCalendar) {
        self.question = question
        self.calendar = calendar
        buttons = Buttons("列出", question.everything.label, "返回")
        entries = question.fields(question.beginning).map { FieldEntry($0, question.beginning[$0.name]) }
    }

    private var texts: Entries { Entries(Dictionary(uniqueKeysWithValues: entries.map { ($0.field.name, $0.text) })) }

    /// The fields, an empty line, the buttons, a rule and two lines of help or errors.
    var placement: Placement {
        let hasDays = entries.contains { if case .day = $0.field.kind { true } else { false } }
        // A date is read back with the holiday it falls on.
        return .popup(Size(rows: entries.count + 5, columns: hasDays ? 64 : 54))
    }

    mutating func fit(_ size: Size) {
        for index in entries.indices { entries[index].fit(columns: size.columns) }
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        action == .choose && !entries.indices.contains(focus) ? "按钮没有可选的内容" : nil
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
        if outcome.hasChangedText {
            follow()
            changed()
        }
        return outcome.sentence.map(Effect.refuse) ?? .none
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .next: move(by: 1)
        case .previous: move(by: -1)
        case .apply: return apply(desk)
        case .choose: return choose(desk)
        case .enter:
            guard focus == entries.count else {
                move(by: 1)
                return .none
            }
            switch buttons.current {
            case 0: return apply(desk)
            case 1: return .answer(question.everything.answer)
            default: return .pop
            }
        }
        return .none
    }

    private mutating func move(by step: Int) { go(to: (focus + step + entries.count + 1) % (entries.count + 1)) }

    private mutating func go(to place: Int) {
        focus = place
        if entries.indices.contains(focus) { entries[focus].enter() }
    }

    /// A choice follows what was typed beside it.
    private mutating func follow() {
        guard let followed = question.following(entries[focus].field.name, texts) else { return }
        if let index = entries.firstIndex(where: { $0.field.name == followed.field }) {
            entries[index].set(followed.code)
        }
    }

    /// What is wrong is judged again on 列出; a choice may be called otherwise beside another.
    private mutating func changed() {
        errors = []
        for (index, field) in question.fields(texts).enumerated() where !entries[index].isTyped {
            entries[index] = FieldEntry(field, entries[index].text)
        }
    }

    private mutating func apply(_ desk: Desk) -> Effect {
        let (answer, errors) = question.read(texts, desk.today)
        self.errors = errors
        guard let first = errors.first else { return .answer(answer) }
        go(to: entries.firstIndex { $0.field.name == first.field } ?? 0)
        return .refuse(errors.count == 1 ? "有一栏要改, 已写在下面" : "有 \(errors.count) 栏要改, 先改光标所在的一栏")
    }

    private func choose(_ desk: Desk) -> Effect {
        let entry = entries[focus]
        if case .choice(let choices) = entry.field.kind {
            let current = choices.firstIndex { $0.code == entry.text } ?? 0
            return .push(ChoiceScreen(entry.field.label, choices.map(\.label), current: current))
        }
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
        follow()
        changed()
        return .none
    }

    func fieldHelp(_ desk: Desk) -> (title: String, text: String)? {
        entries.indices.contains(focus) ? (entries[focus].field.label, entries[focus].field.help) : nil
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        for (row, entry) in entries.enumerated() {
            entry.draw(
                on: canvas.part(row: row, column: 0, rows: 1), focused: row == focus, echo: echo(entry, desk.today))
        }
        buttons.draw(on: canvas, row: entries.count + 1, column: 1, focused: focus == entries.count)
        canvas.rule(row: canvas.rows - 3)
        let words =
            errors.first.map { StyledLine($0.sentence, .refusal) }
            ?? StyledLine(fieldHelp(desk)?.text ?? "用左右键选按钮, 按 Enter 按下。", .dim)
        for (line, text) in words.wrapped(to: canvas.columns - 2).prefix(2).enumerated() {
            text.draw(on: canvas, row: canvas.rows - 2 + line, column: 1)
        }
    }

    /// The weekday of a typed date.
    private func echo(_ entry: FieldEntry, _ today: Day) -> String {
        if let echo = question.echo(entry.field.name, entry.text, today) { return echo }
        guard case .day = entry.field.kind, let day = try? TypedDay.read(entry.text, today: today).get() else {
            return ""
        }
        return TypedDay.echo(day, calendar)
    }
}
