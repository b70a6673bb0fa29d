// What a reviewer reads, put together: a draft as it would go out, or what has gone out already.
internal import GRDB

extension Transaction {
    func reviewedText(_ review: Review) throws -> ReviewedText {
        if let id = review.draft, let draft = try drafts("d.id = ?", [id.rawValue]).first {
            var text = try reviewedText(review, draft)
            text.returned = try reviews(
                "w.draft_id = ? AND w.id < ? AND w.state = ? ORDER BY w.id DESC LIMIT 1",
                [id.rawValue, review.id.rawValue, Review.State.returned.rawValue]
            ).first
            return text
        }
        let release = try Row.fetchOne(
            db,
            sql: """
                SELECT w.version_id, w.temporary_notice_id, v.document_id, v.ordinal, d.kind, d.year, d.serial
                FROM review w LEFT JOIN document_version v ON v.id = w.version_id
                LEFT JOIN document d ON d.id = v.document_id WHERE w.id = ?
                """, arguments: [review.id.rawValue])
        if let notice = release?["temporary_notice_id"] as Int64?,
            let notice = try temporaryNotices("n.id = ?", [notice]).first
        {
            let values = FormValues([
                "title": .text(notice.title), "body": .text(notice.body), "signed_unit": .text(notice.signedUnit),
            ])
            let text = PublicText(
                TemporaryNotice.print, values, number: notice.number.description, attachments: [])
            return ReviewedText(review, text: text)
        }
        guard let release, let kind = release["kind"] as String?,
            let description = Procedure.of(review.system)?.document(DocumentKind(rawValue: kind))
        else { return ReviewedText(review, text: nil, problem: "这份草稿已经不在, 没有全文可看") }
        let ordinal: Int = release["ordinal"]
        let versions = try versions(
            "v.document_id = ? AND v.ordinal IN (?, ?)",
            [release["document_id"] as Int64, ordinal - 1, ordinal], description.form)
        guard let version = versions.last else { return ReviewedText(review, text: nil) }
        let number = DocumentNumber(year: release["year"], serial: release["serial"])
        let older = versions.count > 1 ? versions[0] : nil
        return ReviewedText(
            review, text: version.publicText(description, number: number),
            changes: older.map { older in
                description.form.fields.map { field in
                    ReviewedText.Change(
                        label: field.label, old: older.values[field.name].map(field.reading) ?? "",
                        new: version.values[field.name].map(field.reading) ?? "")
                } + [.files(older.attachments, version.attachments)]
            } ?? [], attachments: version.attachments)
    }

    private func reviewedText(_ review: Review, _ draft: Draft) throws -> ReviewedText {
        let context = try context(of: review.unitID, at: review.site)
        do {
            let matter = try draft.matter.map { try self.matter($0, of: review.site) }
            guard let task = try FormTasks.publishing(draft, of: matter, now: now) else {
                throw Refusal("这份草稿的表单已经停用")
            }
            let check = task.check(draft.entries, attachments: draft.attachments.map(\.name), context)
            return ReviewedText(
                review, text: check.preview, late: check.late,
                remarks: check.warnings.map(\.sentence) + check.remarks, problem: check.errors.first?.sentence,
                changes: changes(task, draft), attachments: draft.attachments)
        } catch let refusal as Refusal {
            return ReviewedText(review, text: nil, problem: refusal.sentence, attachments: draft.attachments)
        }
    }

    /// What a revision would change of what is public.
    private func changes(_ task: any PublishingTask, _ draft: Draft) -> [ReviewedText.Change] {
        guard let standing = task.standing else { return [] }
        return task.form.fields.filter { if case .tick = $0.kind { false } else { true } }.map { field in
            ReviewedText.Change(
                label: field.label, old: field.reading(typed: standing[field.name], today: today),
                new: field.reading(typed: draft.entries[field.name], today: today))
        } + [.files(task.attachments, draft.attachments)]
    }
}

extension ReviewedText {
    init(
        _ review: Review, text: PublicText?, late: [PublicationCheck.Late] = [], remarks: [String] = [],
        problem: String? = nil, changes: [Change] = [], attachments: [Attachment] = []
    ) {
        self.review = review
        self.text = text
        self.late = late
        self.remarks = remarks
        self.problem = problem
        self.changes = changes
        self.attachments = attachments
    }
}

extension ReviewedText.Change {
    fileprivate static func files(_ old: [Attachment], _ new: [Attachment]) -> Self {
        func names(_ files: [Attachment]) -> String { files.map(\.name).joined(separator: "\n") }
        return ReviewedText.Change(label: "附件", old: names(old), new: names(new))
    }
}
