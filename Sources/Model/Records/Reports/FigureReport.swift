// The reports that sum, as rows: all of them are in hand at once, for there are as many as units or months.
internal import GRDB

extension ReportReading {
    func figureRows(
        _ report: Report, _ scope: ReportScope, by grouping: FigureLine.Grouping, units naming: UnitNaming
    ) throws -> [ReportRow] {
        let columns = FigureColumn.of(report, scope)
        return try figures(scope, by: grouping, overdueAnswers: tellsOverdueAnswers(report)).enumerated().map {
            index, line in
            ReportRow(
                id: Self.id(line.subject, index), subject: .figures(line.subject),
                cells: [.text(naming == .short ? line.subject.shortName : line.subject.name)]
                    + columns.map { $0.value(line.figures) },
                name: line.subject.name, isLate: line.figures.late > 0)
        }
    }

    /// What stays the row's however many others come before it.
    private static func id(_ subject: FigureLine.Subject, _ index: Int) -> Identifier<ReportRow> {
        switch subject {
        case .unit(let unit, _, _, _): Identifier(unit.rawValue)
        case .month(let day): Identifier(Int64(day.year * 12 + day.month))
        case .quarter(let quarter): Identifier(Int64(quarter.year * 4 + quarter.number))
        }
    }

    /// Only where they are shown are open comments looked at.
    private func tellsOverdueAnswers(_ report: Report) -> Bool { if case .replies = report { true } else { false } }

    func figureTotals(_ report: Report, _ scope: ReportScope) throws -> [ReportCell] {
        let total = try total(scope, overdueAnswers: tellsOverdueAnswers(report))
        return [.text("合计")] + FigureColumn.of(report, scope).map { $0.value(total) }
    }
}

extension Page where Row.Record == Row {
    /// A page of rows that are all in hand.
    init(of all: [Row], _ place: PagePlace<Row>, limit: Int) {
        func index(_ id: Identifier<Row>) -> Int? { all.firstIndex { $0.id == id } }
        let start: Int? =
            switch place {
            case .first: 0
            case .last: Swift.max(0, all.count - limit)
            case .after(let key): index(key.id).map { $0 + 1 }
            case .before(let key): index(key.id).map { Swift.max(0, $0 - limit) }
            case .from(let key): index(key.id)
            case .at(let id): index(id)
            }
        guard let start, start < all.count else {
            self.init(total: all.count)
            return
        }
        var end = Swift.min(all.count, start + limit)
        if case .before(let key) = place, let before = index(key.id) { end = Swift.min(end, before) }
        let rows = Array(all[start..<end])
        func key(_ row: Row?) -> PageKey<Row>? { row.map { PageKey(value: "", id: $0.id) } }
        self.init(
            rows: rows, first: key(rows.first), last: key(rows.last), position: rows.isEmpty ? 0 : start + 1,
            total: all.count)
    }
}
