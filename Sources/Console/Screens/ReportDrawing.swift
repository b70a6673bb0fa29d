// How a report's table is drawn.
import Model

struct ReportDrawing {
    private let screen: ReportScreen

    init(_ screen: ReportScreen) { self.screen = screen }

    func draw(on canvas: Canvas) {
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        let columns = ReportColumns(screen.columns, room: table.columns, from: screen.firstColumn)
        drawHeading(columns, on: canvas)
        let layout = columns.layout
        layout.drawHeadings(on: table, row: 3)
        let list = screen.list
        for (index, row) in list.rows.prefix(canvas.rows - ReportScreen.surroundings).enumerated() {
            layout.draw(
                columns.values(row.cells), row: 4 + index, on: table,
                current: index == list.cursor ? Columns.Current(cell: columns.place(of: screen.cell)) : nil)
        }
        if list.rows.isEmpty { canvas.put(nothing, row: 5, column: 1) }
        let bottom = canvas.rows - 6
        canvas.rule(row: bottom)
        layout.draw(columns.values(screen.totals), row: bottom + 1, on: table)
        canvas.rule(row: bottom + 2)
        drawDetail(on: canvas, row: bottom + 3)
        canvas.placeCursor(row: 4 + list.cursor, column: 0)
    }

    /// The columns of matters whose cells are told below the table even where something is late: they may be cut.
    private static let told: Set = ["title", "system", "unit"]

    private var nothing: String { "这个范围内没有\(screen.report.subject); 按 F4 换一个范围。" }

    private func drawHeading(_ columns: ReportColumns, on canvas: Canvas) {
        let narrowing = screen.report.narrowing.map { ": \($0)" } ?? ""
        canvas.putHeading(screen.title + narrowing, screen.list.position)
        guard let heading = screen.heading else { return }
        canvas.put(heading.span, row: 1, column: 1, style: .dim)
        let position = columns.position
        canvas.put(
            "\(heading.unit)  \(heading.system)", row: 2, column: 1, style: .dim,
            width: canvas.columns - 4 - TextWidth.of(position))
        canvas.putRight(position, row: 2, column: 0, width: canvas.columns - 1, style: .dim)
    }

    /// The row's name and the cell in hand, whole as far as three lines hold them.
    private func drawDetail(on canvas: Canvas, row: Int) {
        guard let current = screen.list.current, current.cells.indices.contains(screen.cell) else { return }
        let column = screen.columns[screen.cell]
        let cell = current.cells[screen.cell]
        let name = StyledLine(current.name)
        var lines = name.wrapped(to: canvas.columns - 2)
        if !current.lateness.isEmpty, !Self.told.contains(column.name) {
            let late = StyledLine(current.lateness.joined(separator: "; "))
            lines = lines.prefix(1) + late.wrapped(to: canvas.columns - 2)
        } else if cell.text != current.name || lines.isEmpty {
            lines = Array(lines.prefix(column.kind.isText ? 1 : 2))
            let share: String = if case .share(let share) = cell { "  \(share.part) / \(share.whole)" } else { "" }
            let value = cell.text.isEmpty ? "-" : cell.text
            lines += StyledLine("\(column.heading): ", .label).then(value + share).wrapped(to: canvas.columns - 2)
        }
        for (line, text) in lines.prefix(3).enumerated() { text.draw(on: canvas, row: row + line, column: 1) }
    }
}
