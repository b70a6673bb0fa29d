// What a new password is refused for, and how old one may grow.
import CountyFixture
import Testing

@testable import Model

@Suite("Password rules")
struct PasswordRuleTests {
    @Test(
        "what is guessed first is refused, however it is dressed up",
        arguments: [
            ("P@ssw0rd2026", "常见密码"), ("Kunming@2026!", "常见密码"), ("2026Woaini!!", "常见密码"), ("Yangguang#2026", "常见密码"),
            ("@dmin#202688", "常见密码"), ("Wangwei@1987", "人名"), ("LiXiaoming_88", "人名"), ("yangjie!2026A", "人名"),
            ("1qaz@WSX3edc", "相邻的键"), ("Qwer1234!@#$", "相邻的键"), ("Aa123456789", "相邻的键"), ("Abcdef@12345", "相邻的键"),
            ("Aa1!Aa1!Aa1!", "重复"),
        ])
    func common(password: String, why: String) {
        let refusal = PasswordPolicy.standard.refusal(password, clerkName: "fabu")
        #expect(
            refusal?.hasPrefix("新密码太容易猜: ") == true && refusal?.contains(why) == true,
            "\(password): \(refusal ?? "taken")")
    }

    @Test(
        "what nobody guesses is taken",
        arguments: ["Xin-mima-2026", "h7#Rtq!m2x", "correct-Horse-7", "水价听证会3Ab下周一", "Tk9$vbn-Oslo", "yu84#PLm-quz"])
    func uncommon(password: String) {
        #expect(PasswordPolicy.standard.refusal(password, clerkName: "fabu") == nil)
    }

    @Test("the clerk's own names are refused, and the list is of a decent size")
    func names() {
        #expect(
            PasswordPolicy.standard.refusal("李文丽-Abc-83!x", clerkName: "fabu", fullName: "李文丽") == "新密码不能含姓名 李文丽")
        #expect(CommonWords.passwords.count > 1200)
        #expect(CommonWords.isName("zhangwei") && CommonWords.isName("weizhang") && !CommonWords.isName("zhang"))
    }

    @Test("length, kinds, age and memory are settings, and the page states them as they are")
    func settings() throws {
        let policy = PasswordPolicy(
            Settings(["passwordLength": "12", "passwordKinds": "4", "passwordDays": "7", "passwordMemory": "2"]))
        #expect(policy.shortest == 12 && policy.kinds == 4 && policy.days == 30 && policy.remembered == 2)
        #expect(policy.statement.joined().contains("密码 12 到 64 个字符"))
        #expect(policy.refusal("Xin-mima-2026", clerkName: "fabu") == nil)
        #expect(policy.refusal("Xin-mima-26", clerkName: "fabu") == "新密码至少 12 个字符, 现在 11 个")
        #expect(policy.refusal("xin-mima-2026", clerkName: "fabu")?.contains("至少 4 类, 现在 3 类") == true)
        let county = try County()
        let fabu = try county.signIn("fabu")
        try county.set("passwordMemory", "1")
        _ = try county.office.perform(
            ChangePassword(old: County.password, new: "Xin-mima-2026", again: "Xin-mima-2026"), in: fabu)
        _ = try county.office.perform(
            ChangePassword(old: "Xin-mima-2026", new: "Xin-mima-2027", again: "Xin-mima-2027"), in: fabu)
        _ = try county.office.perform(
            ChangePassword(old: "Xin-mima-2027", new: "Xin-mima-2026", again: "Xin-mima-2026"), in: fabu)
    }

    @Test(
        "after 90 days the password is changed at sign-in before anything else; the session that is open is not disturbed"
    )
    func age() throws {
        let county = try County()
        try county.raw("UPDATE clerk SET password_ages = 1")
        let open = try county.signIn("fabu")
        county.now = county.now.adding(seconds: 90 * 86_400)
        _ = try county.office.perform(TakeNothing(), in: open)
        let fabu = try county.signIn("fabu")
        #expect(fabu.clerk.duePasswordChange == .expired)
        let refusal = #expect(throws: Refusal.self) { try county.office.perform(TakeNothing(), in: fabu) }
        #expect(refusal?.sentence.hasPrefix("您的密码已经到期, 请先修改密码, 再办理") == true)
        _ = try county.office.perform(
            ChangePassword(old: County.password, new: "Xin-mima-2026", again: "Xin-mima-2026"), in: fabu)
        _ = try county.office.perform(TakeNothing(), in: fabu)
        #expect(try county.office.signIn("fabu", password: "Xin-mima-2026", from: "").clerk.duePasswordChange == nil)
    }

    @Test("an account whose password does not age, such as the demo's, is never asked")
    func ageless() throws {
        let county = try County()
        county.now = county.now.adding(seconds: 900 * 86_400)
        #expect(try county.signIn("fabu").clerk.duePasswordChange == nil)
    }
}
