// 改动记录: what past imports did to the work calendar and to deadlines.
import Model

/// Every change that concerns the clerk's site, the newest first.
struct CalendarChangesScreen: ListScreen {
    enum Action: Hashable, Sendable { case open }

    static let name = "calendar-changes"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .open, label: "查看", help: "看光标所在的一次改动了哪些日子、哪些期限。")
    ]
    static let about = "工作日历的每一次导入和撤回, 最新的在前: 谁在什么时候改的, 改了多少天、多少项期限。按 Enter 看改动了哪些。"

    let title = "工作日历改动记录"
    var list = PagedList<PastCalendarChange>(counting: "次")

    /// Rows round the list: a heading, the column heads, a rule and four lines for the change.
    static let surroundings = 7
    private static let columns = Columns(
        .init("日期", .fixed(10)), .init("", .fixed(4)), .init("哪一级哪一年", .flexible),
        .init("期限", .fixed(6), side: .right))

    func page(
        _ place: PagePlace<PastCalendarChange.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<PastCalendarChange> {
        try office.calendarChanges(place, limit: limit, in: session)
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        list.current == nil ? "工作日历还没有改动过" : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let change = list.current else { return .none }
        switch desk.read({ (office, session) throws(Refusal) in try office.calendarAccount(change, in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let account): return .push(TextScreen("\(change.word)\(change.subject)", Self.lines(account)))
        }
    }

    private static func lines(_ account: CalendarAccount) -> [StyledLine] {
        let change = account.change
        var lines = [StyledLine("\(change.at.text) \(change.changer)\(change.word), 日志第 \(change.journalNumber) 条")]
        if let file = change.fileName, let sha256 = change.sha256 {
            lines += [StyledLine("文件: \(file)", indent: 6), StyledLine("SHA-256: \(sha256)", .dim, indent: 2)]
        }
        if let reason = account.reason { lines.append(StyledLine("原因: \(reason)", indent: 6)) }
        lines += [.empty, StyledLine("日子 (\(account.days.count) 天)", .label)]
        lines += account.days.map { StyledLine("  \($0.label)  \($0.text)", indent: 14) }
        lines += [.empty, StyledLine("期限 (\(change.moved) 项改动)", .label)]
        if account.moves.isEmpty { lines.append(StyledLine("  没有期限因此改动。")) }
        for move in account.moves {
            if let title = move.title { lines.append(StyledLine("  \(title)", indent: 2)) }
            lines.append(StyledLine("    \(move.sentence)", .dim, indent: 4))
        }
        if account.more > 0 {
            lines.append(StyledLine("还有 \(account.more) 条没有列出, 在操作日志第 \(change.journalNumber) 条之前", .dim))
        }
        return lines
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, list.position)
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        Self.columns.drawHeadings(on: table, row: 1)
        for (index, change) in list.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            Self.columns.draw(
                [change.at.day.description, change.word, change.subject, "\(change.moved)"].map { .init($0) },
                row: 2 + index, on: table, current: index == list.cursor ? Columns.Current(cell: 2) : nil)
        }
        if list.rows.isEmpty { canvas.put("工作日历还没有改动过, 用的是程序自带的全国安排。", row: 3, column: 1) }
        drawDetail(canvas)
        canvas.placeCursor(row: 2 + list.cursor, column: 0)
    }

    private func drawDetail(_ canvas: Canvas) {
        let row = canvas.rows - 5
        canvas.rule(row: row)
        guard let change = list.current else { return }
        canvas.put("\(change.word)\(change.subject)的工作日历", row: row + 1, column: 1)
        let from = change.fileName.map { "  文件 \($0)" } ?? ""
        canvas.put("\(change.at.text) \(change.changer)\(from)", row: row + 2, column: 1)
        canvas.put(
            "新增 \(change.added) 天, 改动 \(change.changed) 天, 删去 \(change.removed) 天", row: row + 3, column: 1)
        canvas.put(
            "期限改动 \(change.moved) 项, 变成超期 \(change.overdue) 项, 超期撤销 \(change.takenBack) 项",
            row: row + 4, column: 1)
    }
}
