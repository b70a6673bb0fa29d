// Temporary notices in the store.
internal import GRDB

extension Office {
    /// A page of the unit's temporary notices of a system, newest first.
    public func temporaryNotices(
        _ system: System, _ place: PagePlace<TemporaryNotice>, limit: Int, in session: Session
    ) throws(Refusal) -> Page<TemporaryNotice> {
        try read(in: session) { transaction in
            let query = PageQuery(
                table: "temporary_notice n", key: "n.id", filter: "n.unit_id = ? AND n.system = ?",
                arguments: [transaction.clerk.unit.id.rawValue, system.rawValue])
            return try query.page(place, limit: limit, transaction.db, transaction.temporaryNotices)
        }
    }
}

extension Transaction {
    func temporaryNotices(_ condition: String, _ arguments: StatementArguments) throws -> [TemporaryNotice] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT n.*, c.full_name AS publisher, p.address, p.posted_at, p.posted_by,
                  ifnull((SELECT awaits_posting FROM register WHERE temporary_notice_id = n.id), 0) AS awaits_posting
                FROM temporary_notice n JOIN clerk c ON c.id = n.published_by
                LEFT JOIN posting p ON p.id = (SELECT max(id) FROM posting WHERE temporary_notice_id = n.id)
                WHERE \(condition)
                """, arguments: arguments
        ).map { row in
            let isReviewed = (row["review"] as String) != ReviewMode.none.rawValue
            return TemporaryNotice(
                id: Identifier(row["id"]), system: System(rawValue: row["system"]),
                number: DocumentNumber(year: row["year"], serial: row["serial"]), title: row["title"],
                body: row["body"],
                signedUnit: row["signed_unit"], publishedAt: Moment(utc: row["published_at"]) ?? now,
                publisher: row["publisher"], withdrawnAt: (row["withdrawn_at"] as String?).flatMap(Moment.init(utc:)),
                withdrawnReason: row["withdrawn_reason"],
                purpose: (row["purpose"] as String?).flatMap(TemporaryNotice.Purpose.init(rawValue:)),
                version: row["version"], posting: Posting(row), awaitsPosting: row["awaits_posting"],
                review: isReviewed ? try review("temporary_notice_id", row["id"]) : nil)
        }
    }

    /// One of the own unit's temporary notices.
    func temporaryNotice(_ id: Identifier<TemporaryNotice>) throws -> TemporaryNotice {
        guard
            let notice = try temporaryNotices("n.id = ? AND n.unit_id = ?", [id.rawValue, clerk.unit.id.rawValue]).first
        else { throw Refusal("本单位没有这条临时通知; 请按 F5 重新读取", reason: .stale) }
        return notice
    }

    /// The series of numbers of a system's temporary notices.
    static func temporarySeries(_ system: System) -> String { "\(system.rawValue).temporary" }

    /// - Parameter matter: the matter it tells of, and what; nil for a notice of its own.
    func insertTemporaryNotice(
        _ system: System, _ values: FormValues, of matter: Identifier<Matter>? = nil,
        _ purpose: TemporaryNotice.Purpose? = nil, review: ReviewMode = .none
    ) throws -> (id: Identifier<TemporaryNotice>, number: DocumentNumber) {
        let number = DocumentNumber(
            year: today.year, serial: try nextSerial(Self.temporarySeries(system), year: today.year))
        try db.execute(
            sql: """
                INSERT INTO temporary_notice (site_id, unit_id, system, matter_id, purpose, year, serial, title, body, signed_unit,
                  secrecy_checked, published_at, published_day, published_by, review)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
                """,
            arguments: [
                clerk.site.id.rawValue, clerk.unit.id.rawValue, system.rawValue, matter?.rawValue,
                purpose?.rawValue, number.year, number.serial, values.text("title"), values.text("body"),
                values.text("signed_unit"), now.iso, today.description,
                clerk.id.rawValue, review.rawValue,
            ])
        return (Identifier(db.lastInsertedRowID), number)
    }

    func withdrawTemporaryNotice(_ id: Identifier<TemporaryNotice>, reason: String) throws {
        try db.execute(
            sql: """
                UPDATE temporary_notice SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?, version = version + 1
                WHERE id = ?
                """, arguments: [now.iso, clerk.id.rawValue, reason, id.rawValue])
    }
}
