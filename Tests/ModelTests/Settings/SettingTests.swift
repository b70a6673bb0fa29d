// 设置: what each may be, who changes it, and what follows.
import CountyFixture
import Testing

@testable import Model

@Suite("Settings") struct SettingTests {
    private static let channels = [Channel(code: "letter", name: "来信"), Channel(code: "web", name: "网站")]

    @Test("every setting is told apart, has a meaning, and its default is one of its values")
    func table() {
        let all = Setting.all(Self.channels)
        #expect(Set(all.map(\.name)).count == all.count)
        #expect(Set(all.map(\.label)).count == all.count)
        for setting in all {
            #expect(setting.meaning.hasSuffix("。"), "\(setting.name)")
            #expect((try? setting.checked(setting.standard)) == setting.standard, "\(setting.name)")
        }
    }

    @Test(
        "a value that is not allowed is refused by setting, limit and value",
        arguments: [
            (Setting.complexReplyDays, "0", "延长后的答复期限应在 1 到 250 之间, 填的是 0"),
            (.complexReplyDays, "十五", "延长后的答复期限应是整数, 填的是 十五"),
            (.strict, "也许", "听证期限按整日计算只能选 否、是, 填的是 也许"),
            (.review(.bulletin), "不审核", "重点工作通报的审核方式只能选 线下审签、在线审核, 填的是 不审核"),
            (.publicFolder, "srv/gongkai", "公开文件包的文件夹要写绝对路径, 以 / 开头, 填的是 srv/gongkai"),
            (.publicFolder, "/srv/../etc", "公开文件包的文件夹中不能有 . 或 .. , 填的是 /srv/../etc"),
        ])
    func refused(setting: Setting, typed: String, sentence: String) throws {
        #expect(throws: Refusal(sentence, fields: [FieldError("value", sentence)])) { try setting.checked(typed) }
    }

    @Test("a setting is changed by its administrator, with what it was before in the journal, and holds at once")
    func changed() throws {
        let county = try County()
        let xitong = try county.signIn("xitong")
        let least = Setting.leastRepresentatives
        #expect(try entry(least, county, xitong).history == "没有改动过, 用的是默认值")
        let done = try county.office.perform(ChangeSetting(least, to: " 20 ", read: "15"), in: xitong)
        let row = try county.journal(done.journalNumber)
        #expect(row.sentence == "设置听证代表的人数: 15 人 改为 20 人")
        #expect(row.before == #"{"听证代表的人数":"15 人"}"# && row.after == #"{"听证代表的人数":"20 人"}"#)
        let after = try entry(least, county, xitong)
        #expect(after.value == "20" && !after.isStandard)
        #expect(after.history == "赵强 2026-11-20 09:00 最后改动")
        #expect(try county.office.context(in: xitong).settings.leastRepresentatives == 20)
        _ = try county.office.perform(ChangeSetting(least, to: least.standard, read: "20"), in: xitong)
        #expect(try entry(least, county, xitong).isStandard)
        #expect(throws: Refusal.self) {
            try county.office.perform(ChangeSetting(least, to: "30", read: "20"), in: xitong)
        }
        let other = #expect(throws: Refusal.self) {
            try county.office.perform(ChangeSetting(least, to: "30", read: "15"), in: try county.signIn("anquan"))
        }
        #expect(other?.sentence == "听证代表的人数要由系统管理员改动, 您的角色是安全管理员")
    }

    @Test("H1, H2: open deadlines move when full days are wanted, and move back; the store stays in order")
    func strictDays() throws {
        let county = try County()
        let (fabu, xitong) = (try county.signIn("fabu"), try county.signIn("xitong"))
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let before = try #require(matter.deadlines.first { $0.rule == "notice" }).due
        let done = try county.office.perform(ChangeSetting(.strict, to: "是", read: "否"), in: xitong)
        #expect(try county.journal(done.journalNumber).sentence.hasSuffix("; 事项的期限改动 1 项"))
        let moved = try county.office.matter(matter.id, in: fabu)
        let after = try #require(moved.deadlines.first { $0.rule == "notice" }).due
        #expect(WorkCalendar.national.workingDays(after: after, through: before) == 1)
        #expect(county.office.check() == [])
        _ = try county.office.perform(ChangeSetting(.strict, to: "否", read: "是"), in: xitong)
        #expect(try county.office.matter(matter.id, in: fabu).deadlines == matter.deadlines)
        #expect(county.office.check() == [])
    }

    @Test("B1: open quarters are due on the day that is set")
    func dueDay() throws {
        let county = try County()
        let xitong = try county.signIn("xitong")
        let fabu = try county.signIn("fabu")
        let quarter = Quarter(of: county.now.day)
        _ = try county.office.perform(
            SetPeriodDuty(.owes(since: quarter), in: .bulletin, of: fabu.clerk.unit.id, read: nil, reason: "测试"),
            in: xitong)
        let before = try #require(try county.office.owedDeadlines(.bulletin, in: fabu).first).due
        _ = try county.office.perform(ChangeSetting(.dueDay(.bulletin), to: "20", read: "10"), in: xitong)
        let after = try #require(try county.office.owedDeadlines(.bulletin, in: fabu).first).due
        #expect(before.description == "2027-01-11" && after.description == "2027-01-20")
        #expect(county.office.check() == [])
    }

    private func entry(_ setting: Setting, _ county: County, _ session: Session) throws -> SettingEntry {
        try #require(try county.office.settingEntries(in: session).first { $0.setting.name == setting.name })
    }
}
