// How the management list is drawn: its columns, and below them the whole title and the nearest deadline.
import Model

extension MatterListScreen {
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
        let columns = columns(canvas)
        columns.drawHeadings(on: canvas, row: 1)
        for (index, row) in page.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            columns.draw(
                values(of: row, canvas), row: 2 + index, on: canvas,
                current: index == cursor ? highlight(row, canvas) : nil)
        }
        if page.rows.isEmpty { canvas.put("还没有事项。按 F2 发布新的\(procedure.announcementName)。", row: 3, column: 1) }
    }

    private func isWide(_ canvas: Canvas) -> Bool { canvas.columns >= 74 }

    private func columns(_ canvas: Canvas) -> Columns {
        var columns = [
            Columns.Column("", .fixed(4)), Columns.Column("编号", .fixed(8)), Columns.Column("标题", .flexible),
        ]
        if isSiteWide || isWide(canvas) { columns.append(Columns.Column("单位", .fixed(isWide(canvas) ? 10 : 6))) }
        columns.append(Columns.Column(procedure.eventName, .fixed(isWide(canvas) ? 10 : 6)))
        columns += procedure.stateDocuments.map { Columns.Column("是否\($0.word)", .fixed(8)) }
        return Columns(columns)
    }

    private func values(of row: MatterRow, _ canvas: Canvas) -> [Columns.Value] {
        var values = [
            Columns.Value(row.light.word, row.light == .overdue ? .overdue : .soon),
            Columns.Value(row.number.description), Columns.Value(row.title),
        ]
        if isSiteWide || isWide(canvas) { values.append(Columns.Value(row.unit)) }
        values.append(Columns.Value(eventText(row.event, isWide(canvas))))
        for document in procedure.stateDocuments {
            let cell = procedure.cell(document.kind, published: row.published)
            values.append(Columns.Value(cell.text, cell.isAct ? .act : .plain))
        }
        return values
    }

    /// The event's day without its year where columns are short; what is said of it while it has none.
    private func eventText(_ event: MatterEvent, _ isWide: Bool) -> String {
        guard let day = event.day else { return event.about ?? "" }
        return isWide ? day.description : String(day.description.dropFirst(5))
    }

    /// The reversed cell: the act, or the number where nothing is left to do.
    private func highlight(_ row: MatterRow, _ canvas: Canvas) -> Columns.Current {
        let states = procedure.stateDocuments
        let act = states.firstIndex { procedure.cell($0.kind, published: row.published).isAct }
        let first = columns(canvas).columns.count - states.count
        return Columns.Current(cell: act.map { first + $0 } ?? 1)
    }

    private func drawDetail(_ canvas: Canvas) {
        let row = canvas.rows - 4
        canvas.rule(row: row)
        guard let current else { return }
        let title = StyledLine(current.title).wrapped(to: canvas.columns - 2).prefix(2)
        for (line, text) in title.enumerated() { text.draw(on: canvas, row: row + 1 + line, column: 1) }
        canvas.put(
            sentence(current), row: row + 1 + title.count, column: 1,
            style: current.light == .overdue ? .overdue : .plain)
    }

    private func sentence(_ row: MatterRow) -> String {
        if let nearest = row.nearest, let today { return nearest.sentence(today: today, calendar: calendar) }
        if let about = row.event.about, !about.isEmpty { return "\(procedure.eventName)时间: \(about)" }
        return procedure.next(after: row.published) == nil ? "已全部发布" : ""
    }
}
