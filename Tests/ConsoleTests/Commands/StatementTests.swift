// yangguang list: lines that stand in columns, and JSON that scripts may rest on.
import CountyFixture
import Foundation
import Model
import Testing

@testable import Console

@Suite("Statements")
struct StatementTests {
    private func statements() throws -> [Statement] {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try county.publish(.notice, of: matter, HearingEntries.notice(), in: fabu)
        try county.publish(
            .announcement, HearingEntries.announcement(on: nil, about: "明年春天", title: "关于公交票价听证会的公告"),
            in: try county.signIn("jiaoyu"))
        try county.goTo("2026-12-24T09:00")
        var statements: [Statement] = []
        try county.office.statements { statements.append($0) }
        return statements
    }

    @Test("lines stand in columns, whatever they hold")
    func table() throws {
        var table = StatementTable()
        #expect(
            try statements().flatMap { table.lines($0) } == [
                "灯   编号      单位             听证会       通知     报告     公告期限          通知期限          材料期限          报告期限          标题",
                "     2026-03   教体局           明年春天     发布通知 通知未发 -                 -                 -                 -                 关于公交票价听证会的公告",
                "超期 2026-01   发改局           2026-12-08   通知已发 发布报告 2026-11-24 已     2026-11-27 已     2026-12-03 超期   2026-12-22 超期   关于调整城市供水价格听证会的公告",
            ])
    }

    @Test("JSON has the documented fields and nobody's name")
    func json() throws {
        let texts = try statements().map { try StatementJSON().member($0) }
        #expect(
            texts.last
                == #"{"deadlines":[{"due":"2026-11-24","label":"听证公告","light":"met","metAt":"2026-11-20T01:00:00.000Z","rule":"announcement"},{"due":"2026-11-27","label":"听证通知","light":"met","metAt":"2026-11-20T01:00:00.000Z","rule":"notice"},{"due":"2026-12-03","label":"会议材料送达代表","light":"overdue","rule":"materials"},{"due":"2026-12-22","label":"听证报告","light":"overdue","rule":"report"}],"eventDay":"2026-12-08","light":"overdue","number":"2026-01","site":"漾濞彝族自治县人民政府","states":[{"document":"notice","name":"听证通知","state":"通知已发"},{"document":"report","name":"听证报告","state":"发布报告"}],"system":"hearing","title":"关于调整城市供水价格听证会的公告","unit":"发展和改革局","unposted":["announcement","notice"]}"#
        )
        for name in ["李文", "fabu", "0872"] { #expect(!texts.joined().contains(name)) }
    }

    @Test("what a unit owes for a quarter stands before its system's matters, and is found by its light")
    func owed() throws {
        let county = try County(now: "2026-07-01T09:00")
        try county.setDuty(.owes(since: Quarter.of(2026, 2)), of: "发改局", in: try county.signIn("jianguan"))
        try county.publishBulletin(Quarter.of(2026, 2), in: try county.signIn("fabu"))
        try county.goTo("2026-11-20T09:00")
        _ = try county.signIn("fabu")
        var table = StatementTable()
        var lines: [String] = []
        var texts: [String] = []
        try county.office.statements { lines += table.lines($0) }
        try county.office.statements(light: .overdue) { texts.append(try StatementJSON().member($0)) }
        #expect(
            lines == [
                "灯   编号      单位             通报期        标题",
                "     -         发改局           2026年第4季度 2026年第4季度通报未发布, 最迟 2027-01-11",
                "超期 -         发改局           2026年第3季度 2026年第3季度通报未发布, 最迟 2026-10-10",
                "     2026-01   发改局           2026年第2季度 关于2026年第2季度重点工作落实情况的通报",
            ])
        #expect(
            texts == [
                #"{"deadlines":[{"due":"2026-10-10","label":"2026年第3季度通报","light":"overdue","rule":"quarter"}],"eventAbout":"2026年第3季度","light":"overdue","period":"2026-Q3","site":"漾濞彝族自治县人民政府","states":[],"system":"bulletin","title":"2026年第3季度通报","unit":"发展和改革局","unposted":[]}"#
            ])
    }
}
