// Drafts that several sessions write: how one stands by now, what is kept beside it, and how a colleague gets it.
internal import GRDB

extension Office {
    /// Keeps what was typed beside the draft, which somebody else has written or taken: nothing is written over until the clerk
    /// has chosen. Waits as `keepDraft` does.
    /// - Parameter aside: what was kept so before, to be replaced.
    public func keepAside(
        _ form: String, matter: Identifier<Matter>?, entries: Entries, replacing aside: Identifier<DraftAside>?,
        in session: Session
    ) throws(Refusal) -> Identifier<DraftAside> {
        try keeping(in: session) { try $0.keepAside(form, matter: matter, entries: entries, replacing: aside) }
    }

    /// What was typed into a form while somebody else had its draft, the oldest first.
    public func aside(_ form: String, matter: Identifier<Matter>?, in session: Session) throws(Refusal) -> DraftAside? {
        try read(in: session) { try $0.aside(form, matter: matter) }
    }

    /// The clerk has chosen: what was kept beside the draft goes.
    public func dropAside(_ aside: Identifier<DraftAside>, in session: Session) throws(Refusal) {
        try write(in: session) { try $0.dropAside(aside) }
    }

    /// Gives a draft another form's name: what was typed for an earlier version goes on for the newest.
    public func rename(_ draft: Draft.Mark, to form: String, in session: Session) throws(Refusal) -> Draft.Mark {
        try write(in: session) { try $0.rename(draft, to: form) }
    }

    /// How the draft stands that a form rests on.
    public func standing(
        of known: Draft.Mark?, _ form: String, matter: Identifier<Matter>?, in session: Session
    ) throws(Refusal) -> DraftStanding {
        try read(in: session) { try $0.standing(of: known, form, matter: matter) }
    }

    /// What colleagues of the clerk's unit are writing, the latest first; of one form and matter where one is named.
    public func colleaguesDrafts(
        _ form: String? = nil, matter: Identifier<Matter>? = nil, in session: Session
    ) throws(Refusal) -> [Draft] {
        try read(in: session) { transaction in
            let clerk = transaction.clerk
            return try transaction.drafts(
                "d.unit_id = ? AND d.clerk_id <> ? \(form == nil ? "" : "AND d.form = ? AND d.matter_id IS ?")",
                [clerk.unit.id.rawValue, clerk.id.rawValue] + (form == nil ? [] : [form, matter?.rawValue]))
        }
    }
}

extension Transaction {
    func standing(of known: Draft.Mark?, _ form: String, matter: Identifier<Matter>?) throws -> DraftStanding {
        if let mine = try draft(form, matter: matter) { return mine.mark == known ? .same : .written(mine) }
        guard let known else { return .same }
        return try drafts("d.id = ? AND d.clerk_id <> ?", [known.id.rawValue, clerk.id.rawValue]).first
            .map { .takenOver($0) } ?? .gone
    }

    func keepAside(
        _ form: String, matter: Identifier<Matter>?, entries: Entries, replacing aside: Identifier<DraftAside>?
    ) throws -> Identifier<DraftAside> {
        try mustWriteDrafts(nil, form)
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

    func rename(_ draft: Draft.Mark, to form: String) throws -> Draft.Mark {
        if let lock = try review(ofDraft: draft.id)?.lock { throw Refusal(lock, reason: .stale) }
        try db.execute(
            sql: "UPDATE draft SET form = ?, version = version + 1 WHERE id = ? AND version = ? AND clerk_id = ?",
            arguments: [form, draft.id.rawValue, draft.version, clerk.id.rawValue])
        guard db.changesCount == 1 else { throw Refusal("这份草稿已在别处改动, 请重新打开", reason: .stale) }
        return Draft.Mark(id: draft.id, version: draft.version + 1)
    }
}
