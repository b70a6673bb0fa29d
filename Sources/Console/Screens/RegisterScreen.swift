// 信息发布登记台账: everything that went out, with who checked it and where it is on the web (R1).
import Model

/// The register of a system, newest first, for a span of days.
struct RegisterScreen: SystemScreen, ListScreen {
    enum Action: Hashable, Sendable { case open, span, print }

    static let name = "register"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .open, label: "查看", help: "看光标所在一条的全部登记: 各版、审查、更正、上网。"),
        Binding(.function(4), .control("e"), does: .span, label: "日期", help: "选要看哪一段日期发布的。"),
        Binding(.character("p"), does: .print, label: "打印", help: "把筛选出的台账存成可以打印的网页 (A4 横向) 和文本, 或者传到本机。"),
    ]
    static let about = """
        已发布的全部文书和临时通知, 最新的在前; 删除、撤回的也留着, 在第一列标明。本单位的由本单位看, 监管员看全站点的。\
        按 F4 选日期, 按 Enter 看一条的全部登记, 按 \(key(.print)) 打印。
        """
    static let heading = "信息发布登记台账"

    /// What was asked and not answered yet.
    private enum Asked {
        case span
        case printing
    }

    let procedure: Procedure
    var system: System { procedure.system }
    let title = Self.heading

    var list = PagedList<RegisterRow>(counting: "条")
    private var span = PublicationSpan.all
    private var asked: Asked?

    init(_ procedure: Procedure) { self.procedure = procedure }

    /// Rows round the list: a heading, the span, the column heads, a rule, two lines for the whole title and two for the rest.
    static let surroundings = 8

    func page(
        _ place: PagePlace<RegisterRow.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<RegisterRow> {
        try office.register(system, span, place, limit: limit, in: session)
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .open, .print: list.current == nil ? span.nothing + (span == .all ? "" : "; 请换一段日期") : nil
        case .span: nil
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .open: return open(desk)
        case .span:
            asked = .span
            return SpanChoice.ask(span, of: "发布", today: desk.today)
        case .print:
            asked = .printing
            return .push(ChoiceScreen("打印台账", FileLeaving.ways(desk)))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch (asked, answer) {
        case (.span, .chosen(let line)):
            if let span = SpanChoice.span(line, today: desk.today) { return show(span, desk) }
            return SpanChoice.typed(span, of: "发布", desk)
        case (.span, .span(let span)): return show(span, desk)
        case (.printing, .chosen(let line)): return FileLeaving.leave(TakeRegister(system, span), line: line, desk)
        default: return .none
        }
    }

    private mutating func show(_ span: PublicationSpan, _ desk: Desk) -> Effect {
        asked = nil
        self.span = span
        return list.readFirst(reader(desk))
    }

    private func open(_ desk: Desk) -> Effect {
        guard let current = list.current else { return .none }
        switch desk.read({ (office, session) throws(Refusal) in try office.registerEntry(current.id, in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let entry):
            return .push(TextScreen("\(entry.row.documentName) \(entry.row.number) 的登记", entry.lines))
        }
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, list.position)
        canvas.put(span.text, row: 1, column: 1, style: .dim)
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        let columns = RegisterColumns(columns: table.columns)
        columns.columns.drawHeadings(on: table, row: 2)
        for (index, row) in list.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            columns.columns.draw(
                columns.values(of: row), row: 3 + index, on: table,
                current: index == list.cursor ? Columns.Current(cell: 1) : nil)
        }
        if list.rows.isEmpty { canvas.put(span.nothing + "。", row: 4, column: 1) }
        drawDetail(canvas)
        canvas.placeCursor(row: 3 + list.cursor, column: 0)
    }

    private func drawDetail(_ canvas: Canvas) {
        let row = canvas.rows - 5
        canvas.rule(row: row)
        guard let current = list.current else { return }
        let at = canvas.putTitle(current.title, row: row + 1)
        canvas.put(
            "\(current.unit)  \(current.publishedAt.text) \(current.publisher) 发布", row: at, column: 1)
        let after = canvas.put(
            "保密审查 \(current.secrecyCheckedBy)" + (current.reviewed == nil ? "  \(current.review)" : ""), row: at + 1,
            column: 1)
        let web = current.posting.map { "上网 \($0.postedAt.text)" } ?? (current.awaitsPosting ? "未上网登记" : "")
        let end = canvas.put(web, row: at + 1, column: after + 2, style: current.awaitsPosting ? .soon : .plain)
        guard let review = current.reviewed else { return }
        canvas.put(
            review.text, row: at + 1, column: end + 2, style: review.isOwed ? .soon : .plain,
            width: canvas.columns - end - 3)
    }
}
