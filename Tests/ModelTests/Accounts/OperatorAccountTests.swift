// Accounts as the server's operator looks after them, and who is told.
import CountyFixture
import Foundation
import Testing

@testable import Model

@Suite("Accounts and the server's operator") struct OperatorAccountTests {
    private let county: County
    private let wei = ServerOperator(unixUser: "wei")

    init() throws { county = try County() }

    @Test("a one-time password from the server is told to the clerk and to the security administrator, once each")
    func reset() throws {
        let fabu = try county.signIn("fabu")
        let number = try county.office.resetPassword(of: "fabu", to: County.oneTime, as: wei)
        let row = try county.journal(number)
        #expect(row.clerkName == "服务器操作员 wei" && row.sentence == "给帐号 李文 (fabu) 设一次性密码, 结束 1 处登录")
        #expect(throws: Refusal.self) { try county.office.drafts(in: fabu) }
        let told = "2026-11-20 09:00 服务器操作员 wei 给帐号 李文 (fabu) 设一次性密码, 结束 1 处登录; "
        let anquan = try county.signIn("anquan")
        #expect(try county.office.takeAccountNotices(in: anquan) == [told + "请核对是否应该"])
        #expect(try county.office.takeAccountNotices(in: anquan) == [])
        let again = try county.office.signIn("fabu", password: County.oneTime, from: "")
        #expect(again.clerk.mustChangePassword)
        #expect(try county.office.takeAccountNotices(in: again) == [told + "如果不是您要求的, 请告诉安全管理员"])
        #expect(try county.office.takeAccountNotices(in: try county.signIn("xitong")) == [])
        let bytes = try Data(contentsOf: URL(fileURLWithPath: county.path + "-wal"))
        #expect(bytes.firstRange(of: Data(County.oneTime.utf8)) == nil)
    }

    @Test("an account from the server has no role")
    func added() throws {
        let entries = Entries(["name": "liming", "full_name": "李明"])
        try county.office.addClerk(entries, to: "发改局", site: nil, password: County.oneTime, as: wei)
        let session = try county.office.signIn("liming", password: County.oneTime, from: "")
        #expect(session.clerk.roles.isEmpty && session.clerk.unit.name == "发展和改革局")
        #expect(
            try county.office.clerkEntries(unit: "发改局", site: nil, as: wei).map(\.name) == [
                "fabu", "liming", "shenhe", "wumin",
            ])
        #expect(try county.office.clerkEntries(unit: nil, site: nil, as: wei).count == 9)
        func refusal(_ name: String, _ unit: String, _ password: String) -> String? {
            #expect(throws: Refusal.self) {
                try county.office.addClerk(
                    Entries(["name": name, "full_name": "李明"]), to: unit, site: nil, password: password, as: wei)
            }?.sentence
        }
        #expect(refusal("liming", "发改局", County.oneTime) == "帐号 liming 已经有人用, 请换一个名称")
        #expect(refusal("wangwu", "水利局", County.oneTime) == "没有单位 水利局; 有: 发展和改革局、教育体育局")
        #expect(refusal("wangwu", "发改局", "short") == "一次性密码: 新密码至少 10 个字符, 现在 5 个")
    }

    @Test("the server's operator locks and unlocks, never the last of a kind, and nobody who has left or is not there")
    func locked() throws {
        #expect(throws: Refusal.self) { try county.office.lockClerk("anquan", reason: nil, as: wei) }
        let number = try county.office.lockClerk("fabu", reason: "离岗", as: wei)
        #expect(try county.journal(number).reason == "离岗")
        #expect(throws: Refusal.self) { try county.signIn("fabu") }
        #expect(throws: Refusal.self) { try county.office.lockClerk("fabu", reason: nil, as: wei) }
        try county.office.unlockClerk("fabu", as: wei)
        #expect(try county.signIn("fabu").clerk.name == "fabu")
        let unknown = #expect(throws: Refusal.self) { try county.office.unlockClerk("nobody", as: wei) }
        #expect(unknown?.sentence == "没有帐号 nobody; 用 yangguang clerk list 看有哪些")
        try county.office.renameClerk("fabu", to: "李文明", as: wei)
        #expect(try county.signIn("fabu").clerk.fullName == "李文明")
    }

    @Test("小单位: the founding profile is kept, and the one administrator cannot act on the own account")
    func small() throws {
        let path = county.folder + "/small.db"
        let founding = Founding(
            site: "漾濞彝族自治县人民政府", unit: "档案馆", profile: .small, passwords: ["Zq7-plum-rain", "Wx8-blue-kite"])
        try Office.found(founding, at: path, by: wei)
        let office = try Office(opening: path)
        let session = try office.signIn("guanli", password: "Zq7-plum-rain", from: "")
        _ = try office.perform(
            ChangePassword(old: "Zq7-plum-rain", new: "Rq4-oak-lamp", again: "Rq4-oak-lamp"), in: session)
        let clerks = try office.clerkEntries(ClerkFilter(), .first, limit: 9, in: session).rows
        let guanli = try #require(clerks.first { $0.name == "guanli" })
        let shenji = try #require(clerks.first { $0.name == "shenji" })
        #expect(try office.clerkEntry(shenji.id, in: session).profile == .small)
        #expect(throws: Refusal.self) { try office.perform(SetRoles(guanli, to: [], reason: "换岗"), in: session) }
        #expect(throws: Refusal.self) {
            try office.perform(SetRoles(shenji, to: [.auditor, .systemAdministrator], reason: "兼任"), in: session)
        }
        _ = try office.perform(SetRoles(shenji, to: [.auditor, .reviewer], reason: "兼任"), in: session)
    }
}
