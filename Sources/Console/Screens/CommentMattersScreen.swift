// 群众建议管理: the published matters of a system with how many comments they have and how many still want something (H12).
import Model

/// Where comments are found again by what they are about.
struct CommentMattersScreen: SystemScreen, ListScreen {
    enum Action: Hashable, Sendable { case open, all, register, importFile, find, findNext, matter, templates }

    static let name = "comment-matters"
    static let bindings: [Binding<Action>] = [
        Binding(.function(2), .control("p"), does: .register, label: "登记", help: "登记一条收到的来信、来电、来访或电子邮件, 记在光标所在的事项上。"),
        Binding(.enter, .right, does: .open, label: "建议", help: "打开光标所在事项的全部建议。"),
        Binding(does: .importFile, label: "导入建议", help: "从一个 CSV 或 JSON 文件导入别处收到的建议, 先检查再导入。", onBar: false),
        Binding(.character("a"), does: .all, label: "全部", help: "把各件事项的建议列在一张表中。"),
        Binding(.character("/"), .control("f"), does: .find, label: "查找", help: "按标题或编号中的几个字查找。"),
        Binding(.character("n"), does: .findNext, label: "找下一件", help: "往下找同样的字的下一件。", onBar: false),
        Binding(.character("i"), does: .matter, label: "事项详情", help: "打开光标所在的事项: 文书、期限、附件、历史。", onBar: false),
        Binding(.character("t"), does: .templates, label: "答复模板", help: "查看和修改本单位的答复模板。", onBar: false),
    ]
    static let about = """
        已经发布的事项, 最新的在前, 各有多少条建议、多少条未处理、多少条未答复。第一列提示答复期限: 超期 表示有答复已过期限, \
        将到 表示有答复还剩三个工作日以内。按 Enter 看这一件的建议, 按 \(key(.all)) 看全部建议。
        """

    let procedure: Procedure
    var system: System { procedure.system }
    let title = "群众建议管理"

    var list = PagedList<CommentedMatter>(counting: "件")
    private var search = Search(in: "标题或编号", of: "事项")
    private var isSiteWide = false

    init(_ procedure: Procedure) { self.procedure = procedure }

    /// Rows round the list: a heading, the column heads, a rule, two lines for the whole title and one for the replies.
    static let surroundings = 6

    private var current: CommentedMatter? { list.current }

    mutating func read(_ desk: Desk) -> Effect {
        isSiteWide = desk.clerk?.roles.contains(.supervisor) ?? false
        return list.read(reader(desk))
    }

    func page(
        _ place: PagePlace<CommentedMatter.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<CommentedMatter> {
        try office.commentedMatters(procedure, place, limit: limit, in: session)
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .open, .matter: current == nil ? "还没有发布过事项" : nil
        case .all, .templates: nil
        case .register:
            current == nil ? "还没有发布过事项, 没有可以登记建议的地方" : CommentWork.refusal(toRegister: desk)
        case .importFile: desk.clerk.flatMap(ImportComments.refusal(for:))
        case .find: list.page.total == 0 ? "列表是空的, 没有可找的" : nil
        case .findNext: search.refusalToGoOn
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .all: return .push(CommentListScreen(procedure))
        case .templates: return .push(TemplatesScreen(written: nil))
        case .importFile: return .push(CommentImportScreen(procedure))
        case .find: return search.begin
        case .findNext: return find(nil, desk)
        case .open:
            return current.map { .push(CommentListScreen(procedure, of: $0.id, named: "\($0.number) \($0.title)")) }
                ?? .none
        case .matter: return current.map { .push(MatterScreen($0.id, procedure)) } ?? .none
        case .register: return current.map { CommentWork.register(of: $0.id, desk) } ?? .none
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch answer {
        case .text(let text):
            return find(text, desk)
        case .submitted(let sentence, _): return read(desk).then(.say(sentence))
        default: return .none
        }
    }

    private mutating func find(_ words: String?, _ desk: Desk) -> Effect {
        search.find(words, in: &list, reader(desk)) { [procedure] words, start in
            desk.read { (office, session) throws(Refusal) in
                try office.find(words, in: procedure, after: start, in: session)
            }
        }
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        canvas.putHeading(title, list.position)
        let isWide = table.columns >= 74
        let columns = columns(isWide: isWide)
        columns.drawHeadings(on: table, row: 1)
        for (index, row) in list.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            columns.draw(
                values(of: row, isWide: isWide), row: 2 + index, on: table,
                current: index == list.cursor ? Columns.Current(cell: 1) : nil)
        }
        if list.rows.isEmpty { table.put("还没有发布过事项; 发布以后, 群众的建议在这里办理。", row: 3, column: 1) }
        drawDetail(canvas)
        canvas.placeCursor(row: 2 + list.cursor, column: 0)
    }

    private func columns(isWide: Bool) -> Columns {
        var columns = [
            Columns.Column("", .fixed(4)), Columns.Column("编号", .fixed(8)), Columns.Column("标题", .flexible),
        ]
        if isWide || isSiteWide { columns.append(Columns.Column("单位", .fixed(isWide ? 10 : 6))) }
        columns += ["建议数", "未处理", "未答复"].map { Columns.Column($0, .fixed(6), side: .right) }
        return Columns(columns)
    }

    private func values(of row: CommentedMatter, isWide: Bool) -> [Columns.Value] {
        var values = [
            Columns.Value(row.light.word, row.light == .overdue ? .overdue : .soon),
            Columns.Value(row.number.description), Columns.Value(row.title),
        ]
        if isWide || isSiteWide { values.append(Columns.Value(row.unit)) }
        values.append(Columns.Value("\(row.tally.all)"))
        for count in [row.tally.unhandled, row.tally.unanswered] {
            values.append(Columns.Value("\(count)", count > 0 ? .act : .plain))
        }
        return values
    }

    private func drawDetail(_ canvas: Canvas) {
        let row = canvas.rows - 4
        canvas.rule(row: row)
        guard let current else { return }
        sentence(current).draw(on: canvas, row: canvas.putTitle(current.title, row: row + 1), column: 1)
    }

    private func sentence(_ row: CommentedMatter) -> StyledLine {
        if row.tally.all == 0 { return StyledLine("还没有建议") }
        if row.tally.unanswered == 0 { return StyledLine("建议都已处理并答复") }
        let soon = row.soon > 0 ? "有 \(row.soon) 条答复将到期" : ""
        guard row.overdue > 0 else { return StyledLine(soon.isEmpty ? "没有超期或将到期的答复" : soon) }
        return StyledLine("有 \(row.overdue) 条答复已超期", .overdue).then(soon.isEmpty ? "" : ", \(soon)")
    }
}
