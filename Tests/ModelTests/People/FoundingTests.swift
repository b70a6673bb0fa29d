// Founding an office: yangguang init.
import CountyFixture
import Foundation
import Model
import Testing

@Suite("Founding an office")
struct FoundingTests {
    private let passwords = ["Diyi-mima-01", "Diyi-mima-02", "Diyi-mima-03", "Diyi-mima-04"]

    private func founding(
        site: String = "漾濞彝族自治县人民政府", unit: String = "发展和改革局", profile: Founding.Profile = .separated,
        passwords: [String]? = nil
    ) -> Founding {
        Founding(
            site: site, unit: unit, profile: profile,
            passwords: passwords ?? Array(self.passwords.prefix(profile.people.count)))
    }

    @Test("三员分立: three administrators, none of whom publishes, and a publisher; each must change the password first")
    func separated() throws {
        let county = try County()
        let path = county.folder + "/new.db"
        try Office.found(founding(), at: path, by: ServerOperator(unixUser: "wei"))
        let office = try Office(opening: path)
        #expect(office.siteName() == "漾濞彝族自治县人民政府" && office.kind == .office)
        for (person, password) in zip(Founding.Profile.separated.people, passwords) {
            let clerk = try office.signIn(person.name, password: password, from: "").clerk
            #expect(clerk.roles == person.roles && clerk.mustChangePassword)
            #expect(clerk.roles.contains(.publisher) == (person.name == "fabu"))
        }
        #expect(office.check().isEmpty)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }

    @Test("小单位: two people; one administers, the other audits, both may publish, and nobody does both")
    func small() {
        let people = Founding.Profile.small.people
        #expect(people.map(\.name) == ["guanli", "shenji"])
        #expect(people.allSatisfy { $0.roles.contains(.publisher) })
        #expect(people.allSatisfy { !$0.roles.isSuperset(of: [.systemAdministrator, .auditor]) })
    }

    @Test("the founding is journaled under the Unix user's name, without the passwords")
    func journaled() throws {
        let county = try County()
        let path = county.folder + "/new.db"
        try Office.found(founding(profile: .small), at: path, by: ServerOperator(unixUser: "wei"))
        let rows = try String(contentsOfFile: path, encoding: .isoLatin1)
        #expect(!rows.contains("mima-01"))
        let office = try Office(opening: path)
        let session = try office.signIn("guanli", password: passwords[0], from: "")
        #expect(try office.units(in: session).map(\.name) == ["发展和改革局"])
    }

    @Test("an existing file is never founded over")
    func existing() throws {
        let county = try County()
        let before = try Data(contentsOf: URL(fileURLWithPath: county.path))
        let refusal = #expect(throws: Refusal.self) { try Office.found(founding(), at: county.path) }
        #expect(refusal?.sentence == "\(county.path) 已经存在, 不会覆盖; 请换一个文件名")
        #expect(try Data(contentsOf: URL(fileURLWithPath: county.path)) == before)
    }

    @Test("a founding that is refused leaves no file behind")
    func nothingLeft() throws {
        let county = try County()
        let path = county.folder + "/new.db"
        #expect(throws: Refusal.self) { try Office.found(founding(passwords: ["short"]), at: path) }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("what is wrong is said with field, limit and value")
    func refusals() {
        #expect(founding(site: " ").refusal == "请填写站点名称")
        #expect(founding(site: "县").refusal == "站点名称至少 2 字, 填的是 县")
        #expect(
            founding(unit: String(repeating: "局", count: 41)).refusal == "单位名称最多 40 字 (含标点), 现在 41 字, 请删去 1 字")
        #expect(founding(unit: "发改\u{1B}局").refusal?.contains("U+001B") == true)
        #expect(
            founding(passwords: ["Diyi-mima-01"]).refusal
                == "三员分立要 4 个初始密码, 依次给 xitong、anquan、shenji、fabu, 现在有 1 个")
        #expect(
            founding(passwords: ["Diyi-mima-01", "x", "", ""]).refusal == "帐号 anquan: 新密码至少 10 个字符, 现在 1 个")
        #expect(founding().refusal == nil && founding(profile: .small).refusal == nil)
    }
}
