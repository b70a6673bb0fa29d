// The journal proves what was personal in a comment and does not tell it.
import CountyFixture
import Testing

@testable import Model

@Suite("Comments in the journal")
struct CommentJournalTests {
    private static let author = "段䶮"
    private static let telephone = "13800001234"
    private static let body = "家里停水, 我的电话是 13800001234, 住人民路12号"

    @Test("after every act on a comment, no row of the journal holds its writer, contact or text")
    func nothingPersonal() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        func registered() throws -> Model.Comment {
            try county.register(
                Self.body, author: Self.author, contact: Self.telephone, of: matter, in: fabu)
        }
        let comment = try registered()
        func now() throws -> Model.Comment { try county.reread(comment, in: fabu) }
        let office = county.office
        _ = try office.perform(OpenContact(comment), in: fabu)
        _ = try office.perform(HandleComments([try now()], handling: "已打 13800001234 联系"), in: fabu)
        _ = try office.perform(HandleComments([try now()], handling: "又打 13800001234 联系"), in: fabu)
        _ = try office.perform(ExtendReply(try now(), reason: "要到人民路12号核实, 13800001234"), in: fabu)
        _ = try office.perform(HideComment(try now(), reason: "有电话 13800001234"), in: fabu)
        _ = try office.perform(ShowComment(try now(), reason: "电话 13800001234 是单位的"), in: fabu)
        try county.reply(to: [try now()], in: fabu)
        let changed = Entries(["adoption": "adopted", "body": "已全部采纳", "change_reason": "13800001234 来电要求"])
        _ = try office.perform(ChangeReply(try now(), entries: changed), in: fabu)
        let repeated = try registered()
        _ = try office.perform(MarkDuplicate(repeated, of: comment.id), in: fabu)
        // Typed into the wrong field: the refusal is journaled, too.
        #expect(throws: Refusal.self) {
            try office.perform(
                RegisterComment(of: matter.id, entries: County.registering(Self.body, on: Self.telephone)), in: fabu)
        }
        let posting = Entries([
            "address": "https://yangbi.example/1", "posted_day": Self.telephone, "posted_time": "9:00",
            "posted_by": "李文",
        ])
        #expect(throws: Refusal.self) {
            try office.perform(
                RegisterPosting(.document(matter.documents[0].id, of: matter.id), entries: posting), in: fabu)
        }
        let rows: [String] = try county.rawValues(
            "SELECT sentence || before || after || ifnull(reason, '') || subject || clerk FROM journal")
        #expect(rows.count > 14)
        for personal in [Self.author, Self.telephone, "家里停水", "12号"] {
            #expect(rows.filter { $0.contains(personal) } == [], "\(personal)")
        }
        #expect(county.office.check() == [])
    }

    @Test("the same value has the same hash in a store, another one another, and another store another")
    func hashes() throws {
        func after(_ contact: String, _ county: County) throws -> String {
            let fabu = try county.signIn("fabu")
            let matter = try county.publish(
                .announcement, HearingEntries.announcement(title: "关于\(county.now.text.count)的公告"), in: fabu)
            _ = try county.register(contact: contact, of: matter, in: fabu)
            return try county.rawValue("SELECT after FROM journal WHERE act = 'registerComment' ORDER BY id DESC") ?? ""
        }
        let county = try County()
        let first = try after(Self.telephone, county)
        #expect(first.contains("\"联系方式\":\"校验值 "))
        #expect(try after(Self.telephone, county) == first)
        #expect(try after("13800001235", county) != first)
        #expect(try after(Self.telephone, try County(now: "2026-11-20T10:00")) != first)
        let salt: String = try county.rawValue("SELECT salt FROM journal_salt") ?? ""
        #expect(salt.count == 64)
        let journaled: Int = try county.rawValue("SELECT count(*) FROM journal WHERE after LIKE '%\(salt)%'") ?? 1
        #expect(journaled == 0)
    }

    @Test("opening a contact is an act: publishers of the unit and supervisors may, and the journal says who")
    func opening() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let comment = try county.register(
            Self.body, author: Self.author, contact: Self.telephone, of: matter, in: fabu)
        for name in ["fabu", "wumin", "jianguan"] {
            let opened = try county.office.perform(OpenContact(comment), in: try county.signIn(name)).outcome
            #expect(opened == .init(author: Self.author, contact: Self.telephone, body: Self.body))
        }
        for name in ["shenhe", "jiaoyu", "xitong", "anquan", "shenji"] {
            let refusal = #expect(throws: Refusal.self) {
                try county.office.perform(OpenContact(comment), in: try county.signIn(name))
            }
            #expect(refusal?.reason == .notAllowed, "\(name)")
        }
        let who: [String] = try county.rawValues(
            "SELECT clerk || is_refusal FROM journal WHERE act = 'openContact' ORDER BY id")
        #expect(who == ["李文0", "吴敏0", "杨洁0", "张伟1", "王芳1", "赵强1", "孙丽1", "周静1"])
        let read = try county.reread(comment, in: fabu)
        #expect(read.version == comment.version)
    }
}
