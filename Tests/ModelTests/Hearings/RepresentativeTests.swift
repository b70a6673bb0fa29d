// H11: what the representatives of a hearing are owed, and how many there should be.
import CountyFixture
import Model
import Testing

@Suite("Representatives of a hearing")
struct RepresentativeTests {
    @Test(
        "H11: materials sent on the third working day before the hearing are in time, later they want a reason",
        arguments: [("2026-12-03T23:59", Light.met), ("2026-12-04T00:00", .metLate)])
    func materials(at moment: String, light: Light) throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try county.goTo(moment)
        if light == .metLate {
            let refusal = #expect(throws: Refusal.self) { try county.sendMaterials(of: matter, in: fabu) }
            #expect(refusal?.sentence == "会议材料送达代表最迟 2026-12-03（含当日）, 晚 1 个工作日; 请写明原因后再登记")
        }
        let sent = try county.sendMaterials(of: matter, lateReason: "材料补印", in: fabu)
        #expect(sent.deadlines.map(\.light) == [.met, .overdue, light, .open])
        let again = #expect(throws: Refusal.self) { try county.sendMaterials(of: sent, in: fabu) }
        #expect(again?.sentence.hasPrefix("会议材料送达代表已于 2026-12-0") == true)
        #expect(county.office.check().isEmpty)
    }

    @Test("H11: materials cannot be registered before the hearing has a day, nor by another unit")
    func materialsRefused() throws {
        let county = try County()
        let open = try county.publish(
            .announcement, HearingEntries.announcement(on: nil), in: try county.signIn("fabu"))
        let early = #expect(throws: Refusal.self) { try county.sendMaterials(of: open, in: try county.signIn("wumin")) }
        #expect(early?.sentence == "日期还没有确定, 不能登记会议材料送达代表")
        let exact = try county.publish(.announcement, HearingEntries.announcement(), in: try county.signIn("fabu"))
        let foreign = #expect(throws: Refusal.self) {
            try county.sendMaterials(of: exact, in: try county.signIn("jiaoyu"))
        }
        #expect(foreign?.reason == .notAllowed)
    }

    @Test(
        "H11: fewer representatives than the setting wants are remarked on, never refused",
        arguments: [("14", "15", true), ("15", "15", false), ("15", "20", true), ("1", "", true)])
    func fewRepresentatives(count: String, least: String, warns: Bool) throws {
        var entries = HearingEntries.announcement()
        entries["representatives"] = count
        let settings = Settings(least.isEmpty ? [:] : ["leastRepresentatives": least])
        let context = PublicationCheck.Context(
            now: try #require(Moment("2026-11-20T09:00")), calendar: .national, settings: settings)
        let check = PublishTask(.hearing, Procedure.hearing.documents[0], of: nil).check(
            entries, attachments: [], context)
        #expect(check.errors.isEmpty)
        #expect(check.warnings.contains { $0.field == "representatives" } == warns)
    }
}
