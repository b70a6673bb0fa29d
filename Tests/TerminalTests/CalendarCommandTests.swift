// yangguang calendar as the person at the server runs it.
import CountyFixture
import Foundation
import Model
import Pty
import Testing

@Suite("yangguang calendar", .waiting)
struct CalendarCommandTests {
    private let county: County

    init() throws {
        county = try County()
        try county.publish(.announcement, HearingEntries.announcement(), in: try county.signIn("fabu"))
    }

    private func run(_ arguments: String...) throws -> (end: ProgramEnd?, text: String) {
        let session = try PtySession(
            Yangguang.path, ["calendar"] + arguments, environment: ["LANG": "C.UTF-8", "HOME": county.folder],
            columns: 200, keeping: county)
        let end = session.waitForEnd()
        return (end, session.screen.text)
    }

    private func file(_ lines: [String], _ name: String) throws -> String {
        let path = "\(county.folder)/\(name)"
        try Data(CalendarLines.file(lines).bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test("a site's days are shown first and imported then; the list tells both layers and which holds")
    func imports() throws {
        let path = try file(CalendarLines.own("2026-12-01", "2027-10-10"), "own.csv")
        let site = ["--site", "漾濞彝族自治县人民政府"]
        let seen = try run("import", path, "--database", county.path, "--dry-run", site[0], site[1])
        #expect(seen.end == .exit(0) && seen.text.contains("2026-12-01 周二  没有安排 改为 放假 核桃节"))
        #expect(seen.text.contains("没有错误, 可以导入; 这次只是检查, 没有导入"))
        #expect(try county.office.calendar() == .national)
        let done = try run("import", path, "--database", county.path, site[0], site[1])
        #expect(done.end == .exit(0) && done.text.contains("新增 2 天, 改动 0 天, 删去 0 天"))
        #expect(done.text.contains("已导入, 日志第"))
        let year = try file(CalendarLines.national(2027), "2027.csv")
        #expect(try run("import", year, "--database", county.path).text.contains("全国 2027 年: 新增 6 天"))
        let list = try run("list", "2027", "--database", county.path)
        #expect(list.text.contains("2027-10-10 周日  放假 核桃节  漾濞彝族自治县人民政府  漾政发〔2026〕3 号"))
        #expect(list.text.contains("2027-10-10 周日  上班 国庆节  全国 (不算数)"))
        let json = try run("list", "2027", "--json", "--database", county.path)
        #expect(json.text.contains(#"{"date":"2027-10-10","holds":true,"kind":"off","layer":"漾濞彝族自治县人民政府""#))
        #expect(try run("list", "2028", "--database", county.path).text.contains("2028 年放假安排尚未录入"))
    }

    @Test("every bad line is named and nothing is imported; a year that is none is a wrong use")
    func refused() throws {
        let path = try file(CalendarLines.own("2026-12-01") + ["2026-12-02,休,核桃节,x", "x"], "wrong.csv")
        let wrong = try run("import", path, "--database", county.path, "--site", "漾濞彝族自治县人民政府")
        #expect(wrong.end == .exit(1) && wrong.text.contains("第 3 行: 类别 \"休\" 不对") && wrong.text.contains("第 4 行"))
        #expect(wrong.text.contains("有 2 处要改, 一天也没有导入"))
        let part = try file(CalendarLines.own("2026-12-01"), "part.csv")
        #expect(try run("import", part, "--database", county.path).text.contains("却没有 10 月 1 日"))
        #expect(try run("import", part, "--database", county.path, "--site", "昆明市").text.contains("没有站点 昆明市"))
        #expect(try county.office.calendar() == .national)
        #expect(try run("list", "1850", "--database", county.path).end == .exit(64))
    }
}
