// 晚发事项 and 紧急发布: what supervisors look at twice, by unit and days.
import Model

/// What was done late with its reason, or went out in an emergency, the latest first.
struct SupervisedListScreen: ListScreen {
    enum Action: Hashable, Sendable { case open, unit, span, everything }

    static let name = "supervised-publications"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .open, label: "打开", help: "打开光标所在一条的事项; 各单位的事项在这里只能看。"),
        Binding(.function(4), .control("e"), does: .unit, label: "单位", help: "只看一个单位的, 或者看全部单位的。"),
        Binding(.character("z"), does: .span, label: "日期", help: "只看一段日期以内的。"),
        Binding(.character("a"), does: .everything, label: "全部", help: "去掉单位和日期的限制, 全部列出。"),
    ]
    static let about = """
        晚办结的事项和写明的原因, 或者未经审核先紧急发布的文书和补审情况, 新的在前。按 F4 选单位, 按 \(key(.span)) 选日期, 按 \(key(.everything)) 全部列出。\
        晚几个工作日写在最后一栏, 原因写在下面, 按 Enter 打开事项。
        """

    /// What was asked and not answered yet.
    private enum Asked {
        case unit([SupervisionNote.Recipient])
        case span
    }

    var title: String { filter.kind.title }
    var list = PagedList<SupervisedPublication>(counting: "条")
    private var filter: SupervisedFilter
    private var unit: SupervisionNote.Recipient?
    private var asked: Asked?

    init(_ kind: SupervisedPublication.Kind, of unit: SupervisionNote.Recipient? = nil) {
        filter = SupervisedFilter(kind, unit: unit?.id)
        self.unit = unit
    }

    /// Rows round the list: a heading, the filter, the column heads, a rule, two lines for the title and three for the rest.
    static let surroundings = 9

    func page(
        _ place: PagePlace<SupervisedPublication.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<SupervisedPublication> {
        try office.supervisedPublications(filter, place, limit: limit, in: session)
    }

    private var nothing: String { filter.kind == .emergency ? "没有紧急发布的" : "没有晚办结的" }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard action == .open else { return nil }
        guard let current = list.current else { return nothing }
        return current.matter == nil ? "这是单独发布的\(current.label), 没有事项可打开" : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .open:
            guard let current = list.current, let matter = current.matter,
                let procedure = Procedure.of(current.system)
            else { return .none }
            return .push(MatterScreen(matter, procedure))
        case .everything:
            unit = nil
            filter = SupervisedFilter(filter.kind)
            return list.readFirst(reader(desk))
        case .unit: return askUnit(desk)
        case .span:
            asked = .span
            return SpanChoice.ask(filter.span, of: filter.kind.deed, today: desk.today)
        }
    }

    private mutating func askUnit(_ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try office.unitStandings(in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let units):
            asked = .unit(units.map(\.unit))
            return .push(ChoiceScreen("单位", ["全部单位"] + units.map(\.name)))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        let asked = asked
        self.asked = nil
        switch (asked, answer) {
        case (.unit(let units), .chosen(let line)):
            unit = line > 0 ? units[line - 1] : nil
            filter.unit = unit?.id
            return list.readFirst(reader(desk))
        case (.span, .chosen(let line)):
            if let span = SpanChoice.span(line, today: desk.today) { return show(span, desk) }
            self.asked = .span
            return SpanChoice.typed(filter.span, of: filter.kind.deed, desk)
        case (.span, .span(let span)): return show(span, desk)
        default: return .none
        }
    }

    private mutating func show(_ span: PublicationSpan, _ desk: Desk) -> Effect {
        filter.span = span
        return list.readFirst(reader(desk))
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, list.position)
        canvas.put("\(unit?.name ?? "全部单位")  \(filter.span.words)", row: 1, column: 1, style: .dim)
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        let columns = Columns(
            Columns.Column("日期", .fixed(10)), Columns.Column("单位", .fixed(8)), Columns.Column("文书", .fixed(8)),
            Columns.Column("标题", .flexible), Columns.Column(filter.kind == .late ? "工作日" : "补审", .fixed(6)))
        columns.drawHeadings(on: table, row: 2)
        for (index, row) in list.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            let values = [
                Columns.Value(row.at.day.description), Columns.Value(row.shortName), Columns.Value(row.label),
                Columns.Value(row.title), Columns.Value(row.word, row.review?.isOwed == true ? .soon : .plain),
            ]
            columns.draw(
                values, row: 3 + index, on: table, current: index == list.cursor ? Columns.Current(cell: 3) : nil)
        }
        if list.rows.isEmpty { canvas.put(nothing + "。", row: 4, column: 1) }
        drawDetail(canvas)
        canvas.placeCursor(row: 3 + list.cursor, column: 0)
    }

    private func drawDetail(_ canvas: Canvas) {
        let row = canvas.rows - 6
        canvas.rule(row: row)
        guard let current = list.current else { return }
        let at = canvas.putTitle(current.title, row: row + 1)
        let told = StyledLine("\(current.unit)  \(current.sentence)")
        // What went out in an emergency says so with its reason.
        let lines = current.review == nil ? [told, StyledLine("原因: \(current.reason)", .dim)] : [told]
        Passage(lines, columns: canvas.columns - 2, most: canvas.rows - at)
            .draw(on: canvas.part(row: at, column: 1, columns: canvas.columns - 2))
    }
}
