// 上网登记: where a document is on the web, and what is not there yet.
import CountyFixture
import Testing

@testable import Model

@Suite("Postings")
struct PostingTests {
    private let county: County
    private let fabu: Session

    init() throws {
        county = try County()
        fabu = try county.signIn("fabu")
    }

    private static func entries(
        _ address: String = "https://yangbi.example/12.html", day: String = "2026-11-20", time: String = "9:30",
        by: String = "李文"
    ) -> Entries {
        Entries(["address": address, "posted_day": day, "posted_time": time, "posted_by": by])
    }

    private func announce(in session: Session? = nil) throws -> Matter {
        try county.publish(.announcement, HearingEntries.announcement(), in: session ?? fabu)
    }

    private func subject(_ matter: Matter) -> PostingSubject { .document(matter.documents[0].id, of: matter.id) }

    @discardableResult
    private func register(_ matter: Matter, _ entries: Entries = entries(), in session: Session? = nil) throws -> Matter
    {
        _ = try county.office.perform(RegisterPosting(subject(matter), entries: entries), in: session ?? fabu)
        return try county.office.matter(matter.id, in: fabu)
    }

    @Test("A document is asked for until it is registered")
    func registered() throws {
        let matter = try announce()
        #expect(matter.documents[0].awaitsPosting)
        #expect(try county.office.waiting(in: fabu).unposted == 1)
        try county.goTo("2026-11-20T10:00")
        let after = try register(matter).documents[0]
        #expect(!after.awaitsPosting)
        #expect(after.posting?.address == "https://yangbi.example/12.html")
        #expect(after.posting?.postedAt.text == "2026-11-20 09:30" && after.posting?.postedBy == "李文")
        #expect(try county.office.waiting(in: fabu).unposted == 0)
        #expect(
            try county.office.history(of: matter.id, in: fabu)[0].sentence == "登记听证公告 2026-01 上网, 2026-11-20 09:30 李文")
    }

    @Test("Registered again, the newer counts and the older stays")
    func again() throws {
        let matter = try announce()
        try county.goTo("2026-11-20T10:00")
        try register(matter)
        let after = try register(matter, Self.entries("http://yangbi.example/moved", time: "9:45"))
        #expect(after.documents[0].posting?.address == "http://yangbi.example/moved")
        let row = try county.office.register(.hearing, .all, .first, limit: 9, in: fabu).rows[0]
        let addresses = try county.office.registerEntry(row.id, in: fabu).postings.map(\.posting.address)
        #expect(addresses == ["http://yangbi.example/moved", "https://yangbi.example/12.html"])
    }

    @Test("It is not on the web before it is published, and not after now")
    func times() throws {
        let matter = try announce()
        try county.goTo("2026-11-21T10:00")
        for (day, time, words) in [
            ("2026-11-20", "8:59", "早于发布时间"), ("2026-11-19", "23:59", "早于发布时间"), ("2026-11-21", "10:01", "还没有到"),
        ] {
            let refusal = #expect(throws: Refusal.self) { try register(matter, Self.entries(day: day, time: time)) }
            #expect(refusal?.fields.first?.field == "posted_time" && refusal?.sentence.contains(words) == true)
        }
        for day in ["2999-12-31", "1900-01-01", "2026-02-30"] {
            #expect(throws: Refusal.self) { try register(matter, Self.entries(day: day)) }
        }
        try register(matter, Self.entries(time: "9:00"))
        try register(matter, Self.entries(day: "2026-11-21", time: "10:00"))
    }

    @Test(
        "Only the address of a web page is taken",
        arguments: [
            "ftp://a.example/", "javascript:alert(1)//https://a.example", "yangbi.example", "https://", "https://local",
            "https:///path", "https://a.example/ b", "https://a.example/<b>", "https://a.example/\"", "http://.example",
            "https://user:secret@a.example/", "https://a.example\\b",
        ])
    func wrongAddress(text: String) {
        #expect(WebAddress.refusal(of: text) != nil)
    }

    @Test(
        "A browser's address is taken",
        arguments: [
            "https://www.yangbi.example/a?b=1&c=%E5%8E%BF#d", "HTTP://yangbi.example", "http://10.0.0.7:8080/x",
            "https://漾濞.example/公告",
        ])
    func rightAddress(text: String) {
        #expect(WebAddress.refusal(of: text) == nil)
    }

    @Test("An address has at most 500 characters, and no control characters")
    func longAddress() throws {
        let matter = try announce()
        try county.goTo("2026-11-20T10:00")
        let long = "https://a.example/" + String(repeating: "a", count: 483)
        for address in [long, "https://a.example/\u{202E}b", "https://a.example/\u{1B}[2J", ""] {
            #expect(throws: Refusal.self) { try register(matter, Self.entries(address)) }
        }
        try register(matter, Self.entries(String(long.dropLast())))
    }

    @Test("The own unit's publisher registers, nobody else")
    func ownUnit() throws {
        let matter = try announce()
        try county.goTo("2026-11-20T10:00")
        for name in ["jiaoyu", "shenhe", "jianguan"] {
            let session = try county.signIn(name)
            let refusal = #expect(throws: Refusal.self) { try register(matter, in: session) }
            #expect(refusal?.reason == .notAllowed, "\(name)")
        }
    }

    @Test("H9: a supervisor sees the site's count, a clerk the own unit's")
    func counted() throws {
        _ = try announce()
        _ = try announce(in: try county.signIn("jiaoyu"))
        #expect(try county.office.waiting(in: fabu).unposted == 1)
        #expect(try county.office.waiting(in: try county.signIn("jianguan")).unposted == 2)
        #expect(try county.office.matters(.hearing, .first, limit: 9, in: fabu).rows[0].unposted == [.announcement])
    }

    @Test("What was entered later, deleted or withdrawn is not asked for")
    func notAsked() throws {
        let matter = try announce()
        try county.raw(
            """
            INSERT INTO document_version (document_id, ordinal, change, reason, title, signed_unit, signed_day, secrecy_checked, made_at, made_by)
            SELECT 1, 2, 'backfill', '补录', '标题', '局', '2026-11-20', 1, '2026-11-20T01:00:00.000Z', 1
            """)
        #expect(try county.office.waiting(in: fabu).unposted == 0)
        let other = try announce()
        #expect(other.id != matter.id)
        #expect(try county.office.waiting(in: fabu).unposted == 1)
        try county.raw(
            "UPDATE document SET deleted_at = '2026-11-20T02:00:00.000Z', deleted_reason = '误发' WHERE id = 2")
        #expect(try county.office.waiting(in: fabu).unposted == 0)
        #expect(throws: Refusal.self) { try register(other) }
    }

    @Test("A temporary notice is registered alike, and its draft is found again")
    func temporaryNotice() throws {
        let entries = Entries(["title": "关于停电的通知", "body": "停电。", "signed_unit": "发展和改革局", "secrecy_checked": "1"])
        _ = try county.office.perform(PublishTemporaryNotice(in: .hearing, entries: entries), in: fabu)
        let notice = try county.office.temporaryNotices(.hearing, .first, limit: 1, in: fabu).rows[0]
        #expect(notice.awaitsPosting)
        let task = RegisterPostingTask(PostingOccasion(notice), of: nil)
        try county.office.keepDraft(task.draftForm, matter: nil, entries: Self.entries(), in: fabu)
        let draft = try county.office.drafts(in: fabu)[0]
        #expect(FormTasks.name(of: draft) == "上网登记")
        try county.goTo("2026-11-20T10:00")
        let found = try FormTasks.task(of: draft, county.office, fabu)
        #expect(found.title == "临时通知上网登记" && found.verb == "登记")
        _ = try found.submit(draft.entries, lateReason: "", to: county.office, in: fabu)
        let after = try county.office.temporaryNotices(.hearing, .first, limit: 1, in: fabu).rows[0]
        #expect(after.posting?.postedBy == "李文" && !after.awaitsPosting)
        #expect(try county.office.drafts(in: fabu).isEmpty)
    }

    @Test("The form begins with today, the clerk, and what is registered so far")
    func beginning() throws {
        let matter = try announce()
        try county.goTo("2026-11-21T10:00")
        let after = try register(matter)
        let description = try #require(Procedure.hearing.document(.announcement))
        let task = RegisterPostingTask(PostingOccasion(after.documents[0], of: after, description), of: after)
        let entries = task.beginning(for: fabu.clerk, today: county.now.day)
        #expect(entries["posted_day"] == "2026-11-21" && entries["posted_by"] == "李文")
        #expect(entries["address"] == "https://yangbi.example/12.html")
    }
}
