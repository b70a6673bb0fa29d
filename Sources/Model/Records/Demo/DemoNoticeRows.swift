// Temporary notices of the demo as rows.

extension DemoRows {
    /// Publishes a temporary notice.
    /// - Returns: its number.
    func publish(_ notice: DemoTemporaryNotice) throws -> Int64 {
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
        return id
    }

    func withdraw(_ id: Int64, title: String, reason: String, unitIndex: Int, at moment: Moment) throws {
        try append(
            WithdrawTemporaryNotice.entry(Identifier(id), title: title, reason: reason),
            act: WithdrawTemporaryNotice.name, by: writer(unitIndex), at: moment)
    }
}
