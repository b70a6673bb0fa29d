// Attached files in the store: their bytes once each, by SHA-256.
import Foundation
internal import GRDB

extension Attachment {
    init(_ row: Row) {
        self.init(id: Identifier(row["id"]), name: row["name"], size: row["size"], sha256: row["sha256"])
    }
}

extension Transaction {
    /// The files of a version (`version_id`) or a draft (`draft_id`), in order.
    func attachments(_ owner: String, _ id: Int64) throws -> [Attachment] {
        try Row.fetchAll(db, sql: "SELECT * FROM attachment WHERE \(owner) = ? ORDER BY ordinal", arguments: [id])
            .map(Attachment.init)
    }

    /// What is stored whatever the desk has let through; what the file holds is checked before.
    private func mustBeStorable(_ name: String, _ bytes: [UInt8]) throws {
        if let refusal = AttachmentName.refusal(of: name) { throw Refusal(refusal) }
        guard !bytes.isEmpty else { throw Refusal("附件 \(name) 是空文件") }
        guard bytes.count <= WordDocument.largest else {
            throw Refusal("附件 \(name) 有 \(bytes.count) 字节, 最多 \(WordDocument.largest) 字节 (5M)")
        }
    }

    func attach(_ name: String, _ bytes: [UInt8], toDraft form: String, matter: Identifier<Matter>?) throws {
        try mustBeStorable(name, bytes)
        try mustBeUnlocked(form, matter: matter)
        let kept = try draft(form, matter: matter)
        let present = kept?.attachments ?? []
        guard present.count < Attachment.most else {
            throw Refusal("每份文书最多 \(Attachment.most) 个附件, 现在已有 \(present.count) 个; 请先移除不用的")
        }
        guard !present.contains(where: { $0.name == name }) else {
            throw Refusal("已有同名附件 \(name); 请先移除原来的, 或者改名后再添加")
        }
        let draft = try (kept?.id ?? keepDraft(form, matter: matter, entries: Entries(), known: nil).id).rawValue
        let sha256 = SHA256.text(bytes)
        try db.execute(
            sql: "INSERT INTO attachment_content (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING",
            arguments: [sha256, bytes.withUnsafeBytes { Data($0) }])
        try db.execute(
            sql: """
                INSERT INTO attachment (draft_id, ordinal, name, size, sha256)
                SELECT ?, ifnull(max(ordinal), 0) + 1, ?, ?, ? FROM attachment WHERE draft_id = ?
                """, arguments: [draft, name, bytes.count, sha256, draft])
    }

    /// Takes a file off one of the clerk's drafts and closes the gap in the order.
    func detach(_ attachment: Identifier<Attachment>) throws {
        let owner = try Int64.fetchOne(
            db, sql: "SELECT draft_id FROM attachment WHERE id = ?", arguments: [attachment.rawValue])
        if let owner, let lock = try review(ofDraft: Identifier(owner))?.lock { throw Refusal(lock, reason: .stale) }
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    DELETE FROM attachment WHERE id = ? AND draft_id IN (SELECT id FROM draft WHERE clerk_id = ?)
                    RETURNING draft_id, sha256, ordinal
                    """, arguments: [attachment.rawValue, clerk.id.rawValue])
        else { throw Refusal("这个附件已经移除", reason: .stale) }
        let draft: Int64 = row["draft_id"]
        let left = try Int64.fetchAll(
            db, sql: "SELECT id FROM attachment WHERE draft_id = ? AND ordinal > ? ORDER BY ordinal",
            arguments: [draft, row["ordinal"] as Int])
        for id in left {
            try db.execute(sql: "UPDATE attachment SET ordinal = ordinal - 1 WHERE id = ?", arguments: [id])
        }
        try dropContent(row["sha256"])
    }

    /// Hands a draft's files over to the version that is published from it.
    func moveAttachments(fromDraftOf form: String, matter: Identifier<Matter>?, to version: Int64) throws {
        guard let draft = try draft(form, matter: matter) else { return }
        try db.execute(
            sql: "UPDATE attachment SET version_id = ?, draft_id = NULL WHERE draft_id = ?",
            arguments: [version, draft.id.rawValue])
    }

    /// Hands over the draft's files; a revision that was never a draft keeps those of the version before.
    func moveAttachments(
        fromDraftOf form: String, matter: Identifier<Matter>, to version: Int64, orCopying attachments: [Attachment]
    ) throws {
        if try draft(form, matter: matter) != nil {
            try moveAttachments(fromDraftOf: form, matter: matter, to: version)
        } else {
            try copy(attachments, to: "version_id", version)
        }
    }

    /// Copies the files of a version; their bytes are shared.
    func copy(_ attachments: [Attachment], to owner: String, _ id: Int64) throws {
        for attachment in attachments {
            try db.execute(
                sql: """
                    INSERT INTO attachment (\(owner), ordinal, name, size, sha256)
                    SELECT ?, ordinal, name, size, sha256 FROM attachment WHERE id = ? AND version_id IS NOT NULL
                    """, arguments: [id, attachment.id.rawValue])
        }
    }

    /// Drops bytes that nothing refers to any more.
    func dropContent(_ sha256: String) throws {
        try db.execute(
            sql: """
                DELETE FROM attachment_content WHERE sha256 = ?
                  AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = attachment_content.sha256)
                """, arguments: [sha256])
    }

    /// A file's name and bytes, if it belongs to something the clerk may read: a published document, the clerk's own draft, or one
    /// that is theirs to review.
    func content(of attachment: Identifier<Attachment>) throws -> (
        name: String, bytes: [UInt8], matter: Identifier<Matter>?
    ) {
        let reach = try reviewReach()
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT a.name, c.bytes, d.matter_id, f.clerk_id, m.site_id FROM attachment a
                    JOIN attachment_content c ON c.sha256 = a.sha256
                    LEFT JOIN document_version v ON v.id = a.version_id LEFT JOIN document d ON d.id = v.document_id
                    LEFT JOIN matter m ON m.id = d.matter_id LEFT JOIN draft f ON f.id = a.draft_id
                    WHERE a.id = ? AND (f.clerk_id = ? OR m.site_id = ? OR EXISTS (SELECT 1 FROM review w
                      WHERE w.draft_id = f.id AND w.state IN ('waiting', 'agreed') AND (\(reach.sql))))
                    """,
                arguments: [attachment.rawValue, clerk.id.rawValue, clerk.site.id.rawValue] + reach.arguments)
        else { throw Refusal("没有这个附件, 可能已被移除; 请按 F5 重新读取", reason: .stale) }
        let bytes: Data = row["bytes"]
        return (row["name"], [UInt8](bytes), (row["matter_id"] as Int64?).map { Identifier($0) })
    }
}
