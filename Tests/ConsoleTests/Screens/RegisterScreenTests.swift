// The register on the desk: what is printed lies in the outbox, what cannot go out is told.
import CountyFixture
import Foundation
import Model
import Testing

@testable import Console

@Suite("Register screen")
struct RegisterScreenTests {
    @Test("R1: the printed register lies in the outbox as a page and as text")
    func printed() throws {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        try play.play("F6 Down*2 Enter Down*4 Enter F4 Down Enter p Enter Esc")
        let outbox = play.app.desk.folders.outbox
        let names = try FileManager.default.contentsOfDirectory(atPath: outbox).sorted()
        #expect(names == ["html", "txt"].map { "信息发布登记台账-重大决策听证-2026-11-20.\($0)" })
        let page = try String(contentsOfFile: "\(outbox)/\(names[0])", encoding: .utf8)
        #expect(page.contains("2026-11-01 至 2026-11-20 发布的") && page.contains("发展和改革局"))
        #expect(!page.contains("2026-10-30"))
        try play.play("p Enter")
        let copies = try FileManager.default.contentsOfDirectory(atPath: outbox)
        #expect(copies.count == 4)
    }

    @Test("A clerk is told when the public package could not be written, and the act stands")
    func unwritten() throws {
        let play = try ScreenPlay(start: "empty 2026-11-20T09:00", size: .floor)
        let county = try #require(play.county)
        try Data().write(to: URL(fileURLWithPath: county.path.dropLast(3) + ".public"))
        play.signIn("fabu")
        try play.play("F6 Up*2 Enter F2")
        try play.play("\"关于停电的通知\" Tab \"停电。\" Tab Tab Space F2 Right Enter")
        #expect(play.said.contains("已发布临时通知,编号2026-01"))
        #expect(play.said.contains("没有写出"))
        #expect(play.said.contains("不是文件夹"))
        let session = try county.signIn("fabu")
        #expect(try county.office.temporaryNotices(.hearing, .first, limit: 9, in: session).total == 1)
    }
}
