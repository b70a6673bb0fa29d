// How a form is drawn: its stops on a sheet, of which the part in hand is shown, and the help below.
import Model

extension FormScreen {
    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.put(title, row: 0, column: 1, style: .label)
        if let matter = task.matter { canvas.put(matter.title, row: 0, column: 3 + TextWidth.of(title), style: .dim) }
        let view = canvas.part(row: 1, column: 0, rows: canvas.rows - 4)
        let places = places()
        let current = places.first { $0.stop == stop } ?? places[0]
        let sheet = Grid(Size(rows: places.reduce(1) { $0 + $1.rows }, columns: view.columns))
        for place in places { draw(place.stop, on: Canvas(sheet), row: place.row) }
        // The stop in hand is shown whole, with what comes before it as far as there is room.
        view.show(sheet, from: max(0, min(current.row, current.row + current.rows - view.rows + 1)))
        canvas.rule(row: canvas.rows - 3)
        if let index, case .line = entries[index].field.kind {
            canvas.putRight(
                " \(entries[index].counter) ", row: canvas.rows - 3, column: 0, width: canvas.columns - 2, style: .dim)
        }
        drawHelp(canvas)
    }

    /// Each stop with its first row and its rows, errors included.
    private func places() -> [(stop: FormStop, row: Int, rows: Int)] {
        var row = 0
        return stops.map { stop in
            let rows: Int =
                switch stop {
                case .field(let index): entries[index].rows + notes(index).count
                case .attachments: 1 + attachments.count
                case .buttons: 2
                }
            defer { row += rows }
            return (stop, row, rows)
        }
    }

    /// What stands below a field: the date read back where it has no room beside it, then what is wrong.
    private func notes(_ index: Int) -> [StyledLine] {
        let echo = echo(entries[index])
        let below = fitsBeside(echo) ? [] : StyledLine(echo, .dim).wrapped(to: max(10, columns - 4))
        return below + errorLines(index)
    }

    private func fitsBeside(_ echo: String) -> Bool {
        TextWidth.of(echo) <= columns - FieldEntry.echoColumn
    }

    private func errorLines(_ index: Int) -> [StyledLine] {
        errors.filter { $0.field == entries[index].field.name }.flatMap {
            StyledLine($0.sentence, .refusal).wrapped(to: max(10, columns - 4))
        }
    }

    private func draw(_ stop: FormStop, on view: Canvas, row: Int) {
        let focused = stop == self.stop
        switch stop {
        case .field(let index):
            let entry = entries[index]
            let echo = echo(entry)
            entry.draw(
                on: view.part(row: row, column: 0, rows: entry.rows), focused: focused,
                echo: fitsBeside(echo) ? echo : "")
            for (line, note) in notes(index).enumerated() {
                note.draw(on: view, row: row + entry.rows + line, column: 2)
            }
        case .attachments: drawAttachments(on: view, row: row, focused: focused)
        case .buttons: buttons.draw(on: view, row: row + 1, column: 1, focused: focused)
        }
    }

    private func echo(_ entry: FieldEntry) -> String {
        guard case .day = entry.field.kind, let context, !entry.text.trimmed.isEmpty else { return "" }
        switch TypedDay.read(entry.text, today: context.now.day) {
        case .success(let day): return TypedDay.echo(day, context.calendar)
        case .failure: return ""
        }
    }

    private func drawAttachments(on view: Canvas, row: Int, focused: Bool) {
        view.put("附件", row: row, column: 1, style: .label)
        let column = 1 + FieldEntry.labelColumns
        let hint = attachments.isEmpty ? "按 Enter 添加 .doc 文件" : "\(attachments.count) 个, 按 Enter 添加, 按 Del 移除"
        view.put(hint, row: row, column: column, style: focused ? .current : .dim)
        if focused { view.placeCursor(row: row, column: column) }
        for (index, attachment) in attachments.enumerated() {
            let isCurrent = focused && index == min(chosenAttachment, attachments.count - 1)
            view.put(isCurrent ? ">" : " ", row: row + 1 + index, column: column - 2)
            let size = FileSize.text(attachment.size)
            view.put(attachment.name, row: row + 1 + index, column: column, width: view.columns - column - 10)
            view.putRight(size, row: row + 1 + index, column: view.columns - 10, width: 9, style: .dim)
        }
    }

    private func drawHelp(_ canvas: Canvas) {
        let text: String
        switch stop {
        case .field(let index): text = task.form.fields[index].help
        case .attachments: text = "Word 97-2003 的 .doc 文件, 每个最大 5 MB, 最多 \(Attachment.most) 个。"
        case .buttons: text = "用左右键选按钮, 按 Enter 按下。"
        }
        let lines = StyledLine(text, .dim).wrapped(to: canvas.columns - 2)
        for (line, words) in lines.prefix(2).enumerated() {
            words.draw(on: canvas, row: canvas.rows - 2 + line, column: 1)
        }
        guard lines.count > 2 else { return }
        canvas.fill(row: canvas.rows - 1, column: canvas.columns - 15, width: 15)
        canvas.putRight(".. 按 F1 看全", row: canvas.rows - 1, column: 0, width: canvas.columns - 1, style: .dim)
    }
}
