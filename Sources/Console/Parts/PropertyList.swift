// The properties of one record, a line each, with what can be done about the one in hand.
import Model

/// One line: what is known, and what Enter does about it.
struct Property {
    let label: String
    let value: String
    /// What Enter does, in a sentence.
    let words: String
    /// Why that cannot be done now.
    let refusal: String?
}

/// Draws a page of properties under its heading.
enum PropertyList {
    private static let labelColumns = 10

    static func draw(
        _ properties: [Property], heading: String, remarks: [StyledLine], cursor: Int, on canvas: Canvas
    ) {
        canvas.put(heading, row: 0, column: 1, style: .label, width: canvas.columns - 2)
        var row = 2
        let columns = max(10, canvas.columns - labelColumns - 3)
        for (index, property) in properties.enumerated() {
            let isCurrent = index == cursor
            canvas.put(isCurrent ? ">" : " ", row: row, column: 0)
            canvas.put(property.label, row: row, column: 1, style: property.refusal == nil ? .label : .dim)
            let value = Passage(
                [StyledLine(property.value, isCurrent ? .current : .plain)], columns: columns, most: 2)
            value.draw(on: canvas.part(row: row, column: 1 + labelColumns, columns: columns))
            if isCurrent { canvas.placeCursor(row: row, column: 0) }
            row += value.count
        }
        let rest = Passage(remarks, columns: canvas.columns - 2, most: max(1, canvas.rows - row - 5))
        rest.draw(on: canvas.part(row: row + 1, column: 1, columns: canvas.columns - 2))
        canvas.rule(row: canvas.rows - 3)
        guard properties.indices.contains(cursor) else { return }
        let property = properties[cursor]
        Passage([StyledLine(property.refusal ?? property.words, .dim)], columns: canvas.columns - 2, most: 2)
            .draw(on: canvas.part(row: canvas.rows - 2, column: 1, columns: canvas.columns - 2))
    }
}
