// The management list: pages by key, find, and what is waiting.
internal import GRDB

extension Office {
    /// A page of the matters of a system that a view holds, in its order.
    /// - Parameter view: nil for the clerk's usual one.
    public func matters(
        _ procedure: Procedure, _ place: PagePlace<Matter>, limit: Int, view: MatterListView? = nil, in session: Session
    ) throws(Refusal) -> Page<MatterRow> {
        try read(in: session) { try $0.matters(procedure, place, limit: limit, view) }
    }

    /// The next matter of a view after `start` (or from the top) whose title or number has the text; it goes round at the end.
    public func find(
        _ text: String, in procedure: Procedure, after start: Identifier<Matter>?, view: MatterListView? = nil,
        in session: Session
    ) throws(Refusal) -> Identifier<Matter>? {
        try read(in: session) { try $0.find(text, in: procedure, after: start, view) }
    }

    /// One matter with all that rules look at.
    public func matter(_ id: Identifier<Matter>, in session: Session) throws(Refusal) -> Matter {
        try read(in: session) { try $0.matter(id) }
    }

    /// The matter's history, the latest first; what was done about its comments stands with each comment, and 督办 is for its unit
    /// and for supervisors.
    public func history(of matter: Identifier<Matter>, in session: Session) throws(Refusal) -> [HistoryEntry] {
        try read(in: session) { transaction in
            let owner = try transaction.matter(matter).unit.id
            let clerk = transaction.clerk
            let seesNotes = owner == clerk.unit.id || clerk.roles.contains(.supervisor)
            let notes = seesNotes ? "" : "AND subject NOT LIKE '\(SupervisionNote.journalPrefix)%'"
            return try transaction.history(
                "matter_id = ? AND subject NOT LIKE 'comment:%' \(notes)", [matter.rawValue])
        }
    }

    /// The work calendar and settings of the session's site, for what the screens say about dates.
    public func context(in session: Session) throws(Refusal) -> PublicationCheck.Context {
        try read(in: session) { try $0.context() }
    }
}

extension Transaction {
    func matters(
        _ procedure: Procedure, _ place: PagePlace<Matter>, limit: Int, _ view: MatterListView?
    ) throws -> Page<MatterRow> {
        let query = try matterQuery(procedure, view ?? MatterListView(for: clerk))
        return try query.page(place, limit: limit, db) { condition, arguments in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT m.id, m.title, m.event_day, m.event_ends_at, m.event_about, m.ended_at, m.backfilled_day,
                      m.unit_id, u.short_name,
                      (SELECT group_concat(d.kind) FROM document d WHERE d.matter_id = m.id AND d.deleted_at IS NULL) AS kinds,
                      (SELECT group_concat(d.kind) FROM document d JOIN register r ON r.document_id = d.id
                        WHERE d.matter_id = m.id AND r.awaits_posting = 1) AS unposted,
                      d.year, d.serial, \(Self.category(procedure)) AS category
                    FROM matter m JOIN unit u ON u.id = m.unit_id
                    JOIN document d ON d.id = (
                      SELECT min(id) FROM document WHERE matter_id = m.id AND deleted_at IS NULL)
                    WHERE \(condition)
                    """, arguments: arguments)
            let deadlines = try deadlines(of: rows.map { Identifier($0["id"]) }, procedure)
            return rows.map { row in
                let id = Identifier<Matter>(row["id"])
                return MatterRow(
                    id: id, number: DocumentNumber(year: row["year"], serial: row["serial"]), title: row["title"],
                    unit: row["short_name"], owner: Identifier(row["unit_id"]), event: Self.event(row),
                    published: Self.kinds(row["kinds"]), deadlines: deadlines[id] ?? [],
                    endedAt: (row["ended_at"] as String?).flatMap(Moment.init(utc:)),
                    isBackfilled: row["backfilled_day"] != nil, unposted: Self.kinds(row["unposted"]),
                    category: procedure.category(row["category"]))
            }
        }
    }

    /// The code by which a system sorts matters, as the announcement's latest version has it.
    private static func category(_ procedure: Procedure) -> String {
        guard let field = procedure.categoryField else { return "NULL" }
        return """
            (SELECT f.\(field) FROM \(procedure.documents[0].form.table) f JOIN document_version v ON v.id = f.version_id
              WHERE v.document_id = d.id ORDER BY v.ordinal DESC LIMIT 1)
            """
    }

    private static func kinds(_ list: String?) -> Set<DocumentKind> {
        Set((list ?? "").split(separator: ",").map { DocumentKind(rawValue: String($0)) })
    }

    func find(
        _ text: String, in procedure: Procedure, after start: Identifier<Matter>?, _ view: MatterListView?
    ) throws -> Identifier<Matter>? {
        let query = try matterQuery(procedure, view ?? MatterListView(for: clerk))
        let pattern = likePattern(text)
        let condition = """
            (m.title LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM document d
              WHERE d.matter_id = m.id AND d.year || '-' || printf('%02d', d.serial) LIKE ? ESCAPE '\\'))
            """
        let further = try start.flatMap { try query.first(after: $0, where: condition, [pattern, pattern], db) }
        return try further ?? query.first(after: nil, where: condition, [pattern, pattern], db)
    }
}
