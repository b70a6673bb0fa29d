// How a form is drawn: its title, what it answers or what became of it, then its fields.
import Model

extension FormScreen {
    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.put(title, row: 0, column: 1, style: .label)
        if let matter = task.matter { canvas.put(matter.title, row: 0, column: 3 + TextWidth.of(title), style: .dim) }
        var rows = 1
        let others = others.map { [StyledLine($0, .soon)] }
        for lines in [task.occasion?.lines, standOfReview.map { [$0] }, others].compactMap({ $0 }) {
            rows += drawBeginning(of: lines, on: canvas.part(row: rows, column: 0))
        }
        sheet.draw(on: canvas.part(row: rows, column: 0))
    }

    /// What is read while the fields are filled in, as far as it fits above them.
    /// - Returns: the rows it takes, its rule among them.
    private func drawBeginning(of lines: [StyledLine], on canvas: Canvas) -> Int {
        let columns = canvas.columns - 2
        let passage = Passage(lines, columns: columns, most: max(3, canvas.rows / 5))
        passage.draw(on: canvas.part(row: 0, column: 1, columns: columns))
        canvas.rule(row: passage.count)
        return passage.count + 1
    }

    /// What became of the text under review: its reasons stay in sight while it is mended.
    private var standOfReview: StyledLine? {
        guard let review, review.lock != nil || review.state == .returned else { return nil }
        guard review.state != .returned else { return StyledLine("\(review.text)", .refusal) }
        let next = review.state == .agreed ? "\(task.verb)或" : ""
        return StyledLine("\(review.text)。文字已锁定, 按 F2 看全文、\(next)撤回送审", .soon)
    }
}
