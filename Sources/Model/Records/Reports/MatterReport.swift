// 发布情况明细报表: matters, the latest announced first.
internal import GRDB

extension ReportReading {
    /// The matters of a scope that a figure counts, as SQL over `matter_figures f`. What is overdue today is not late in any row yet.
    func condition(_ figure: MatterFigure, _ scope: ReportScope) -> String {
        let overdue = "ifnull(f.due_day, '9999-12-31') < '\(today)'"
        let counted =
            switch figure {
            case .announced: "TRUE"
            case .noticed: "f.notices > 0"
            case .reported: "f.reports > 0"
            case .judged: "(f.late > 0 OR f.in_time > 0 OR \(overdue))"
            case .inTime: "f.in_time > 0 AND NOT (\(overdue))"
            case .late: "(f.late > 0 OR \(overdue))"
            }
        return "\(condition(scope, of: "f", day: "announced_day")) AND \(counted)"
    }

    func matterPage(
        _ figure: MatterFigure, _ scope: ReportScope, _ place: PagePlace<ReportRow>, limit: Int
    ) throws -> Page<ReportRow> {
        let rows = try MatterRows(self, scope, units: .short)
        let query = dayQuery("matter_figures f", key: "f.matter_id", (condition(figure, scope), []), scope) {
            $0.count(figure)
        }
        return try query.page(place, limit: limit, db) { condition, arguments in
            try Row.fetchAll(db, sql: "\(MatterRows.selection) WHERE \(condition)", arguments: arguments).map(
                rows.rowWithLateness)
        }
    }

    /// A list of what was announced on days, the latest first, counted by the figures of its days: only within one day are rows counted.
    /// - Parameter count: how many of some figures are rows; nil where figures do not tell.
    func dayQuery(
        _ table: String, key: String, _ filter: (sql: String, arguments: StatementArguments), _ scope: ReportScope,
        overdueAnswers: Bool = false, _ count: @escaping (Figures) -> Int?
    ) -> PageQuery {
        var query = PageQuery(table: table, key: key, filter: filter.sql, arguments: filter.arguments)
        query.order = PageQuery.Order(value: "f.announced_day")
        guard count(Figures()) != nil else { return query }
        query.counting = { bound in
            guard let bound else { return count(try total(scope, overdueAnswers: overdueAnswers)) ?? 0 }
            guard let day = Day(bound.value) else { return 0 }
            var later = scope
            later.span = PublicationSpan(from: day.adding(days: 1), to: scope.span.to)
            let before = day < scope.span.to ? count(try total(later, overdueAnswers: overdueAnswers)) ?? 0 : 0
            let sameDay = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM \(table) WHERE \(filter.sql) AND f.announced_day = ? AND \(key) \(bound.comparison) ?
                    """, arguments: filter.arguments + [bound.value, bound.id])
            return before + (sameDay ?? 0)
        }
        return query
    }

    /// The sums below the detail report.
    func matterTotals(_ figure: MatterFigure, _ scope: ReportScope) throws -> [ReportCell] {
        let total = try total(scope)
        var (comments, answered) = (total.comments, total.answered)
        if figure != .announced {
            let sums = try Row.fetchOne(
                db,
                sql: """
                    SELECT ifnull(sum(f.comments), 0), ifnull(sum(f.answered), 0) FROM matter_figures f
                    WHERE \(condition(figure, scope))
                    """)
            (comments, answered) = (sums?[0] ?? 0, sums?[1] ?? 0)
        }
        return Report.detail(figure).columns(scope).map { column in
            switch column.name {
            case "number": .text("合计")
            case "title": .text("\(total.count(figure)) 件")
            case "comments": .count(comments)
            case "answered": .count(answered)
            default: .empty
            }
        }
    }
}

/// Makes rows of the detail report of the store's.
struct MatterRows {
    private let reading: ReportReading
    private let columns: [ReportColumn]
    private let units: [Int64: String]
    private let calendar: WorkCalendar

    init(_ reading: ReportReading, _ scope: ReportScope, units naming: ReportReading.UnitNaming) throws {
        self.reading = reading
        columns = Report.detail(.announced).columns(scope)
        units = try reading.unitNames(naming)
        calendar = try WorkCalendar(reading: reading.db, site: reading.site)
    }

    /// What is read of a matter; `Column` names it by its place.
    static let selection = """
        SELECT f.matter_id, f.site_id, f.unit_id, f.system, f.announced_day, f.late, f.in_time, f.comments, f.answered,
          m.title, m.number, m.stage, m.ended_at, m.due_day, \(published("notice")), \(published("report")),
          \(deadlines("l.due_day")), \(deadlines("l.late_days")),
          m.period, m.event_day
        FROM matter_figures f JOIN matter m ON m.id = f.matter_id
        """

    private enum Column: Int {
        case id, site, unit, system, announced, late, inTime, comments, answered, title, number, stage, endedAt,
            openDue,
            noticed, reported, lastDue, lateDays, period, event
    }

    private static func published(_ kind: String) -> String {
        """
        (SELECT d.published_day FROM document d WHERE d.matter_id = f.matter_id AND d.kind = '\(kind)'
          AND d.deleted_at IS NULL)
        """
    }

    /// The greatest of the matter's own deadlines, and of those of a period that its documents have met.
    private static func deadlines(_ value: String) -> String {
        """
        CASE WHEN m.period IS NULL THEN (SELECT max(\(value)) FROM deadline l WHERE l.matter_id = m.id)
          ELSE (SELECT max(\(value)) FROM deadline l WHERE \(ofPeriod)) END
        """
    }

    /// The deadlines of a period that a matter's documents have met.
    private static let ofPeriod = """
        l.unit_id = m.unit_id AND l.system = m.system AND l.period = m.period
        AND l.met_at IN (SELECT d.published_at FROM document d WHERE d.matter_id = m.id AND d.deleted_at IS NULL)
        """

    /// The row, and which of its deadlines made it late: what the screen tells of the row in hand.
    func rowWithLateness(_ row: Row) throws -> ReportRow {
        var told = self.row(row)
        if told.isLate { told.lateness = try lateness(row) }
        return told
    }

    private func lateness(_ row: Row) throws -> [String] {
        let isOfPeriod = !row.hasNull(atIndex: Column.period.rawValue)
        let its = isOfPeriod ? Self.ofPeriod : "l.matter_id = m.id"
        let procedure = Procedure.of(System(rawValue: row[Column.system.rawValue]))
        let event = (row[Column.event.rawValue] as String?).flatMap(Day.init)
        return try Row.fetchAll(
            reading.db,
            sql: "SELECT l.* FROM matter m JOIN deadline l ON \(its) WHERE m.id = ? ORDER BY l.due_day, l.id",
            arguments: [row[Column.id.rawValue] as Int64]
        ).compactMap { deadline in
            Deadline(
                deadline, procedure, from: event, isMatterEnded: !row.hasNull(atIndex: Column.endedAt.rawValue),
                today: reading.today, calendar: calendar)?.lateness(today: reading.today, calendar: calendar)
        }
    }

    func row(_ row: Row) -> ReportRow {
        func day(_ column: Column) -> Day? { (row[column.rawValue] as String?).flatMap(Day.init) }
        let due = day(.openDue)
        let overdue = due.flatMap { $0 < reading.today ? calendar.lateness(of: reading.today, due: $0) : nil }
        let isLate = overdue != nil || (row[Column.late.rawValue] as Int) > 0
        let system = System(rawValue: row[Column.system.rawValue])
        let title: String = row[Column.title.rawValue]
        let id: Int64 = row[Column.id.rawValue]
        func cell(_ day: Day?) -> ReportCell { day.map { .day($0) } ?? .empty }
        let cells: [ReportCell] = columns.map { column in
            switch column.name {
            case "number": .text(DocumentNumber.shown(row[Column.number.rawValue]))
            case "title": .text(title)
            case "system": .text(system.title)
            case "unit": .text(units[row[Column.unit.rawValue]] ?? "")
            case "announced": cell(day(.announced))
            case "noticed": cell(day(.noticed))
            case "reported": cell(day(.reported))
            case "due": cell(due ?? day(.lastDue))
            case "state": .text(Self.state(row, Procedure.of(system)))
            case "standing":
                .text(isLate ? "逾期" : (row[Column.inTime.rawValue] as Int) > 0 ? "按时" : "")
            case "lateDays":
                isLate ? .count(max(overdue ?? 0, row[Column.lateDays.rawValue] as Int? ?? 0)) : .empty
            case "comments": .count(row[Column.comments.rawValue])
            case "answered": .count(row[Column.answered.rawValue])
            default: .empty
            }
        }
        return ReportRow(
            id: Identifier(id),
            subject: .matter(Identifier(id), system, site: Identifier(row[Column.site.rawValue])), cells: cells,
            name: title, isLate: isLate)
    }

    /// How far the matter has come.
    private static func state(_ row: Row, _ procedure: Procedure?) -> String {
        if (row[Column.endedAt.rawValue] as String?) != nil { return "已终止" }
        guard let documents = procedure?.documents else { return "" }
        let stage: Int = row[Column.stage.rawValue]
        if documents.indices.contains(stage) { return "\(documents[stage].word)未发" }
        return documents.count > 1 ? "已办结" : "已发布"
    }
}
