// One reading of the store for reports: who looks, and how far (H9).
internal import GRDB

/// What reports are read with. A clerk brings one along in a transaction, the server's operator without a session.
struct ReportReading {
    let db: Database
    let now: Moment
    /// The site of which and below which is told.
    let site: Identifier<Site>
    /// H9: the only unit of which is told; nil for supervisors and for the server's operator.
    let unit: Identifier<Unit>?
    /// Who looks, by name.
    let reader: String

    var today: Day { now.day }
}

extension Transaction {
    /// Reports as the session's clerk may read them (H9).
    var reports: ReportReading {
        ReportReading(
            db: db, now: now, site: clerk.site.id, unit: clerk.roles.contains(.supervisor) ? nil : clerk.unit.id,
            reader: clerk.fullName)
    }
}

extension ReportReading {
    /// The rows of a table with `site_id` and `unit_id` that a report's reach holds for whoever looks (H9), as SQL.
    /// - Parameters:
    ///   - key: the column that names the unit.
    ///   - isByDay: whether rows are read in the order of their days: several sites are then looked through day by day.
    func condition(
        _ reach: ReportScope.Reach, of table: String, unit key: String = "unit_id", isByDay: Bool = false
    ) -> String {
        if let unit { return "\(table).\(key) = \(unit.rawValue)" }
        let below = PeriodDeadlines.sites(from: site)
        return switch reach {
        case .unit(let one): "\(table).\(key) = \(one.rawValue) AND \(table).site_id IN (\(below))"
        case .site: "\(table).site_id = \(site.rawValue)"
        case .below: "\(isByDay ? "+" : "")\(table).site_id IN (\(below))"
        }
    }

    /// The systems of a scope, as SQL: their codes are the program's own.
    func condition(_ procedures: [Procedure], of table: String) -> String {
        "\(table).system IN (\(procedures.map { "'\($0.system.rawValue)'" }.joined(separator: ",")))"
    }

    /// The rows of a table with a site, a unit, a system and a day that a scope holds, as SQL, to be read by their days.
    func condition(_ scope: ReportScope, of table: String, day: String) -> String {
        """
        \(condition(scope.reach, of: table, isByDay: true)) AND \(condition(scope.procedures, of: table))
          AND \(table).\(day) BETWEEN '\(scope.span.from)' AND '\(scope.span.to)'
        """
    }

    /// How units are called: shortly on the screen, in full in what leaves the office.
    enum UnitNaming: String {
        case short = "short_name"
        case full = "name"
    }

    /// The units' names by their keys; those of other sites are told with the site's.
    func unitNames(_ naming: UnitNaming) throws -> [Int64: String] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT u.id, CASE u.site_id WHEN ? THEN '' ELSE s.name || ' ' END || u.\(naming.rawValue) AS name
                FROM unit u JOIN site s ON s.id = u.site_id
                """, arguments: [site.rawValue])
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["id"], $0["name"]) })
    }

    /// What stands over a report.
    func heading(_ report: Report, _ scope: ReportScope) throws -> ReportHeading {
        let siteName = try String.fetchOne(db, sql: "SELECT name FROM site WHERE id = ?", arguments: [site.rawValue])
        return ReportHeading(
            title: report.title, site: siteName ?? "", unit: try unitName(scope.reach), system: scope.systemName,
            span: scope.span.announced, narrowing: report.narrowing, madeAt: now, maker: reader)
    }

    private func unitName(_ reach: ReportScope.Reach) throws -> String {
        func name(of unit: Identifier<Unit>) throws -> String {
            try String.fetchOne(db, sql: "SELECT name FROM unit WHERE id = ?", arguments: [unit.rawValue]) ?? ""
        }
        if let unit { return try name(of: unit) }
        return switch reach {
        case .unit(let one): try name(of: one)
        case .site: "全部单位"
        case .below: "全部单位 (含下级站点)"
        }
    }
}
