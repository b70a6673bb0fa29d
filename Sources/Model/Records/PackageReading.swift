// Public packages waiting in the store, and what each of them says.
import Foundation
internal import GRDB

/// Reads the queue of public packages.
struct PackageReading {
    let db: Database

    /// - Parameters:
    ///   - id: only those queued after this one.
    ///   - all: those that were written before, too.
    /// - Returns: the packages' numbers in the order in which they were queued.
    func queue(after id: Int64, all: Bool, limit: Int) throws -> [Int64] {
        try Int64.fetchAll(
            db, sql: "SELECT id FROM public_package WHERE id > ? \(Self.waiting(all)) ORDER BY id LIMIT ?",
            arguments: [id, limit])
    }

    func count(all: Bool) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM public_package WHERE 1 \(Self.waiting(all))") ?? 0
    }

    /// The latest that wait, the latest first.
    func latest(_ limit: Int) throws -> [Int64] {
        try Int64.fetchAll(
            db, sql: "SELECT id FROM public_package WHERE written_at IS NULL ORDER BY id DESC LIMIT ?",
            arguments: [limit])
    }

    private static func waiting(_ all: Bool) -> String { all ? "" : "AND written_at IS NULL" }

    func content(_ sha256: String) throws -> [UInt8] {
        let bytes = try Data.fetchOne(
            db, sql: "SELECT bytes FROM attachment_content WHERE sha256 = ?", arguments: [sha256])
        guard let bytes else {
            throw Refusal("附件内容 \(sha256.prefix(12)).. 不在数据库中, 请运行 yangguang check", reason: .store)
        }
        return [UInt8](bytes)
    }

    /// What a queued package says; nil where it was overtaken: what has been taken back meanwhile does not go out any more.
    func release(_ id: Int64) throws -> PublicRelease? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT q.purpose AS queued_for, q.queued_at, q.version_id, d.id AS document_id, d.system, d.kind, d.year, d.serial,
                  d.deleted_at, d.deleted_reason, v.ordinal, v.change, v.reason, v.title, v.reference_number,
                  v.signed_unit, v.signed_day, v.made_at, \(Correction.columns), \(unitName("u", at: "v.made_at")) AS unit_name, t.name AS site_name, m.id AS matter_id
                FROM public_package q JOIN document_version v ON v.id = q.version_id \(Correction.join)
                JOIN document d ON d.id = v.document_id JOIN matter m ON m.id = d.matter_id
                JOIN unit u ON u.id = m.unit_id JOIN site t ON t.id = d.site_id WHERE q.id = ?
                """, arguments: [id])
        return try row.map(version) ?? notice(id)
    }

    private func version(_ row: Row) throws -> PublicRelease? {
        let isWithdrawal = row["queued_for"] == "withdraw"
        let system = System(rawValue: row["system"])
        guard isWithdrawal || row["deleted_at"] == nil,
            let document = Procedure.of(system)?.document(DocumentKind(rawValue: row["kind"]))
        else { return nil }
        let ordinal: Int = row["ordinal"]
        let earlier = try Row.fetchAll(
            db,
            sql: "SELECT ordinal, change FROM document_version WHERE document_id = ? AND ordinal < ? ORDER BY ordinal",
            arguments: [row["document_id"] as Int64, ordinal])
        let change = PublicRelease.Purpose(rawValue: row["change"]) ?? .publish
        return PublicRelease(
            system: system, kind: document.kind.rawValue, kindName: document.name, site: row["site_name"],
            unit: row["unit_name"], number: DocumentNumber(year: row["year"], serial: row["serial"]),
            matterNumber: try matterNumber(row["matter_id"]), title: row["title"], version: ordinal,
            purpose: isWithdrawal ? .withdraw : change,
            reason: isWithdrawal ? row["deleted_reason"] : change == .correct ? row["reason"] : nil,
            publishedAt: Moment(utc: row["made_at"]) ?? Moment(milliseconds: 0),
            withdrawnAt: isWithdrawal ? Moment(utc: row["queued_at"]) : nil,
            earlier: earlier.map { ($0["ordinal"], ($0["change"] as String) != "backfill") },
            print: document.print, values: try document.form.values(ofVersion: row, db),
            attachments: try Row.fetchAll(
                db, sql: "SELECT * FROM attachment WHERE version_id = ? ORDER BY ordinal",
                arguments: [row["version_id"] as Int64]
            ).map(Attachment.init), correction: Correction(row))
    }

    private func notice(_ id: Int64) throws -> PublicRelease? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT n.*, q.purpose AS queued_for, q.queued_at, \(unitName("u", at: "n.published_at")) AS unit_name, t.name AS site_name
                FROM public_package q JOIN temporary_notice n ON n.id = q.temporary_notice_id
                JOIN unit u ON u.id = n.unit_id JOIN site t ON t.id = n.site_id WHERE q.id = ?
                """, arguments: [id])
        guard let row else { return nil }
        let isWithdrawal = row["queued_for"] == "withdraw"
        guard isWithdrawal || row["withdrawn_at"] == nil else { return nil }
        var values = FormValues()
        for field in TemporaryNotice.form.fields where row.hasColumn(field.name) {
            values[field.name] = field.value(stored: row[field.name])
        }
        return PublicRelease(
            system: System(rawValue: row["system"]), kind: PublicRelease.temporaryNotice, kindName: "临时通知",
            site: row["site_name"], unit: row["unit_name"],
            number: DocumentNumber(year: row["year"], serial: row["serial"]),
            matterNumber: try (row["matter_id"] as Int64?).flatMap(matterNumber), title: row["title"], version: 1,
            purpose: isWithdrawal ? .withdraw : .publish, reason: isWithdrawal ? row["withdrawn_reason"] : nil,
            publishedAt: Moment(utc: row["published_at"]) ?? Moment(milliseconds: 0),
            withdrawnAt: isWithdrawal ? Moment(utc: row["queued_at"]) : nil, earlier: [],
            print: TemporaryNotice.print, values: values, attachments: [])
    }

    /// The number of a matter's first document.
    private func matterNumber(_ matter: Int64) throws -> DocumentNumber? {
        try Row.fetchOne(
            db, sql: "SELECT year, serial FROM document WHERE matter_id = ? ORDER BY id LIMIT 1", arguments: [matter]
        ).map { DocumentNumber(year: $0["year"], serial: $0["serial"]) }
    }
}
