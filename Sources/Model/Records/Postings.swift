// 上网登记 in the store.
internal import GRDB

extension Posting {
    /// The posting in a row's columns; nil where nothing is registered.
    init?(_ row: Row) {
        guard let address: String = row["address"], let at = Moment(utc: row["posted_at"]) else { return nil }
        self.init(address: address, postedAt: at, postedBy: row["posted_by"])
    }
}

extension Transaction {
    func insertPosting(_ posting: Posting, of subject: PostingSubject) throws {
        let (document, notice) = subject.keys
        try db.execute(
            sql: """
                INSERT INTO posting (document_id, temporary_notice_id, address, posted_at, posted_by, registered_at, registered_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                document, notice, posting.address, posting.postedAt.iso, posting.postedBy, now.iso, clerk.id.rawValue,
            ])
    }
}
