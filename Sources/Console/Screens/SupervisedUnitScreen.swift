// One unit as 督查 shows it: what is red, what was late, emergencies, 督办, and its twelve months.
import Model

/// A unit's page. Every line about a matter or a note leads to it, read-only.
struct SupervisedUnitScreen: Screen {
    enum Action: Hashable, Sendable { case send, open, late, emergencies, notes }

    static let name = "supervised-unit"
    static let bindings: [Binding<Action>] = [
        Binding(.function(2), .control("p"), does: .send, label: "督办", help: "督办这个单位; 光标在一件事项上时, 就这件事项督办。"),
        Binding(.enter, .right, does: .open, label: "打开", help: "打开光标所在的事项或督办; 各单位的事项在这里只能看。"),
        Binding(.character("k"), does: .late, label: "晚发事项", help: "列出这个单位全部晚办结的事项和原因。"),
        Binding(.character("j"), does: .emergencies, label: "紧急发布", help: "列出这个单位全部紧急发布的文书。"),
        Binding(.character("u"), does: .notes, label: "督办往来", help: "列出发给这个单位的全部督办。"),
    ]
    static let about = """
        一个单位的情况: 超期和将到的期限, 晚办结的和写明的原因, 紧急发布的, 督办和答复, 最近十二个月的公告数和其中逾期的。\
        超期和将到的最多列 \(SupervisedUnit.mostDeadlines) 项, 其余各段列最近的 \(SupervisedUnit.most) 条, 全部的按 \(key(.late))、\(key(.emergencies))、\(key(.notes)) 看。用上下键移动, 按 Enter 打开一行。
        """

    private enum Target: Equatable {
        case matter(Identifier<Matter>, System, title: String)
        case quarters(System)
        case note(Identifier<SupervisionNote>)
    }

    private let id: Identifier<Unit>
    private var unit: SupervisedUnit?
    private var lines = LinkedLines<Target>()
    private var columns = 1

    init(_ id: Identifier<Unit>) { self.id = id }

    var title: String { unit?.standing.name ?? "单位" }

    mutating func fit(_ size: Size) {
        columns = size.columns - 1
        lines.fit(Size(rows: size.rows - 1, columns: columns))
        if let unit { lines.replace(paragraphs(of: unit)) }
    }

    mutating func read(_ desk: Desk) -> Effect {
        switch desk.read({ [id] (office, session) throws(Refusal) in try office.supervisedUnit(id, in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let found):
            unit = found
            today = desk.today
            lines.replace(paragraphs(of: found))
            return .none
        }
    }

    private var today = Day.first

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { lines.handle(Paging.key(key)) ? Effect.none : nil }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard unit != nil else { return "这个单位还没有读出来; 请按 F5 重新读取" }
        return action == .open && lines.target == nil ? "这一页没有可打开的事项" : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let unit else { return .none }
        let recipient = unit.standing.unit
        switch action {
        case .late: return .push(SupervisedListScreen(.late, of: recipient))
        case .emergencies: return .push(SupervisedListScreen(.emergency, of: recipient))
        case .notes: return .push(SupervisionNotesScreen(of: recipient))
        case .send:
            var about: SupervisionNote.Subject?
            if case .matter(let matter, let system, let title) = lines.target {
                about = SupervisionNote.Subject(id: matter, system: system, title: title)
            }
            return .push(FormScreen(SendSupervisionNoteTask(to: recipient, about: about)))
        case .open: return open()
        }
    }

    private func open() -> Effect {
        switch lines.target {
        case .matter(let matter, let system, _):
            return Procedure.of(system).map { .push(MatterScreen(matter, $0)) } ?? .none
        case .quarters(let system):
            guard let procedure = Procedure.of(system), let duty = procedure.duty else { return .none }
            return .push(QuartersScreen(procedure, duty))
        case .note(let note): return .push(SupervisionNoteScreen(note))
        case nil: return .none
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        guard case .submitted(let sentence, _) = answer else { return .none }
        return read(desk).then(.say(sentence))
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, lines.position)
        lines.draw(on: canvas.part(row: 1, column: 0))
    }

    // MARK: - Lines

    private typealias Paragraph = (text: StyledLine, target: Target?)

    private func paragraphs(of unit: SupervisedUnit) -> [Paragraph] {
        let figures = unit.standing.figures
        var paragraphs: [Paragraph] = []
        func section(_ heading: String, _ lines: [Paragraph], nothing: String) {
            if !paragraphs.isEmpty { paragraphs.append((.empty, nil)) }
            paragraphs.append((StyledLine(" " + heading, .label), nil))
            paragraphs += lines.isEmpty ? [(StyledLine("  " + nothing, .dim), nil)] : lines
        }
        section(
            "超期 \(figures.overdue) 项, 将到 \(figures.soon) 项", unit.deadlines.flatMap { deadline($0, unit) },
            nothing: "没有超期和将到的")
        section("最近晚发的 (今年 \(figures.metLate) 项)", unit.late.flatMap(publication), nothing: "没有晚办结的")
        section("最近紧急发布的", unit.emergencies.flatMap(publication), nothing: "没有紧急发布的")
        section("最近的督办 (未复 \(figures.notes) 件)", unit.notes.map { note($0, unit) }, nothing: "没有督办过")
        section(
            "最近十二个月的公告数, 其中逾期的", MonthBars(unit.months, columns: columns - 2).lines.map { ($0, nil) },
            nothing: "还没有公告")
        return paragraphs
    }

    private func deadline(_ open: OpenDeadline, _ unit: SupervisedUnit) -> [Paragraph] {
        let light = open.deadline.light
        let sentence = open.deadline.sentence(today: today, calendar: unit.calendar)
        let line = StyledLine(" \(light.word) ", Style(light), indent: 6).then(sentence)
        guard let matter = open.matter else { return [(line, .quarters(open.system))] }
        return [
            (line, .matter(matter, open.system, title: open.title)),
            (StyledLine("      \(open.title)", .dim, indent: 6), nil),
        ]
    }

    private func publication(_ row: SupervisedPublication) -> [Paragraph] {
        let line = StyledLine("  \(row.at.day)  \(row.label)  \(row.word)  \(row.title)", indent: 6)
        return [
            (line, row.matter.map { .matter($0, row.system, title: row.title) }),
            (StyledLine("      原因: \(row.reason)", .dim, indent: 6), nil),
        ]
    }

    private func note(_ note: SupervisionNote, _ unit: SupervisedUnit) -> Paragraph {
        let sentence = note.sentence(today: today, calendar: unit.calendar)
        return (
            StyledLine("  \(note.sentAt.day)  ", indent: 6).then(note.word, Style(note.light)).then(
                "  \(note.title), \(sentence)"), .note(note.id)
        )
    }
}
