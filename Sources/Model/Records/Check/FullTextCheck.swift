// The full-text index beside what it is of: every record that is to be found has its row, and the rows have the words of their texts.
import Foundation
internal import GRDB

/// That no row lacks and none is too much is asked of all records; the words are compared of a thousand of them, spread evenly, because
/// reading every text of a great store again would take longer than making the index anew.
enum FullTextCheck {
    /// The most rows whose words are compared.
    private static let most = 1000
    /// How many words of a text's beginning, and of its end, are looked for in a row; looking for one in a great store takes as long as
    /// every row that has it. The number of all words is compared besides.
    private static let longestPhrase = 100

    static let size = "SELECT min(\(most), count(*)) FROM full_text_entry WHERE is_void = 0"

    static func run(_ db: Database, _ findings: inout CheckFindings, _ advance: () throws -> Void) throws {
        for rule in rules {
            let found = try String.fetchCursor(db, sql: rule.sql)
            while let name = try found.next() { findings.add(rule.fault, "\(name): \(rule.fault)") }
        }
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM full_text_entry WHERE is_void = 0") ?? 0
        let step = max(1, count / most)
        let entries = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, subject, record, edition FROM (
                  SELECT *, row_number() OVER (ORDER BY id) AS place FROM full_text_entry WHERE is_void = 0)
                WHERE place % ? = 0
                """, arguments: [step])
        while let entry = try entries.next() {
            try advance()
            guard let fault = try fault(entry, db) else { continue }
            let name = names[entry["subject"]] ?? ""
            findings.add("全文索引内容", "\(name)第 \(entry["record"] as Int64) 条: \(fault)")
        }
    }

    private static let names = ["document": "文书", "temporaryNotice": "临时通知", "comment": "建议", "reply": "答复"]

    /// What is wrong with the words of a row, or nil.
    private static func fault(_ entry: Row, _ db: Database) throws -> String? {
        guard let subject = FullTextSubject(rawValue: entry["subject"]) else { return nil }
        let key: Int64 = entry["id"]
        // Rows that lack or are too much have been named already.
        guard let source = try FullTextSource(subject, entry["record"], db), source.edition == entry["edition"] else {
            return nil
        }
        guard FullTextKeeping.day(ofKey: key) == source.day else { return "全文索引中的日期不是 \(source.day)" }
        let words = source.words(sites: try FullTextKeeping.sites(from: source.site, db))
        let kept = try Data.fetchOne(
            db.cachedStatement(sql: "SELECT sz FROM full_text_docsize WHERE id = ?"), arguments: [key])
        guard kept.map(number) == words.count else { return "全文索引的内容与正文不一致, 查询可能查不到或多查出" }
        let found = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT rowid FROM full_text WHERE full_text MATCH ? AND rowid = ?"),
            arguments: [match(words), key])
        return found == nil ? "全文索引的内容与正文不一致, 查询可能查不到或多查出" : nil
    }

    /// A short text as one phrase, a long one as its two ends.
    private static func match(_ words: [String]) -> String {
        guard words.count > 2 * longestPhrase else { return FullTextQuery.phrase(words) }
        let ends = [words.prefix(longestPhrase), words.suffix(longestPhrase)]
        return ends.map { FullTextQuery.phrase(Array($0)) }.joined(separator: " AND ")
    }

    /// SQLite's number of one to nine bytes, of which the upper bit says that more follow.
    private static func number(_ bytes: Data) -> Int {
        var number = 0
        for byte in bytes.prefix(9) {
            number = number << 7 | Int(byte & 0x7F)
            if byte < 0x80 { break }
        }
        return number
    }

    private static func entry(_ subject: String, _ record: String) -> String {
        "full_text_entry e WHERE e.subject = '\(subject)' AND e.record = \(record) AND e.is_void = 0"
    }

    private static let lacking = "全文索引中没有, 查询查不到"
    private static let superfluous = "全文索引中多余, 已删除、撤回或改过"

    private static let rules =
        [
            lacks(
                "document", "'文书 ' || t.year || '-' || printf('%02d', t.serial)", of: "document t",
                "t.deleted_at IS NULL",
                edition: "(SELECT max(ordinal) FROM document_version v WHERE v.document_id = t.id)"),
            lacks(
                "temporaryNotice", "'临时通知 ' || t.year || '-' || printf('%02d', t.serial)", of: "temporary_notice t",
                "t.withdrawn_at IS NULL", edition: "1"),
            lacks(
                "comment", "'第 ' || t.id || ' 条建议'", of: "comment t JOIN matter m ON m.id = t.matter_id",
                "m.deleted_at IS NULL", edition: "1"),
            lacks(
                "reply", "'第 ' || c.id || ' 条建议的答复'",
                of: "reply t JOIN comment c ON c.id = t.comment_id JOIN matter m ON m.id = c.matter_id",
                "m.deleted_at IS NULL", edition: "t.version"),
            superfluous("document", "文书", of: "document t", "t.deleted_at IS NULL"),
            superfluous("temporaryNotice", "临时通知", of: "temporary_notice t", "t.withdrawn_at IS NULL"),
            superfluous("comment", "建议", of: "comment t", "TRUE"),
            superfluous("reply", "答复", of: "reply t", "TRUE"),
            RecordCheck.Rule(
                lacking,
                """
                SELECT '索引第 ' || e.id || ' 行' FROM full_text_entry e
                WHERE NOT EXISTS (SELECT 1 FROM full_text_docsize s WHERE s.id = e.id)
                """),
            RecordCheck.Rule(
                superfluous,
                """
                SELECT '索引第 ' || s.id || ' 行' FROM full_text_docsize s
                WHERE NOT EXISTS (SELECT 1 FROM full_text_entry e WHERE e.id = s.id)
                """),
        ]

    /// - Parameter edition: of the record `t` as it is to be found.
    private static func lacks(
        _ subject: String, _ name: String, of table: String, _ condition: String, edition: String
    ) -> RecordCheck.Rule {
        RecordCheck.Rule(
            lacking,
            """
            SELECT \(name) FROM \(table)
            WHERE \(condition) AND NOT EXISTS (SELECT 1 FROM \(entry(subject, "t.id")) AND e.edition = \(edition))
            """)
    }

    private static func superfluous(
        _ subject: String, _ name: String, of table: String, _ condition: String
    ) -> RecordCheck.Rule {
        RecordCheck.Rule(
            superfluous,
            """
            SELECT '\(name)第 ' || e.record || ' 条' FROM full_text_entry e
            WHERE e.subject = '\(subject)' AND e.is_void = 0
              AND NOT EXISTS (SELECT 1 FROM \(table) WHERE t.id = e.record AND \(condition))
            """)
    }
}
