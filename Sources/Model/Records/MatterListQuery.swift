// The management list's filter and order as SQL, and which of them are remembered.
internal import GRDB

extension Transaction {
    /// The query of a view. Its conditions use the very expressions that the lists' indexes are made of.
    func matterQuery(_ procedure: Procedure, _ view: MatterListView) throws -> PageQuery {
        var conditions = ["m.system = ?", "m.deleted_at IS NULL"]
        var arguments: StatementArguments = [procedure.system.rawValue]
        func add(_ condition: String, _ values: StatementArguments = []) {
            conditions.append(condition)
            arguments += values
        }
        switch view.reach {
        case .unit: add("m.unit_id = ?", [clerk.unit.id.rawValue])
        case .site: add("m.site_id = ?", [clerk.site.id.rawValue])
        }
        switch view.stage {
        case nil: break
        case .ended: add("m.ended_at IS NOT NULL")
        case .complete: add("m.ended_at IS NULL AND m.stage = ?", [procedure.documents.count])
        case .next(let kind):
            add("m.ended_at IS NULL AND m.stage = ?", [procedure.documents.firstIndex { $0.kind == kind }])
        }
        if let standing = view.standing {
            let last = Light.lastSoonDay(today: today, calendar: try calendar())
            switch standing {
            case .overdue: add("\(Self.dueDay) < ?", [today.description])
            case .soon: add("\(Self.dueDay) BETWEEN ? AND ?", [today.description, last.description])
            case .later: add("\(Self.dueDay) > ? AND m.due_day IS NOT NULL", [last.description])
            case .none: add("m.due_day IS NULL")
            }
        }
        if view.from != nil || view.until != nil { add("m.event_day IS NOT NULL") }
        if let from = view.from { add("\(Self.eventDay) >= ?", [from.description]) }
        if let until = view.until { add("\(Self.eventDay) <= ?", [until.description]) }
        return PageQuery(
            table: "matter m", key: "m.id", filter: conditions.joined(separator: " AND "), arguments: arguments,
            order: PageQuery.Order(value: Self.value(of: view.column), isAscending: view.isAscending))
    }

    private static let dueDay = "ifnull(m.due_day, '9999-12-31')"
    private static let eventDay = "ifnull(m.event_day, '9999-12-31')"

    private static func value(of column: MatterListView.Column) -> String {
        switch column {
        case .entered: PageQuery.Order.newestFirst.value
        case .number: "m.number"
        case .due: dueDay
        case .title: "m.title"
        case .unit: "(SELECT u.pinyin FROM unit u WHERE u.id = m.unit_id)"
        case .event: eventDay
        case .stage: "printf('%d', m.stage)"
        }
    }

    /// The list's name among remembered views.
    private static func list(_ procedure: Procedure) -> String { "\(procedure.system.rawValue).matters" }

    func matterListView(_ procedure: Procedure) throws -> MatterListView {
        let usual = MatterListView(for: clerk)
        return try remembered(Self.list(procedure)).map { MatterListView($0, procedure, usual: usual) } ?? usual
    }

    func remember(_ view: MatterListView, of procedure: Procedure) throws {
        try remember(view.texts, of: Self.list(procedure))
    }
}

extension Office {
    /// How the clerk last had the management list of a system; the usual view where nothing, or nothing readable, is remembered.
    public func matterListView(_ procedure: Procedure, in session: Session) throws(Refusal) -> MatterListView {
        try read(in: session) { try $0.matterListView(procedure) }
    }

    /// Remembers how the clerk has the management list of a system.
    public func remember(
        _ view: MatterListView, of procedure: Procedure, in session: Session
    ) throws(Refusal) {
        try write(in: session) { try $0.remember(view, of: procedure) }
    }
}
