// Accounts made, given roles and passwords, moved, locked and ended by administrators.
import CountyFixture
import Foundation
import Testing

@testable import Model

@Suite("Accounts") struct AccountTests {
    private let county: County
    private let xitong: Session
    private let anquan: Session

    init() throws {
        county = try County()
        xitong = try county.signIn("xitong")
        anquan = try county.signIn("anquan")
    }

    private func clerk(_ name: String) throws -> ClerkEntry { try county.clerk(name, in: anquan) }

    @Test(
        "a new account cannot sign in until the security administrator gives it a password, and must change that first")
    func added() throws {
        let unit = try county.unit("发展和改革局", in: xitong).unit.id
        let entries = Entries(["name": "liming", "full_name": "李明"])
        let done = try county.office.perform(AddClerk(to: unit, entries), in: xitong)
        #expect(try county.journal(done.journalNumber).sentence == "开设帐号 李明 (liming), 单位 发展和改革局")
        let liming = try clerk("liming")
        #expect(liming.roles.isEmpty && !liming.hasPassword)
        #expect(throws: Refusal.self) { try county.signIn("liming") }
        try county.goTo("2026-11-20T09:05")
        let given = try county.office.perform(GiveOneTimePassword(County.oneTime, to: try clerk("liming")), in: anquan)
        #expect(try county.journal(given.journalNumber).sentence == "给帐号 李明 (liming) 设一次性密码")
        let session = try county.office.signIn("liming", password: County.oneTime, from: "tty1")
        #expect(session.clerk.mustChangePassword)
        _ = try county.office.perform(
            ChangePassword(old: County.oneTime, new: "Xin-Mima-2026", again: "Xin-Mima-2026"), in: session)
        #expect(try clerk("liming").passwordStanding == "本人设的")
    }

    @Test("a one-time password stands nowhere in the store")
    func nowhere() throws {
        _ = try county.office.perform(GiveOneTimePassword(County.oneTime, to: try clerk("fabu")), in: anquan)
        for file in [county.path, county.path + "-wal"] {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            #expect(bytes.firstRange(of: Data(County.oneTime.utf8)) == nil)
        }
    }

    @Test("two accounts never have one name, and a wrong name or unit is refused by its field")
    func refusedNames() throws {
        let unit = try county.unit("发展和改革局", in: xitong).unit.id
        func refusal(_ name: String, _ fullName: String) throws -> Refusal? {
            #expect(throws: Refusal.self) {
                try county.office.perform(
                    AddClerk(to: unit, Entries(["name": name, "full_name": fullName])), in: xitong)
            }
        }
        #expect(try refusal("fabu", "李明")?.sentence == "帐号 fabu 已经有人用, 请换一个名称")
        #expect(try refusal("Fabu", "")?.fields.map(\.field) == ["name", "full_name"])
    }

    @Test(
        "roles are given by the security administrator alone; the system administrator gives none and makes no password"
    )
    func divided() throws {
        let fabu = try clerk("fabu")
        func refused<A: Act>(_ act: A, _ session: Session) -> String? {
            #expect(throws: Refusal.self) { try county.office.perform(act, in: session) }?.sentence
        }
        #expect(
            refused(SetRoles(fabu, to: [.reviewer], reason: "换岗"), xitong) == "设定角色要由安全管理员办理, 您的角色是系统管理员")
        #expect(
            refused(GiveOneTimePassword(County.oneTime, to: fabu), xitong) == "一次性密码要由安全管理员办理, 您的角色是系统管理员")
        #expect(refused(LockClerk(fabu, reason: "离岗"), xitong) == "锁定帐号要由安全管理员办理, 您的角色是系统管理员")
        #expect(
            refused(EndClerk(fabu, on: "2026-11-20", reason: "退休"), anquan) == "停用帐号要由系统管理员办理, 您的角色是安全管理员")
        let unit = try county.unit("发展和改革局", in: xitong).unit.id
        #expect(refused(AddClerk(to: unit, Entries()), anquan) == "开设帐号要由系统管理员办理, 您的角色是安全管理员")
        #expect(throws: Refusal.self) {
            try county.office.clerkEntries(ClerkFilter(), .first, limit: 9, in: try county.signIn("fabu"))
        }
    }

    @Test("nobody acts on the own account")
    func notOneself() throws {
        let (own, security) = (try clerk("xitong"), try clerk("anquan"))
        let acts: [(any AccountAct, Session)] = [
            (RenameClerk(own, to: "赵刚"), xitong), (MoveClerk(own, to: Identifier(1), reason: "换岗"), xitong),
            (EndClerk(own, on: "2026-11-20", reason: "退休"), xitong), (RestoreClerk(own, reason: "错了"), xitong),
            (SetRoles(security, to: [], reason: "换岗"), anquan), (LockClerk(security, reason: "离岗"), anquan),
            (UnlockClerk(security), anquan), (GiveOneTimePassword(County.oneTime, to: security), anquan),
        ]
        for (act, session) in acts {
            let refusal = #expect(throws: Refusal.self) { try perform(act, session) }
            #expect(refusal?.sentence == "不能给自己的帐号办理\(type(of: act).title); 请由另一位管理员办理")
        }
    }

    private func perform<A: AccountAct>(_ act: A, _ session: Session) throws {
        _ = try county.office.perform(act, in: session)
    }

    @Test("the last who can sign in as an administrator of a kind stays; once there is another, they may go")
    func lastOfKind() throws {
        let second = county.office
        let sentence = "周静 (shenji) 是漾濞彝族自治县人民政府最后一位能登录的审计员, 不能"
        func refusals() throws -> [String] {
            let shenji = try clerk("shenji")
            return try [
                #expect(throws: Refusal.self) { try second.perform(LockClerk(shenji, reason: "离岗"), in: anquan) },
                #expect(throws: Refusal.self) {
                    try second.perform(SetRoles(shenji, to: [.publisher], reason: "换岗"), in: anquan)
                },
                #expect(throws: Refusal.self) {
                    try second.perform(EndClerk(shenji, on: "2026-12-31", reason: "退休"), in: xitong)
                },
            ].map { try #require($0).sentence }
        }
        let expected = ["锁定", "去掉这个角色", "停用"].map { sentence + $0 + "; 请先让另一人担任审计员" }
        #expect(try refusals() == expected)
        // One who cannot sign in yet is no other.
        let unit = try county.unit("发展和改革局", in: xitong).unit.id
        _ = try second.perform(AddClerk(to: unit, Entries(["name": "liming", "full_name": "李明"])), in: xitong)
        _ = try second.perform(SetRoles(try clerk("liming"), to: [.auditor], reason: "新到"), in: anquan)
        #expect(try refusals() == expected)
        _ = try second.perform(GiveOneTimePassword(County.oneTime, to: try clerk("liming")), in: anquan)
        _ = try second.perform(LockClerk(try clerk("shenji"), reason: "离岗"), in: anquan)
        // And now the new one is the last.
        #expect(throws: Refusal.self) { try second.perform(LockClerk(try clerk("liming"), reason: "离岗"), in: anquan) }
    }

    @Test("roles that do not go together are refused, and what is set is journaled before and after with its reason")
    func roles() throws {
        let refusal = #expect(throws: Refusal.self) {
            try county.office.perform(
                SetRoles(try clerk("fabu"), to: [.publisher, .auditor], reason: "兼任"), in: anquan)
        }
        #expect(refusal?.sentence.hasPrefix("本站点是三员分立, 审计员不能再有别的角色") == true)
        let done = try county.office.perform(
            SetRoles(try clerk("fabu"), to: [.publisher, .reviewer], reason: "人手不够"), in: anquan)
        let row = try county.journal(done.journalNumber)
        #expect(row.sentence == "帐号 李文 (fabu) 的角色由 发布员 改为 发布员 审核员")
        #expect(row.before == #"{"角色":"发布员"}"# && row.after == #"{"角色":"发布员 审核员"}"# && row.reason == "人手不够")
        #expect(throws: Refusal.self) {
            try county.office.perform(SetRoles(try clerk("wumin"), to: [.reviewer], reason: " "), in: anquan)
        }
    }

    @Test("an account that was changed meanwhile is not changed by who has not seen that")
    func stale() throws {
        let seen = try clerk("fabu")
        _ = try county.office.perform(RenameClerk(seen, to: "李文明"), in: xitong)
        let refusal = #expect(throws: Refusal.self) {
            try county.office.perform(LockClerk(seen, reason: "离岗"), in: anquan)
        }
        #expect(refusal?.reason == .stale)
    }

    @Test("accounts are found by name or full name, and listed by unit, state and role")
    func listed() throws {
        _ = try county.office.perform(LockClerk(try clerk("wumin"), reason: "离岗"), in: anquan)
        func names(_ filter: ClerkFilter) throws -> [String] {
            try county.office.clerkEntries(filter, .first, limit: 100, in: anquan).rows.map(\.name)
        }
        #expect(
            try names(ClerkFilter()) == ["fabu", "shenhe", "wumin", "anquan", "jianguan", "jiaoyu", "shenji", "xitong"])
        #expect(try names(ClerkFilter(state: .locked)) == ["wumin"])
        #expect(try names(ClerkFilter(role: .publisher)) == ["fabu", "wumin", "jiaoyu"])
        #expect(try names(ClerkFilter(unit: Identifier(1), state: .active)) == ["fabu", "shenhe"])
        let filter = ClerkFilter()
        let found = try county.office.clerk(having: "文", after: nil, filter, in: anquan)
        let fabu = try clerk("fabu").id
        #expect(found == fabu)
        #expect(try county.office.clerk(having: "文", after: found, filter, in: anquan) == fabu)
        #expect(try county.office.clerk(having: "%", after: nil, filter, in: anquan) == nil)
    }
}
