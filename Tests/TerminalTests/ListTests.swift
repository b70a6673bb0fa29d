// The list on a real line: what a move costs, and what citizens and clerks may have typed.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite("The list on the line")
struct ListTests {
    private static let hostile = "关于\u{202E}调整\u{200B}水价👨‍👩‍👧的公告“第①号”…𠮷㛃"

    private func list(titles: [String], columns: Int = 80) throws -> (County, PtySession) {
        let county = try County()
        let session = try county.signIn("fabu")
        for title in titles {
            try county.publish(.announcement, HearingEntries.announcement(title: title), in: session)
        }
        let screen = try Yangguang.console(county, columns: columns)
        screen.signIn("fabu")
        return (county, screen)
    }

    @Test("A move of the cursor costs at most 220 bytes and repaints no cell that did not change")
    func bytesOfMove() throws {
        let (_, session) = try list(titles: (1...9).map { "关于调整城市供水价格第\($0)次听证会的公告" })
        #expect(session.shows("听证会的公告"))
        session.settle()
        for _ in 0..<5 {
            session.forgetSent()
            session.send("\u{1B}[B")
            session.settle()
            #expect((1...220).contains(session.sent.count), "\(session.sent.count)")
        }
    }
}
