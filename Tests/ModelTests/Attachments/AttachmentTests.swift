// H8, G2: files in drafts, and what becomes of them when the draft is published.
import CountyFixture
import Model
import Testing

@Suite("Attachments")
struct AttachmentTests {
    private let form = "hearing.announcement"

    private func names(_ county: County, _ session: Session) throws -> [String] {
        try county.office.draft(form, matter: nil, in: session)?.attachments.map(\.name) ?? []
    }

    @Test("H8: files attached to a draft go out with the version, in their order, and the draft is gone")
    func moved() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        for name in ["方案.doc", "说明.doc"] {
            try county.office.attach(name, Array(name.utf8), toDraft: form, matter: nil, in: fabu)
        }
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let published = try #require(matter.document(.announcement)?.attachments)
        #expect(published.map(\.name) == ["方案.doc", "说明.doc"] && published.map(\.size) == [10, 10])
        #expect(try county.office.drafts(in: fabu).isEmpty)
        let taken = try county.office.perform(TakeAttachment(published[1].id), in: try county.signIn("jiaoyu")).outcome
        #expect(taken.name == "说明.doc" && taken.bytes == Array("说明.doc".utf8))
        #expect(county.office.check().isEmpty)
    }

    @Test("a refused publication leaves the files with the draft")
    func refused() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        try county.office.attach("方案.doc", [1], toDraft: form, matter: nil, in: fabu)
        #expect(throws: Refusal.self) {
            try county.publish(.announcement, HearingEntries.announcement(title: ""), in: fabu)
        }
        #expect(try names(county, fabu) == ["方案.doc"])
    }

    @Test("a twenty-first file is refused")
    func atMostTwenty() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        for number in 1...20 {
            try county.office.attach("\(number).doc", [UInt8(number)], toDraft: form, matter: nil, in: fabu)
        }
        let refusal = #expect(throws: Refusal.self) {
            try county.office.attach("21.doc", [21], toDraft: form, matter: nil, in: fabu)
        }
        #expect(refusal?.sentence == "每份文书最多 20 个附件, 现在已有 20 个; 请先移除不用的")
    }

    @Test("two files of one name are refused; two of the same bytes are stored once")
    func sameNameSameBytes() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        try county.office.attach("甲.doc", [1, 2], toDraft: form, matter: nil, in: fabu)
        let refusal = #expect(throws: Refusal.self) {
            try county.office.attach("甲.doc", [3], toDraft: form, matter: nil, in: fabu)
        }
        #expect(refusal?.sentence == "已有同名附件 甲.doc; 请先移除原来的, 或者改名后再添加")
        try county.office.attach("乙.doc", [1, 2], toDraft: form, matter: nil, in: fabu)
        #expect(try county.rawValue("SELECT count(*) FROM attachment_content") == 1)
    }

    @Test("taking a file off closes the gap, and its bytes go when nothing has them any more")
    func detached() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        for name in ["甲.doc", "乙.doc", "丙.doc"] {
            try county.office.attach(name, Array(name.utf8), toDraft: form, matter: nil, in: fabu)
        }
        let first = try #require(try county.office.draft(form, matter: nil, in: fabu)?.attachments.first)
        let colleague = try county.signIn("wumin")
        #expect(throws: Refusal.self) { try county.office.detach(first.id, in: colleague) }
        try county.office.detach(first.id, in: fabu)
        #expect(try county.rawValues("SELECT ordinal FROM attachment ORDER BY ordinal") == [1, 2])
        try county.office.attach("丁.doc", [9], toDraft: form, matter: nil, in: fabu)
        #expect(try names(county, fabu) == ["乙.doc", "丙.doc", "丁.doc"])
        try county.office.discardDraft(form, matter: nil, in: fabu)
        #expect(try county.rawValue("SELECT count(*) FROM attachment_content") == 0)
    }

    @Test("H8: 5,242,880 bytes are taken, one more or none at all refused")
    func size() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let most = [UInt8](repeating: 7, count: 5_242_880)
        try county.office.attach("大.doc", most, toDraft: form, matter: nil, in: fabu)
        let over = #expect(throws: Refusal.self) {
            try county.office.attach("更大.doc", most + [7], toDraft: form, matter: nil, in: fabu)
        }
        #expect(over?.sentence == "附件 更大.doc 有 5242881 字节, 最多 5242880 字节 (5M)")
        let empty = #expect(throws: Refusal.self) {
            try county.office.attach("空.doc", [], toDraft: form, matter: nil, in: fabu)
        }
        #expect(empty?.sentence == "附件 空.doc 是空文件")
    }

    @Test(
        "G2: the name ends in .doc exactly, and is a name and no path",
        arguments: ["方案.DOC", "方案.docx", "方案.doc ", ".doc", "方案", "../方案.doc", "方\u{1B}案.doc"])
    func names(name: String) throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let refusal = #expect(throws: Refusal.self) {
            try county.office.attach(name, [1], toDraft: form, matter: nil, in: fabu)
        }
        #expect(refusal?.reason == .rule)
    }

    @Test("a name of 101 characters is refused with the limit and the number")
    func longName() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let refusal = #expect(throws: Refusal.self) {
            try county.office.attach(
                String(repeating: "长", count: 97) + ".doc", [1], toDraft: form, matter: nil, in: fabu)
        }
        #expect(refusal?.sentence.contains("有 101 个字符, 最多 100 个, 请改短后再选") == true)
    }

    @Test("a draft's files are nobody else's to read")
    func draftIsPrivate() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        try county.office.attach("方案.doc", [1], toDraft: form, matter: nil, in: fabu)
        let file = try #require(try county.office.draft(form, matter: nil, in: fabu)?.attachments.first)
        let colleague = try county.signIn("wumin")
        #expect(throws: Refusal.self) { try county.office.perform(TakeAttachment(file.id), in: colleague) }
    }
}
