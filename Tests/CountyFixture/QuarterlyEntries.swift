// What a careful clerk types into a bulletin, and the acts on bulletins that tests do.
import Model

/// Right entries for a bulletin; a test changes what it is about.
public enum QuarterlyEntries {
    /// - Parameter quarter: nil for a sudden one.
    public static func bulletin(_ quarter: Quarter?, title: String? = nil) -> Entries {
        var entries = Entries([
            "title": title ?? "关于\(quarter?.text ?? "山洪灾害处置")重点工作落实情况的通报", "category": "projects",
            "content": "供水管网改造完成七成, 其余年底前完成。", "contact": "李文 0872-7520000", "signed_unit": "发展和改革局",
            "signed_day": "2026-01-05", "secrecy_checked": "1", "occasion": quarter == nil ? "sudden" : "quarter",
        ])
        if let quarter {
            entries["period_year"] = "\(quarter.year)"
            entries["period_quarter"] = "\(quarter.number)"
        }
        return entries
    }
}

extension Quarter {
    /// A quarter of which a test knows that it is one.
    public static func of(_ year: Int, _ number: Int) -> Quarter {
        guard let quarter = Quarter(year, number) else { preconditionFailure("no such quarter") }
        return quarter
    }
}

extension County {
    /// Publishes a bulletin and reads its matter.
    @discardableResult
    public func publishBulletin(
        _ quarter: Quarter?, title: String? = nil, lateReason: String = "", in session: Session
    ) throws -> Matter {
        let done = try office.perform(
            Publish(
                .announcement, in: .bulletin, of: nil, entries: QuarterlyEntries.bulletin(quarter, title: title),
                lateReason: lateReason), in: session)
        return try office.matter(done.outcome.matter, in: session)
    }

    /// Enters a bulletin that was published on a day before.
    @discardableResult
    public func backfillBulletin(_ quarter: Quarter?, on day: Day, in session: Session) throws -> Matter {
        var entries = QuarterlyEntries.bulletin(quarter)
        entries["backfill_day"] = day.description
        entries["backfill_reason"] = "系统启用前已经发布"
        let done = try office.perform(
            Backfill(.announcement, in: .bulletin, of: nil, entries: entries), in: session)
        return try office.matter(done.outcome.matter, in: session)
    }

    /// Modifies a bulletin so that it tells of another quarter.
    @discardableResult
    public func move(
        _ bulletin: Matter, to quarter: Quarter, lateReason: String = "", in session: Session
    ) throws -> Matter {
        var entries = QuarterlyEntries.bulletin(quarter)
        entries["revision_reason"] = "季度写错"
        let request = RevisionRequest(
            .announcement, of: bulletin, base: bulletin.document(.announcement)?.versions ?? 0, entries: entries,
            lateReason: lateReason)
        _ = try office.perform(Modify(request), in: session)
        return try office.matter(bulletin.id, in: session)
    }

    /// Sets from which quarter on a unit owes bulletins, or owes none.
    public func setDuty(_ change: SetPeriodDuty.Change, of unit: String, in session: Session) throws {
        let row = try quarters(of: unit, in: session)
        _ = try office.perform(
            SetPeriodDuty(change, in: .bulletin, of: row.id, read: row.duty, reason: "县政府办公室通知"), in: session)
    }

    /// A unit's quarters as the page of quarters has them, the present one last.
    public func quarters(of unit: String, count: Int = 8, in session: Session) throws -> UnitQuarters {
        let page = try office.unitQuarters(.bulletin, .first, quarters: count, limit: 100, in: session)
        guard let row = page.rows.first(where: { $0.shortName == unit }) else { throw Refusal("no such unit: \(unit)") }
        return row
    }

    /// One quarter of a unit as a word.
    public func word(_ quarter: Quarter, of unit: String, in session: Session) throws -> String? {
        try quarters(of: unit, in: session).quarters.first { $0.quarter == quarter }?.word
    }
}
