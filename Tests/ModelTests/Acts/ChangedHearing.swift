// A hearing that is changed in tests, and the acts that change it in a word each.
import CountyFixture
import Model

/// One hearing of 发展和改革局, as its publisher sees it.
struct ChangedHearing {
    let county: County
    let session: Session
    var matter: Matter

    /// Announced for 2026-12-08 on the morning of 2026-11-20, and noticed a moment later where it is told.
    init(on day: String? = "2026-12-08", noticed: Bool = false, commentsUntil: String = "2026-12-01") throws {
        county = try County()
        session = try county.signIn("fabu")
        matter = try county.publish(
            .announcement, HearingEntries.announcement(on: day, commentsUntil: commentsUntil), in: session)
        if noticed { try notice(on: day ?? "2026-12-08") }
    }

    mutating func notice(on day: String = "2026-12-08") throws {
        matter = try county.publish(.notice, of: matter, HearingEntries.notice(on: day), in: session)
    }

    mutating func report() throws {
        try county.goTo("2026-12-09T09:00")
        matter = try county.publish(.report, of: matter, HearingEntries.report(), in: session)
    }

    /// A citizen's comment arrives.
    func comment(hidden: Bool = false) throws {
        try county.raw(
            """
            INSERT INTO every_comment (matter_id, channel, body, received_at, received_day, hidden_at, hidden_reason)
            VALUES (\(matter.id.rawValue), 'web', '太贵', '2026-11-20T02:00:00.000Z', '2026-11-20',
              \(hidden ? "'2026-11-20T02:00:00.000Z', '广告'" : "NULL, NULL"))
            """)
    }

    func document(_ kind: DocumentKind) throws -> Document {
        guard let document = matter.document(kind) else { throw Refusal("no \(kind.rawValue)") }
        return document
    }

    @discardableResult
    mutating func revise(
        _ revision: Revision, _ kind: DocumentKind, _ changes: [String: String], lateReason: String = ""
    ) throws -> Revised {
        let document = try document(kind)
        let request = RevisionRequest(
            kind, of: matter, base: document.versions, entries: HearingEntries.revision(of: document, changes),
            lateReason: lateReason)
        let done =
            switch revision {
            case .modify: try county.office.perform(Modify(request), in: session)
            case .correct: try county.office.perform(Correct(request), in: session)
            }
        try read()
        return done.outcome
    }

    mutating func delete(_ kind: DocumentKind, reason: String = "发错了单位") throws {
        let done = try county.office.perform(DeleteDocument(kind, of: matter, reason: reason), in: session)
        if !done.outcome { try read() }
    }

    mutating func postpone(to day: String, lateReason: String = "") throws {
        _ = try county.office.perform(
            Postpone(matter, entries: HearingEntries.postponement(to: day), lateReason: lateReason), in: session)
        try read()
    }

    mutating func terminate() throws {
        _ = try county.office.perform(Terminate(matter, entries: HearingEntries.termination()), in: session)
        try read()
    }

    mutating func read() throws { matter = try county.office.matter(matter.id, in: session) }

    var lights: [String: Light] {
        Dictionary(uniqueKeysWithValues: matter.deadlines.map { ($0.rule, $0.light) })
    }
    var dues: [String: String] {
        Dictionary(uniqueKeysWithValues: matter.deadlines.map { ($0.rule, $0.due.description) })
    }
    var cells: [String] {
        Procedure.hearing.stateDocuments.map {
            Procedure.hearing.cell($0.kind, published: matter.published, isEnded: matter.ending != nil).text
        }
    }
}
