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
    let matter: Matter?
    let entries: Entries
    let lateReason: String
    let emergency: String?

    /// - Parameters:
    ///   - matter: the matter, as it was read; nil for the first document, which opens one.
    ///   - entries: the document's form; where it is signed on paper, the fields of `PaperApproval` besides.
    ///   - lateReason: the clerk's written reason; needed when a deadline is missed.
    ///   - emergency: the clerk's reason for publishing before it is reviewed; nil for doing it in order.
    public init(
        _ kind: DocumentKind, in system: System, of matter: Matter?, entries: Entries, lateReason: String = "",
        emergency: String? = nil
    ) {
        self.system = system
        self.kind = kind
        self.matter = matter
        self.entries = entries
        self.lateReason = lateReason
        self.emergency = emergency
    }

    public var subjectMatter: Identifier<Matter>? { matter?.id }

    public func perform(in office: Transaction) throws -> Performed<Published> {
        let (procedure, document) = try system.described(kind)
        let before = try office.current(matter) {
            PublicationCheck.refusal(procedure, document, of: $0, now: office.now)
        }
        let check = PublicationCheck(procedure, document, of: before, entries: entries, try office.context())
        if let first = check.errors.first {
            throw Refusal(first.sentence, fields: check.errors)
        }
        let reason = try WrittenReason.read(lateReason, forLate: check.late, doing: Self.title)

        let request = PublicationRequest(
            system, form: Draft.form(system, kind), of: before?.id, document.name,
            title: check.values.text("title") ?? "")
        let clearance = try office.clearance(request, document.form, entries, emergency: emergency)

        let id = try before?.id ?? office.openMatter(check)
        let inserted = try office.insertDocument(check, in: id, review: clearance.mode)
        try office.register(clearance, request, .version(inserted.version), in: id)
        try office.moveAttachments(fromDraftOf: Draft.form(system, kind), matter: before?.id, to: inserted.version)
        try office.settle(id, late: check.late, lateReason: reason)
        try office.discardDraft(Draft.form(system, kind), matter: before?.id)

        return Performed(
            Published(matter: id, number: inserted.number, documentName: document.name),
            Self.entry(
                document, check.values, id: inserted.id, of: id, number: inserted.number, late: check.late,
                reason: reason
            ).cleared(by: clearance))
    }

    /// What the journal says of a publication.
    static func entry(
        _ document: DocumentDescription, _ values: FormValues, id: Identifier<Document>, of matter: Identifier<Matter>,
        number: DocumentNumber, late: [PublicationCheck.Late], reason: String?
    ) -> Journal.Entry {
        Journal.Entry(
            matter: matter, subject: "document:\(id.rawValue)",
            sentence: "发布\(document.name)《\(values.text("title") ?? "")》, 编号 \(number)",
            after: document.form.labelled(values)
        ).missing(late, because: reason)
    }
}
