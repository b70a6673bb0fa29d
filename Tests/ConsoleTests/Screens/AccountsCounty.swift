// A small county for golden screens with sites below it, and with units and accounts in every state.
import CountyFixture
import Model

enum AccountsCounty {
    /// 物价局 is closed, 教育体育局 has another name; 吴敏 is locked, 张伟 leaves soon, 王芳 has left, 李明 has no password yet; a setting
    /// was changed, and the server's operator has made an account of which the security administrator does not know.
    static func fill(_ county: County) throws {
        let present = county.now
        defer { county.now = present }
        try county.goTo("2026-11-02T09:00")
        let office = county.office
        let site = try office.entering(as: ServerOperator(unixUser: "tester")) { entry in
            let site = try entry.addSite("金牛新区管理委员会", level: .county, below: Identifier(1))
            _ = try entry.addUnit("新区建设局", shortName: "建设局", pinyin: "xinqu jianshe ju", of: site)
            _ = try entry.addSite("石门关景区管理委员会", level: .county, below: site)
            return Identifier<Site>(1)
        }
        let xitong = try county.signIn("xitong")
        _ = try office.perform(AddUnit(at: site, Entries(["name": "物价局", "pinyin": "wujia ju"])), in: xitong)
        let units = try office.siteUnits(in: xitong).flatMap(\.units)
        for unit in units {
            if unit.unit.name == "物价局" {
                _ = try office.perform(CloseUnit(unit, on: "2026-10-31", reason: "机构改革, 漾办发〔2026〕18号"), in: xitong)
            }
            if unit.unit.name == "教育体育局" {
                let names = ["name": "教育和体育局", "short_name": "教体局", "pinyin": "jiaoyu he tiyu ju"]
                _ = try office.perform(ChangeUnit(unit, to: Entries(names)), in: xitong)
            }
        }
        let clerks = try office.clerkEntries(ClerkFilter(), .first, limit: 50, in: xitong).rows
        func clerk(_ name: String) throws -> ClerkEntry {
            guard let clerk = clerks.first(where: { $0.name == name }) else { throw Refusal("no such clerk: \(name)") }
            return clerk
        }
        let fabu = try clerk("fabu")
        _ = try office.perform(
            AddClerk(to: fabu.unit.id, Entries(["name": "liming", "full_name": "李明"])), in: xitong)
        _ = try office.perform(EndClerk(try clerk("shenhe"), on: "2026-12-01", reason: "退休"), in: xitong)
        _ = try office.perform(EndClerk(try clerk("jiaoyu"), on: "2026-11-02", reason: "调到州里"), in: xitong)
        _ = try office.perform(ChangeSetting(.leastRepresentatives, to: "20", read: "15"), in: xitong)
        _ = try office.perform(LockClerk(try clerk("wumin"), reason: "长期学习"), in: try county.signIn("anquan"))
        try office.addClerk(
            Entries(["name": "duanhong", "full_name": "段红"]), to: "教体局", site: "漾濞彝族自治县人民政府",
            password: "Kx7m-Pq4w-Rt9n", as: ServerOperator(unixUser: "root"))
        for name in ["xitong", "anquan"] {
            let session = try county.signIn(name)
            try office.signOut(session)
        }
    }
}
