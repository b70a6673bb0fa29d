// yangguang init: a new store with its government, first unit and first people.
import ArgumentParser
import Glibc
import Model

extension Founding.Profile: ExpressibleByArgument {}

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "新建数据库, 开设第一批帐号",
        discussion: """
            新建一个站点、一个单位和第一批帐号。已有的文件不会覆盖。

            三员分立 (默认), 依次四个初始密码:
              xitong 系统管理员, anquan 安全管理员, shenji 审计员, fabu 发布员
              三员互相监督, 都不能发布。
            小单位, 依次两个初始密码:
              guanli 系统管理员和安全管理员, shenji 审计员; 两人都可以发布。

            初始密码只能用一次, 第一次登录时必须修改。姓名以后在控制台的 系统管理 中填,
            没有别的管理员可以填时用 yangguang clerk rename。

            例:
              yangguang init --site 漾濞彝族自治县人民政府 --unit 发展和改革局
              yangguang init --site 漾濞彝族自治县人民政府 --unit 档案馆 \\
                --profile 小单位 --password-stdin < 密码文件
            """)

    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp("站点: 政府的全称, 2 到 40 字", valueName: "名称"))
    var site: String

    @Option(help: ArgumentHelp("第一个单位的全称, 2 到 40 字", valueName: "名称"))
    var unit: String

    @Option(help: ArgumentHelp("单位简称, 最多 12 字; 不写时取全称的前 12 字", valueName: "简称"))
    var shortName = ""

    @Option(help: ArgumentHelp("单位的拼音, 用于排序, 如 fazhan he gaige ju", valueName: "拼音"))
    var pinyin = ""

    @Option(help: ArgumentHelp("三员分立 或 小单位", valueName: "方式"))
    var profile = Founding.Profile.separated

    @Flag(help: "从标准输入读初始密码, 每行一个")
    var passwordStdin = false

    func run() throws {
        guard store.now == nil else { throw ValidationError("--now 只能用于演示数据库") }
        let people = profile.people
        // Said before eight passwords are typed for nothing.
        if let refusal = founding(passwords: []).namesRefusal { throw Refusal(refusal) }
        guard access(store.path, F_OK) != 0 else { throw Refusal("\(store.path) 已经存在, 不会覆盖; 请换一个文件名") }
        let passwords = passwordStdin ? TypedPassword.lines(people.count) : try ask(people)
        let founding = founding(passwords: passwords)
        if let refusal = founding.refusal { throw Refusal(refusal) }
        try store.makeDirectory()
        try Office.found(founding, at: store.path)
        print("已新建数据库 \(store.path)")
        print("帐号: \(people.map { "\($0.name) \($0.fullName)" }.joined(separator: ", ")); 第一次登录时修改密码")
    }

    private func founding(passwords: [String]) -> Founding {
        Founding(site: site, unit: unit, shortName: shortName, pinyin: pinyin, profile: profile, passwords: passwords)
    }

    private func ask(_ people: [Founding.Person]) throws -> [String] {
        PasswordPolicy.standard.statement.forEach(StandardError.say)
        var passwords: [String] = []
        for person in people {
            let question = "帐号 \(person.name) (\(person.fullName)) 的初始密码"
            passwords.append(
                try TypedPassword.ask(question) { PasswordPolicy.standard.refusal($0, clerkName: person.name) })
        }
        return passwords
    }
}
