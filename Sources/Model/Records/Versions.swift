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
                SELECT v.*, v.id AS version_id, c.full_name FROM document_version v JOIN clerk c ON c.id = v.made_by
                WHERE \(condition) ORDER BY v.ordinal
                """, arguments: arguments
        ).map { row in
            DocumentVersion(
                ordinal: row["ordinal"], change: DocumentVersion.Change(rawValue: row["change"]) ?? .publish,
                reason: row["reason"], at: Moment(utc: row["made_at"]) ?? now, clerk: row["full_name"],
                values: try values(of: row, form), attachments: try attachments("version_id", row["version_id"]))
        }
    }

    /// The values of a version: the columns every document has, and its form's own table.
    private func values(of version: Row, _ form: Form) throws -> FormValues {
        var values = FormValues()
        for field in form.fields where version.hasColumn(field.name) {
            values[field.name] = field.value(stored: version[field.name])
        }
        let own = try Row.fetchOne(
            db, sql: "SELECT * FROM \(form.table) WHERE version_id = ?", arguments: [version["version_id"] as Int64])
        for field in form.ownFields { values[field.name] = field.value(stored: own?[field.name]) }
        values["secrecy_checked"] = .ticked
        return values
    }
}
