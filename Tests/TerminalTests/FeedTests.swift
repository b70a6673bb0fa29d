// yangguang feed as the person at the server runs it.
import CountyFixture
import Foundation
import Model
import Pty
import Testing

@Suite("yangguang feed", .waiting)
struct FeedTests {
    private let county: County
    private var site: String { "\(county.folder)/site" }

    init() throws {
        county = try County()
        let fabu = try county.signIn("fabu")
        try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try FileManager.default.createDirectory(
            atPath: "\(county.folder)/site", withIntermediateDirectories: true)
    }

    private func run(_ arguments: String...) throws -> (end: ProgramEnd?, text: String) {
        let session = try PtySession(
            Yangguang.path, ["feed", "--database", county.path] + arguments,
            environment: ["LANG": "C.UTF-8", "HOME": county.folder], columns: 160, keeping: county)
        let end = session.waitForEnd()
        return (end, session.screen.text)
    }

    @Test("what waits is written and told; what was written already is written again only when asked")
    func feeds() throws {
        let waiting = try run(site)
        #expect(waiting.end == .exit(0) && waiting.text.contains("写出公开文件包 0 份: \(site)"))
        let all = try run("--all", site)
        #expect(all.end == .exit(0) && all.text.contains("写出公开文件包 1 份: \(site)"))
        #expect(FileManager.default.fileExists(atPath: "\(site)/hearing-2026-01-v1/manifest.json"))
        let again = try run("--all", site)
        #expect(again.end == .exit(0) && again.text.contains("写出公开文件包 0 份, 已有的 1 份没有改动"))
    }

    @Test("a folder that is none is refused in one line, and a wrong use is told apart")
    func refused() throws {
        let missing = try run("\(county.folder)/none")
        #expect(missing.end == .exit(1) && missing.text.contains("yangguang: 公开文件夹 \(county.folder)/none 不存在"))
        try FileManager.default.createSymbolicLink(atPath: "\(county.folder)/link", withDestinationPath: site)
        let link = try run("\(county.folder)/link/")
        #expect(link.end == .exit(1) && link.text.contains("是符号链接"))
        #expect(try run().end == .exit(64))
    }
}
