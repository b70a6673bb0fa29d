// Units: made, renamed and closed.
import CountyFixture
import Testing

@testable import Model

@Suite("Units") struct UnitTests {
    private let county: County
    private let xitong: Session
    private let site = Identifier<Site>(1)

    init() throws {
        county = try County()
        xitong = try county.signIn("xitong")
    }

    private func unit(_ name: String) throws -> UnitEntry { try county.unit(name, in: xitong) }

    @Test("a unit is made with short name and reading, by default from its name, and stands where its reading says")
    func added() throws {
        let done = try county.office.perform(
            AddUnit(at: site, Entries(["name": "档案馆", "pinyin": "Dang'an Guan"])), in: xitong)
        #expect(try county.journal(done.journalNumber).after == #"{"名称":"档案馆","拼音":"dang'an guan","简称":"档案馆"}"#)
        #expect(
            try county.office.siteUnits(in: xitong).flatMap(\.units).map(\.unit.name) == ["档案馆", "发展和改革局", "教育体育局"])
        func refusal(_ entries: [String: String]) -> Refusal? {
            #expect(throws: Refusal.self) { try county.office.perform(AddUnit(at: site, Entries(entries)), in: xitong) }
        }
        #expect(refusal(["name": "档案馆"])?.sentence == "漾濞彝族自治县人民政府的档案馆已用单位名称 档案馆, 请换一个")
        #expect(refusal(["name": "发改委", "short_name": "发改局"])?.fields.map(\.field) == ["short_name"])
        #expect(refusal(["name": "馆"])?.sentence == "单位名称至少 2 个字, 填的是 馆")
        let long = String(repeating: "长", count: 41)
        #expect(refusal(["name": long])?.sentence == "单位名称最多 40 字 (含标点), 现在 41 字, 请删去 1 字")
    }

    @Test("a renamed unit keeps its old name in what it has published, also where that is written out again")
    func renamed() throws {
        let fabu = try county.signIn("fabu")
        try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try county.goTo("2026-11-20T10:00")
        let names = Entries(["name": "发展和改革委员会", "short_name": "发改委", "pinyin": "fazhan he gaige weiyuanhui"])
        let done = try county.office.perform(ChangeUnit(try unit("发展和改革局"), to: names), in: xitong)
        let row = try county.journal(done.journalNumber)
        #expect(row.sentence == "发展和改革局改名为发展和改革委员会")
        #expect(row.before == #"{"名称":"发展和改革局","拼音":"fazhan he gaige ju","简称":"发改局"}"#)
        #expect(try unit("发展和改革委员会").formerNames == ["发展和改革局"])
        try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let packages = try county.rawValues("SELECT id FROM public_package ORDER BY id") as [Int64]
        let told = try county.rawQueue().read { db in
            try packages.map { try PackageReading(db: db).release($0)?.unit }
        }
        #expect(told == ["发展和改革局", "发展和改革委员会"])
        #expect(county.office.check() == [])
    }

    @Test("a unit is closed only when nothing waits in it, and is told what does")
    func obstacles() throws {
        let fabu = try county.signIn("fabu")
        try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try county.office.keepDraft(
            Draft.form(.hearing, .announcement), matter: nil, entries: Entries(["title": "草稿"]), in: fabu)
        _ = try county.office.perform(
            SetPeriodDuty(
                .owes(since: Quarter(of: county.now.day)), in: .bulletin, of: fabu.clerk.unit.id, read: nil,
                reason: "测试"),
            in: xitong)
        let refusal = #expect(throws: Refusal.self) {
            try county.office.perform(CloseUnit(try unit("发展和改革局"), on: "2026-11-20", reason: "撤并"), in: xitong)
        }
        #expect(
            refusal?.sentence == """
                发展和改革局还有 3 个没有停用的帐号 (请先调到别的单位或停用)、1 件没有办完的事项 (请先办完或终止)、\
                1 项按季度发布的任务 (请先在各单位季度通报中取消)、1 个季度没有发布的通报 (请先发布)、\
                1 份草稿 (请先写完、放弃, 或由同事接手), 不能撤销
                """)
    }

    @Test("a closed unit takes no clerks and is listed no more; it may be taken into use again")
    func closed() throws {
        _ = try county.office.perform(AddUnit(at: site, Entries(["name": "物价局"])), in: xitong)
        let late = #expect(throws: Refusal.self) {
            try county.office.perform(CloseUnit(try unit("物价局"), on: "2026-11-21", reason: "撤并"), in: xitong)
        }
        #expect(late?.sentence == "撤销日期不能晚于今天 2026-11-20, 填的是 2026-11-21")
        _ = try county.office.perform(CloseUnit(try unit("物价局"), on: "2026-10-31", reason: "撤并"), in: xitong)
        #expect(try county.office.units(in: xitong).map(\.name) == ["发展和改革局", "教育体育局"])
        let closed = try unit("物价局")
        let entries = Entries(["name": "liming", "full_name": "李明"])
        let refusal = #expect(throws: Refusal.self) {
            try county.office.perform(AddClerk(to: closed.unit.id, entries), in: xitong)
        }
        #expect(refusal?.sentence == "物价局已于 2026-10-31 撤销, 不能再有帐号; 请选别的单位")
        #expect(throws: Refusal.self) {
            try county.office.perform(
                MoveClerk(try county.clerk("fabu", in: xitong), to: closed.unit.id, reason: "换岗"), in: xitong)
        }
        _ = try county.office.perform(ReopenUnit(closed, reason: "恢复设立"), in: xitong)
        _ = try county.office.perform(AddClerk(to: closed.unit.id, entries), in: xitong)
        #expect(try unit("物价局").clerks == 1)
    }

    @Test("administrators look after the sites below their own, never after those above or beside")
    func sites() throws {
        let lower = try county.office.entering(as: ServerOperator(unixUser: "tester")) { entry in
            let lower = try entry.addSite("金牛新区管理委员会", level: .county, below: site)
            let unit = try entry.addUnit("新区管委会办公室", shortName: "新区办", pinyin: "xinqu ban", of: lower)
            try entry.addClerk(
                NewClerk(
                    "xinqu", "段红", roles: [.systemAdministrator], passwordHash: try Password.hash(County.password),
                    mustChangePassword: false), of: unit)
            return lower
        }
        #expect(
            try county.office.siteUnits(in: xitong).map { "\($0.depth) \($0.site.name)" } == [
                "0 漾濞彝族自治县人民政府", "1 金牛新区管理委员会",
            ])
        _ = try county.office.perform(AddUnit(at: lower, Entries(["name": "新区建设局"])), in: xitong)
        let below = try county.signIn("xinqu")
        #expect(try county.office.siteUnits(in: below).map(\.units.count) == [2])
        let upper = try unit("发展和改革局")
        #expect(throws: Refusal.self) {
            try county.office.perform(CloseUnit(upper, on: "2026-11-20", reason: "撤并"), in: below)
        }
        #expect(throws: Refusal.self) {
            try county.office.perform(
                EndClerk(try county.clerk("fabu", in: xitong), on: "2026-11-20", reason: "x"), in: below)
        }
        // The only one of a kind at the lower site stays there.
        let refusal = #expect(throws: Refusal.self) {
            try county.office.perform(
                MoveClerk(try county.clerk("xinqu", in: xitong), to: upper.unit.id, reason: "调动"), in: xitong)
        }
        #expect(refusal?.sentence == "段红 (xinqu) 是金牛新区管理委员会最后一位能登录的系统管理员, 不能调到别的站点; 请先让另一人担任系统管理员")
    }
}
