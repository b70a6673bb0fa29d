// 导出报表: a report leaves the store.

/// Notes that a report was taken out; it was written before this, and goes nowhere unless this is done. Whose figures it may hold is
/// decided where it is read (H9).
public struct TakeReport: Act {
    public static let name = "takeReport"
    public static let title = "导出报表"
    public static let roles: Set<Role> = [.publisher, .reviewer, .supervisor]

    let report: Report
    let scope: ReportScope
    let rows: Int
    /// As what it leaves, such as Excel 表.
    let form: String

    /// - Parameter rows: how many rows were written.
    public init(_ report: Report, _ scope: ReportScope, rows: Int, as form: String) {
        self.report = report
        self.scope = scope
        self.rows = rows
        self.form = form
    }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        Performed((), entry(unit: office.clerk.roles.contains(.supervisor) ? nil : office.clerk.unit.name))
    }

    /// - Parameter unit: the only unit it may tell of (H9).
    func entry(unit: String?) -> Journal.Entry {
        let whose =
            if let unit { unit } else {
                switch scope.reach {
                case .unit(let id): "单位 \(id.rawValue)"
                case .site: "全部单位"
                case .below: "全部单位和下级站点"
                }
            }
        let narrowing = report.narrowing.map { ", 只列\($0)" } ?? ""
        return Journal.Entry(
            subject: "report:\(report.code)",
            sentence:
                "导出\(report.title), \(scope.systemName), \(whose), \(scope.span.announced)\(narrowing), 共 \(rows) \(report.measure), \(form)"
        )
    }
}
