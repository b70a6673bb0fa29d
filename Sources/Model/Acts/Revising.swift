// What 修改 and 更正 have in common: a new version of a document, and the matter brought up to date with it.

/// What a new version of a document is made from.
public struct RevisionRequest: Sendable {
    let kind: DocumentKind
    let matter: Matter
    /// The version of the document that was read.
    let base: Int
    let entries: Entries
    let lateReason: String
    let emergency: String?

    /// - Parameters:
    ///   - matter: the matter, as it was read.
    ///   - base: the version of the document on which the entries rest.
    ///   - entries: the document's whole form, and the reason of the revision.
    ///   - lateReason: the clerk's written reason; needed when a date becomes exact and shows a deadline to have been missed.
    ///   - emergency: the clerk's reason for publishing before it is reviewed; nil for doing it in order.
    public init(
        _ kind: DocumentKind, of matter: Matter, base: Int, entries: Entries, lateReason: String = "",
        emergency: String? = nil
    ) {
        self.kind = kind
        self.matter = matter
        self.base = base
        self.entries = entries
        self.lateReason = lateReason
        self.emergency = emergency
    }
}

/// What a revision made.
public struct Revised: Sendable {
    public let documentName: String
    public let number: DocumentNumber
    /// The number of the new version.
    public let version: Int
}

extension Transaction {
    /// Makes the new version, keeps number and moment of publication, and settles the matter.
    func revise(_ request: RevisionRequest, _ revision: Revision) throws -> Performed<Revised> {
        let (procedure, description) = try request.matter.system.described(request.kind)
        let matter = try matter(request.matter.id, version: request.matter.version) {
            revision.refusal(procedure, description, of: $0)
        }
        guard let document = matter.document(request.kind), document.versions == request.base else {
            throw try newerVersion(of: description, matter)
        }
        let check = PublicationCheck(
            procedure, description, of: matter, revising: document, entries: request.entries, try context())
        let (reason, reasonError) = revision.reason(in: request.entries)
        let errors = (reasonError.map { [$0] } ?? []) + check.errors
        if let first = errors.first { throw Refusal(first.sentence, fields: errors) }
        let form = Draft.form(matter.system, request.kind, revision, of: request.base)
        let files = try draft(form, matter: matter.id)?.attachments ?? document.attachments
        guard check.values != document.values || !files.elementsEqual(document.attachments, by: Self.isSameFile) else {
            throw Refusal("内容和附件都没有改动, 不用\(revision.title)")
        }
        let lateReason = try WrittenReason.read(request.lateReason, forLate: check.late, doing: Publish.title)

        let publication = PublicationRequest(
            matter.system, form: form, of: matter.id, revision.title + description.name,
            title: check.values.text("title") ?? "")
        let clearance = try clearance(
            publication, description.form.beginning(with: [revision.reasonField]), request.entries,
            emergency: request.emergency)

        let version = document.versions + 1
        let row = try insertVersion(
            check, of: document.id, ordinal: version, change: revision.rawValue, reason: reason, review: clearance.mode)
        try register(clearance, publication, .version(row), in: matter.id)
        try moveAttachments(fromDraftOf: form, matter: matter.id, to: row, orCopying: document.attachments)
        try settle(matter.id, late: check.late, lateReason: lateReason)
        try discardDraft(form, matter: matter.id)

        let changes = Self.changes(
            description.form, from: (document.values, document.attachments), to: (check.values, files))
        return Performed(
            Revised(documentName: description.name, number: document.number, version: version),
            Journal.Entry(
                matter: matter.id, subject: "document:\(document.id.rawValue)",
                sentence:
                    "\(revision.title)\(description.name)《\(check.values.text("title") ?? "")》, 编号 \(document.number), 第 \(version) 版",
                before: changes.before, after: changes.after, reason: reason
            ).missing(check.late, because: lateReason).cleared(by: clearance))
    }

    /// The refusal of a revision that rests on an older version of the document.
    private func newerVersion(of description: DocumentDescription, _ matter: Matter) throws -> Refusal {
        guard let latest = matter.document(description.kind)?.latest else { return try stale(matter.id) }
        return Refusal(
            """
            \(description.name)已由\(latest.clerk) \(latest.at.text) \(latest.change.title)为第 \(latest.ordinal) 版; \
            您写的留在草稿里, 请按 Esc 离开, 看过新的一版再办
            """, reason: .stale)
    }

    private static func isSameFile(_ one: Attachment, _ other: Attachment) -> Bool {
        one.name == other.name && one.sha256 == other.sha256
    }

    /// The fields that differ, by their labels.
    private static func changes(
        _ form: Form, from old: (FormValues, [Attachment]), to new: (FormValues, [Attachment])
    ) -> (before: [String: String], after: [String: String]) {
        func labelled(_ values: FormValues, _ attachments: [Attachment]) -> [String: String] {
            var labelled = form.labelled(values)
            if !attachments.isEmpty { labelled["附件"] = attachments.map(\.name).joined(separator: "、") }
            return labelled
        }
        let before = labelled(old.0, old.1)
        let after = labelled(new.0, new.1)
        return (before.filter { after[$0.key] != $0.value }, after.filter { before[$0.key] != $0.value })
    }
}

extension Revision {
    /// The written reason among a revision's entries, or what is wrong with it.
    func reason(in entries: Entries) -> (reason: String?, error: FieldError?) {
        switch FieldReader.read(reasonField, entries[Self.reason], today: Day.first) {
        case .success(.text(let reason)?): (reason, nil)
        case .success: (nil, nil)
        case .failure(let error): (nil, error)
        }
    }
}
