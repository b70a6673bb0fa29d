// The file as SQLite sees it: pages, constraints and references.
internal import GRDB

enum FileCheck {
    static func run(_ db: Database, _ findings: inout CheckFindings, _ advance: () throws -> Void) throws {
        for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(\(CheckFindings.most))") where line != "ok" {
            // A value that breaks a rule can still be read; anything else cannot be relied on.
            if !line.hasPrefix("CHECK constraint failed") { findings.isUnreadable = true }
            findings.add("数据库文件", "数据库文件已损坏: \(line); 请从备份恢复")
        }
    }

    /// Rows that refer to rows which are not there.
    static func references(_ db: Database, _ findings: inout CheckFindings, _ advance: () throws -> Void) throws {
        let rows = try Row.fetchCursor(db, sql: "PRAGMA foreign_key_check")
        while let row = try rows.next() {
            let table: String = row["table"]
            let parent: String = row["parent"]
            let id: Int64 = row["rowid"] ?? 0
            findings.add("引用 \(table)", "\(table) 第 \(id) 行所指的 \(parent) 不存在")
        }
    }
}
