// Statements as lines of aligned columns.
import Model

/// A heading for each system, and a line for each matter and for each quarter that is owed. Titles stand last, whole: they are the one column without a width.
struct StatementTable {
    private var headed: System?

    /// The matter's line, below the heading where its system begins.
    mutating func lines(_ statement: Statement) -> [String] {
        let line =
            switch statement.subject {
            case .matter(let matter): Self.line(Self.cells(statement, matter), last: Printable.clean(matter.title))
            case .period(let deadline, let unit):
                Self.line(Self.cells(statement, deadline, unit), last: "\(deadline.label)未发布, 最迟 \(deadline.due)")
            }
        guard headed != statement.procedure.system else { return [line] }
        let gap = headed == nil ? [] : [""]
        headed = statement.procedure.system
        return gap + [Self.line(Self.heading(statement.procedure), last: "标题"), line]
    }

    private static let dateColumns = 17

    /// Room for a date, or for 2026年第3季度.
    private static func eventColumns(_ procedure: Procedure) -> Int { procedure.duty == nil ? 12 : 13 }

    private static func heading(_ procedure: Procedure) -> [(text: String, columns: Int)] {
        [("灯", 4), ("编号", 9), ("单位", 16), (procedure.eventName, eventColumns(procedure))]
            + procedure.stateDocuments.map { ($0.word, 8) }
            + procedure.deadlines.map { ($0.word + "期限", dateColumns) }
    }

    /// What a unit owes for a quarter has no number yet.
    private static func cells(_ statement: Statement, _ deadline: Deadline, _ unit: String) -> [(
        text: String, columns: Int
    )] {
        [
            (statement.light.word, 4), ("-", 9), (Printable.clean(unit), 16),
            (deadline.period?.text ?? "", eventColumns(statement.procedure)),
        ]
    }

    private static func cells(_ statement: Statement, _ matter: MatterRow) -> [(text: String, columns: Int)] {
        let event = matter.event.day?.description ?? matter.event.about ?? ""
        let procedure = statement.procedure
        return [
            (statement.light.word, 4), (matter.number.description, 9), (Printable.clean(matter.unit), 16),
            (Printable.clean(event), eventColumns(procedure)),
        ]
            + procedure.stateDocuments.map {
                (procedure.cell($0.kind, published: matter.published, isEnded: matter.isEnded).text, 8)
            }
            + procedure.deadlines.map { rule in
                (matter.deadlines.first { $0.rule == rule.name }.map(date) ?? "-", dateColumns)
            }
    }

    private static func date(_ deadline: Deadline) -> String {
        switch deadline.light {
        case .met: "\(deadline.due) 已"
        case .metLate: "\(deadline.due) 晚\(deadline.lateDays ?? 0)"
        case .ended: "\(deadline.due) \(deadline.isMatterEnded ? "终止" : "不计")"
        case .open: "\(deadline.due)"
        case .soon, .overdue: "\(deadline.due) \(deadline.light.word)"
        }
    }

    private static func line(_ cells: [(text: String, columns: Int)], last: String) -> String {
        cells.map { cell in
            let text = TextWidth.fit(cell.text, to: cell.columns)
            return text + String(repeating: " ", count: cell.columns - TextWidth.of(text))
        }.joined(separator: " ") + " " + last
    }
}
