// The figures of reports, read from their sums by day.
internal import GRDB

extension Office {
    /// The figures of a scope, a line for each unit or time: every unit in use, and the times in which there is something.
    public func figures(
        _ scope: ReportScope, by grouping: FigureLine.Grouping, in session: Session
    ) throws(Refusal) -> [FigureLine] {
        try read(in: session) { try $0.reports.figures(scope, by: grouping) }
    }
}

extension ReportReading {
    /// The figures of a whole scope.
    /// - Parameter overdueAnswers: whether open comments are looked at for 超期未答.
    func total(_ scope: ReportScope, overdueAnswers: Bool = false) throws -> Figures {
        try sums(scope, by: nil, overdueAnswers: overdueAnswers).values.first ?? Figures()
    }

    func figures(
        _ scope: ReportScope, by grouping: FigureLine.Grouping, overdueAnswers: Bool = true
    ) throws -> [FigureLine] {
        let sums = try sums(scope, by: grouping, overdueAnswers: overdueAnswers)
        if grouping == .unit {
            return try units(scope, having: Set(sums.keys)).map { unit in
                FigureLine(subject: unit.subject, figures: sums[unit.key] ?? Figures())
            }
        }
        return sums.sorted { $0.key < $1.key }.compactMap { key, figures in
            let subject: FigureLine.Subject? =
                grouping == .month
                ? Day(key + "-01").map { .month($0) } : Quarter(code: key).map { .quarter($0) }
            return subject.map { FigureLine(subject: $0, figures: figures) }
        }
    }

    /// - Parameter grouping: nil for the one sum of everything.
    private func sums(
        _ scope: ReportScope, by grouping: FigureLine.Grouping?, overdueAnswers: Bool
    ) throws -> [String: Figures] {
        var sums: [String: Figures] = [:]
        let largest: FigureSum = grouping == nil || grouping == .unit ? .year : .month
        for part in FigureSum.parts(of: scope.span, largest: largest) {
            try add(settled(part, scope, grouping), to: &sums)
        }
        try addOverdue(scope, grouping, to: &sums)
        try addMissing(scope, grouping, to: &sums)
        try addNotes(scope, grouping, to: &sums)
        if overdueAnswers { try addOverdueAnswers(scope, grouping, to: &sums) }
        return sums
    }

    /// By what rows are summed: the unit's number, `2026-11` or `2026-Q4`.
    func key(_ grouping: FigureLine.Grouping?, unit: String, day: String) -> String {
        switch grouping {
        case nil: "''"
        case .unit: "CAST(\(unit) AS TEXT)"
        case .month: "substr(\(day), 1, 7)"
        case .quarter: "substr(\(day), 1, 4) || '-Q' || ((CAST(substr(\(day), 6, 2) AS INTEGER) + 2) / 3)"
        }
    }

    /// Without groups there is one row, which is none where nothing is summed.
    func groups(_ grouping: FigureLine.Grouping?) -> String {
        grouping == nil ? "HAVING count(*) > 0" : "GROUP BY 1"
    }

    private static var columns: [(name: String, figure: WritableKeyPath<Figures, Int>)] {
        [
            ("announcements", \.announcements), ("notices", \.notices), ("reports", \.reports), ("in_time", \.inTime),
            ("late", \.late), ("comments", \.comments), ("excused", \.excused), ("answered", \.answered),
            ("late_answers", \.lateAnswers), ("answer_days", \.answerDays), ("rated", \.rated),
            ("satisfied", \.satisfied),
        ]
    }

    private func settled(
        _ part: FigureSum.Part, _ scope: ReportScope, _ grouping: FigureLine.Grouping?
    ) throws -> [Row] {
        let sums = Self.columns.map { "sum(f.\($0.name))" }.joined(separator: ", ")
        let time = "f.\(part.sum.rawValue)"
        return try Row.fetchAll(
            db,
            sql: """
                SELECT \(key(grouping, unit: "f.unit_id", day: time)), max(f.worst_answer_days), \(sums)
                FROM \(part.sum.table) f
                WHERE \(condition(scope.reach, of: "f")) AND \(condition(scope.procedures, of: "f"))
                  \(unit == nil ? "" : "AND f.site_id = \(site.rawValue)")
                  AND \(time) BETWEEN ? AND ? AND f.announcements > 0 \(groups(grouping))
                """, arguments: [part.from, part.to])
    }

    private func add(_ rows: [Row], to sums: inout [String: Figures]) throws {
        for row in rows {
            var figures = Figures()
            figures.worstAnswerDays = row[1]
            for (index, column) in Self.columns.enumerated() { figures[keyPath: column.figure] = row[index + 2] }
            let key: String = row[0]
            sums[key] = sums[key].map { $0 + figures } ?? figures
        }
    }

    /// What is overdue now was not late when the sums were made: only its day says so.
    private func addOverdue(
        _ scope: ReportScope, _ grouping: FigureLine.Grouping?, to sums: inout [String: Figures]
    ) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(key(grouping, unit: "f.unit_id", day: "f.announced_day")) AS key, count(*) AS late,
                  sum(f.in_time) AS in_time
                FROM matter_figures f
                WHERE \(condition(scope.reach, of: "f")) AND +\(condition(scope.procedures, of: "f"))
                  AND f.due_day < ? AND f.late = 0 AND f.announced_day BETWEEN ? AND ? \(groups(grouping))
                """, arguments: [today.description, scope.span.from.description, scope.span.to.description])
        while let row = try rows.next() {
            sums[row["key"], default: Figures()].late += row["late"]
            sums[row["key"], default: Figures()].inTime -= row["in_time"]
        }
    }

    private func addMissing(
        _ scope: ReportScope, _ grouping: FigureLine.Grouping?, to sums: inout [String: Figures]
    ) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(key(grouping, unit: "l.unit_id", day: "l.due_day")) AS key, count(*) AS missing FROM deadline l
                WHERE \(isMissing(scope)) \(groups(grouping))
                """)
        while let row = try rows.next() { sums[row["key"], default: Figures()].missing = row["missing"] }
    }

    private func addOverdueAnswers(
        _ scope: ReportScope, _ grouping: FigureLine.Grouping?, to sums: inout [String: Figures]
    ) throws {
        let overdue = try overdueAnswers(scope.reach)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(key(grouping, unit: "f.unit_id", day: "f.announced_day")) AS key, count(*) AS overdue
                FROM \(Self.unanswered)
                WHERE \(overdue.sql) AND \(condition(scope, of: "f", day: "announced_day")) \(groups(grouping))
                """, arguments: overdue.arguments)
        while let row = try rows.next() { sums[row["key"], default: Figures()].overdueAnswers = row["overdue"] }
    }

    /// The units of a scope that are in use or have figures: the own site's first, by the sound of their names.
    private func units(
        _ scope: ReportScope, having figures: Set<String>
    ) throws -> [(key: String, subject: FigureLine.Subject)] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT u.id AS unit_id, u.name, u.short_name, u.site_id, u.closed_day, s.name AS site_name
                FROM unit u JOIN site s ON s.id = u.site_id
                WHERE \(condition(scope.reach, of: "u", unit: "id"))
                ORDER BY u.site_id <> ?, s.name, u.pinyin, u.id
                """, arguments: [site.rawValue])
        return rows.compactMap { row in
            let id: Int64 = row["unit_id"]
            guard row["closed_day"] == nil || figures.contains(String(id)) else { return nil }
            let isOwnSite = row["site_id"] == site.rawValue
            return (
                String(id),
                .unit(
                    Identifier(id), name: row["name"], shortName: row["short_name"],
                    site: isOwnSite ? nil : row["site_name"])
            )
        }
    }
}
