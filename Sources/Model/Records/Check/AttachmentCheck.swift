// Attached files: the bytes are those that were checked when they were stored.
import Foundation
internal import GRDB

enum AttachmentCheck {
    static func run(_ db: Database, _ findings: inout CheckFindings, _ advance: () throws -> Void) throws {
        let contents = try Row.fetchCursor(db, sql: "SELECT sha256, bytes FROM attachment_content")
        while let row = try contents.next() {
            try advance()
            let sha256: String = row["sha256"]
            let bytes: Data = row["bytes"]
            if SHA256.text([UInt8](bytes)) != sha256 {
                let names = try String.fetchAll(
                    db, sql: "SELECT name FROM attachment WHERE sha256 = ? LIMIT 3", arguments: [sha256])
                findings.add("附件内容", "附件 \(names.joined(separator: "、")) 的内容与保存时的校验值 \(sha256.prefix(12)).. 不一致")
            }
        }
        let orphans = try String.fetchCursor(
            db,
            sql: """
                SELECT sha256 FROM attachment_content c
                WHERE NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = c.sha256)
                """)
        while let sha256 = try orphans.next() {
            findings.add("无主附件", "附件内容 \(sha256.prefix(12)).. 不属于任何文书或草稿")
        }
        let sizes = try Row.fetchCursor(
            db,
            sql: """
                SELECT a.name, a.size, length(c.bytes) AS length FROM attachment a
                JOIN attachment_content c ON c.sha256 = a.sha256 WHERE a.size <> length(c.bytes)
                """)
        while let row = try sizes.next() {
            findings.add(
                "附件大小", "附件 \(row["name"] as String) 登记为 \(row["size"] as Int) 字节, 实际 \(row["length"] as Int) 字节")
        }
    }
}
