// 公告管理: the matters of a system, a row each, whose state cell is the act (H10).
import Model

/// The management list. It pages by key, so a list of a million rows turns as fast as one of ten.
struct MatterListScreen: SystemScreen {
    enum Action: Hashable, Sendable { case work, look, new, find, findNext, backfill, backfillFile, copy }

    static let name = "matter-list"
    static let bindings: [Binding<Action>] = [
        Binding(.function(2), .control("p"), does: .new, label: "新建", help: "发布新的公告, 从填写表单开始。"),
        Binding(.enter, does: .work, label: "办理", help: "办理这一件的下一步; 没有下一步时打开它的详情。"),
        Binding(.right, .character(" "), does: .look, label: "详情", help: "打开这一件的详情: 文书、期限、附件、历史。", onBar: false),
        Binding(.character("/"), .control("f"), does: .find, label: "查找", help: "按标题或编号中的几个字查找。"),
        Binding(.character("n"), does: .findNext, label: "找下一件", help: "往下找同样的字的下一件。", onBar: false),
        Binding(does: .backfill, label: "补录", help: "补录一件系统启用以前就在办的事项, 从它的公告开始, 写原来的发布日期。", onBar: false),
        Binding(does: .backfillFile, label: "成批补录", help: "从一个 CSV 文件补录多件事项, 先检查再补录; 可以先存一份空表。", onBar: false),
        Binding(does: .copy, label: "复制事项", help: "复制为新事项: 照光标所在的一件填好一份新公告, 日期重新填写。", onBar: false),
    ]
    static let about = """
        列出本单位的事项, 最新的在前。第一列提示期限: 超期 表示已过, 将到 表示还剩三个工作日以内。\
        最后几列是办到哪一步; 写着要发布什么的, 按 Enter 就去办。光标所在一件的全称和最近的期限写在下面。
        """

    let procedure: Procedure
    var system: System { procedure.system }
    var title: String { procedure.announcementName + "管理" }

    private var list = PagedList<MatterRow>(counting: "件")
    private var sought = ""
    private var calendar = WorkCalendar.national
    private var today: Day?
    private var isSiteWide = false

    init(_ procedure: Procedure) { self.procedure = procedure }

    /// Rows round the list: a heading, the column heads, a rule, two lines for the whole title and one for the deadline.
    private static let surroundings = 6

    private var current: MatterRow? { list.current }

    mutating func fit(_ size: Size) { list.fit(rows: size.rows - Self.surroundings) }

    mutating func read(_ desk: Desk) -> Effect {
        if let calendar = try? desk.read({ (office, session) throws(Refusal) in try office.context(in: session) }).get()
        {
            self.calendar = calendar.calendar
        }
        today = desk.today
        isSiteWide = desk.clerk?.roles.contains(.supervisor) ?? false
        return list.read(reader(desk))
    }

    private func reader(_ desk: Desk) -> PagedList<MatterRow>.Reader {
        { [procedure] place, limit in
            desk.read { (office, session) throws(Refusal) in
                try office.matters(procedure, place, limit: limit, in: session)
            }
        }
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { list.type(key, reader(desk)) }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .new: desk.clerk?.roles.contains(.publisher) == true ? nil : "发布\(procedure.announcementName)要由发布员办理"
        case .work, .look: current == nil ? "列表是空的; 按 F2 新建" : nil
        case .find: list.page.total == 0 ? "列表是空的, 没有可找的" : nil
        case .backfill, .backfillFile: MatterEntering.refusalToBackfill(desk)
        case .copy: current == nil ? "列表是空的, 没有可复制的" : MatterEntering.refusalToCopy(desk)
        case .findNext: sought.isEmpty ? "还没有查找过; 先按 / 输入要找的字" : nil
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .new: newMatter
        case .look: current.map { .push(MatterScreen($0.id, procedure)) } ?? .none
        case .work: current.map { work(on: $0, desk) } ?? .none
        case .find: .push(FindScreen(sought))
        case .findNext: find(desk)
        case .backfill: MatterEntering.backfill(nil, procedure)
        case .backfillFile: .push(BackfillFileScreen(procedure))
        case .copy: current.map { copy($0, desk) } ?? .none
        }
    }

    private func copy(_ row: MatterRow, _ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try office.matter(row.id, in: session) }) {
        case .failure(let refusal): .refuse(refusal.sentence)
        case .success(let matter): MatterEntering.copy(matter, procedure, desk)
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
        case .submitted(let sentence, let matter):
            return (matter.map { list.show($0, reader(desk)) } ?? .none).then(.say(sentence))
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
            return list.show(found, reader(desk))
        }
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        drawRows(on: canvas.part(row: 0, column: 0, columns: canvas.columns - 1))
        drawDetail(canvas)
        canvas.placeCursor(row: 2 + list.cursor, column: 0)
    }

    private func drawRows(on canvas: Canvas) {
        canvas.put(title, row: 0, column: 1, style: .label)
        canvas.putRight(list.position, row: 0, column: 0, width: canvas.columns)
        let table = MatterColumns(procedure, columns: canvas.columns, showsUnits: isSiteWide)
        table.columns.drawHeadings(on: canvas, row: 1)
        for (index, row) in list.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            table.columns.draw(
                table.values(of: row), row: 2 + index, on: canvas,
                current: index == list.cursor ? table.highlight(row) : nil)
        }
        if list.rows.isEmpty { canvas.put("还没有事项。按 F2 发布新的\(procedure.announcementName)。", row: 3, column: 1) }
    }

    private func drawDetail(_ canvas: Canvas) {
        let row = canvas.rows - 4
        canvas.rule(row: row)
        guard let current else { return }
        let title = StyledLine(current.title).wrapped(to: canvas.columns - 2).prefix(2)
        for (line, text) in title.enumerated() { text.draw(on: canvas, row: row + 1 + line, column: 1) }
        let after = canvas.put(sentence(current), row: row + 1 + title.count, column: 1)
        drawUnposted(current, on: canvas, row: row + 1 + title.count, after: after)
    }

    /// What has no 上网登记 yet, where there is room: in the line below the deadline, else behind it.
    private func drawUnposted(_ current: MatterRow, on canvas: Canvas, row: Int, after column: Int) {
        guard !current.unposted.isEmpty else { return }
        let words = procedure.documents.filter { current.unposted.contains($0.kind) }.map(\.word)
        if row + 1 < canvas.rows {
            canvas.put("未上网登记: \(words.joined(separator: "、"))", row: row + 1, column: 1, style: .soon)
        } else if column + 2 + TextWidth.of("未上网登记") < canvas.columns {
            canvas.put("未上网登记", row: row, column: column == 1 ? 1 : column + 2, style: .soon)
        }
    }

    private func sentence(_ row: MatterRow) -> String {
        row.isBackfilled ? ["补录", standing(row)].filter { !$0.isEmpty }.joined(separator: "; ") : standing(row)
    }

    private func standing(_ row: MatterRow) -> String {
        if let endedAt = row.endedAt { return "已于 \(endedAt.day) 终止" }
        if let nearest = row.nearest, let today {
            return nearest.sentence(today: today, calendar: calendar) + (nearest.remark == nil ? "" : " (推算)")
        }
        if let about = row.event.about, !about.isEmpty { return "\(procedure.eventName)时间: \(about)" }
        return procedure.next(after: row.published) == nil ? "已全部发布" : ""
    }
}
