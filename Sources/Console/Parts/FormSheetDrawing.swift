// How a form's sheet is seen: the part of it round the cursor, errors under their fields, help below.
import Model

extension FormSheet {
    /// Draws the part of the sheet round the cursor and, under a rule, help for the place the cursor is in.
    func draw(on canvas: Canvas) {
        let view = canvas.part(row: 0, column: 0, rows: canvas.rows - 3)
        let places = places
        let current = places.first { $0.stop == stop } ?? places[0]
        let rows = places.map { $0.row + $0.rows }.max() ?? 0
        let sheet = Grid(Size(rows: rows + 1, columns: view.columns), hasFrames: canvas.grid.hasFrames)
        for place in places {
            draw(
                place.stop, on: Canvas(sheet).part(row: 0, column: place.column, columns: place.columns), row: place.row
            )
        }
        // The stop in hand is shown whole, with what comes before it as far as there is room.
        view.show(sheet, from: max(0, min(current.row, current.row + current.rows - view.rows + 1)))
        canvas.rule(row: canvas.rows - 3)
        if let index, case .line = entries[index].field.kind {
            canvas.putRight(
                " \(entries[index].counter) ", row: canvas.rows - 3, column: 0, width: canvas.columns - 2, style: .dim)
        }
        drawHelp(canvas)
    }

    private func drawHelp(_ canvas: Canvas) {
        let lines = StyledLine(help, .dim).wrapped(to: canvas.columns - 2)
        for (line, words) in lines.prefix(2).enumerated() {
            words.draw(on: canvas, row: canvas.rows - 2 + line, column: 1)
        }
        guard lines.count > 2 else { return }
        canvas.fill(row: canvas.rows - 1, column: canvas.columns - 15, width: 15)
        canvas.putRight(".. 按 F1 看全", row: canvas.rows - 1, column: 0, width: canvas.columns - 1, style: .dim)
    }

    private var help: String {
        switch stop {
        case .field(let index): form.fields[index].help
        case .attachments: "Word 97-2003 的 .doc 文件, 每个最大 5 MB, 最多 \(Attachment.most) 个。"
        case .buttons: "用左右键选按钮, 按 Enter 按下。"
        }
    }

    /// What stands below a field: the date read back where it has no room beside it, then what is wrong.
    func notes(_ index: Int) -> [StyledLine] {
        let echo = echo(entries[index])
        let columns = columns(of: entries[index])
        let below = fitsBeside(echo, columns) ? [] : StyledLine(echo, .dim).wrapped(to: max(10, columns - 4))
        return below
            + errors.filter { $0.field == entries[index].field.name }.flatMap {
                StyledLine($0.sentence, .refusal).wrapped(to: max(10, columns - 4))
            }
    }

    private func columns(of entry: FieldEntry) -> Int { isInHalves && entry.isShort ? columns / 2 : columns }

    private func fitsBeside(_ echo: String, _ columns: Int) -> Bool {
        TextWidth.of(echo) <= columns - FieldEntry.echoColumn
    }

    /// The weekday of a typed date, and whether it is a working day.
    private func echo(_ entry: FieldEntry) -> String {
        guard case .day = entry.field.kind, let dates else { return "" }
        guard entry.text.isEmpty else {
            return (try? TypedDay.read(entry.text, today: dates.now.day).get()).map {
                TypedDay.echo($0, dates.calendar)
            } ?? ""
        }
        return form.completed(entry.field.name, texts, dates).map { "推算 \(TypedDay.echo($0, dates.calendar))" }
            ?? ""
    }

    private func draw(_ stop: Stop, on sheet: Canvas, row: Int) {
        let focused = stop == self.stop
        switch stop {
        case .field(let index):
            let entry = entries[index]
            let echo = echo(entry)
            entry.draw(
                on: sheet.part(row: row, column: 0, rows: entry.rows), focused: focused,
                echo: fitsBeside(echo, sheet.columns) ? echo : "")
            for (line, note) in notes(index).enumerated() {
                note.draw(on: sheet, row: row + entry.rows + line, column: 2)
            }
        case .attachments: drawAttachments(on: sheet, row: row, focused: focused)
        case .buttons: buttons.draw(on: sheet, row: row + 1, column: 1, focused: focused)
        }
    }

    private func drawAttachments(on sheet: Canvas, row: Int, focused: Bool) {
        sheet.put("附件", row: row, column: 1, style: .label)
        let column = 1 + FieldEntry.labelColumns
        let hint = attachments.isEmpty ? "按 Enter 添加 .doc 文件" : "\(attachments.count) 个, 按 Enter 添加, 按 Del 移除"
        sheet.put(hint, row: row, column: column, style: focused ? .current : .dim)
        if focused { sheet.placeCursor(row: row, column: column) }
        for (index, file) in attachments.enumerated() {
            sheet.put(focused && file == attachment ? ">" : " ", row: row + 1 + index, column: column - 2)
            sheet.put(file.name, row: row + 1 + index, column: column, width: sheet.columns - column - 10)
            sheet.putRight(
                FileSize.text(file.size), row: row + 1 + index, column: sheet.columns - 10, width: 9, style: .dim)
        }
    }
}
