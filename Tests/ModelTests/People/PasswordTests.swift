// P1: changing the password.
import CountyFixture
import Model
import Testing

@Suite("Changing the password")
struct PasswordTests {
    private func change(_ county: County, _ session: Session, _ old: String, _ new: String, _ again: String? = nil)
        throws -> Int
    {
        try county.office.perform(ChangePassword(old: old, new: new, again: again ?? new), in: session).outcome
    }

    @Test("P1: the new password holds at once, the old one no more, and the clerk's other sessions end")
    func changed() throws {
        let county = try County()
        let here = try county.signIn("fabu")
        let there = try county.signIn("fabu")
        let colleague = try county.signIn("wumin")
        #expect(try change(county, here, County.password, "Xin-mima-2026") == 1)
        let refusal = #expect(throws: Refusal.self) { try county.office.drafts(in: there) }
        #expect(refusal?.sentence == "您的登录已在别处结束, 请重新登录; 已输入的内容存为草稿")
        #expect(try county.office.drafts(in: here).isEmpty && county.office.drafts(in: colleague).isEmpty)
        _ = try county.office.signIn("fabu", password: "Xin-mima-2026", from: "")
        #expect(throws: Refusal.self) { try county.signIn("fabu") }
        let leaks: Int? = try county.rawValue(
            "SELECT count(*) FROM journal WHERE sentence || before || after LIKE '%mima%' OR after LIKE '%argon2%'")
        #expect(leaks == 0)
    }

    @Test("P1: a wrong old password, or two new ones that differ, name the field at fault")
    func refusedFields() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let old = #expect(throws: Refusal.self) { try change(county, fabu, "nonsense", "Xin-mima-2026") }
        #expect(old?.fields.map(\.field) == ["old"])
        let again = #expect(throws: Refusal.self) {
            try change(county, fabu, County.password, "Xin-mima-2026", "Xin-mima-2027")
        }
        #expect(again?.fields.map(\.field) == ["again"])
    }

    @Test("the last five passwords are not taken again, the one before them is")
    func lastFive() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        var current = County.password
        let used = (0...5).map { "Xin-mima-202\($0)" }
        for next in used {
            _ = try change(county, fabu, current, next)
            current = next
        }
        for former in used.suffix(5) {
            let refusal = #expect(throws: Refusal.self) { try change(county, fabu, current, former) }
            #expect(refusal?.sentence == "新密码不能与最近 5 次用过的相同")
        }
        _ = try change(county, fabu, current, used[0])
    }

    @Test(
        "a password that the policy refuses is refused with the limit and what it is",
        arguments: [
            ("Ab1-5678", "新密码至少 10 个字符, 现在 8 个"), (String(repeating: "Ab1-", count: 17), "新密码最多 64 个字符, 现在 68 个"),
            ("abcdefghij", "新密码要有大写字母、小写字母、数字、其他符号中的至少 3 类, 现在 1 类"), ("xx-FABU-2026-xx", "新密码不能含帐号 fabu"),
            ("Abcdefgh-\u{1B}1", "新密码中有不能输入的控制字符"),
        ])
    func policy(password: String, sentence: String) {
        #expect(PasswordPolicy.standard.refusal(password, clerkName: "fabu") == sentence)
    }

    @Test("a password of Chinese characters and figures is a password", arguments: ["阳光政务控制台Ab2026", "Hsq83-kvmt"])
    func taken(password: String) {
        #expect(PasswordPolicy.standard.refusal(password, clerkName: "fabu") == nil)
    }
}
