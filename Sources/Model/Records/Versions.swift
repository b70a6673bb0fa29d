// The versions of a document in the store.
internal import GRDB

extension Office {
    /// Every version of a published document, the first one first.
    public func versions(
        of kind: DocumentKind, in matter: Identifier<Matter>, _ session: Session
    ) throws(Refusal) -> [DocumentVersion] {
        try read(in: session) { transaction in
            let matter = try transaction.matter(matter)
            guard let document = matter.document(kind), let form = Procedure.of(matter.system)?.document(kind)?.form
            else { throw Refusal("没有这份文书, 可能已被删除; 请按 F5 重新读取", reason: .stale) }
            return try transaction.versions("v.document_id = ?", [document.id.rawValue], form)
        }
    }
}

extension Transaction {
    func versions(_ condition: String, _ arguments: StatementArguments, _ form: Form) throws -> [DocumentVersion] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT v.*, v.id AS version_id, c.full_name, \(Correction.columns)
                FROM document_version v JOIN clerk c ON c.id = v.made_by \(Correction.join)
                WHERE \(condition) ORDER BY v.ordinal
                """, arguments: arguments
        ).map { row in
            let isReviewed = (row["review"] as String) != ReviewMode.none.rawValue
            return DocumentVersion(
                ordinal: row["ordinal"], change: DocumentVersion.Change(rawValue: row["change"]) ?? .publish,
                reason: row["reason"], at: Moment(utc: row["made_at"]) ?? now, clerk: row["full_name"],
                values: try form.values(ofVersion: row, db),
                attachments: try attachments("version_id", row["version_id"]), correction: Correction(row),
                review: isReviewed ? try review("version_id", row["version_id"]) : nil)
        }
    }
}

extension Correction {
    /// The correction that a version rests on, read with `columns` from `document_version v` and `join`.
    init?(_ row: Row) {
        guard let version: Int = row["corrected_version"], let at = Moment(utc: row["corrected_at"]) else { return nil }
        self.init(version: version, day: at.day, reason: row["correction_reason"] ?? "")
    }

    static let columns =
        "k.ordinal AS corrected_version, k.made_at AS corrected_at, k.reason AS correction_reason"

    static let join = """
        LEFT JOIN document_version k ON k.document_id = v.document_id AND k.ordinal = (
          SELECT max(x.ordinal) FROM document_version x
          WHERE x.document_id = v.document_id AND x.change = 'correct' AND x.ordinal <= v.ordinal)
        """
}
