// 公告管理: the matters of a system, a row each, whose state cell is the act (H10).
import Model

/// The management list. It pages by key, so a list of a million rows turns as fast as one of ten.
struct MatterListScreen: SystemScreen, ListScreen {
    enum Action: Hashable, Sendable {
        case work, look, new, find, findNext, filter, sort, all, overdue, drafts, backfill, backfillFile, copy
        case quarters
    }

    static let name = "matter-list"
    static let bindings: [Binding<Action>] = [
        Binding(.function(2), .control("p"), does: .new, label: "新建", help: "发布新的公告, 从填写表单开始。"),
        Binding(.enter, does: .work, label: "办理", help: "办理这一件的下一步; 没有下一步时打开它的详情。"),
        Binding(.right, .character(" "), does: .look, label: "详情", help: "打开这一件的详情: 文书、期限、附件、历史。", onBar: false),
        Binding(.character("/"), .control("f"), does: .find, label: "查找", help: "按标题或编号中的几个字查找。"),
        Binding(.character("n"), does: .findNext, label: "找下一件", help: "往下找同样的字的下一件。", onBar: false),
        Binding(
            .function(4), .control("e"), does: .filter, label: "筛选", help: "按办到哪一步、期限、日期、单位筛选, 并选排列的顺序; 下次登录还是这样列出。"),
        Binding(.character("s"), does: .sort, label: "排序", help: "选列表按哪一列排列, 从小到大还是从大到小。", onBar: false),
        Binding(.character("a"), does: .all, label: "全部列出", help: "去掉筛选和排序, 回到最新的在前。", onBar: false),
        Binding(does: .overdue, label: "只看超期", help: "只列出已经超期的。", onBar: false),
        Binding(does: .drafts, label: "草稿", help: "看自己没有写完的草稿, 也可以接手本单位同事的。", onBar: false),
        Binding(does: .backfill, label: "补录", help: "补录一件系统启用以前就在办的事项, 从它的公告开始, 写原来的发布日期。", onBar: false),
        Binding(does: .backfillFile, label: "成批补录", help: "从一个 CSV 文件补录多件事项, 先检查再补录; 可以先存一份空表。", onBar: false),
        Binding(does: .copy, label: "复制事项", help: "复制为新事项: 照光标所在的一件填好一份新公告, 日期重新填写。", onBar: false),
        Binding(does: .quarters, label: "各季度", help: "看各单位每个季度发布了没有; 监管员和系统管理员在那里设定哪些单位每季度要发布。", onBar: false),
    ]
    static let about = """
        列出本单位的事项, 最新的在前。第一列提示期限: 超期 表示已过, 将到 表示还剩三个工作日以内。\
        最后几列是办到哪一步; 写着要发布什么的, 按 Enter 就去办。光标所在一件的全称和最近的期限写在下面。\
        按 F4 筛选和排序, 选的是什么写在列表上面; 按 \(key(.all)) 全部列出。
        """

    let procedure: Procedure
    var system: System { procedure.system }
    var title: String { procedure.announcementName + "管理" }

    var list = PagedList<MatterRow>(counting: "件")
    private var search = Search(in: "标题或编号", of: "事项")
    var calendar = WorkCalendar.national
    var today: Day?
    /// How the list is filtered and ordered, and how it is before anything is chosen; nil until it is read.
    private var view: MatterListView?
    private var usual: MatterListView?
    /// The orders that were offered to choose from.
    private var offered: [MatterListView] = []
    /// What is owed for quarters, above the list.
    private var owing = StyledLine.empty
    private var size = Size(rows: 1, columns: 1)

    init(_ procedure: Procedure) { self.procedure = procedure }

    /// Rows round the list: a heading, the column heads, a rule, two lines for the whole title and one for the deadline.
    static let surroundings = 6
    static let changedWords: String? = "别人刚有改动, 列表已重新读取"

    var current: MatterRow? { list.current }
    mutating func fit(_ size: Size) {
        self.size = size
        list.fit(rows: size.rows - Self.surroundings - above.count)
    }

    /// The lines between the heading and the list.
    private var above: [StyledLine] {
        (owing == .empty ? [] : Array(owing.wrapped(to: max(10, size.columns - 2)).prefix(3))) + words
    }

    /// The filter and the order in words; they take a line only where there is something to say.
    private var words: [StyledLine] {
        guard let view, let usual, view != usual else { return [] }
        return Array(
            StyledLine(view.words(procedure, usual: usual), .soon).wrapped(to: max(10, size.columns - 2)).prefix(2))
    }

    mutating func read(_ desk: Desk) -> Effect {
        if let calendar = try? desk.read({ (office, session) throws(Refusal) in try office.context(in: session) }).get()
        {
            self.calendar = calendar.calendar
        }
        today = desk.today
        if view == nil, let clerk = desk.clerk {
            usual = MatterListView(for: clerk)
            let procedure = procedure
            view = try? desk.read { (office, session) throws(Refusal) in
                try office.matterListView(procedure, in: session)
            }.get()
            fit(size)
        }
        owing = owed(desk)
        fit(size)
        return list.read(reader(desk))
    }

    func page(
        _ place: PagePlace<MatterRow.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<MatterRow> {
        try office.matters(procedure, place, limit: limit, view: view, in: session)
    }

    /// Lists the matters of another view and remembers it. The row in hand stays in hand where the list still holds it.
    private mutating func show(_ view: MatterListView, _ desk: Desk) -> Effect {
        let kept = current?.id
        self.view = view
        fit(size)
        let procedure = procedure
        let remembered = desk.read { (office, session) throws(Refusal) in
            try office.remember(view, of: procedure, in: session)
        }
        let shown = list.readFirst(reader(desk)).then(kept.map { list.follow($0, reader(desk)) } ?? .none)
        guard case .failure(let refusal) = remembered else { return shown }
        return shown.then(.refuse("列表已换, 但没有记住: \(refusal.sentence)"))
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .new: desk.clerk?.roles.contains(.publisher) == true ? nil : "发布\(procedure.announcementName)要由发布员办理"
        case .work, .look: current == nil ? emptyList : nil
        case .find: list.page.total == 0 ? emptyList : nil
        case .backfill, .backfillFile: MatterEntering.refusalToBackfill(desk)
        case .copy: current == nil ? emptyList : MatterEntering.refusalToCopy(desk)
        case .findNext: search.refusalToGoOn ?? (current == nil ? emptyList : nil)
        case .overdue where procedure.deadlines.isEmpty: "\(procedure.name)的事项没有各自的期限, 没有超期可看"
        case .filter, .sort, .overdue: view == nil ? "列表还没有读出来; 请按 F5 重新读取" : nil
        case .all: view == usual ? "已是全部列出, 最新的在前" : nil
        case .quarters: refusalOfQuarters
        case .drafts:
            desk.clerk?.roles.contains(.publisher) == true ? nil : "草稿由发布员写, 您的角色是\(desk.clerk?.roleTitles ?? "")"
        }
    }

    private var emptyList: String {
        guard let view, let usual, view.isFiltered(usual: usual) else { return "列表是空的; 按 F2 新建" }
        return "没有这样的事项; 按 F4 改筛选, 按 \(Self.key(.all)) 全部列出"
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .new: return newMatter
        case .look: return current.map { .push(MatterScreen($0.id, procedure)) } ?? .none
        case .work: return current.map { work(on: $0, desk) } ?? .none
        case .find: return search.begin
        case .findNext: return find(nil, desk)
        case .drafts: return .push(DraftsScreen(desk))
        case .quarters: return quarters
        case .sort: return sort()
        case .filter:
            guard let view, let usual else { return .none }
            return .push(ListViewScreen(.matters(view, usual: usual, procedure), calendar: calendar))
        case .all: return usual.map { show($0, desk) } ?? .none
        case .backfill: return MatterEntering.backfill(nil, procedure)
        case .backfillFile: return .push(BackfillFileScreen(procedure))
        case .copy: return current.map { MatterEntering.copy($0.id, procedure, desk) } ?? .none
        case .overdue:
            guard var view = usual else { return .none }
            view.standing = .overdue
            return show(view, desk)
        }
    }

    private mutating func sort() -> Effect {
        guard let view else { return .none }
        offered = MatterListView.columns(procedure).flatMap { column in
            let natural = column != .entered && column != .number
            return [view.ordered(by: column, ascending: natural), view.ordered(by: column, ascending: !natural)]
        }
        let lines = offered.map { "按\($0.column.word(procedure)), \($0.column.first(ascending: $0.isAscending))" }
        return .push(ChoiceScreen("排序", lines, current: offered.firstIndex(of: view) ?? 0))
    }

    private var newMatter: Effect { .push(FormScreen(PublishTask(procedure, procedure.documents[0], of: nil))) }

    /// The next step of a matter: its form, or its page with the reason why there is none now.
    private func work(on row: MatterRow, _ desk: Desk) -> Effect {
        let page = Effect.push(MatterScreen(row.id, procedure))
        guard let next = procedure.next(after: row.published) else { return page }
        switch desk.read({ (office, session) throws(Refusal) in try office.matter(row.id, in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let matter):
            if let heldUp = MatterScreen.heldUp(next, of: matter, procedure, desk) {
                return page.then(CommentListScreen.opening(heldUp))
            }
            if let refusal = MatterScreen.refusal(toPublish: next, of: matter, procedure, desk) {
                return page.then(.refuse(refusal))
            }
            return .push(FormScreen(PublishTask(procedure, next, of: matter)))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch answer {
        case .text(let text):
            return find(text, desk)
        case .chosen(let line):
            return offered.indices.contains(line) ? show(offered[line], desk) : .none
        case .listView(let view): return show(view, desk)
        case .submitted(let sentence, let matter):
            return (matter.map { list.follow($0, reader(desk)) } ?? .none).then(.say(sentence))
        default: return .none
        }
    }

    private mutating func find(_ words: String?, _ desk: Desk) -> Effect {
        let narrowed = self.words.isEmpty ? "" : "这样筛选的列表中"
        return search.find(words, in: &list, narrowed: narrowed, reader(desk)) { [procedure, view] words, start in
            desk.read { (office, session) throws(Refusal) in
                try office.find(words, in: procedure, after: start, view: view, in: session)
            }
        }
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, list.position)
        drawRows(on: canvas.part(row: 0, column: 0, columns: canvas.columns - 1), desk)
        drawDetail(canvas)
        canvas.placeCursor(row: 2 + above.count + list.cursor, column: 0)
    }

    private func drawRows(on canvas: Canvas, _ desk: Desk) {
        for (line, text) in above.enumerated() { text.draw(on: canvas, row: 1 + line, column: 1) }
        let top = 1 + above.count
        let table = MatterColumns(
            procedure, columns: canvas.columns, showsUnits: view?.reach == .site, own: desk.clerk?.unit.id)
        table.columns.drawHeadings(on: canvas, row: top)
        for (index, row) in list.rows.prefix(canvas.rows - Self.surroundings - above.count).enumerated() {
            table.columns.draw(
                table.values(of: row), row: top + 1 + index, on: canvas,
                current: index == list.cursor ? table.highlight(row) : nil)
        }
        guard list.rows.isEmpty else { return }
        canvas.put(
            words.isEmpty
                ? "还没有事项。按 F2 发布新的\(procedure.announcementName)。" : "没有这样的事项。按 F4 改筛选, 按 \(Self.key(.all)) 全部列出。",
            row: top + 2, column: 1)
    }
}
