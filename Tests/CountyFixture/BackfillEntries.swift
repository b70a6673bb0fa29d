// What a clerk types to enter a hearing that was over before the console arrived: announced, noticed, held and reported in spring 2026.
import Model

/// Right entries for the three documents of such a hearing, their true days in order; a test changes what it is about.
public enum BackfillEntries {
    public static func announcement(day: String = "2026-03-02", hearing: String? = "2026-03-25") -> Entries {
        of(HearingEntries.announcement(on: hearing, commentsUntil: hearing ?? "2026-03-18"), day: day)
    }

    public static func notice(day: String = "2026-03-12", hearing: String = "2026-03-25") -> Entries {
        of(HearingEntries.notice(on: hearing), day: day)
    }

    public static func report(day: String = "2026-04-02") -> Entries { of(HearingEntries.report(), day: day) }

    /// A document of another system with its true day.
    public static func of(_ entries: Entries, day: String) -> Entries {
        var entries = entries
        entries["backfill_day"] = day
        entries["backfill_reason"] = "系统启用前已经发布"
        return entries
    }
}

extension County {
    /// Backfills a document, a hearing's unless another system is named, and reads the matter again.
    @discardableResult
    public func backfill(
        _ kind: DocumentKind, of matter: Matter? = nil, system: System = .hearing, _ entries: Entries,
        in session: Session
    ) throws -> Matter {
        let done = try office.perform(
            Backfill(kind, in: matter?.system ?? system, of: matter, entries: entries), in: session)
        return try office.matter(done.outcome.matter, in: session)
    }
}
