// The demo county as clerks of it see it.
import CountyFixture
import Testing

@testable import Model

struct DemoCountyTests {
    private let county: DemoCounty
    private let office: Office

    init() throws {
        county = try DemoCounty.copy()
        office = try county.office()
    }

    private func list(_ account: String) throws -> [MatterRow] {
        let session = try county.signIn(account, to: office)
        return try office.matters(.hearing, .first, limit: 1000, in: session).rows
    }

    @Test("the first unit's list holds 40 matters and not the deleted one, the newest about the price of water")
    func firstUnit() throws {
        let rows = try list("fabu")
        #expect(rows.count == 40)
        #expect(rows.first?.title.hasPrefix("关于调整城市供水价格") == true)
        #expect(rows.first?.event.day?.description == "2026-12-08")
        #expect(rows.first?.nearest?.due.description == "2026-11-27")
    }

    @Test("every light is lit")
    func lights() throws {
        let deadlines = try list("fabu").flatMap(\.deadlines)
        for light in [Light.open, .soon, .overdue, .met, .metLate] {
            #expect(deadlines.contains { $0.light == light }, "\(light)")
        }
    }

    @Test("every state of a row and of its event occurs")
    func states() throws {
        let rows = try list("fabu")
        for count in 1...3 { #expect(rows.contains { $0.published.count == count }, "\(count) documents") }
        #expect(rows.contains { $0.event.about == "待定" })
        #expect(rows.contains { $0.event.about?.hasSuffix("旬") == true })
        #expect(rows.contains { $0.event.day == DemoCounty.now.day })
        #expect(rows.contains { $0.light == .soon && $0.published.count == 1 }, "a notice is due soon")
        #expect(rows.contains { $0.light == .soon && $0.published.count == 2 }, "a report is due soon")
        #expect(rows.contains { $0.light == .overdue && $0.published.count == 1 }, "a notice is overdue")
        #expect(rows.contains { $0.light == .overdue && $0.published.count == 2 }, "a report is overdue")
        for rule in ["announcement", "notice", "report"] {
            #expect(rows.flatMap(\.deadlines).contains { $0.rule == rule && $0.light == .metLate }, "\(rule) late")
        }
    }

    @Test("the supervisor sees the matters of at least four units")
    func supervisor() throws {
        #expect(Set(try list("jianguan").map(\.unit)).count >= 4)
    }

    @Test("each account of the demo signs in with the password shown", arguments: Demo.accounts)
    func accounts(account: Demo.Account) throws {
        let session = try county.signIn(account.name, to: office)
        #expect(session.clerk.roles == [account.role])
        #expect(session.clerk.fullName == account.fullName)
        #expect(session.clerk.unit.name == account.unit)
        #expect(!session.clerk.mustChangePassword)
    }
}
