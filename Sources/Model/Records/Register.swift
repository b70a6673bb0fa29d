// 信息发布登记台账 in the store.
internal import GRDB

extension Office {
    /// A page of the register of a system, newest first: the own unit's, or all of the site for a supervisor (H9).
    public func register(
        _ system: System, _ span: PublicationSpan, _ place: PagePlace<RegisterRow>, limit: Int, in session: Session
    ) throws(Refusal) -> Page<RegisterRow> {
        try read(in: session) { transaction in
            try transaction.registerQuery(system, span).page(
                place, limit: limit, transaction.db, transaction.registerRows)
        }
    }

    /// One row of the register with all its versions and postings.
    public func registerEntry(
        _ id: Identifier<RegisterRow>, in session: Session
    ) throws(Refusal) -> RegisterEntry {
        try read(in: session) { try $0.registerEntry(id) }
    }
}

extension Transaction {
    func registerQuery(_ system: System, _ span: PublicationSpan) -> PageQuery {
        let scope = scope(of: "r")
        return PageQuery(
            table: "register r", key: "r.id",
            filter: "\(scope.sql) AND r.system = ? AND r.published_day BETWEEN ? AND ?",
            arguments: [scope.id, system.rawValue, span.from.description, span.to.description])
    }

    func registerRows(_ condition: String, _ arguments: StatementArguments) throws -> [RegisterRow] {
        try Row.fetchAll(db, sql: "\(Self.registerSelection) WHERE \(condition)", arguments: arguments).map(registerRow)
    }

    /// All rows of a span, newest first.
    /// - Throws: `Refusal` if there are more than `most`.
    func registerRows(_ system: System, _ span: PublicationSpan, most: Int) throws -> [RegisterRow] {
        let query = registerQuery(system, span)
        let count =
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM \(query.table) WHERE \(query.filter)", arguments: query.arguments) ?? 0
        guard count <= most else {
            throw Refusal("\(span.text)有 \(count) 条, 一次最多打印 \(most) 条; 请选短一些的日期")
        }
        return try registerRows("\(query.filter) ORDER BY r.id DESC", query.arguments)
    }

    private static let registerSelection = """
        SELECT r.id, r.system, v.id AS version_id, ifnull(v.review, n.review) AS review, r.document_id, r.temporary_notice_id, r.awaits_posting, u.name AS unit_name, d.kind,
          ifnull(d.year, n.year) AS year, ifnull(d.serial, n.serial) AS serial, ifnull(v.title, n.title) AS title,
          ifnull(d.published_at, n.published_at) AS published_at, c.full_name AS publisher, k.full_name AS checker,
          (SELECT count(*) FROM document_version x WHERE x.document_id = d.id AND x.change = 'modify') AS modifications,
          (SELECT count(*) FROM document_version x WHERE x.document_id = d.id AND x.change = 'correct') AS corrections,
          EXISTS (SELECT 1 FROM document_version x WHERE x.document_id = d.id AND x.change = 'backfill') AS is_backfilled,
          ifnull(d.deleted_at, n.withdrawn_at) AS taken_back_at,
          ifnull(d.deleted_reason, n.withdrawn_reason) AS taken_back_reason, p.address, p.posted_at, p.posted_by
        FROM register r JOIN unit u ON u.id = r.unit_id
        LEFT JOIN document d ON d.id = r.document_id
        LEFT JOIN document_version v ON v.id = (SELECT max(id) FROM document_version WHERE document_id = r.document_id)
        LEFT JOIN temporary_notice n ON n.id = r.temporary_notice_id
        JOIN clerk c ON c.id = ifnull(d.published_by, n.published_by)
        JOIN clerk k ON k.id = ifnull(v.made_by, n.published_by)
        LEFT JOIN posting p ON p.id = ifnull(
          (SELECT max(id) FROM posting WHERE document_id = r.document_id),
          (SELECT max(id) FROM posting WHERE temporary_notice_id = r.temporary_notice_id))
        """

    /// What let the latest version out; nothing is asked where nothing was set.
    private func review(ofRegistered row: Row) throws -> Review? {
        guard (row["review"] as String) != ReviewMode.none.rawValue else { return nil }
        if let notice: Int64 = row["temporary_notice_id"] { return try review("temporary_notice_id", notice) }
        return try review("version_id", row["version_id"])
    }

    private func registerRow(_ row: Row) throws -> RegisterRow {
        let document = (row["kind"] as String?).flatMap {
            Procedure.of(System(rawValue: row["system"]))?.document(DocumentKind(rawValue: $0))
        }
        let isNotice = row["temporary_notice_id"] != nil
        return RegisterRow(
            id: Identifier(row["id"]), number: DocumentNumber(year: row["year"], serial: row["serial"]),
            title: row["title"], documentName: document?.name ?? TemporaryNotice.documentName,
            documentWord: document?.word ?? "临时",
            unit: row["unit_name"], publishedAt: Moment(utc: row["published_at"]) ?? now, publisher: row["publisher"],
            secrecyCheckedBy: row["checker"],
            changes: RegisterRow.Changes(
                isBackfilled: row["is_backfilled"], modifications: row["modifications"],
                corrections: row["corrections"],
                takenBackAt: (row["taken_back_at"] as String?).flatMap(Moment.init(utc:)),
                takenBackWord: isNotice ? "撤回" : "删除"),
            posting: Posting(row), awaitsPosting: row["awaits_posting"], reviewed: try review(ofRegistered: row))
    }

    func registerEntry(_ id: Identifier<RegisterRow>) throws -> RegisterEntry {
        let scope = scope(of: "r")
        let found = try Row.fetchOne(
            db, sql: "\(Self.registerSelection) WHERE r.id = ? AND \(scope.sql)", arguments: [id.rawValue, scope.id])
        guard let found else { throw Refusal("台账中没有这一条; 请按 F5 重新读取", reason: .stale) }
        let versions = try Row.fetchAll(
            db,
            sql: """
                SELECT v.*, c.full_name FROM document_version v JOIN clerk c ON c.id = v.made_by
                WHERE v.document_id = ? ORDER BY v.ordinal
                """, arguments: [found["document_id"] as Int64?])
        let postings = try Row.fetchAll(
            db,
            sql: """
                SELECT p.*, c.full_name FROM posting p JOIN clerk c ON c.id = p.registered_by
                WHERE p.document_id = ? OR p.temporary_notice_id = ? ORDER BY p.id DESC
                """, arguments: [found["document_id"] as Int64?, found["temporary_notice_id"] as Int64?])
        return RegisterEntry(
            row: try registerRow(found),
            versions: try versions.map {
                RegisterEntry.Version(
                    ordinal: $0["ordinal"], change: DocumentVersion.Change(rawValue: $0["change"]) ?? .publish,
                    reason: $0["reason"],
                    at: Moment(utc: $0["made_at"]) ?? now, by: $0["full_name"],
                    review: ($0["review"] as String) == ReviewMode.none.rawValue
                        ? nil : try review("version_id", $0["id"]))
            },
            takenBackReason: found["taken_back_reason"],
            postings: postings.compactMap { row in
                Posting(row).map {
                    RegisterEntry.RegisteredPosting(
                        posting: $0, registeredAt: Moment(utc: row["registered_at"]) ?? now,
                        registeredBy: row["full_name"])
                }
            })
    }
}
