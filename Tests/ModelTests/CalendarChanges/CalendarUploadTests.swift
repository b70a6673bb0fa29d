// Files of the work calendar: what is taken, and what is refused.
import CountyFixture
import Model
import Testing

@Suite("Files of the work calendar")
struct CalendarUploadTests {
    @Test("a file may come in GB18030, and a year saved as a file imports as it was")
    func files() throws {
        let gbk = FileContent(
            name: "gbk.csv",
            bytes: Array("2026-12-01,off,".utf8) + [0xBA, 0xCB, 0xCC, 0xD2, 0xBD, 0xDA] + Array(",x".utf8))
        #expect(ImportedCalendar(gbk).days.map(\.name) == ["核桃节"])
        let days = Array(WorkCalendar.national.layers[0].exceptions.values)
        let saved = ImportedCalendar(FileContent(name: "x.csv", bytes: CalendarFile.file(of: days)))
        #expect(saved.faults.isEmpty && Set(saved.days) == Set(days))
    }

    @Test(
        "a nation's file that lacks 1 October is refused, but days at the turn of its year are taken and replace nothing"
    )
    func wholeYears() throws {
        let county = try County()
        let xitong = try county.signIn("xitong")
        let stray = ImportedCalendar(CalendarLines.file(CalendarLines.national(2027, off: ["2028-03-01"])))
        #expect(throws: Refusal.self) { try county.plan(.replace(stray), nation: true, in: xitong) }
        #expect(
            stray.refusals(forNation: true)
                == ["2028 年有 2028-03-01 等 1 天, 却没有 10 月 1 日, 不是全年的安排; 全国的安排要全年一起导入"])
        let plan = try county.importCalendar(
            CalendarLines.national(2027, off: ["2026-12-31"]), nation: true, in: xitong)
        #expect(plan.years == [2027] && plan.removed.isEmpty)
        #expect(try !county.office.calendar().isWorking(try #require(Day("2026-10-02"))))
    }

    @Test("a file of nothing, one with a bad line, one that changes nothing, and a year that is not there are refused")
    func refused() throws {
        let county = try County()
        let xitong = try county.signIn("xitong")
        let own = CalendarLines.own("2026-12-01")
        for lines in [[], own + ["2026-13-01,off,核桃节,x"], own + own, ["2206-01-01,off,核桃节,x"]] {
            #expect(throws: Refusal.self) { try county.importCalendar(lines, in: xitong) }
        }
        try county.importCalendar(own, in: xitong)
        let same = #expect(throws: Refusal.self) { try county.importCalendar(own, in: xitong) }
        #expect(same?.sentence == "文件中的日子与漾濞彝族自治县人民政府现在的工作日历完全一样, 没有要改的")
        #expect(throws: Refusal.self) { try county.takeBackCalendar(2025, in: xitong) }
        let builtIn = #expect(throws: Refusal.self) { try county.takeBackCalendar(2026, nation: true, in: xitong) }
        #expect(builtIn?.sentence == "全国没有导入过 2026 年的安排, 用的是程序自带的, 没有可撤回的")
        #expect(throws: Refusal.self) { try county.takeBackCalendar(2026, reason: " ", in: xitong) }
        #expect(try county.rawValue("SELECT count(*) FROM calendar_change") == 1)
    }
}
