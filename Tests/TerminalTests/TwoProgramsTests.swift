// Two real programs on one store: the one sees at its next key what the other has done.
import CountyFixture
import Model
import Pty
import Testing

@testable import Console

@Suite("Two programs on one store", .waiting)
struct TwoProgramsTests {
    @Test("A takeover in one program is told in the other at its next key, and not a byte before; the key is typed")
    func nextKey() throws {
        let county = try County()
        let session = try county.signIn("fabu")
        let matter = try county.publish(
            .announcement, HearingEntries.announcement(on: nil, about: "12月中旬"), in: session)
        try county.office.keepDraft(
            Draft.form(.hearing, .notice), matter: matter.id, entries: Entries(["place": "三楼"]), in: session)
        let owner = try Yangguang.console(county)
        owner.signIn("fabu")
        #expect(owner.shows("没有写完的草稿"))
        owner.send("\r")
        #expect(owner.shows("接着写"))
        let colleague = try Yangguang.console(county)
        colleague.signIn("wumin")
        #expect(colleague.shows("2026-01"))
        owner.settle()
        owner.forgetSent()
        let drafts = try #require(MatterListScreen.bindings.firstIndex { $0.action == .drafts })
        colleague.send("\u{0F}")
        #expect(colleague.shows("操作"))
        colleague.send(String(repeating: "\u{1B}[B", count: drafts) + "\r")
        #expect(colleague.shows("按 Enter 接手过来写"))
        colleague.send("\r")
        #expect(colleague.shows("接手李文的草稿?"))
        colleague.send("\u{1B}[C")
        colleague.settle()
        colleague.send("\r")
        #expect(colleague.shows("已接手李文的草稿"))
        owner.settle()
        #expect(owner.sent.isEmpty)
        owner.send("x")
        #expect(owner.shows("接手了这份草稿"))
        #expect(owner.shows("x"))
    }
}
