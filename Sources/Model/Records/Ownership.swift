// Who may act on what, and what a stale save is told.
internal import GRDB

extension Transaction {
    /// H9: the rows of a table that a clerk's lists and figures hold, as SQL: a supervisor's the whole site, everybody else's the own unit.
    func scope(of table: String) -> (sql: String, id: Int64) {
        clerk.roles.contains(.supervisor)
            ? ("\(table).site_id = ?", clerk.site.id.rawValue) : ("\(table).unit_id = ?", clerk.unit.id.rawValue)
    }

    /// What a clerk reads one by one, as SQL: everything published at the own site, for supervisors also at those below it (H9).
    func sitesSeen(of table: String) -> String {
        clerk.roles.contains(.supervisor)
            ? "\(table).site_id IN (\(PeriodDeadlines.sites(from: clerk.site.id)))"
            : "\(table).site_id = \(clerk.site.id.rawValue)"
    }

    /// Every clerk of the site reads, the own unit acts.
    func mustBeOwn(_ matter: Matter) throws { try mustBeOwn(matter.unit) }

    func mustBeOwn(_ unit: Unit) throws {
        guard unit.id == clerk.unit.id else {
            throw Refusal("这件事项属于\(unit.name), 您只能办理\(clerk.unit.name)的事项", reason: .notAllowed)
        }
    }

    /// The same for a draft, which outlives the deletion of its matter, so that nothing typed is lost.
    func mustBelongToUnit(_ matter: Identifier<Matter>) throws {
        let unit = try Int64.fetchOne(
            db, sql: "SELECT unit_id FROM matter WHERE id = ?", arguments: [matter.rawValue])
        if unit != clerk.unit.id.rawValue { try mustBeOwn(try self.matter(matter)) }
    }

    /// A matter of the own unit that an act is about to change.
    /// - Parameter refusal: why the act cannot be done with the matter as it is now, or nil.
    /// - Throws: `Refusal`, also where somebody has changed the matter since it was read.
    func matter(
        _ id: Identifier<Matter>, version: Int, unless refusal: (Matter) throws -> String?
    ) throws -> Matter {
        let matter = try matter(id)
        try mustBeOwn(matter)
        if let refusal = try refusal(matter) { throw Refusal(refusal) }
        guard matter.version == version else { throw try stale(id) }
        return matter
    }

    /// The same where an act may open a new matter instead of changing one.
    /// - Parameter read: the matter as it was read; nil for a new one.
    func current(_ read: Matter?, unless refusal: (Matter?) throws -> String?) throws -> Matter? {
        if let read { return try matter(read.id, version: read.version, unless: refusal) }
        if let refusal = try refusal(nil) { throw Refusal(refusal) }
        return nil
    }

    /// The refusal of a save that rests on an older reading, naming who changed the matter and when.
    func stale(_ matter: Identifier<Matter>) throws -> Refusal {
        guard let change = try lastChange(of: matter) else {
            return Refusal("这件事项已被修改, 请按 F5 重新读取", reason: .stale)
        }
        return Refusal("\(change) 已修改, 请按 F5 重新读取; 您输入的内容还在", reason: .stale)
    }

    /// What is journaled of a matter and leaves it as it was.
    private static let unchanging = [
        TakeOverDraft.name, TakeAttachment.name, RegisterPosting.name, ImportComments.name,
        SendSupervisionNote.name, AnswerSupervisionNote.name, WithdrawSupervisionNote.name,
        AcceptSupervisionAnswer.name,
    ]

    /// Who last changed a matter, and when, such as `吴敏 10:42`.
    func lastChange(of matter: Identifier<Matter>) throws -> String? {
        let marks = Self.unchanging.map { _ in "?" }.joined(separator: ",")
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT clerk_id, clerk, at FROM journal
                WHERE matter_id = ? AND is_refusal = 0 AND clerk_id IS NOT NULL AND act NOT IN (\(marks))
                  AND subject NOT LIKE 'comment:%'
                ORDER BY id DESC LIMIT 1
                """, arguments: [matter.rawValue] + StatementArguments(Self.unchanging))
        guard let row, let at = Moment(utc: row["at"]) else { return nil }
        let name: String = Identifier<Clerk>(row["clerk_id"]) == clerk.id ? "您在另一处" : row["clerk"]
        return "\(name) \(at.told(on: today))"
    }
}

extension Office {
    /// Who last changed a matter, and when, such as `吴敏 10:42`; nil where nobody has.
    public func lastChange(of matter: Identifier<Matter>, in session: Session) throws(Refusal) -> String? {
        try read(in: session) { try $0.lastChange(of: matter) }
    }
}
