// What was done late and what went out in an emergency, in the store: pages by key, by unit and days.
internal import GRDB

extension Office {
    /// A page of what was done late or went out in an emergency, the latest first: the own unit's, for supervisors that of all
    /// units of the site and of those below it.
    public func supervisedPublications(
        _ filter: SupervisedFilter, _ place: PagePlace<SupervisedPublication>, limit: Int, in session: Session
    ) throws(Refusal) -> Page<SupervisedPublication> {
        try read(in: session) { try $0.supervised(filter, place, limit: limit) }
    }
}

extension Transaction {
    func supervised(
        _ filter: SupervisedFilter, _ place: PagePlace<SupervisedPublication>, limit: Int
    ) throws -> Page<SupervisedPublication> {
        let reach = condition(filter)
        switch filter.kind {
        case .late:
            return try PageQuery(
                table: "deadline l", key: "l.id", filter: reach.sql, arguments: reach.arguments,
                order: PageQuery.Order(value: "l.met_at")
            ).page(place, limit: limit, db, late)
        case .emergency:
            return try PageQuery(
                table: "review w", key: "w.id", filter: reach.sql, arguments: reach.arguments,
                order: PageQuery.Order(value: "w.submitted_at")
            ).page(place, limit: limit, db, emergencies)
        }
    }

    /// A filter as SQL over `deadline l` or `review w`. What was deleted since is nobody's business any more.
    func condition(_ filter: SupervisedFilter) -> Reach {
        let (table, moment, own) =
            switch filter.kind {
            case .late: ("l", "met_at", "l.late_days IS NOT NULL")
            case .emergency: ("w", "submitted_at", "w.emergency_reason IS NOT NULL")
            }
        let reach = reports.condition(filter.unit.map { .unit($0) } ?? .below, of: table)
        let lives = "NOT EXISTS (SELECT 1 FROM matter x WHERE x.id = \(table).matter_id AND x.deleted_at IS NOT NULL)"
        var sql = [reach, own, lives]
        var arguments: StatementArguments = []
        // An open end is no date.
        if filter.span.from != .first {
            sql.append("\(table).\(moment) >= ?")
            arguments += [Moment.at(filter.span.from, hour: 0, minute: 0).iso]
        }
        if filter.span.to != .last {
            sql.append("\(table).\(moment) < ?")
            arguments += [Moment.endOfDay(filter.span.to).iso]
        }
        return (sql.joined(separator: " AND "), arguments)
    }

    private func late(_ condition: String, _ arguments: StatementArguments) throws -> [SupervisedPublication] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT l.*, m.id AS matter, m.title, u.name AS unit_name, u.short_name FROM deadline l
                JOIN unit u ON u.id = l.unit_id
                LEFT JOIN matter m ON m.id = ifnull(l.matter_id, (SELECT x.id FROM matter x JOIN document d ON d.matter_id = x.id
                  AND d.deleted_at IS NULL WHERE x.unit_id = l.unit_id AND x.system = l.system AND x.period = l.period
                  AND d.published_at = l.met_at AND x.deleted_at IS NULL ORDER BY d.id LIMIT 1))
                WHERE \(condition)
                """, arguments: arguments
        ).compactMap { row in
            let system = System(rawValue: row["system"])
            guard let due = Day(row["due_day"] as String), let at = Moment(utc: row["met_at"]) else { return nil }
            let rule: String = row["rule"]
            let label = Procedure.of(system)?.brief(rule: rule, isPeriod: row["period"] != nil) ?? rule
            return SupervisedPublication(
                id: Identifier(row["id"]), kind: .late, unit: row["unit_name"], shortName: row["short_name"],
                system: system, matter: (row["matter"] as Int64?).map { Identifier($0) }, label: label,
                title: row["title"] ?? label, at: at,
                lateness: SupervisedPublication.Lateness(due: due, days: row["late_days"]),
                reason: row["late_reason"] ?? "", review: nil)
        }
    }

    private func emergencies(
        _ condition: String, _ arguments: StatementArguments
    ) throws -> [SupervisedPublication] {
        let shortNames = try Row.fetchAll(db, sql: "SELECT id, short_name FROM unit")
        let short = Dictionary(uniqueKeysWithValues: shortNames.map { ($0["id"] as Int64, $0["short_name"] as String) })
        return try reviews(condition, arguments).map { review in
            SupervisedPublication(
                id: Identifier(review.id.rawValue), kind: .emergency, unit: review.unit,
                shortName: short[review.unitID.rawValue] ?? review.unit, system: review.system, matter: review.matter,
                label: review.documentName, title: review.title, at: review.submittedAt, lateness: nil,
                reason: review.emergencyReason ?? "", review: review)
        }
    }
}
