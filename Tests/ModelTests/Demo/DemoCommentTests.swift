// The demo's comments: what was done about them is in the journal, as the acts write it.
import CountyFixture
import GRDB
import Testing

@testable import Model

struct DemoCommentTests {
    private let county: DemoCounty
    private let office: Office

    init() throws {
        county = try DemoCounty.copy()
        office = try county.office()
    }

    private func numbers(_ sql: String) throws -> [Int] {
        try DatabaseQueue(path: county.path, configuration: .patient).read { try Int.fetchAll($0, sql: sql) }
    }

    @Test(
        "every registering, handling, extending, answering, hiding, marking and rating has its journal row",
        arguments: [
            ("registerComment", "registered_at IS NOT NULL"), ("handleComment", "handling IS NOT NULL"),
            ("extendReply", "extended_at IS NOT NULL"), ("replyToComment", "answered_day IS NOT NULL"),
            ("hideComment", "hidden_at IS NOT NULL"), ("markDuplicate", "duplicate_of IS NOT NULL"),
            ("recordSatisfaction", "satisfaction IS NOT NULL AND satisfaction_channel <> 'web'"),
        ])
    func journaled(act: String, condition: String) throws {
        let subjects = try numbers(
            "SELECT CAST(substr(subject, 9) AS INTEGER) FROM journal WHERE act = '\(act)' ORDER BY 1")
        #expect(!subjects.isEmpty)
        #expect(try numbers("SELECT id FROM comment WHERE \(condition) ORDER BY id") == subjects)
    }

    @Test("the journal holds no citizen's telephone number or text")
    func nothingPersonal() throws {
        #expect(try numbers("SELECT id FROM comment WHERE contact LIKE '1380000%'").count > 20)
        #expect(try numbers("SELECT id FROM journal WHERE sentence || before || after LIKE '%1380000%'") == [])
        let quoted = try numbers(
            """
            SELECT c.id FROM comment c JOIN journal j ON j.subject = 'comment:' || c.id AND j.act = 'registerComment'
            WHERE instr(j.after, c.body) > 0 OR instr(j.after, ifnull(c.author, '?')) > 0
            """)
        #expect(quoted == [])
    }

    @Test("what the demo says of a comment is what the acts would do next, and the store is whole")
    func whole() throws {
        let fabu = try county.signIn("fabu", to: office)
        let open = CommentFilter(states: [.waiting, .handled])
        let page = try office.comments(open, .first, limit: 100, in: fabu)
        #expect(page.rows.contains { $0.light == .overdue } && page.rows.contains { $0.light == .open })
        #expect(try office.waiting(in: fabu).comments.values.reduce(0, +) == page.total)
        let comment = try #require(page.rows.first)
        let entries = Entries(["adoption": "explained", "body": "您好, 来信收悉。"])
        _ = try office.perform(ReplyToComments([comment], entries: entries), in: fabu)
        #expect(try office.waiting(in: fabu).comments.values.reduce(0, +) == page.total - 1)
        #expect(office.check() == [])
    }

    @Test("every unit that publishes has its reply templates")
    func templates() throws {
        let fabu = try county.signIn("fabu", to: office)
        #expect(Set(try office.replyTemplates(in: fabu).map(\.title)) == ["采纳", "解释说明", "转其他部门"])
        #expect(
            try numbers("SELECT count(*) FROM reply_template GROUP BY unit_id")
                == (try numbers("SELECT 3 FROM matter GROUP BY unit_id")))
    }
}
