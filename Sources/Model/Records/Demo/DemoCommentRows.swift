// Comments, replies and temporary notices of the demo as rows.

extension DemoRows {
    /// Inserts a comment as it stands at the demo's present, with its reply.
    /// - Parameter earlier: the comment it repeats, where it is a duplicate.
    /// - Returns: its number.
    func insert(_ comment: DemoComment, of matter: DemoMatter, id: Int64, earlier: Int64?) throws -> Int64 {
        let handled = comment.handledAt
        let changes = (comment.fate == .waiting ? 0 : 1) + (comment.reply == nil ? 0 : 1)
        let number = try number(
            "comment",
            [
                "matter_id", "channel", "author", "contact", "body", "received_at", "received_day", "is_late",
                "handled_at", "adoption", "adoption_reason", "hidden_at", "hidden_reason", "duplicate_of",
                "satisfaction", "version",
            ],
            [
                id, comment.channel, comment.author, comment.contact, comment.body, comment.receivedAt.iso,
                comment.receivedAt.day.description, comment.isLate ? 1 : 0, handled?.iso, comment.adoption,
                comment.adoptionReason, comment.fate == .hidden ? comment.answerAt.iso : nil,
                comment.fate == .hidden ? DemoComment.hiddenReason : nil,
                comment.fate == .duplicate ? earlier : nil, comment.satisfaction, changes + 1,
            ])
        if let reply = comment.reply, let handled {
            try self.number(
                "reply", ["comment_id", "body", "replied_at", "replied_day", "replied_by"],
                [
                    number, reply, handled.iso, handled.day.description,
                    accounts.publishers[matter.unitIndex]?.id,
                ])
        }
        return number
    }

    /// Publishes a temporary notice.
    /// - Returns: its number.
    func publish(_ notice: DemoTemporaryNotice) throws -> (id: Int64, occasion: PostingOccasion) {
        var values = FormValues()
        values["title"] = .text(notice.title)
        values["body"] = .text(notice.body)
        values["signed_unit"] = .text(notice.unit.signature)
        values["secrecy_checked"] = .ticked
        let day = notice.publishedAt.day
        let number = nextNumber(Transaction.temporarySeries(procedure.system), day)
        let writer = writer(notice.unitIndex)
        let withdrawn = notice.withdrawn
        let id = try self.number(
            "temporary_notice",
            [
                "site_id", "unit_id", "system", "year", "serial", "title", "body", "signed_unit", "secrecy_checked",
                "published_at", "published_day", "published_by", "withdrawn_at", "withdrawn_by", "withdrawn_reason",
                "version",
            ],
            [
                DemoAccounts.site, DemoAccounts.unitID(notice.unitIndex), procedure.system.rawValue, number.year,
                number.serial, notice.title, notice.body, notice.unit.signature, 1, notice.publishedAt.iso,
                day.description, writer.clerk?.rawValue, withdrawn?.at.iso,
                withdrawn == nil ? nil : writer.clerk?.rawValue, withdrawn?.reason, withdrawn == nil ? 1 : 2,
            ])
        try append(
            PublishTemporaryNotice.entry(values, id: Identifier(id), number: number), act: PublishTemporaryNotice.name,
            by: writer, at: notice.publishedAt)
        return (
            id,
            PostingOccasion(
                subject: .temporaryNotice(Identifier(id)), system: procedure.system, documentName: "临时通知",
                number: number, title: notice.title, publishedAt: notice.publishedAt, posting: nil)
        )
    }

    /// Registers that something was put on the web.
    func insert(_ posting: Posting, of occasion: PostingOccasion, unitIndex: Int, at moment: Moment) throws {
        let (document, notice) = occasion.subject.keys
        let writer = writer(unitIndex)
        try number(
            "posting",
            [
                "document_id", "temporary_notice_id", "address", "posted_at", "posted_by", "registered_at",
                "registered_by",
            ],
            [
                document, notice, posting.address, posting.postedAt.iso, posting.postedBy, moment.iso,
                writer.clerk?.rawValue,
            ])
        try append(
            RegisterPosting.entry(occasion, posting), act: RegisterPosting.name, by: writer, at: moment)
    }

    func withdraw(_ id: Int64, title: String, reason: String, unitIndex: Int, at moment: Moment) throws {
        try append(
            WithdrawTemporaryNotice.entry(Identifier(id), title: title, reason: reason),
            act: WithdrawTemporaryNotice.name, by: writer(unitIndex), at: moment)
    }
}
