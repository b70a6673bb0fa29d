// What stands below the management list: the whole title of the row in hand, its nearest deadline, and what is not on the web yet.
import Model

extension MatterListScreen {
    func drawDetail(_ canvas: Canvas) {
        let row = canvas.rows - 4
        canvas.rule(row: row)
        guard let current else { return }
        let below = canvas.putTitle(current.title, row: row + 1)
        let after = canvas.put(sentence(current), row: below, column: 1)
        drawUnposted(current, on: canvas, row: below, after: after)
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
