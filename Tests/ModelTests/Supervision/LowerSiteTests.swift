// H9: supervisors see the units of the site and of those below it, and ask them, too.
import CountyFixture
import Model
import Testing

@Suite struct LowerSiteTests {
    private let county: County
    private let jianguan: Session
    private let xiaji: Session

    init() throws {
        county = try County()
        let hash = try Password.hash(County.password)
        try county.office.entering(as: ServerOperator(unixUser: "tester")) { entry in
            let site = try entry.addSite("金牛新区管理委员会", level: .county)
            let unit = try entry.addUnit("新区建设局", shortName: "建设局", pinyin: "xinqu jianshe ju", of: site)
            try entry.addClerk(
                NewClerk("xiaji", "段红", roles: [.publisher], passwordHash: hash, mustChangePassword: false), of: unit)
        }
        try county.raw("UPDATE site SET parent_id = 1 WHERE name = '金牛新区管理委员会'")
        jianguan = try county.signIn("jianguan")
        xiaji = try county.signIn("xiaji")
    }

    @Test("督查 has the units of the own site first, then those of the sites below, by their sites' names")
    func units() throws {
        try county.publish(.announcement, HearingEntries.announcement(), in: xiaji)
        try county.goTo("2026-12-04T09:00")
        let units = try county.office.unitStandings(in: try county.signIn("jianguan"))
        #expect(units.map(\.name) == ["发展和改革局", "教育体育局", "金牛新区管理委员会 新区建设局"])
        #expect(units.last?.figures.overdue == 2 && units.last?.figures.unposted == 1)
        #expect(StandingOrder.red.sorted(units).first?.unit.shortName == "建设局")
        #expect(throws: Refusal.self) { try county.office.unitStandings(in: xiaji) }
    }

    @Test("a matter of a site below opens for its supervisors, to be read, and for nobody else of the site above")
    func matter() throws {
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: xiaji)
        #expect(try county.office.matter(matter.id, in: jianguan).title == matter.title)
        #expect(throws: Refusal.self) { try county.office.matter(matter.id, in: county.signIn("fabu")) }
        #expect(throws: Refusal.self) {
            try county.office.perform(DeleteDocument(.announcement, of: matter, reason: "误发"), in: jianguan)
        }
    }

    @Test("a unit of a site below is asked and answers")
    func note() throws {
        let note = try county.supervise("建设局", in: jianguan)
        #expect(try county.office.waiting(in: xiaji).todos == [.notes: 1])
        #expect(try county.answer(note, in: xiaji).word == "已答复")
        #expect(county.office.check() == [])
    }
}
