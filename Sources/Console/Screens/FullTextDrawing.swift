// How 全文查询 is seen: the query, what it is narrowed to, and three lines for every hit.
import Model

extension FullTextScreen {
    func draw(on canvas: Canvas, _ desk: Desk) {
        let width = canvas.columns - 1
        canvas.putHeading(title, query != nil ? list.position : nil)
        canvas.put(Self.label, row: 1, column: 1, style: .label)
        let start = 1 + TextWidth.of(Self.label)
        edit.draw(on: canvas.part(row: 1, column: start, rows: 1, columns: width - start - 1), focused: isInQuery)
        let most = list.page.total >= FullTextHit.most ? "只列最新的 \(FullTextHit.most) 条" : ""
        canvas.put(
            words, row: 2, column: 1, style: filter.isNarrowed ? .soon : .dim, width: width - TextWidth.of(most) - 2)
        canvas.putRight(most, row: 2, column: 0, width: width, style: .soon)
        canvas.rule(row: 3)
        let hits = canvas.part(row: Self.surroundings, column: 0, columns: width)
        if list.rows.isEmpty { return drawNothing(on: hits) }
        for (index, hit) in list.rows.prefix(hits.rows / Self.rowsOfHit).enumerated() {
            draw(hit, isCurrent: !isInQuery && index == list.cursor, on: hits, row: index * Self.rowsOfHit)
        }
        if !isInQuery { hits.placeCursor(row: list.cursor * Self.rowsOfHit, column: 0) }
    }

    /// What is searched; of a list whose query is being changed, what it was found by.
    private var words: String {
        if let query, query.typed != edit.text.trimmed { return "下面是查 \"\(query.typed)\" 的; 按 Enter 重新查询" }
        return (filter.isNarrowed ? "只查: " : "查: ") + filter.sentence
    }

    private func draw(_ hit: FullTextHit, isCurrent: Bool, on canvas: Canvas, row: Int) {
        canvas.fill(row: row)
        if isCurrent { canvas.put(">", row: row, column: 0) }
        let name = [hit.name, hit.number?.description].compactMap { $0 }.joined(separator: " ")
        let end = canvas.put(name, row: row, column: 1, style: isCurrent ? .current : .label)
        let facts = [hit.site, hit.unit.shortName, hit.system.title].compactMap { $0 }.joined(separator: "  ")
        let room = canvas.columns - end - 4 - Self.dayColumns
        canvas.put(facts, row: row, column: end + 2, style: .dim, width: max(0, room))
        canvas.putRight(hit.day.description, row: row, column: 0, width: canvas.columns)
        hit.title.line.draw(on: canvas, row: row + 1, column: 3)
        let remark = hit.remark.map { [StyledLine.Span(text: "(\($0)) ", style: .soon)] } ?? []
        StyledLine(spans: remark + hit.excerpt.line.spans).draw(on: canvas, row: row + 2, column: 3)
    }

    private static let dayColumns = 10

    private func drawNothing(on canvas: Canvas) {
        let lines: [String]
        if let query {
            lines = [
                "没有查到有 \"\(query.typed)\" 的文字。", "",
                filter.isNarrowed ? "按 F4 去掉筛选再查; 或者少写一个词, 换一个说法。" : "请少写一个词, 或者换一个说法; 几个词之间空一格。",
            ]
        } else {
            lines = [
                "写要找的字, 按 Enter 查询; 至少连着的两个字。", "", "几个词之间空一格, 每个词都要有; 加引号的连着查。", "标题、正文、编号、发文字号、建议和答复里的字都能查。",
                "按 F4 筛选, 按 F1 看怎么查。",
            ]
        }
        var row = 1
        for line in lines {
            for part in StyledLine(line).wrapped(to: canvas.columns - 2) {
                part.draw(on: canvas, row: row, column: 1)
                row += 1
            }
        }
    }
}

extension MarkedText {
    /// The text in one line, what was found marked.
    fileprivate var line: StyledLine {
        StyledLine(spans: parts.map { StyledLine.Span(text: $0.text, style: $0.isFound ? .found : .plain) })
    }
}
