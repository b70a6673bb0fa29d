// 公告管理: the matters of a system, a row each, whose state cell is the act (H10).
import Model

/// The management list. It pages by key, so a list of a million rows turns as fast as one of ten.
struct MatterListScreen: SystemScreen {
    enum Action: Hashable, Sendable { case work, look, new, find, findNext }

    static let name = "matter-list"
    static let bindings: [Binding<Action>] = [
        Binding(.function(2), .control("p"), does: .new, label: "新建", help: "发布新的公告, 从填写表单开始。"),
        Binding(.enter, does: .work, label: "办理", help: "办理这一件的下一步; 没有下一步时打开它的详情。"),
        Binding(.right, .character(" "), does: .look, label: "详情", help: "打开这一件的详情: 文书、期限、附件、历史。", onBar: false),
        Binding(.character("/"), .control("f"), does: .find, label: "查找", help: "按标题或编号中的几个字查找。"),
        Binding(.character("n"), does: .findNext, label: "找下一件", help: "往下找同样的字的下一件。", onBar: false),
    ]
    static let about = """
        列出本单位的事项, 最新的在前。第一列提示期限: 超期 表示已过, 将到 表示还剩三个工作日以内。\
        最后几列是办到哪一步; 写着要发布什么的, 按 Enter 就去办。光标所在一件的全称和最近的期限写在下面。
        """

    let procedure: Procedure
    var system: System { procedure.system }
    var title: String { procedure.announcementName + "管理" }

    private var page = MatterPage()
    private var cursor = 0
    private var pageRows = 1
    private var sought = ""
    private var calendar = WorkCalendar.national
    private var today: Day?
    private var isSiteWide = false

    init(_ procedure: Procedure) { self.procedure = procedure }

    /// Rows round the list: a heading, the column heads, a rule, two lines for the whole title and one for the deadline.
    private static let surroundings = 6

    private var current: MatterRow? { page.rows.indices.contains(cursor) ? page.rows[cursor] : nil }

    mutating func fit(_ size: Size) {
        pageRows = max(1, size.rows - Self.surroundings)
    }

    mutating func read(_ desk: Desk) -> Effect {
        if let calendar = try? desk.read({ (office, session) throws(Refusal) in try office.context(in: session) }).get()
        {
            self.calendar = calendar.calendar
        }
        today = desk.today
        isSiteWide = desk.clerk?.roles.contains(.supervisor) ?? false
        // A page that has shrunk begins with the row in hand, so that it stays in sight.
        let first = cursor < pageRows ? page.rows.first : current
        // On the first page what colleagues have added stands before it.
        let isFirstPage = page.position <= 1 && cursor < pageRows
        let place = isFirstPage ? nil : first.map { PagePlace.from($0.id) }
        return load(place ?? .first, desk, pointingAt: current?.id)
    }

    /// Reads a page; one that no longer fills the screen gives way to the last, a first one that the row in hand has left to the page of
    /// that row.
    private mutating func load(
        _ place: PagePlace<Matter>, _ desk: Desk, pointingAt matter: Identifier<Matter>? = nil
    ) -> Effect {
        let procedure = procedure
        let limit = pageRows
        switch desk.read({ (office, session) throws(Refusal) in
            try office.matters(procedure, place, limit: limit, in: session)
        }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let page):
            if page.rows.count < min(limit, page.total), case .from = place {
                return load(.last, desk, pointingAt: matter)
            }
            if let matter, place == .first, !page.rows.contains(where: { $0.id == matter }) {
                return load(.from(matter), desk, pointingAt: matter)
            }
            self.page = page
            cursor =
                matter.flatMap { id in page.rows.firstIndex { $0.id == id } }
                ?? min(cursor, max(0, page.rows.count - 1))
            return .none
        }
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        switch Paging.key(key) {
        case .up:
            if cursor > 0 { cursor -= 1 } else { return turn(back: 1, desk) }
        case .down:
            if cursor + 1 < page.rows.count { cursor += 1 } else { return turn(on: 1, desk) }
        case .pageUp: return turn(back: pageRows, desk)
        case .pageDown: return turn(on: pageRows, desk)
        case .home:
            cursor = 0
            return load(.first, desk)
        case .end:
            cursor = pageRows
            return load(.last, desk)
        default: return nil
        }
        return Effect.none
    }

    /// Turns to the next page; at the end of the list the cursor goes to the last row.
    private mutating func turn(on rows: Int, _ desk: Desk) -> Effect {
        guard let last = page.rows.last, page.position + page.rows.count - 1 < page.total else {
            cursor = max(0, page.rows.count - 1)
            return rows == 1 ? .say("已是最后一件") : .none
        }
        if rows == 1 { cursor = 0 }
        return load(.after(last.id), desk)
    }

    /// Turns to the page before; at the top the cursor goes to the first row.
    private mutating func turn(back rows: Int, _ desk: Desk) -> Effect {
        guard let first = page.rows.first, page.position > 1 else {
            cursor = 0
            return rows == 1 ? .say("已是第一件") : .none
        }
        if rows == 1 { cursor = pageRows }
        let effect = load(.before(first.id), desk)
        if page.position == 1, page.rows.count < pageRows { return load(.first, desk) }
        return effect
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .new: desk.clerk?.roles.contains(.publisher) == true ? nil : "发布\(procedure.announcementName)要由发布员办理"
        case .work, .look: current == nil ? "列表是空的; 按 F2 新建" : nil
        case .find: page.total == 0 ? "列表是空的, 没有可找的" : nil
        case .findNext: sought.isEmpty ? "还没有查找过; 先按 / 输入要找的字" : nil
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let current else { return action == .new ? newMatter : .none }
        switch action {
        case .new: return newMatter
        case .look: return .push(MatterScreen(current.id, procedure))
        case .work: return work(on: current, desk)
        case .find: return .push(FindScreen(sought))
        case .findNext: return find(desk)
        }
    }

    private var newMatter: Effect { .push(FormScreen(PublishTask(procedure, procedure.documents[0], of: nil))) }

    /// The next step of a matter: its form, or its page with the reason why there is none now.
    private func work(on row: MatterRow, _ desk: Desk) -> Effect {
        let page = Effect.push(MatterScreen(row.id, procedure))
        guard let next = procedure.next(after: row.published) else { return page }
        switch desk.read({ (office, session) throws(Refusal) in try office.matter(row.id, in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let matter):
            if let refusal = MatterScreen.refusal(toPublish: next, of: matter, procedure, desk) {
                return page.then(.refuse(refusal))
            }
            return .push(FormScreen(PublishTask(procedure, next, of: matter)))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch answer {
        case .text(let text):
            sought = text
            return find(desk)
        case .submitted(let sentence, let matter): return show(matter, desk).then(.say(sentence))
        default: return .none
        }
    }

    private mutating func find(_ desk: Desk) -> Effect {
        let sought = sought
        let procedure = procedure
        let start = current?.id
        switch desk.read({ (office, session) throws(Refusal) in
            try office.find(sought, in: procedure, after: start, in: session)
        }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(nil): return .refuse("没有标题或编号中有 \"\(sought)\" 的事项")
        case .success(let found?):
            return show(found, desk)
        }
    }

    /// Puts the cursor on a matter, on the page that is seen if it is there.
    private mutating func show(_ matter: Identifier<Matter>?, _ desk: Desk) -> Effect {
        guard let matter else { return .none }
        guard let index = page.rows.firstIndex(where: { $0.id == matter }) else {
            return load(.from(matter), desk, pointingAt: matter)
        }
        cursor = index
        return .none
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        drawRows(on: canvas.part(row: 0, column: 0, columns: canvas.columns - 1))
        drawDetail(canvas)
        canvas.placeCursor(row: 2 + cursor, column: 0)
    }

    private func drawRows(on canvas: Canvas) {
        canvas.put(title, row: 0, column: 1, style: .label)
        let place =
            page.rows.isEmpty
            ? "共 0 件" : "第 \(page.position)-\(page.position + page.rows.count - 1) 件 共 \(page.total) 件"
        canvas.putRight(place, row: 0, column: 0, width: canvas.columns)
        let table = MatterColumns(procedure, columns: canvas.columns, showsUnits: isSiteWide)
        table.columns.drawHeadings(on: canvas, row: 1)
        for (index, row) in page.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            table.columns.draw(
                table.values(of: row), row: 2 + index, on: canvas,
                current: index == cursor ? table.highlight(row) : nil)
        }
        if page.rows.isEmpty { canvas.put("还没有事项。按 F2 发布新的\(procedure.announcementName)。", row: 3, column: 1) }
    }

    private func drawDetail(_ canvas: Canvas) {
        let row = canvas.rows - 4
        canvas.rule(row: row)
        guard let current else { return }
        let title = StyledLine(current.title).wrapped(to: canvas.columns - 2).prefix(2)
        for (line, text) in title.enumerated() { text.draw(on: canvas, row: row + 1 + line, column: 1) }
        canvas.put(sentence(current), row: row + 1 + title.count, column: 1)
    }

    private func sentence(_ row: MatterRow) -> String {
        if let nearest = row.nearest, let today { return nearest.sentence(today: today, calendar: calendar) }
        if let about = row.event.about, !about.isEmpty { return "\(procedure.eventName)时间: \(about)" }
        return procedure.next(after: row.published) == nil ? "已全部发布" : ""
    }
}
