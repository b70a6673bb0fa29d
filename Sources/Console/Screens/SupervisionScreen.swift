// 督查: all units within a supervisor's reach, those with the most red lights first.
import Model

/// How every unit of the site and of those below it stands, with totals.
struct SupervisionScreen: Screen {
    enum Action: Hashable, Sendable { case send, open, order, late, emergencies, notes }

    static let name = "supervision"
    static let bindings: [Binding<Action>] = [
        Binding(.function(2), .control("p"), does: .send, label: "督办", help: "督办光标所在的单位: 写明事由、内容和答复期限。"),
        Binding(
            .enter, .right, does: .open, label: "打开", help: "打开光标所在单位的一页: 超期和将到的、未答复的、未上网登记的、晚发的、紧急发布的、督办和十二个月的数字。"),
        Binding(.character("s"), does: .order, label: "排序", help: "选单位怎么排列。"),
        Binding(.character("k"), does: .late, label: "晚发", help: "列出各单位晚办结的事项和写明的原因。"),
        Binding(.character("j"), does: .emergencies, label: "紧急", help: "列出各单位未经审核先紧急发布的文书和补审情况。"),
        Binding(.character("u"), does: .notes, label: "往来", help: "列出发给各单位的督办和答复。"),
    ]
    static let about = """
        本级和下级站点的各单位, 红灯多的在前。超期: 已过最后一天还没有办的 (欠发通报也算在内, 并在 欠发 一列另数); 将到: 还剩三个工作日以内的; \
        晚发: 今年晚办结并写明原因的; 未答: 没有答复的建议, 答超: 其中已过答复期限的; 未网: 发布以后没有登记网站地址的; 督办: 没有答复的督办。\
        最后一行是合计。按 Enter 看一个单位, 按 F2 督办它。
        """

    let title = "督查"
    private var units: [UnitStanding] = []
    private var window = ListWindow()
    private var order = StandingOrder.red
    private var isChoosing = false

    /// Rows round the list: a heading, the column heads, the totals, a rule and three lines for the unit in hand.
    private static let surroundings = 7

    private var current: UnitStanding? { window.current.map { units[$0] } }
    var inHand: AnyHashable? { current?.unit.id }

    mutating func fit(_ size: Size) { window.fit(page: size.rows - Self.surroundings) }

    mutating func read(_ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try office.unitStandings(in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let found):
            let kept = current?.unit.id
            units = order.sorted(found)
            window.follow(kept, in: units.map(\.unit.id))
            return .none
        }
    }

    mutating func notice(_ desk: Desk) -> String? {
        let before = units
        if case .refuse(let sentence) = read(desk) { return sentence }
        return units == before ? nil : "各单位的情况刚有变化, 已重新读取"
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .open: current == nil ? "还没有单位" : nil
        case .send: current == nil ? "还没有单位" : desk.clerk.flatMap(SendSupervisionNote.refusal(for:))
        case .order, .late, .emergencies, .notes: nil
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .send: return current.map { .push(FormScreen(SendSupervisionNoteTask(to: $0.unit))) } ?? .none
        case .open: return current.map { .push(SupervisedUnitScreen($0.unit.id)) } ?? .none
        case .late: return .push(SupervisedListScreen(.late))
        case .emergencies: return .push(SupervisedListScreen(.emergency))
        case .notes: return .push(SupervisionNotesScreen())
        case .order:
            isChoosing = true
            return .push(
                ChoiceScreen(
                    "排序", StandingOrder.allCases.map(\.label),
                    current: StandingOrder.allCases.firstIndex(of: order) ?? 0
                ))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch answer {
        case .chosen(let line) where isChoosing:
            isChoosing = false
            order = StandingOrder.allCases[line]
            let effect = read(desk)
            window.select(0)
            return effect
        case .submitted(let sentence, _): return read(desk).then(.say(sentence))
        default: return .none
        }
    }

    // MARK: - Picture

    /// A column of figures: its heading where there is room for little and for much, and whether it is red.
    private struct Figure {
        let brief: String
        let whole: String
        let value: KeyPath<SupervisionFigures, Int>
        var style = Style.plain
    }

    private static var figures: [Figure] {
        [
            Figure(brief: "超期", whole: "超期", value: \.overdue, style: .overdue),
            Figure(brief: "将到", whole: "将到", value: \.soon, style: .soon),
            Figure(brief: "晚发", whole: "今年晚发", value: \.metLate),
            Figure(brief: "未答", whole: "未答复", value: \.unanswered),
            Figure(brief: "答超", whole: "答复超期", value: \.overdueAnswers, style: .overdue),
            Figure(brief: "欠发", whole: "欠发通报", value: \.missing, style: .overdue),
            Figure(brief: "未网", whole: "未上网登记", value: \.unposted),
            Figure(brief: "督办", whole: "督办未复", value: \.notes),
        ]
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading("\(title)  \(order.label)", position)
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        let isWide = table.columns >= 100
        let columns = Columns(
            [Columns.Column("单位", .flexible)]
                + Self.figures.map {
                    let heading = isWide ? $0.whole : $0.brief
                    return Columns.Column(heading, .fixed(max(4, TextWidth.of(heading))), side: .right)
                })
        columns.drawHeadings(on: table, row: 1)
        let room = columns.layout(table.columns)[0].count
        let isShort = units.contains { TextWidth.of($0.name) > room }
        for (line, index) in window.visible.enumerated() {
            let unit = units[index]
            columns.draw(
                [Columns.Value(isShort ? unit.unit.shortName : unit.name)] + values(of: unit.figures), row: 2 + line,
                on: table,
                current: index == window.cursor ? Columns.Current(cell: 0) : nil)
        }
        let bottom = canvas.rows - 5
        let total = units.reduce(SupervisionFigures()) { $0 + $1.figures }
        columns.draw([Columns.Value("合计", .label)] + values(of: total), row: bottom, on: table)
        drawDetail(canvas, row: bottom + 1)
        canvas.placeCursor(row: 2 + window.cursor - window.top, column: 0)
    }

    private var position: String {
        units.isEmpty
            ? "共 0 个单位"
            : "第 \(window.visible.lowerBound + 1)-\(window.visible.upperBound) 个 共 \(units.count) 个单位"
    }

    private func values(of figures: SupervisionFigures) -> [Columns.Value] {
        Self.figures.map { column in
            let count = figures[keyPath: column.value]
            return Columns.Value(count == 0 ? "-" : "\(count)", count == 0 ? .dim : column.style)
        }
    }

    private func drawDetail(_ canvas: Canvas, row: Int) {
        canvas.rule(row: row)
        guard let current else { return }
        canvas.put(current.name, row: row + 1, column: 1, style: .label, width: canvas.columns - 2)
        let figures = current.figures
        let missing = figures.missing > 0 ? " (含欠发通报 \(figures.missing))" : ""
        let red = [
            figures.overdue > 0 ? "超期 \(figures.overdue)\(missing)" : "",
            figures.overdueAnswers > 0 ? "答复超期 \(figures.overdueAnswers)" : "",
            figures.overdueNotes > 0 ? "督办超期 \(figures.overdueNotes)" : "",
        ].filter { !$0.isEmpty }
        canvas.put(
            red.isEmpty ? "没有红灯" : red.joined(separator: ", "), row: row + 2, column: 1,
            style: red.isEmpty ? .plain : .overdue, width: canvas.columns - 2)
        canvas.put(
            "将到 \(figures.soon) 项, 未答复 \(figures.unanswered) 条, 未上网登记 \(figures.unposted) 份, 督办未复 \(figures.notes) 件",
            row: row + 3, column: 1, width: canvas.columns - 2)
    }
}
