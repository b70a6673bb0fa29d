// Reports on the desk: pages, sums, and what they can be narrowed to.
internal import GRDB

extension Office {
    /// A page of a report: matters and comments the latest announced first, figures in the order of their units or times.
    public func page(
        of report: Report, _ scope: ReportScope, _ place: PagePlace<ReportRow>, limit: Int, in session: Session
    ) throws(Refusal) -> Page<ReportRow> {
        try read(in: session) { transaction in
            let reading = transaction.reports
            switch report {
            case .detail(let figure): return try reading.matterPage(figure, scope, place, limit: limit)
            case .comments(let figure): return try reading.commentPage(figure, scope, place, limit: limit)
            case .summary(let grouping), .replies(let grouping):
                return Page(of: try reading.figureRows(report, scope, by: grouping, units: .short), place, limit: limit)
            }
        }
    }

    /// The last line of a report: a cell for each column.
    public func totals(of report: Report, _ scope: ReportScope, in session: Session) throws(Refusal) -> [ReportCell] {
        try read(in: session) { try $0.reports.totals(report, scope) }
    }

    /// What stands over a report.
    public func heading(of report: Report, _ scope: ReportScope, in session: Session) throws(Refusal) -> ReportHeading {
        try read(in: session) { try $0.reports.heading(report, scope) }
    }

    /// Whose matters a report may be asked for, the own site's units first; one where the clerk is told of the own unit alone (H9).
    public func reaches(in session: Session) throws(Refusal) -> [(reach: ReportScope.Reach, name: String)] {
        try read(in: session) { try $0.reports.reaches() }
    }
}

extension ReportReading {
    func totals(_ report: Report, _ scope: ReportScope) throws -> [ReportCell] {
        switch report {
        case .detail(let figure): try matterTotals(figure, scope)
        case .comments(let figure): try commentTotals(figure, scope)
        case .summary, .replies: try figureTotals(report, scope)
        }
    }

    fileprivate func reaches() throws -> [(reach: ReportScope.Reach, name: String)] {
        let whole: [(reach: ReportScope.Reach, name: String)] = [(.site, "全部单位")]
        let hasSitesBelow =
            try Bool.fetchOne(db, sql: "SELECT count(*) > 1 FROM (\(PeriodDeadlines.sites(from: site)))") ?? false
        let units = try Row.fetchAll(
            db,
            sql: """
                SELECT u.id, u.name, u.site_id, s.name AS site_name FROM unit u JOIN site s ON s.id = u.site_id
                WHERE \(condition(.below, of: "u", unit: "id")) ORDER BY u.site_id <> ?, s.name, u.pinyin, u.id
                """, arguments: [site.rawValue])
        let each: [(reach: ReportScope.Reach, name: String)] = units.map { row in
            let site = row["site_id"] == self.site.rawValue ? "" : "\(row["site_name"] as String) "
            return (.unit(Identifier(row["id"])), site + (row["name"] as String))
        }
        if unit != nil { return each }
        return whole + (hasSitesBelow ? [(.below, "全部单位和下级站点")] : []) + each
    }
}
