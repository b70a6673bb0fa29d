// Drafts in the store: rows by clerk, form and matter.
internal import GRDB

extension Office {
    /// Keeps what was typed. Waits at most a tenth of a second for the lock.
    /// - Parameter known: the draft as the form knows it; nil where the form knows of none.
    /// - Returns: the draft as it is now.
    /// - Throws: `Refusal`, `.stale` if somebody wrote or took the draft meanwhile; what was typed is then still in the form.
    @discardableResult
    public func keepDraft(
        _ form: String, matter: Identifier<Matter>?, entries: Entries, known: Draft.Mark? = nil, in session: Session
    ) throws(Refusal) -> Draft.Mark {
        try keeping(in: session) { try $0.keepDraft(form, matter: matter, entries: entries, known: known) }
    }

    /// Keeps what was typed beside the draft, which somebody else has written or taken: nothing is written over until the clerk
    /// has chosen. Waits as `keepDraft` does.
    /// - Parameter aside: what was kept so before, to be replaced.
    public func keepAside(
        _ form: String, matter: Identifier<Matter>?, entries: Entries, replacing aside: Identifier<DraftAside>?,
        in session: Session
    ) throws(Refusal) -> Identifier<DraftAside> {
        try keeping(in: session) { try $0.keepAside(form, matter: matter, entries: entries, replacing: aside) }
    }

    private func keeping<Value>(
        in session: Session, _ body: (Transaction) throws -> Value
    ) throws(Refusal) -> Value {
        try Store.mapped(path) {
            do {
                return try store.queue.write { db in
                    try Store.checkSchema(db)
                    return try body(try Transaction(db, session: session, now: clock.now()))
                }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                throw Refusal("别人正在写入, 草稿还没有存下; 您输入的内容还在, 稍后会再存", reason: .store)
            }
        }
    }

    /// What was typed into a form while somebody else had its draft, the oldest first.
    public func aside(_ form: String, matter: Identifier<Matter>?, in session: Session) throws(Refusal) -> DraftAside? {
        try read(in: session) { try $0.aside(form, matter: matter) }
    }

    /// The clerk has chosen: what was kept beside the draft goes.
    public func dropAside(_ aside: Identifier<DraftAside>, in session: Session) throws(Refusal) {
        try write(in: session) { try $0.dropAside(aside) }
    }

    /// How the draft stands that a form rests on.
    public func standing(
        of known: Draft.Mark?, _ form: String, matter: Identifier<Matter>?, in session: Session
    ) throws(Refusal) -> DraftStanding {
        try read(in: session) { try $0.standing(of: known, form, matter: matter) }
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

    /// What colleagues of the clerk's unit are writing, the latest first; of one form and matter where one is named.
    public func colleaguesDrafts(
        _ form: String? = nil, matter: Identifier<Matter>? = nil, in session: Session
    ) throws(Refusal) -> [Draft] {
        try read(in: session) { transaction in
            let clerk = transaction.clerk
            let all = try transaction.drafts(
                "d.unit_id = ? AND d.clerk_id <> ?", [clerk.unit.id.rawValue, clerk.id.rawValue])
            return form == nil ? all : all.filter { $0.form == form && $0.matter == matter }
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
        try mustWriteDrafts(matter)
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

    func mustWriteDrafts(_ matter: Identifier<Matter>?) throws {
        guard clerk.roles.contains(.publisher) else {
            throw Refusal("草稿要由发布员写, 您的角色是\(clerk.roleTitles)", reason: .notAllowed)
        }
        if let matter { try mustBeOwn(try self.matter(matter)) }
    }

    func standing(of known: Draft.Mark?, _ form: String, matter: Identifier<Matter>?) throws -> DraftStanding {
        if let mine = try draft(form, matter: matter) { return mine.mark == known ? .same : .written(mine) }
        guard let known else { return .same }
        return try drafts("d.id = ? AND d.clerk_id <> ?", [known.id.rawValue, clerk.id.rawValue]).first
            .map { .takenOver($0) } ?? .gone
    }

    func keepAside(
        _ form: String, matter: Identifier<Matter>?, entries: Entries, replacing aside: Identifier<DraftAside>?
    ) throws -> Identifier<DraftAside> {
        try mustWriteDrafts(nil)
        if let aside { try dropAside(aside) }
        try db.execute(
            sql: "INSERT INTO draft_aside (clerk_id, form, matter_id, entries, typed_at) VALUES (?, ?, ?, ?, ?)",
            arguments: [clerk.id.rawValue, form, matter?.rawValue, try jsonText(entries.texts), now.iso])
        return Identifier(db.lastInsertedRowID)
    }

    func aside(_ form: String, matter: Identifier<Matter>?) throws -> DraftAside? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM draft_aside WHERE clerk_id = ? AND form = ? AND matter_id IS ? ORDER BY id LIMIT 1",
            arguments: [clerk.id.rawValue, form, matter?.rawValue]
        ).map { row in
            DraftAside(
                id: Identifier(row["id"]), entries: Entries(try fields(ofJSON: row["entries"])),
                typedAt: Moment(utc: row["typed_at"]) ?? now)
        }
    }

    /// What was left beside a draft that is no more becomes the clerk's draft again, so that the next sign-in offers it.
    func takeUpAsides() throws {
        let alone = """
            clerk_id = ? AND id = (SELECT min(b.id) FROM draft_aside b
              WHERE b.clerk_id = a.clerk_id AND b.form = a.form AND b.matter_id IS a.matter_id)
            AND NOT EXISTS (SELECT 1 FROM draft d
              WHERE d.clerk_id = a.clerk_id AND d.form = a.form AND d.matter_id IS a.matter_id)
            """
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM draft_aside a WHERE \(alone)", arguments: [clerk.id.rawValue])
        for row in rows {
            try db.execute(
                sql: """
                    INSERT INTO draft (clerk_id, unit_id, form, matter_id, entries, started_at, saved_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    clerk.id.rawValue, clerk.unit.id.rawValue, row["form"], row["matter_id"], row["entries"], now.iso,
                    row["typed_at"],
                ])
            try dropAside(Identifier(row["id"]))
        }
    }

    func dropAside(_ aside: Identifier<DraftAside>) throws {
        try db.execute(
            sql: "DELETE FROM draft_aside WHERE id = ? AND clerk_id = ?",
            arguments: [aside.rawValue, clerk.id.rawValue])
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
                SELECT d.*, m.title, c.full_name FROM draft d JOIN clerk c ON c.id = d.clerk_id
                LEFT JOIN matter m ON m.id = d.matter_id
                WHERE \(condition) ORDER BY d.saved_at DESC, d.id DESC
                """, arguments: arguments)
        return try rows.map { row in
            let entries = Entries(try fields(ofJSON: row["entries"]))
            return Draft(
                id: Identifier(row["id"]), version: row["version"], writer: Identifier(row["clerk_id"]),
                writerName: row["full_name"], heldSince: Moment(utc: row["started_at"]) ?? now, form: row["form"],
                matter: (row["matter_id"] as Int64?).map { Identifier($0) }, title: row["title"] ?? entries["title"],
                entries: entries, attachments: try attachments("draft_id", row["id"]),
                savedAt: Moment(utc: row["saved_at"]) ?? now)
        }
    }

    /// A draft of the clerk's unit.
    func unitDraft(_ id: Identifier<Draft>) throws -> Draft? {
        try drafts("d.id = ? AND d.unit_id = ?", [id.rawValue, clerk.unit.id.rawValue]).first
    }

    /// Makes a draft the clerk's own from now on.
    func hand(_ draft: Identifier<Draft>) throws {
        try db.execute(
            sql: "UPDATE draft SET clerk_id = ?, started_at = ?, version = version + 1 WHERE id = ?",
            arguments: [clerk.id.rawValue, now.iso, draft.rawValue])
    }

    func discardDraft(_ form: String, matter: Identifier<Matter>?) throws {
        guard let draft = try draft(form, matter: matter) else { return }
        try db.execute(sql: "DELETE FROM draft WHERE id = ?", arguments: [draft.id.rawValue])
        for attachment in draft.attachments { try dropContent(attachment.sha256) }
    }
}
