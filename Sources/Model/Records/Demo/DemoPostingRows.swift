// 上网登记 of the demo as rows.

extension DemoRows {
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
}
