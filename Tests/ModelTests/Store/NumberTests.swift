// 编号: serial for site, system and year, and never given twice.
import CountyFixture
import Model
import Testing

@Suite("Numbers")
struct NumberTests {
    private func announce(_ county: County, _ session: Session, on day: String = "2027-03-10") throws -> String {
        let matter = try county.publish(
            .announcement, HearingEntries.announcement(on: day, commentsUntil: "2027-03-01"), in: session)
        return matter.documents[0].number.description
    }

    @Test("numbers run on over the units of a site, and a refused publication uses none up")
    func serial() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        #expect(try announce(county, fabu) == "2026-01")
        #expect(throws: Refusal.self) { try announce(county, fabu, on: "") }
        #expect(try announce(county, try county.signIn("jiaoyu")) == "2026-02")
    }

    @Test("a year begins at 1 at midnight in Beijing, when it is still the old year in Greenwich")
    func newYear() throws {
        let county = try County(now: "2026-12-31T23:59")
        let fabu = try county.signIn("fabu")
        #expect(try announce(county, fabu) == "2026-01")
        #expect(try announce(county, fabu) == "2026-02")
        try county.goTo("2027-01-01T00:00")
        #expect(try announce(county, fabu) == "2027-01")
        #expect(county.office.check().isEmpty)
    }

    @Test("the number of a document that was taken back is not given again")
    func neverReused() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        #expect(try announce(county, fabu) == "2026-01")
        try county.raw(
            """
            UPDATE document SET deleted_at = '2026-11-20T01:00:00.000Z', deleted_reason = '误发';
            UPDATE matter SET deleted_at = '2026-11-20T01:00:00.000Z'
            """)
        #expect(try announce(county, fabu) == "2026-02")
    }

    @Test("each site has its own numbers")
    func otherSite() throws {
        let county = try County()
        let hash = try Password.hash(County.password)
        try county.office.entering(as: ServerOperator(unixUser: "tester")) { entry in
            let site = try entry.addSite("永平县人民政府", level: .county)
            let unit = try entry.addUnit("发展和改革局", shortName: "发改局", pinyin: "fazhan", of: site)
            try entry.addClerk(
                NewClerk("yongping", "段波", roles: [.publisher], passwordHash: hash, mustChangePassword: false), of: unit
            )
        }
        #expect(try announce(county, try county.signIn("fabu")) == "2026-01")
        let yongping = try county.signIn("yongping")
        #expect(try announce(county, yongping) == "2026-01")
        let first = try county.office.matters(.hearing, .first, limit: 5, in: yongping)
        #expect(first.total == 1)
        #expect(throws: Refusal.self) { try county.office.matter(Identifier(1), in: yongping) }
    }

    @Test("temporary notices have numbers of their own")
    func temporaryNotices() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        _ = try announce(county, fabu)
        let entries = Entries([
            "title": "关于停水的通知", "body": "11 月 21 日停水", "signed_unit": "发展和改革局", "secrecy_checked": "1",
        ])
        let numbers = try (1...2).map { _ in
            try county.office.perform(PublishTemporaryNotice(in: .hearing, entries: entries), in: fabu).outcome
                .description
        }
        #expect(numbers == ["2026-01", "2026-02"])
        #expect(county.office.check().isEmpty)
    }
}
