// A county in which hearings are reviewed.
import CountyFixture
import Model

extension County {
    /// Sets how hearings are reviewed.
    func review(_ mode: ReviewMode) throws { try set(Setting.review(.hearing).name, mode.title) }

    /// Keeps an announcement as a draft, with a file, and hands it in.
    @discardableResult
    func submit(
        _ entries: Entries = HearingEntries.announcement(), in session: Session, to office: Office? = nil
    ) throws -> Draft {
        let office = office ?? self.office
        let form = Draft.form(.hearing, .announcement)
        let known = try office.draft(form, matter: nil, in: session)?.mark
        try office.keepDraft(form, matter: nil, entries: entries, known: known, in: session)
        let mark = try office.draft(form, matter: nil, in: session)?.mark
        _ = try office.perform(SubmitForReview(form, matter: nil, mark), in: session)
        guard let draft = try office.draft(form, matter: nil, in: session) else { throw Refusal("no draft") }
        return draft
    }

    /// What waits for a reviewer.
    func waiting(_ session: Session, _ office: Office? = nil) throws -> [Review] {
        try (office ?? self.office).reviews(.first, limit: 100, in: session).rows
    }

    /// Decides on the only text that waits.
    @discardableResult
    func decide(_ decision: DecideReview.Decision = .agree, in session: Session) throws -> Review {
        guard let review = try waiting(session).first else { throw Refusal("nothing waits") }
        return try office.perform(DecideReview(review, decision), in: session).outcome
    }

    static var signed: Entries { HearingEntries.announcement().signed(on: "2026-11-19") }
}
