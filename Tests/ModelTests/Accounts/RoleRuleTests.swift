// Which roles go together, and what an account may be called.
import Model
import Testing

@testable import Model

@Suite("Rules of accounts") struct RoleRuleTests {
    @Test(
        "三员分立: an administrator has that one role; others may have several",
        arguments: [
            ([.publisher, .reviewer, .supervisor], nil), ([.systemAdministrator], nil), ([], nil),
            (
                [.systemAdministrator, .publisher],
                "本站点是三员分立, 系统管理员不能再有别的角色, 现在选了 发布员 系统管理员; 请只留一个, 或另设帐号"
            ),
            (
                [.systemAdministrator, .securityAdministrator],
                "本站点是三员分立, 系统管理员不能再有别的角色, 现在选了 系统管理员 安全管理员; 请只留一个, 或另设帐号"
            ),
            ([.auditor, .supervisor], "本站点是三员分立, 审计员不能再有别的角色, 现在选了 监管员 审计员; 请只留一个, 或另设帐号"),
        ] as [(Set<Role>, String?)])
    func separated(roles: Set<Role>, refusal: String?) {
        #expect(Founding.Profile.separated.refusal(toCombine: roles) == refusal)
    }

    @Test(
        "小单位: whoever audits does not administer; everything else goes together",
        arguments: [
            ([.systemAdministrator, .securityAdministrator, .publisher], nil), ([.auditor, .publisher], nil),
            (
                [.auditor, .securityAdministrator],
                "本站点是小单位, 审计员不能同时是系统管理员或安全管理员, 现在选了 安全管理员 审计员; 请由另一人担任审计员"
            ),
        ] as [(Set<Role>, String?)])
    func small(roles: Set<Role>, refusal: String?) {
        #expect(Founding.Profile.small.refusal(toCombine: roles) == refusal)
    }

    @Test("each profile allows the people it begins with")
    func founders() {
        for profile in Founding.Profile.allCases {
            for person in profile.people { #expect(profile.refusal(toCombine: person.roles) == nil, "\(person.name)") }
            #expect(Founding.Profile(code: profile.code) == profile)
        }
    }

    @Test(
        "a name that cannot be typed at sign-in is refused, and said why",
        arguments: [
            ("l", "帐号要 2 到 32 个字符, 填的是 l, 1 个"), ("9ming", "帐号要以小写字母开头, 填的是 9ming"),
            ("-ming", "帐号要以小写字母开头, 填的是 -ming"),
            ("LiMing", "帐号只能用小写字母、数字、- 和 _, 填的是 LiMing, 其中的 L 不能用; 大写字母请改成小写"),
            ("li ming", "帐号只能用小写字母、数字、- 和 _, 填的是 li ming, 其中的   不能用"),
            ("liming李", "帐号只能用小写字母、数字、- 和 _, 填的是 liming李, 其中的 李 不能用"),
        ])
    func wrongName(name: String, sentence: String) { #expect(Clerk.refusal(ofName: name) == sentence) }

    @Test(
        "a name of letters, digits, - and _ is taken",
        arguments: ["li", "li-ming_2", "x" + String(repeating: "9", count: 31)])
    func rightName(name: String) { #expect(Clerk.refusal(ofName: name) == nil) }

    @Test("one-time passwords keep the policy, cannot be misread, and no two are alike")
    func oneTime() {
        let made = (0..<200).map { _ in OneTimePassword.make(for: "liming") }
        #expect(Set(made).count == made.count)
        for password in made {
            #expect(PasswordPolicy.standard.refusal(password, clerkName: "liming") == nil)
            #expect(password.count == 14 && !password.contains { "0O1lI".contains($0) })
        }
    }
}
