// Changing the work calendar: what moves with it, what stays, and who may.
import CountyFixture
import Model
import Testing

@Suite("Changing the work calendar")
struct CalendarChangeTests {
    private func due(_ matter: Matter) -> [String: String] {
        Dictionary(uniqueKeysWithValues: matter.deadlines.map { ($0.rule, $0.due.description) })
    }

    @Test("a site's own day off moves its open deadlines, each journaled by 系统; what is met stays")
    func ownDay() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let xitong = try county.signIn("xitong")
        var matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let before = due(matter)
        let done = try county.importCalendar(CalendarLines.own("2026-12-01", "2026-11-23"), in: xitong)
        matter = try county.office.matter(matter.id, in: fabu)
        #expect(
            due(matter) == [
                "announcement": before["announcement"], "notice": "2026-11-26", "materials": "2026-12-03",
                "report": "2026-12-22",
            ])
        #expect(done.dayCounts == "新增 2 天, 改动 0 天, 删去 0 天" && done.moved.map(\.rule) == ["notice"])
        let rows: [String] = try county.rawValues(
            "SELECT clerk || ': ' || sentence FROM journal WHERE act = 'deadlineMoved' AND matter_id = \(matter.id.rawValue)"
        )
        #expect(rows == ["系统: 听证通知的期限由 2026-11-27 改为 2026-11-26（含当日）, 因工作日历有改动"])
        #expect(county.office.check().isEmpty)
    }

    @Test(
        "days off that pass a deadline's day make it overdue at once; taking the year back undoes that, and both are noted"
    )
    func lights() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try county.goTo("2026-11-27T09:00")
        let xitong = try county.signIn("xitong")
        let plan = try county.importCalendar(CalendarLines.own("2026-12-01", "2026-12-02"), in: xitong)
        #expect(plan.becomingOverdue.map(\.sentence) == ["听证通知由 2026-11-27 改为 2026-11-25, 已超期 2 个工作日"])
        var notice = try #require(try county.office.matter(matter.id, in: fabu).deadlines.first { $0.rule == "notice" })
        #expect(notice.light == .overdue)
        let undone = try county.takeBackCalendar(2026, reason: "县政府收回通知", in: xitong)
        #expect(undone.noLongerOverdue.count == 1)
        notice = try #require(try county.office.matter(matter.id, in: fabu).deadlines.first { $0.rule == "notice" })
        #expect(notice.light == .soon && notice.due == Day("2026-11-27"))
        let acts: [String] = try county.rawValues(
            "SELECT act FROM journal WHERE subject LIKE 'deadline:%' AND matter_id = \(matter.id.rawValue) ORDER BY id")
        #expect(acts.filter { $0.hasPrefix("overdue") } == ["overdue", "overdueUndone"])
        #expect(county.office.check().isEmpty)
    }

    @Test("holidays that an arrangement of the nation does not name are told, and it is taken all the same")
    func missingHolidays() throws {
        let county = try County()
        let xitong = try county.signIn("xitong")
        let plan = try county.importCalendar(
            CalendarLines.national(2027, off: ["2027-02-06"]), nation: true, in: xitong)
        #expect(plan.warnings == ["2027 年没有清明节、端午节、中秋节放假的日子, 请核对文件是不是全年的安排"])
        #expect(plan.known == [2027])
        let own = try county.importCalendar(CalendarLines.own("2026-12-01"), in: xitong)
        #expect(own.warnings == [])
    }

    @Test("what units owe for a quarter moves with a day off on its last day, and back")
    func periods() throws {
        let county = try County(now: "2026-12-15T09:00")
        try county.setDuty(.owes(since: .of(2026, 3)), of: "发改局", in: try county.signIn("jianguan"))
        let xitong = try county.signIn("xitong")
        func days() throws -> [String] {
            try county.rawValues("SELECT due_day FROM deadline WHERE period = '2026-Q4'")
        }
        let before = try days()
        let plan = try county.importCalendar(CalendarLines.own("2027-01-11", "2027-01-12"), in: xitong)
        #expect(before == ["2027-01-11"])
        #expect(try days() == ["2027-01-13"])
        #expect(plan.moved.map(\.sentence) == ["2026年第4季度通报由 2027-01-11 改为 2027-01-13, 还有 19 个工作日"])
        try county.takeBackCalendar(2027, in: xitong)
        #expect(try days() == before)
        #expect(county.office.check().isEmpty)
    }

    @Test("a year that becomes known takes the 推算 remark away, and taking it back brings the remark again")
    func knownYear() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let xitong = try county.signIn("xitong")
        let matter = try county.publish(
            .announcement, HearingEntries.announcement(on: "2027-01-12", commentsUntil: "2027-01-04"), in: fabu)
        func remarks() throws -> Set<String?> {
            Set(try county.office.matter(matter.id, in: fabu).deadlines.filter { $0.light != .met }.map(\.remark))
        }
        #expect(try remarks() == ["2027 年放假安排尚未录入, 按周一至周五推算"])
        let plan = try county.importCalendar(
            CalendarLines.national(2027, off: ["2027-01-13"]), nation: true, in: xitong)
        #expect(plan.known == [2027] && plan.guessed.isEmpty)
        #expect(try remarks() == [nil])
        #expect(try county.takeBackCalendar(2027, nation: true, in: xitong).guessed == [2027])
        #expect(try remarks() == ["2027 年放假安排尚未录入, 按周一至周五推算"])
        #expect(county.office.check().isEmpty)
    }

    @Test("the nation's year is replaced whole, what comes with the program too; taken back, the program's holds again")
    func replaced() throws {
        let county = try County()
        let xitong = try county.signIn("xitong")
        let day = try #require(Day("2026-09-25"))
        #expect(try !county.office.calendar().isWorking(day))
        let plan = try county.importCalendar(CalendarLines.national(2026), nation: true, in: xitong)
        #expect(try county.office.calendar().isWorking(day))
        #expect(plan.removed.contains { $0.day == day })
        try county.takeBackCalendar(2026, nation: true, in: xitong)
        #expect(try county.office.calendar() == .national)
    }

    @Test("a calendar that was changed after the preview is not changed again unseen; the refusal names who and when")
    func stale() throws {
        let county = try County()
        let xitong = try county.signIn("xitong")
        let file = ImportedCalendar(CalendarLines.file(CalendarLines.own("2026-12-01")))
        let plan = try county.plan(.replace(file), in: xitong)
        try county.goTo("2026-11-20T09:05")
        try county.importCalendar(CalendarLines.national(2027), nation: true, in: xitong)
        let refusal = #expect(throws: Refusal.self) { try county.office.perform(ChangeCalendar(plan), in: xitong) }
        #expect(refusal?.reason == .stale)
        #expect(
            refusal?.sentence == "检查以后, 赵强于 2026-11-20 09:05 改动了全国 2027 年的工作日历, 这次没有改; 请看过再办")
        #expect(try county.rawValue("SELECT count(*) FROM calendar_day WHERE site_id = 1") == 0)
    }

    @Test("only system administrators change it", arguments: ["fabu", "shenhe", "jianguan", "anquan", "shenji"])
    func roles(name: String) throws {
        let county = try County()
        let file = ImportedCalendar(CalendarLines.file(CalendarLines.own("2026-12-01")))
        let plan = try county.plan(.replace(file), in: try county.signIn("xitong"))
        let session = try county.signIn(name)
        #expect(throws: Refusal.self) { try county.plan(.replace(file), in: session) }
        #expect(throws: Refusal.self) { try county.office.perform(ChangeCalendar(plan), in: session) }
    }

    @Test(
        "the nation's layer is the top site's to change, and holds for every site; each site changes its own, which holds below it"
    )
    func layers() throws {
        let county = try County()
        try county.raw(
            """
            INSERT INTO site (id, parent_id, level, name) VALUES (2, NULL, 'prefecture', '大理白族自治州人民政府');
            UPDATE site SET parent_id = 2 WHERE id = 1;
            """)
        let xitong = try county.signIn("xitong")
        #expect(try county.office.calendarOwners(in: xitong).map(\.name) == ["漾濞彝族自治县人民政府"])
        let file = ImportedCalendar(CalendarLines.file(CalendarLines.national(2027)))
        #expect(throws: Refusal.self) {
            try county.office.checkCalendar(.replace(file), of: .nation, in: xitong)
        }
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let server = ServerOperator(unixUser: "root")
        let own = ImportedCalendar(CalendarLines.file(CalendarLines.own("2026-12-01")))
        let plan = try county.office.checkCalendar(.replace(own), site: "大理白族自治州人民政府", as: server)
        let done = try county.office.changeCalendar(plan, as: server)
        #expect(done.outcome.moved.count == 1)
        #expect(
            try county.office.matter(matter.id, in: fabu).deadlines.first { $0.rule == "notice" }?.due
                == Day("2026-11-26"))
        #expect(throws: Refusal.self) { try county.office.checkCalendar(.replace(own), site: "昆明市人民政府", as: server) }
        #expect(try county.rawValue("SELECT clerk FROM journal WHERE act = 'changeCalendar'") == "服务器操作员 root")
        #expect(county.office.check().isEmpty)
    }

    @Test("a preview writes nothing")
    func preview() throws {
        let county = try County()
        _ = try county.publish(.announcement, HearingEntries.announcement(), in: try county.signIn("fabu"))
        let xitong = try county.signIn("xitong")
        let rows: Int? = try county.rawValue("SELECT count(*) FROM journal")
        let file = ImportedCalendar(CalendarLines.file(CalendarLines.own("2026-12-01")))
        #expect(try county.plan(.replace(file), in: xitong).moved.count == 1)
        #expect(try county.rawValue("SELECT count(*) FROM journal") == rows)
        #expect(try county.rawValue("SELECT count(*) FROM calendar_day") == 0)
    }

    @Test(
        "a backfilled matter owes nothing that falls before its entry under the new calendar, and owes it again when that is undone"
    )
    func backfilled() throws {
        let county = try County(now: "2026-03-30T09:00")
        let fabu = try county.signIn("fabu")
        let matter = try county.backfill(.announcement, BackfillEntries.announcement(hearing: "2026-04-09"), in: fabu)
        let noticed = { try county.office.matter(matter.id, in: fabu).deadlines.first { $0.rule == "notice" }?.due }
        #expect(try noticed() == Day("2026-03-30"))
        let xitong = try county.signIn("xitong")
        let plan = try county.importCalendar(CalendarLines.own("2026-04-02"), in: xitong)
        #expect(plan.moved.contains { $0.rule == "notice" && $0.to == nil })
        #expect(try noticed() == nil)
        #expect(county.office.check().isEmpty)
        try county.takeBackCalendar(2026, in: xitong)
        #expect(try noticed() == Day("2026-03-30"))
        #expect(county.office.check().isEmpty)
    }

    @Test("past changes tell their file, their days, and every deadline they moved")
    func account() throws {
        let county = try County()
        _ = try county.publish(.announcement, HearingEntries.announcement(), in: try county.signIn("fabu"))
        let xitong = try county.signIn("xitong")
        try county.importCalendar(CalendarLines.own("2026-12-01"), in: xitong)
        try county.takeBackCalendar(2026, reason: "县政府收回通知", in: xitong)
        let page = try county.office.calendarChanges(.first, limit: 9, in: xitong)
        #expect(page.rows.map(\.word) == ["撤回", "导入"] && page.total == 2)
        let accounts = try page.rows.map { try county.office.calendarAccount($0, in: xitong) }
        #expect(accounts.map(\.reason) == ["县政府收回通知", nil])
        #expect(accounts[1].days.map(\.text) == ["放假 核桃节, 漾政发〔2026〕3 号"])
        #expect(
            accounts[1].moves.map(\.sentence) == ["听证通知的期限由 2026-11-27 改为 2026-11-26（含当日）, 因工作日历有改动"])
        #expect(accounts[0].moves.count == 1 && accounts[0].more == 0)
        #expect(page.rows[1].fileName == "日历.csv" && page.rows[1].sha256?.count == 64)
    }
}
