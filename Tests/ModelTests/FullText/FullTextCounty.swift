// Asking the full-text query of a county made for tests.
import CountyFixture
import Model

extension County {
    /// What a query finds, each as its kind's name and title.
    func found(
        _ typed: String, _ filter: FullTextFilter = FullTextFilter(), by name: String, limit: Int = 20
    ) throws -> [String] {
        try hits(typed, filter, by: name, limit: limit).map { $0.name }
    }

    func hits(
        _ typed: String, _ filter: FullTextFilter = FullTextFilter(), by name: String, limit: Int = 20
    ) throws -> [FullTextHit] {
        let session = try signIn(name)
        return try office.hits(FullTextQuery(typed), filter, .first, limit: limit, in: session).rows
    }

    @discardableResult
    func publishNotice(_ title: String, _ body: String, in session: Session) throws -> TemporaryNotice {
        let entries = Entries(["title": title, "body": body, "signed_unit": "发展和改革局", "secrecy_checked": "1"])
        _ = try office.perform(PublishTemporaryNotice(in: .hearing, entries: entries), in: session)
        let page = try office.temporaryNotices(.hearing, .first, limit: 1, in: session)
        guard let notice = page.rows.first else { throw Refusal("no notice") }
        return notice
    }
}
