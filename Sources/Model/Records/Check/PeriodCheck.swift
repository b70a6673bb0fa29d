// What units owe for periods, reckoned again from their duties and from the documents themselves.
internal import GRDB

/// Compares every period's deadline with what follows from the store's other rows.
enum PeriodCheck {
    static func run(_ db: Database, _ findings: inout CheckFindings, _ advance: () throws -> Void) throws {
        for procedure in Procedure.all {
            guard let duty = procedure.duty else { continue }
            try periods(procedure, duty, db, &findings)
            let units = try Int64.fetchAll(
                db,
                sql: """
                    SELECT unit_id FROM period_duty WHERE system = ?
                    UNION SELECT unit_id FROM deadline WHERE system = ? AND period IS NOT NULL ORDER BY unit_id
                    """, arguments: [procedure.system.rawValue, procedure.system.rawValue])
            for unit in units {
                try advance()
                try check(Identifier(unit), procedure, duty, db, &findings)
            }
        }
    }

    /// The quarter that stands with a matter, against the latest version of its first document.
    private static func periods(
        _ procedure: Procedure, _ duty: PeriodDuty, _ db: Database, _ findings: inout CheckFindings
    ) throws {
        let form = procedure.documents[0].form
        let fields = form.ownFields.filter { if case .text = $0.kind { false } else { true } }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT m.title, m.period\(fields.map { ", f.\($0.name)" }.joined()) FROM matter m
                JOIN document d ON d.matter_id = m.id AND d.kind = ? AND d.deleted_at IS NULL
                JOIN document_version v ON v.document_id = d.id AND v.ordinal = (
                  SELECT max(ordinal) FROM document_version WHERE document_id = d.id)
                JOIN \(form.table) f ON f.version_id = v.id WHERE m.system = ? AND m.deleted_at IS NULL
                """, arguments: [procedure.documents[0].kind.rawValue, procedure.system.rawValue])
        while let row = try rows.next() {
            var values = FormValues()
            for field in fields { values[field.name] = field.value(stored: row[field.name]) }
            let told = duty.period(values)?.code
            if row["period"] != told {
                findings.add(
                    "季度",
                    "事项《\(row["title"] as String)》登记的季度是 \(row["period"] ?? "空"), 文书中是 \(told ?? "空")")
            }
        }
    }

    private static func check(
        _ unit: Identifier<Unit>, _ procedure: Procedure, _ duty: PeriodDuty, _ db: Database,
        _ findings: inout CheckFindings
    ) throws {
        let deadlines = PeriodDeadlines(db, now: Moment(milliseconds: 0))
        guard let counting = try deadlines.counting(procedure, of: unit) else { return }
        let owing = try deadlines.unitDuty(procedure, of: unit)
        let rows = Dictionary(try deadlines.rows(procedure, duty, of: unit).map { ($0.quarter, $0) }) { first, _ in
            first
        }
        let looked = try lastLook(db).map { Quarter(of: $0) }
        for quarter in looked.map({ owing?.quarters(through: $0) ?? [] }) ?? [] where rows[quarter] == nil {
            findings.add("季度期限", "\(counting.unitName)\(duty.label(of: quarter))的期限没有登记")
        }
        for (quarter, row) in rows.sorted(by: { $0.key < $1.key }) {
            guard let fault = row.fault(isOwed: owing?.owes(quarter) == true, due: counting.due(quarter)) else {
                continue
            }
            findings.add("季度期限", "\(counting.unitName)\(duty.label(of: quarter))的\(fault)")
        }
    }

    /// The last day on which a clerk signed in or did something: by then every quarter that had begun has its deadline.
    private static func lastLook(_ db: Database) throws -> Day? {
        try String.fetchOne(
            db, sql: "SELECT at FROM journal WHERE session_id IS NOT NULL AND act <> 'signOut' ORDER BY id DESC LIMIT 1"
        ).flatMap(Moment.init(utc:))?.day
    }
}

extension PeriodRow {
    /// What is wrong with the deadline, or nil. Once met it keeps the day by which it was met; only an open one is counted again.
    fileprivate func fault(isOwed: Bool, due reckoned: Day?) -> String? {
        guard isOwed else { return isEnded ? nil : "期限还在, 但这一季度不要求" }
        if isEnded { return "期限已结束, 但这一季度仍要求" }
        guard metAt == first?.at.iso else {
            return "期限的办结时刻是 \(metAt ?? "空"), 最早一份发布于 \(first?.at.iso ?? "空")"
        }
        guard let first else {
            return reckoned == due ? nil : "期限是 \(due), 应为 \(reckoned?.description ?? "空")"
        }
        let isLate = isLate(first, owedAt: owedAt)
        guard isLate == (lateDays != nil) else {
            return "期限 \(due), 办结于 \(first.at.day), 却登记为\(lateDays == nil ? "按时" : "超期")"
        }
        return nil
    }
}
