// The figures of reports, counted again from the rows they count.
internal import GRDB

/// Compares what triggers have counted with what is there.
enum FigureCheck {
    static func run(_ db: Database, _ findings: inout CheckFindings, _ advance: () throws -> Void) throws {
        try advance()
        try matters(db, &findings)
        for sum in FigureSum.allCases {
            try advance()
            try compare(sum, db, &findings)
        }
    }

    /// The figures that a matter's row holds, as a reading of its own: no trigger shares these statements.
    private static let reckoned: [(name: String, label: String, sql: String)] = [
        ("notices", "通知数", documents("notice")), ("reports", "报告数", documents("report")),
        ("late", "逾期数", "\(deadlines("l.late_days > 0")) > 0"),
        ("in_time", "按时数", "\(deadlines("l.late_days > 0")) = 0 AND \(deadlines("l.met_day <= l.due_day")) > 0"),
        ("comments", "建议数", comments("1")), ("excused", "不需答复数", comments("NOT (\(isWanted))")),
        ("answered", "答复数", answers("1")), ("late_answers", "超期答复数", answers("c.answer_late = 1")),
        ("answer_days", "答复用时", "(SELECT ifnull(sum(c.answer_days), 0) FROM comment c WHERE \(isAnswer))"),
        ("worst_answer_days", "最长用时", "(SELECT ifnull(max(c.answer_days), 0) FROM comment c WHERE \(isAnswer))"),
        ("rated", "评价数", answers("c.satisfaction IS NOT NULL")),
        ("satisfied", "满意数", answers("c.satisfaction <> 'dissatisfied'")),
    ]

    private static let isWanted = "c.hidden_at IS NULL AND c.duplicate_of IS NULL"
    private static let isAnswer = "c.matter_id = m.id AND \(isWanted) AND c.answered_day IS NOT NULL"

    private static func documents(_ kind: String) -> String {
        "(SELECT count(*) FROM document d WHERE d.matter_id = m.id AND d.kind = '\(kind)' AND d.deleted_at IS NULL)"
    }

    /// The matter's own deadlines and those of its unit's period which its documents have met.
    private static func deadlines(_ condition: String) -> String {
        """
        (SELECT count(*) FROM deadline l WHERE \(condition) AND (l.matter_id = m.id OR (l.unit_id = m.unit_id
          AND l.system = m.system AND l.period = m.period AND l.met_at IN (
            SELECT d.published_at FROM document d WHERE d.matter_id = m.id AND d.deleted_at IS NULL))))
        """
    }

    private static func comments(_ condition: String) -> String {
        "(SELECT count(*) FROM comment c WHERE c.matter_id = m.id AND \(condition))"
    }

    private static func answers(_ condition: String) -> String {
        "(SELECT count(*) FROM comment c WHERE \(isAnswer) AND \(condition))"
    }

    private static func matters(_ db: Database, _ findings: inout CheckFindings) throws {
        let columns = reckoned.map { ", f.\($0.name) AS \($0.name), \($0.sql) AS is_\($0.name)" }.joined()
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT m.title, m.deleted_at, m.due_day, f.due_day AS kept_due_day, f.matter_id, f.announced_day, f.unit_id = m.unit_id AND f.site_id = m.site_id
                    AND f.system = m.system AS is_own,
                  (SELECT d.published_day FROM document d WHERE d.matter_id = m.id AND d.deleted_at IS NULL ORDER BY d.id LIMIT 1)
                    AS day\(columns)
                FROM matter m LEFT JOIN matter_figures f ON f.matter_id = m.id
                """)
        while let row = try rows.next() {
            let name = "事项《\(row["title"] as String)》"
            guard row["deleted_at"] == nil else {
                if row["matter_id"] != nil { findings.add("报表数字", "\(name)已删除, 却还计在报表中") }
                continue
            }
            guard row["matter_id"] != nil, row["is_own"] == true, row["announced_day"] == row["day"] as String? else {
                findings.add("报表数字", "\(name)没有计在报表中, 或者计在别的单位、别的日期")
                continue
            }
            if row["due_day"] != row["kept_due_day"] as String? {
                findings.add(
                    "报表数字",
                    "\(name)的最近期限登记为 \(row["kept_due_day"] ?? "没有"), 应为 \(row["due_day"] ?? "没有")")
            }
            for figure in reckoned where row[figure.name] as Int? != row["is_\(figure.name)"] as Int? {
                findings.add(
                    "报表数字",
                    "\(name)的\(figure.label)登记为 \(row[figure.name] ?? 0), 应为 \(row["is_\(figure.name)"] ?? 0)")
            }
        }
    }

    private static func compare(_ sum: FigureSum, _ db: Database, _ findings: inout CheckFindings) throws {
        let sums = reckoned.map { $0.name == "worst_answer_days" ? "max(\($0.name))" : "sum(\($0.name))" }
        let names = reckoned.map(\.name).joined(separator: ", ")
        let counted = """
            SELECT site_id, system, substr(announced_day, 1, \(sum.length)) AS time, unit_id, count(*), \(sums.joined(separator: ", "))
            FROM matter_figures GROUP BY 1, 2, 3, 4
            """
        let kept = """
            SELECT site_id, system, \(sum.rawValue) AS time, unit_id, announcements, \(names) FROM \(sum.table) WHERE announcements > 0
            """
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT u.name, x.time FROM (
                  SELECT * FROM (\(counted) EXCEPT \(kept)) UNION SELECT * FROM (\(kept) EXCEPT \(counted))
                ) x JOIN unit u ON u.id = x.unit_id
                """)
        while let row = try rows.next() {
            findings.add("报表合计", "\(row["name"] as String) \(row["time"] as String) 发布的事项, \(sum.name)与各件不一致")
        }
    }
}
