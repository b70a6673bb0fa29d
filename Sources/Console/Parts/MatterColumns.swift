// The columns of the management list: light, number, title, event, and a state column for every document but the first;
// the category where there are no states.
import Model

/// A matter as a row of the list, in as many columns as there is room for.
struct MatterColumns {
    private let procedure: Procedure
    private let isWide: Bool
    /// Whether the nearest deadline has a column, too.
    private let showsDeadlines: Bool
    private let showsUnits: Bool
    /// The unit whose matters can be acted on here.
    private let own: Identifier<Unit>?

    /// Columns in which a title of 50 characters' usual length still stands whole beside it.
    private static let deadlineRoom = 110

    /// - Parameters:
    ///   - columns: the room; wide lists show whole dates and the units.
    ///   - showsUnits: whether the rows belong to several units.
    ///   - own: the clerk's unit; what other units may do is dimmed.
    init(_ procedure: Procedure, columns: Int, showsUnits: Bool, own: Identifier<Unit>?) {
        self.own = own
        self.procedure = procedure
        isWide = columns >= 74
        showsDeadlines = columns >= Self.deadlineRoom && !procedure.deadlines.isEmpty
        self.showsUnits = showsUnits || isWide
    }

    /// States take the room first.
    private var showsCategories: Bool { procedure.categoryField != nil && procedure.stateDocuments.isEmpty }

    var columns: Columns {
        var columns = [
            Columns.Column("", .fixed(4)), Columns.Column("编号", .fixed(8)), Columns.Column("标题", .flexible),
        ]
        if showsUnits { columns.append(Columns.Column("单位", .fixed(isWide ? 10 : 6))) }
        let event = procedure.event.column
        columns.append(Columns.Column(event.heading, .fixed(isWide ? max(10, event.columns) : event.columns)))
        if showsDeadlines { columns.append(Columns.Column("最近期限", .fixed(10))) }
        if showsCategories { columns.append(Columns.Column("类别", .fixed(8))) }
        columns += procedure.stateDocuments.map { Columns.Column("是否\($0.word)", .fixed(8)) }
        return Columns(columns)
    }

    func values(of row: MatterRow) -> [Columns.Value] {
        var values = [
            Columns.Value(row.light.word, row.light == .overdue ? .overdue : .soon),
            Columns.Value(row.number.description), Columns.Value(row.title),
        ]
        if showsUnits { values.append(Columns.Value(row.unit)) }
        values.append(Columns.Value(eventText(row.event)))
        if showsDeadlines { values.append(Columns.Value(row.nearest?.due.description ?? "")) }
        if showsCategories { values.append(Columns.Value(row.category?.short ?? "")) }
        for document in procedure.stateDocuments {
            let cell = procedure.cell(document.kind, published: row.published, isEnded: row.isEnded)
            values.append(Columns.Value(cell.text, !cell.isAct ? .plain : row.owner == own ? .act : .dim))
        }
        return values
    }

    /// The reversed cell: the act, or the number where nothing is left to do here.
    func highlight(_ row: MatterRow) -> Columns.Current {
        let states = procedure.stateDocuments
        let act = states.firstIndex { document in
            row.owner == own && procedure.cell(document.kind, published: row.published, isEnded: row.isEnded).isAct
        }
        let first = columns.columns.count - states.count
        return Columns.Current(cell: act.map { first + $0 } ?? 1)
    }

    /// The event's day without its year where columns are short; what is said of it while it has none.
    private func eventText(_ event: MatterEvent) -> String {
        guard let day = event.day else { return event.about ?? "" }
        return isWide ? day.description : String(day.description.dropFirst(5))
    }
}
