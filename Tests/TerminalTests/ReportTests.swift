// yangguang report as the person at the server runs it.
import CountyFixture
import Foundation
import Model
import Pty
import Testing

@Suite("yangguang report", .waiting)
struct ReportTests {
    private let county: County

    init() throws {
        county = try County()
        let fabu = try county.signIn("fabu")
        try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
    }

    private func run(_ arguments: String...) throws -> (end: ProgramEnd?, text: String) {
        let session = try PtySession(
            Yangguang.path, ["report"] + arguments + ["--database", county.path],
            environment: ["LANG": "C.UTF-8", "HOME": county.folder], columns: 200, keeping: county)
        let end = session.waitForEnd()
        return (end, session.screen.text)
    }

    @Test("P2: every report is a table on the terminal, with whose, when and by whom", arguments: Report.all)
    func tables(report: Report) throws {
        let told = try run(report.code)
        #expect(told.end == .exit(0))
        #expect(told.text.contains(report.title) && told.text.contains("合计"))
        #expect(told.text.contains("漾濞彝族自治县人民政府") && told.text.contains("服务器操作员"))
    }

    @Test(
        "a report is written to a new file whole, and never over an old one",
        arguments: ["csv", "json", "table", "text", "xlsx"])
    func files(format: String) throws {
        let path = "\(county.folder)/report.\(format)"
        #expect(try run("detail", "--format", format, "--output", path).end == .exit(0))
        let written = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(!written.isEmpty)
        let again = try run("summary", "--format", format, "--output", path)
        #expect(again.end == .exit(1) && again.text.contains("已经有了, 没有覆盖"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == written)
        let left = try FileManager.default.contentsOfDirectory(atPath: county.folder).filter { $0.hasPrefix(".") }
        #expect(left.isEmpty)
    }

    @Test("a unit that is none is refused with those there are; a wrong use is told apart")
    func refused() throws {
        let unit = try run("summary", "--unit", "卫生局")
        #expect(unit.end == .exit(1) && unit.text.contains("没有单位 卫生局; 有: 发展和改革局、教育体育局"))
        #expect(try run("summary", "--unit", "教体局").text.contains("教育体育局"))
        #expect(try run("summary", "--format", "xlsx").end == .exit(64))
        #expect(try run("detail", "--from", "2026-12-01", "--to", "2026-11-01").end == .exit(64))
        #expect(try run("detail", "--from", "gestern").end == .exit(64))
        let folder = try run("detail", "--output", "\(county.folder)/none/report.txt")
        #expect(folder.end == .exit(1) && folder.text.contains("不存在"))
    }
}
