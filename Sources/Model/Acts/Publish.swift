// 发布: a document goes out to the public.

/// Publishes the next document of a matter, or opens a matter with its first (H1-H4, H6, H7, G4).
public struct Publish: Act {
    public static let name = "publish"
    public static let title = "发布"
    public static let roles: Set<Role> = [.publisher]

    /// What was published.
    public struct Published: Sendable {
        public let matter: Identifier<Matter>
        public let number: DocumentNumber
        /// 听证公告, 听证通知 and so on.
        public let documentName: String
    }

    let system: System
    let kind: DocumentKind
    let matter: Identifier<Matter>?
    let matterVersion: Int?
    let entries: Entries
    let lateReason: String

    /// - Parameters:
    ///   - matter: the matter, as it was read; nil for the first document, which opens one.
    ///   - lateReason: the clerk's written reason; needed when a deadline is missed.
    public init(_ kind: DocumentKind, in system: System, of matter: Matter?, entries: Entries, lateReason: String = "")
    {
        self.system = system
        self.kind = kind
        self.matter = matter?.id
        matterVersion = matter?.version
        self.entries = entries
        self.lateReason = lateReason
    }

    public var subjectMatter: Identifier<Matter>? { matter }

    public func perform(in office: Transaction) throws -> Performed<Published> {
        guard let procedure = Procedure.of(system), let document = procedure.document(kind) else {
            throw Refusal("\(system.rawValue) 没有这种文书")
        }
        let before = try matter.map(office.matter)
        if let before {
            try office.mustBeOwn(before)
            if let refusal = PublicationCheck.refusal(procedure, document, of: before, now: office.now) {
                throw Refusal(refusal)
            }
            guard before.version == matterVersion else { throw try office.stale(before.id) }
        } else if let refusal = PublicationCheck.refusal(procedure, document, of: nil, now: office.now) {
            throw Refusal(refusal)
        }
        let check = PublicationCheck(procedure, document, of: before, entries: entries, try office.context())
        if let first = check.errors.first {
            throw Refusal(first.sentence, fields: check.errors)
        }
        let reason = try WrittenReason.read(lateReason, forLate: check.late, doing: Self.title)

        let id = try before?.id ?? office.openMatter(check)
        let inserted = try office.insertDocument(check, in: id)
        try office.moveAttachments(fromDraftOf: Draft.form(system, kind), matter: before?.id, to: inserted.version)
        try office.settle(id, late: check.late, lateReason: reason)
        try office.discardDraft(Draft.form(system, kind), matter: before?.id)

        return Performed(
            Published(matter: id, number: inserted.number, documentName: document.name),
            Self.entry(
                document, check.values, id: inserted.id, of: id, number: inserted.number, late: check.late,
                reason: reason))
    }

    /// What the journal says of a publication.
    static func entry(
        _ document: DocumentDescription, _ values: FormValues, id: Identifier<Document>, of matter: Identifier<Matter>,
        number: DocumentNumber, late: [PublicationCheck.Late], reason: String?
    ) -> Journal.Entry {
        let lateness = late.isEmpty ? "" : ", " + late.map(\.sentence).joined(separator: "; ")
        return Journal.Entry(
            matter: matter, subject: "document:\(id.rawValue)",
            sentence: "发布\(document.name)《\(values.text("title") ?? "")》, 编号 \(number)\(lateness)",
            after: document.form.labelled(values), reason: reason)
    }

    /// The longest reason, in characters.
    public static let longestReason = WrittenReason.longest
}
