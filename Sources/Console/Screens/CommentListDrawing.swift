// How the list of comments is seen: the filter in words, the rows, and the one in hand below the rule.
import Model

extension CommentListScreen {
    func draw(on canvas: Canvas, _ desk: Desk) {
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        canvas.putHeading(title, list.position)
        let marks = marked.isEmpty ? "按空格做记号" : "已做记号 \(marked.count) 条"
        let room = table.columns - TextWidth.of(marks) - 2
        table.put(words, row: 1, column: 1, style: filter.isNarrowed ? .soon : .dim, width: room)
        table.putRight(marks, row: 1, column: 0, width: table.columns, style: marked.isEmpty ? .dim : .soon)
        drawRows(on: table)
        drawDetail(canvas)
        canvas.placeCursor(row: 3 + list.cursor, column: 0)
    }

    /// What the list is narrowed to.
    private var words: String {
        let parts = [filter.isNarrowed || filter.isSiteWide ? filter.sentence : nil, matterName].compactMap { $0 }
        return parts.isEmpty ? filter.sentence : "只看: " + parts.joined(separator: ", ")
    }

    private func drawRows(on table: Canvas) {
        let isWide = table.columns >= 74
        let columns = columns(isWide: isWide)
        columns.drawHeadings(on: table, row: 2)
        for (index, row) in list.rows.prefix(table.rows - Self.surroundings).enumerated() {
            columns.draw(
                values(of: row, isWide: isWide), row: 3 + index, on: table,
                current: index == list.cursor ? Columns.Current(cell: 4) : nil)
        }
        if list.rows.isEmpty {
            table.put(nothing, row: 4, column: 1)
        }
    }

    /// What stands in an empty list.
    private var nothing: String {
        if filter.isHoldingUp, filter == CommentFilter(system: filter.system, matter: filter.matter, isHoldingUp: true)
        {
            return "都已处理并答复, 可以发布报告了。按 Esc 回去。"
        }
        return filter.isNarrowed ? "没有这样的建议。按 F4 换一个条件。" : "还没有建议。"
    }

    private func columns(isWide: Bool) -> Columns {
        var columns = [
            Columns.Column("", .fixed(1)), Columns.Column("", .fixed(4)),
            Columns.Column("收到", .fixed(isWide ? 10 : 5)), Columns.Column("渠道", .fixed(isWide ? 8 : 4)),
            Columns.Column("状态", .fixed(6)), Columns.Column("建议人", .fixed(6)),
        ]
        if namesMatters(isWide: isWide) { columns.append(Columns.Column("事项", .fixed(8))) }
        return Columns(columns + [Columns.Column("内容", .flexible)])
    }

    /// Where there is room, a list of several matters says which one a comment is about.
    private func namesMatters(isWide: Bool) -> Bool { isWide && filter.matter == nil }

    private func values(of row: Comment, isWide: Bool) -> [Columns.Value] {
        let day = row.receivedDay.description
        let values = [
            Columns.Value(marked[row.id] == nil ? "" : "*", .label),
            Columns.Value(row.light.word, row.light == .overdue ? .overdue : .soon),
            Columns.Value(isWide ? day : String(day.dropFirst(5))),
            Columns.Value(isWide ? row.channel.name : row.channel.word),
            Columns.Value(row.state.word, row.state.isOpen ? .act : .plain),
            Columns.Value(row.author ?? "未署名", row.author == nil ? .dim : .plain),
        ]
        let matter = namesMatters(isWide: isWide) ? [Columns.Value(row.matterNumber?.description ?? "")] : []
        return values + matter + [Columns.Value(row.body.inOneLine)]
    }

    private func drawDetail(_ canvas: Canvas) {
        let rule = canvas.rows - 5
        canvas.rule(row: rule)
        guard let current else { return }
        let columns = canvas.columns - 2
        let part = { (row: Int) in canvas.part(row: rule + row, column: 1, columns: columns) }
        let unit = filter.isSiteWide ? current.unit.shortName + " " : ""
        part(1).put("\(unit)《\(current.matterTitle)》", row: 0, column: 0, style: .dim)
        Passage([StyledLine(current.body.inOneLine)], columns: columns, most: 2).draw(on: part(2))
        current.dueLine.draw(on: part(4), row: 0)
    }
}

extension Comment {
    /// The sentence on its reply's deadline, in red once that has passed.
    var dueLine: StyledLine {
        StyledLine((isLate ? "逾期意见; " : "") + dueSentence, light == .overdue ? .overdue : .plain)
    }
}

extension CommentState {
    /// The state in a column of six.
    var word: String { self == .handled ? "已处理" : name }
}

extension Channel {
    /// The channel in a column of four.
    var word: String { TextWidth.of(name) > 4 ? String(name.suffix(2)) : name }
}
