// Drafts in the store: rows by clerk, form and matter.
internal import GRDB

extension Office {
    /// Keeps what was typed. Waits at most a tenth of a second for the lock.
    /// - Parameter known: the draft as the form knows it; nil where the form knows of none.
    /// - Parameter attachments: the published files that a new draft begins with.
    /// - Returns: the draft as it is now.
    /// - Throws: `Refusal`, `.stale` if somebody wrote or took the draft meanwhile; what was typed is then still in the form.
    @discardableResult
    public func keepDraft(
        _ form: String, matter: Identifier<Matter>?, entries: Entries, attachments: [Attachment] = [],
        known: Draft.Mark? = nil, in session: Session
    ) throws(Refusal) -> Draft.Mark {
        try keeping(in: session) { transaction in
            let isNew = try transaction.draft(form, matter: matter) == nil
            let mark = try transaction.keepDraft(form, matter: matter, entries: entries, known: known)
            if isNew { try transaction.copy(attachments, to: "draft_id", mark.id.rawValue) }
            return mark
        }
    }

    /// Keeps typing: waits shortly for the lock, for the clerk is typing on.
    func keeping<Value>(
        in session: Session, _ body: (Transaction) throws -> Value
    ) throws(Refusal) -> Value {
        try Store.mapped(path) {
            do {
                try store.mustBeInPlace()
                return try store.queue.write { db in
                    try Store.checkSchema(db)
                    return try body(try Transaction(db, session: session, now: clock.now()))
                }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                throw Refusal("别人正在写入, 草稿还没有存下; 您输入的内容还在, 稍后会再存", reason: .store)
            }
        }
    }

    /// The clerk's draft of a form, or nil.
    public func draft(_ form: String, matter: Identifier<Matter>?, in session: Session) throws(Refusal) -> Draft? {
        try read(in: session) { try $0.draft(form, matter: matter) }
    }

    /// All the clerk's drafts, the latest first.
    public func drafts(in session: Session) throws(Refusal) -> [Draft] {
        try read(in: session) { transaction in
            try transaction.drafts("d.clerk_id = ?", [transaction.clerk.id.rawValue])
        }
    }

    /// Throws a draft and its files away.
    /// - Parameter known: the draft as the clerk saw it; one that was written since is not thrown away.
    public func discardDraft(
        _ form: String, matter: Identifier<Matter>?, known: Draft.Mark? = nil, in session: Session
    ) throws(Refusal) {
        try write(in: session) { transaction in
            if let known,
                let sentence = try transaction.standing(of: known, form, matter: matter).sentence(on: transaction.today)
            {
                throw Refusal("\(sentence), 没有丢掉", reason: .stale)
            }
            try transaction.mustBeUnlocked(form, matter: matter)
            try transaction.discardDraft(form, matter: matter)
        }
    }

    /// Attaches a checked file to a draft, keeping the draft's entries as they are (H8, G2).
    /// - Throws: `Refusal` if the draft has the most files already, or one of the same name.
    public func attach(
        _ name: String, _ bytes: [UInt8], toDraft form: String, matter: Identifier<Matter>?, in session: Session
    ) throws(Refusal) {
        try write(in: session) { transaction in
            try transaction.attach(name, bytes, toDraft: form, matter: matter)
        }
    }

    /// Takes a file off a draft.
    public func detach(_ attachment: Identifier<Attachment>, in session: Session) throws(Refusal) {
        try write(in: session) { transaction in
            try transaction.detach(attachment)
        }
    }
}

extension Transaction {
    @discardableResult
    func keepDraft(
        _ form: String, matter: Identifier<Matter>?, entries: Entries, known: Draft.Mark?
    ) throws -> Draft.Mark {
        try mustWriteDrafts(matter, form)
        try mustBeUnlocked(form, matter: matter)
        if let sentence = try standing(of: known, form, matter: matter).sentence(on: today) {
            throw Refusal("\(sentence); 您输入的内容还在", reason: .stale)
        }
        let row = try Row.fetchOne(
            db,
            sql: """
                INSERT INTO draft (clerk_id, unit_id, form, matter_id, entries, started_at, saved_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (clerk_id, form, ifnull(matter_id, 0)) DO UPDATE
                SET entries = excluded.entries, saved_at = excluded.saved_at, version = version + 1 RETURNING id, version
                """,
            arguments: [
                clerk.id.rawValue, clerk.unit.id.rawValue, form, matter?.rawValue, try jsonText(entries.texts), now.iso,
                now.iso,
            ])
        return Draft.Mark(id: Identifier(row?["id"] ?? 0), version: row?["version"] ?? 0)
    }

    /// R1: what is under review is not written, thrown away or handed on.
    func mustBeUnlocked(_ form: String, matter: Identifier<Matter>?) throws {
        if let lock = try draft(form, matter: matter)?.review?.lock { throw Refusal(lock, reason: .stale) }
    }

    func mustWriteDrafts(_ matter: Identifier<Matter>?, _ form: String) throws {
        let writers = FormTasks.writers(ofDraft: form)
        guard !clerk.roles.isDisjoint(with: writers) else {
            let titles = Role.allCases.filter(writers.contains).map(\.title).joined(separator: "或")
            throw Refusal("草稿要由\(titles)写, 您的角色是\(clerk.roleTitles)", reason: .notAllowed)
        }
        if let matter { try mustBelongToUnit(matter) }
    }

    func draft(_ form: String, matter: Identifier<Matter>?) throws -> Draft? {
        try drafts(
            "d.clerk_id = ? AND d.form = ? AND d.matter_id IS ?",
            [clerk.id.rawValue, form, matter?.rawValue]
        ).first
    }

    func drafts(_ condition: String, _ arguments: StatementArguments) throws -> [Draft] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT d.*, ifnull(m.title, n.title) AS title, c.full_name FROM draft d JOIN clerk c ON c.id = d.clerk_id
                LEFT JOIN matter m ON m.id = d.matter_id
                LEFT JOIN supervision_note n ON d.form = 'supervision.answer.' || n.id
                  AND n.id = CAST(substr(d.form, 20) AS INTEGER)
                WHERE \(condition) ORDER BY d.saved_at DESC, d.id DESC
                """, arguments: arguments)
        return try rows.map { row in
            let entries = Entries(try fields(ofJSON: row["entries"]))
            return Draft(
                id: Identifier(row["id"]), version: row["version"], writer: Identifier(row["clerk_id"]),
                writerName: row["full_name"], heldSince: Moment(utc: row["started_at"]) ?? now, form: row["form"],
                matter: (row["matter_id"] as Int64?).map { Identifier($0) }, title: row["title"] ?? entries["title"],
                entries: entries, attachments: try attachments("draft_id", row["id"]),
                savedAt: Moment(utc: row["saved_at"]) ?? now, review: try review(ofDraft: Identifier(row["id"])))
        }
    }

    func discardDraft(_ form: String, matter: Identifier<Matter>?) throws {
        guard let draft = try draft(form, matter: matter) else { return }
        try db.execute(sql: "DELETE FROM draft WHERE id = ?", arguments: [draft.id.rawValue])
        for attachment in draft.attachments { try dropContent(attachment.sha256) }
    }
}
