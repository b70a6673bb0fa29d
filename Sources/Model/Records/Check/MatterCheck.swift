// A matter's event, comment window and deadlines, reckoned again from its documents.
internal import GRDB

/// Walks the matters in pages, so that a store of a million rows costs no more memory than one of a hundred.
struct MatterCheck {
    private static let page = 500

    private let db: Database
    private var counting: [Int64: (calendar: WorkCalendar, strict: Bool)] = [:]

    static func run(_ db: Database, _ findings: inout CheckFindings, _ advance: () throws -> Void) throws {
        var check = MatterCheck(db: db)
        var last: Int64 = 0
        while true {
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM matter WHERE id > ? ORDER BY id LIMIT \(page)", arguments: [last])
            guard let first: Int64 = rows.first?["id"], let end: Int64 = rows.last?["id"] else { return }
            last = end
            let told = try check.told(first...end)
            let deadlines = try check.deadlines(first...end)
            for row in rows where row["deleted_at"] == nil {
                try advance()
                let id: Int64 = row["id"]
                try check.check(row, told[id] ?? Told(), deadlines[id] ?? [], &findings)
            }
        }
    }

    private init(db: Database) { self.db = db }

    /// What a matter's documents and announced moves say.
    fileprivate struct Told {
        var events: [(at: Moment, event: MatterEvent)] = []
        var commentsUntil: Moment?
        var published: [DocumentKind: String] = [:]

        var event: MatterEvent? { MatterEvent(told: events) }
    }

    private func told(_ ids: ClosedRange<Int64>) throws -> [Int64: Told] {
        var told: [Int64: Told] = [:]
        for procedure in Procedure.all {
            for document in procedure.documents {
                // Long texts say nothing of dates, and are most of what there is to read.
                let fields = document.form.ownFields.filter { if case .text = $0.kind { false } else { true } }
                let columns = fields.map { ", f.\($0.name)" }.joined()
                let rows = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT d.matter_id, d.published_at\(columns) FROM document d
                        JOIN document_version v ON v.document_id = d.id AND v.ordinal = (
                          SELECT max(ordinal) FROM document_version WHERE document_id = d.id)
                        JOIN \(document.form.table) f ON f.version_id = v.id
                        WHERE d.matter_id BETWEEN ? AND ? AND d.system = ? AND d.kind = ? AND d.deleted_at IS NULL
                        """,
                    arguments: [ids.lowerBound, ids.upperBound, procedure.system.rawValue, document.kind.rawValue])
                while let row = try rows.next() {
                    var values = FormValues()
                    for field in fields { values[field.name] = field.value(stored: row[field.name]) }
                    let id: Int64 = row["matter_id"]
                    told[id, default: Told()].add(document, values, publishedAt: row["published_at"])
                }
            }
        }
        let moves = try Row.fetchAll(
            db, sql: "SELECT * FROM postponement WHERE matter_id BETWEEN ? AND ? ORDER BY id",
            arguments: [ids.lowerBound, ids.upperBound])
        for row in moves {
            guard let day = Day(row["to_day"] as String), let ends = Moment(utc: row["ends_at"]),
                let at = Moment(utc: row["postponed_at"])
            else { continue }
            told[row["matter_id"], default: Told()].events.append((at, MatterEvent(day: day, ends: ends)))
        }
        return told
    }

    private func deadlines(_ ids: ClosedRange<Int64>) throws -> [Int64: [Row]] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM deadline WHERE matter_id BETWEEN ? AND ?",
            arguments: [ids.lowerBound, ids.upperBound])
        return Dictionary(grouping: rows) { $0["matter_id"] }
    }

    private mutating func check(
        _ matter: Row, _ told: Told, _ deadlines: [Row], _ findings: inout CheckFindings
    ) throws {
        let name = "事项《\(matter["title"] as String)》"
        guard let procedure = Procedure.of(System(rawValue: matter["system"])) else { return }
        let event = told.event
        let day = event?.day?.description
        if matter["event_day"] != day || matter["event_ends_at"] != event?.ends?.iso {
            findings.add(
                "事项日期",
                "\(name)的\(procedure.eventName)日期是 \(matter["event_day"] ?? "空"), 文书中是 \(day ?? "空")")
        }
        let commentsUntil = procedure.commentsUntil(event, told: told.commentsUntil)?.iso
        if matter["comments_until"] != commentsUntil {
            findings.add(
                "意见截止",
                "\(name)的意见截止时刻是 \(matter["comments_until"] ?? "空"), 公告中是 \(commentsUntil ?? "空")")
        }
        guard matter["ended_at"] == nil else { return }
        let (calendar, strict) = try counting(site: matter["site_id"])
        let entered = (matter["backfilled_day"] as String?).flatMap(Day.init)
        var rows = Dictionary(deadlines.map { ($0["rule"] as String, $0) }) { first, _ in first }
        for rule in procedure.deadlines {
            let row = rows.removeValue(forKey: rule.name)
            let due = event?.day.flatMap { rule.count(from: $0, calendar: calendar, strict: strict)?.day }
            // What the law wanted before the matter was entered here is not ours to count, and what was done while it was not counted
            // stays so under another calendar.
            let isDone = rule.document.map { told.published[$0] != nil } ?? false
            if let due, let entered, row == nil, due < entered || isDone { continue }
            if let fault = fault(rule, row, due: due, entered: entered, metAt: rule.document.map { told.published[$0] })
            {
                findings.add("期限", "\(name)的\(fault)")
            }
        }
        for rule in rows.keys.sorted() { findings.add("多余期限", "\(name)有程序中没有的期限 \(rule)") }
    }

    /// What is wrong with one deadline, or nil.
    ///
    /// - Parameters:
    ///   - entered: the day a backfilled matter was entered; what fell due before is never late.
    ///   - metAt: when the document that meets it was published; nil where no document does.
    ///
    /// A deadline that is met or has ended keeps its date, though days off entered later would move it; only an open one is counted
    /// again.
    private func fault(_ rule: DeadlineRule, _ row: Row?, due: Day?, entered: Day?, metAt: String??) -> String? {
        guard let due else { return row.map { "\(rule.label)期限是 \($0["due_day"] as String), 但日期还没有确定" } }
        guard let row else { return "\(rule.label)期限没有登记, 应为 \(due)" }
        let stored: String = row["due_day"]
        let met: String? = row["met_at"]
        if let metAt, met != metAt {
            return "\(rule.label)期限的办结时刻是 \(met ?? "空"), 文书发布于 \(metAt ?? "空")"
        }
        guard let metDay: String = row["met_day"] else {
            let isRight = stored == due.description || row["ended_at"] != nil
            return isRight ? nil : "\(rule.label)期限是 \(stored), 应为 \(due)"
        }
        let isLate = row["late_days"] != nil
        guard isLate == (metDay > stored && stored >= entered?.description ?? stored) else {
            return "\(rule.label)期限 \(stored), 办结于 \(metDay), 却登记为\(isLate ? "超期" : "按时")"
        }
        return nil
    }

    private mutating func counting(site: Int64) throws -> (calendar: WorkCalendar, strict: Bool) {
        if let known = counting[site] { return known }
        let site = Identifier<Site>(site)
        let read = (
            calendar: try WorkCalendar(reading: db, site: site), strict: try Settings(reading: db, site: site).strict
        )
        counting[site.rawValue] = read
        return read
    }
}

extension MatterCheck.Told {
    fileprivate mutating func add(_ document: DocumentDescription, _ values: FormValues, publishedAt: String) {
        published[document.kind] = publishedAt
        if let told = document.event?.read(values), let at = Moment(utc: publishedAt) { events.append((at, told)) }
        commentsUntil = document.commentsUntil(values) ?? commentsUntil
    }
}
