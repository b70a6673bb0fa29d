// 补录: a document that was published before the console arrived is entered with its true day.

/// Enters one document of a matter that was running before, or opens such a matter with its first (H6, H7).
///
/// It is marked, never counted late and never sent out to the public again.
public struct Backfill: Act {
    public static let name = "backfill"
    public static let title = "补录"
    public static let roles: Set<Role> = [.publisher]

    let system: System
    let kind: DocumentKind
    let matter: Matter?
    let entries: Entries

    /// - Parameters:
    ///   - matter: the backfilled matter, as it was read; nil for the first document, which opens one.
    ///   - entries: the document's own form and the fields of `BackfillCheck`.
    public init(_ kind: DocumentKind, in system: System, of matter: Matter?, entries: Entries) {
        self.system = system
        self.kind = kind
        self.matter = matter
        self.entries = entries
    }

    public var subjectMatter: Identifier<Matter>? { matter?.id }

    /// The name under which a document being backfilled stands among drafts.
    public static func draftForm(_ system: System, _ kind: DocumentKind) -> String {
        Draft.form(system, kind) + ".backfill"
    }

    public func perform(in office: Transaction) throws -> Performed<Publish.Published> {
        let (procedure, document) = try system.described(kind)
        let before = try office.current(matter) {
            BackfillCheck.refusal(procedure, document, of: $0, now: office.now)
        }
        let check = BackfillCheck(procedure, document, of: before, entries: entries, try office.context())
        if let first = check.errors.first { throw Refusal(first.sentence, fields: check.errors) }

        let id = try before?.id ?? office.openMatter(check.publication, backfilledDay: office.today)
        let inserted = try office.insertBackfilled(check, in: id)
        let draft = Self.draftForm(system, kind)
        try office.moveAttachments(fromDraftOf: draft, matter: before?.id, to: inserted.version)
        try office.settle(id, late: [], lateReason: nil)
        try office.discardDraft(draft, matter: before?.id)
        return Performed(
            Publish.Published(matter: id, number: inserted.number, documentName: document.name),
            Self.entry(check, id: inserted.id, of: id, number: inserted.number))
    }

    /// What the journal says of a backfilled document.
    static func entry(
        _ check: BackfillCheck, id: Identifier<Document>, of matter: Identifier<Matter>, number: DocumentNumber
    ) -> Journal.Entry {
        let values = check.publication.values
        return Journal.Entry(
            matter: matter, subject: "document:\(id.rawValue)",
            sentence: "补录\(check.document.name)《\(values.text("title") ?? "")》, 编号 \(number), 原发布日期 \(check.day)",
            after: check.document.form.labelled(values), reason: check.reason)
    }
}
