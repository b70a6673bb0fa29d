// Reply templates of a unit in the store.
internal import GRDB

extension Office {
    /// The unit's reply templates by their titles.
    public func replyTemplates(in session: Session) throws(Refusal) -> [ReplyTemplate] {
        try read(in: session) { try $0.replyTemplates() }
    }
}

extension Transaction {
    func replyTemplates() throws -> [ReplyTemplate] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT t.*, c.full_name FROM reply_template t JOIN clerk c ON c.id = t.changed_by
                WHERE t.unit_id = ? ORDER BY t.title LIMIT ?
                """, arguments: [clerk.unit.id.rawValue, ReplyTemplate.most]
        ).map { row in
            ReplyTemplate(
                id: Identifier(row["id"]), title: row["title"], body: row["body"],
                changedAt: Moment(utc: row["changed_at"]) ?? now, changedBy: row["full_name"], version: row["version"])
        }
    }

    /// A template of the own unit as it stands now.
    /// - Throws: `Refusal` if it is gone or has changed since it was read.
    func unchanged(_ read: ReplyTemplate) throws -> ReplyTemplate {
        guard let template = try replyTemplates().first(where: { $0.id == read.id }) else {
            throw Refusal("模板 \(read.title) 已被删除, 请按 F5 重新读取; 您写的内容还在", reason: .stale)
        }
        guard template.version == read.version else {
            throw Refusal(
                "模板 \(template.title) 已由\(template.changedBy) \(template.changedAt.text) 修改, 请按 F5 重新读取; 您写的内容还在",
                reason: .stale)
        }
        return template
    }

    /// Writes a template, in the place of an earlier one where there is one.
    func saveReplyTemplate(
        _ title: String, _ body: String, replacing earlier: Identifier<ReplyTemplate>?
    ) throws -> Identifier<ReplyTemplate> {
        if let earlier {
            try db.execute(
                sql: """
                    UPDATE reply_template SET title = ?, body = ?, changed_at = ?, changed_by = ?, version = version + 1
                    WHERE id = ?
                    """, arguments: [title, body, now.iso, clerk.id.rawValue, earlier.rawValue])
            return earlier
        }
        try db.execute(
            sql: "INSERT INTO reply_template (unit_id, title, body, changed_at, changed_by) VALUES (?, ?, ?, ?, ?)",
            arguments: [clerk.unit.id.rawValue, title, body, now.iso, clerk.id.rawValue])
        return Identifier(db.lastInsertedRowID)
    }

    func deleteReplyTemplate(_ template: Identifier<ReplyTemplate>) throws {
        try db.execute(sql: "DELETE FROM reply_template WHERE id = ?", arguments: [template.rawValue])
    }
}
