// yangguang clerk: accounts, as whoever runs the server looks after them.
import ArgumentParser
import Glibc
import Model

struct ClerkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clerk", abstract: "列出、开设、锁定帐号, 给一次性密码",
        discussion: """
            以服务器操作员的身份办理, 记入日志, 写明 Unix 用户; 本人和安全管理员下次登录时会看到。
            加 --as 帐号, 就以这位管理员的身份, 按他的角色办理: 系统管理员开设帐号、改姓名,
            安全管理员锁定、解锁、给一次性密码。角色只能由安全管理员在控制台中给; 开设的帐号没有角色。
            最后一位系统管理员、安全管理员、审计员不能锁定。

            一次性密码由程序生成, 只显示在终端上, 本人登录后必须修改; 用 --password-stdin 时从标准输入读一行。

            例:
              yangguang clerk list --unit 发展和改革局
              yangguang clerk add liming --name 李明 --unit 发展和改革局
              yangguang clerk reset liming
            """,
        subcommands: [
            ClerkListCommand.self, ClerkAddCommand.self, ClerkLockCommand.self, ClerkUnlockCommand.self,
            ClerkResetCommand.self, ClerkRenameCommand.self,
        ])
}

/// Where a one-time password comes from: made by the program for a terminal, or read from standard input.
struct OneTimePasswordOptions: ParsableArguments {
    @Flag(help: "从标准输入读一次性密码, 一行; 不写时由程序生成并显示在终端上")
    var passwordStdin = false

    /// - Throws: `Refusal` where there is nothing to be read, or no terminal to show it on: it must not end up in a file.
    func password(for name: String) throws -> String {
        if passwordStdin {
            let lines = TypedPassword.lines(1)
            guard lines.count == 1 else { throw Refusal("标准输入中应有一行密码, 现在有 \(lines.count) 行") }
            return lines[0]
        }
        guard isatty(STDOUT_FILENO) == 1 else {
            throw Refusal("一次性密码只显示在终端上, 现在的标准输出不是终端; 请在终端上运行, 或用 --password-stdin 从标准输入读取")
        }
        return OneTimePassword.make(for: name)
    }

    /// Says the password once, where the program made it.
    func show(_ password: String) {
        guard !passwordStdin else { return }
        print("一次性密码: \(password)")
        print("只显示这一次; 请告诉本人, 登录后必须修改")
    }
}

struct ClerkListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出帐号",
        discussion: """
            每个帐号一行: 帐号、姓名、单位、角色、状态、上次登录的时间。不含密码和任何联系方式。

            例:
              yangguang clerk list --unit 发展和改革局
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Option(help: ArgumentHelp("只列一个单位的: 全称或简称", valueName: "单位"))
    var unit: String?

    @Option(help: ArgumentHelp("单位所在的站点; 只有一个站点时不用写", valueName: "站点"))
    var site: String?

    func run() throws {
        let office = try store.open()
        let today = office.clock.now().day
        let clerks = try acting.act(in: office) { try office.clerkEntries(unit: unit, site: site, as: $0) }
        let rows = clerks.map { clerk in
            [
                clerk.name, clerk.fullName, clerk.unit.name, Role.titles(clerk.roles),
                clerk.hasPassword ? clerk.state(today: today).title : "没有密码",
                clerk.lastSignIn?.text ?? "没有登录过",
            ].map(Printable.clean)
        }
        for row in rows {
            let cells = row.indices.dropLast().map { column in
                let width = rows.map { TextWidth.of($0[column]) }.max() ?? 0
                return row[column] + String(repeating: " ", count: width - TextWidth.of(row[column]))
            }
            print((cells + row.suffix(1)).joined(separator: "  "))
        }
    }
}

struct ClerkAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "开设一个帐号",
        discussion: """
            帐号以小写字母开头, 只用小写字母、数字、- 和 _, 2 到 32 个字符。开设的帐号没有角色。

            例:
              yangguang clerk add liming --name 李明 --unit 发展和改革局
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: ArgumentHelp("帐号: 登录时输入的名称", valueName: "帐号"))
    var clerk: String

    @Option(help: ArgumentHelp("真实姓名, 最多 20 字", valueName: "姓名"))
    var name: String

    @Option(help: ArgumentHelp("单位: 全称或简称", valueName: "单位"))
    var unit: String

    @Option(help: ArgumentHelp("单位所在的站点; 只有一个站点时不用写", valueName: "站点"))
    var site: String?

    @OptionGroup var oneTime: OneTimePasswordOptions

    func validate() throws {
        guard acting.clerk != nil, oneTime.passwordStdin else { return }
        throw ValidationError("--password-stdin 不能和 --as 一起用: 一次性密码由安全管理员用 yangguang clerk reset 给")
    }

    func run() throws {
        let office = try store.open()
        // A system administrator makes accounts, a security administrator their passwords.
        let password = acting.clerk == nil ? try oneTime.password(for: clerk) : nil
        let entries = Entries([Clerk.nameField.name: clerk, Clerk.fullNameField.name: name])
        let number = try acting.act(in: office) {
            try office.addClerk(entries, to: unit, site: site, password: password, as: $0)
        }
        let lacking = password == nil ? "一次性密码和角色" : "角色"
        print("已开设帐号 \(clerk), 日志第 \(number) 条; \(lacking)请安全管理员在控制台中给")
        if let password { oneTime.show(password) }
    }
}

struct ClerkLockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock", abstract: "锁定一个帐号",
        discussion: """
            锁定以后不能登录, 现在的登录随即结束; 草稿还在。

            例:
              yangguang clerk lock liming --reason 离岗
              yangguang clerk lock liming --reason 离岗 --as anquan
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: ArgumentHelp("帐号", valueName: "帐号"))
    var clerk: String

    @Option(help: ArgumentHelp("锁定的原因, 记入日志", valueName: "原因"))
    var reason: String?

    func run() throws {
        let office = try store.open()
        let number = try acting.act(in: office) { try office.lockClerk(clerk, reason: reason, as: $0) }
        print("已锁定帐号 \(clerk), 日志第 \(number) 条")
    }
}

struct ClerkUnlockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlock", abstract: "解锁一个帐号",
        discussion: """
            解锁以后用原来的密码登录; 因输错密码而要等的, 也不用再等。

            例:
              yangguang clerk unlock liming
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: ArgumentHelp("帐号", valueName: "帐号"))
    var clerk: String

    func run() throws {
        let office = try store.open()
        let number = try acting.act(in: office) { try office.unlockClerk(clerk, as: $0) }
        print("已解锁帐号 \(clerk), 日志第 \(number) 条")
    }
}

struct ClerkResetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: "给一个帐号一次性密码",
        discussion: """
            原来的密码不能再用, 现在的登录随即结束; 本人用一次性密码登录后必须修改。

            例:
              yangguang clerk reset liming
              yangguang clerk reset liming --password-stdin < 密码文件
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: ArgumentHelp("帐号", valueName: "帐号"))
    var clerk: String

    @OptionGroup var oneTime: OneTimePasswordOptions

    func run() throws {
        let office = try store.open()
        let (number, password) = try acting.act(in: office) { party in
            let password = try oneTime.password(for: clerk)
            return (try office.resetPassword(of: clerk, to: password, as: party), password)
        }
        print("已给帐号 \(clerk) 一次性密码, 日志第 \(number) 条")
        oneTime.show(password)
    }
}

struct ClerkRenameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "改一个帐号的姓名",
        discussion: """
            新建数据库时的第一批帐号没有真实姓名, 又没有别的管理员可以改时, 用这个命令填上。
            帐号的名称不能改; 日志中以前的记录仍是原来的姓名。

            例:
              yangguang clerk rename xitong --name 赵强
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: ArgumentHelp("帐号", valueName: "帐号"))
    var clerk: String

    @Option(help: ArgumentHelp("真实姓名, 最多 20 字", valueName: "姓名"))
    var name: String

    func run() throws {
        let office = try store.open()
        let number = try acting.act(in: office) { try office.renameClerk(clerk, to: name, as: $0) }
        print("已改帐号 \(clerk) 的姓名, 日志第 \(number) 条")
    }
}
