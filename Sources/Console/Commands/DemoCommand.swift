// yangguang demo: a new store of invented data to try the console with.
import ArgumentParser
import Model

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "新建演示数据库",
        discussion: """
            新建一个演示数据库, 数据全部是虚构的: 一个县的各个单位, 处于各种状态的听证事项
            (刚公告、通知将到期、通知超期、待开会、报告超期、已办结 ..), 群众建议和答复,
            临时通知, 真正的 .doc 附件, 以及每种角色的帐号。已有的文件不会覆盖。

            规模、种子和时间相同, 在任何机器上内容都相同。
            事项在 \(DemoSize.shortTexts) 件以上时, 正文从简, 以节省磁盘;
            一百万件事项、五百万条建议约占 8 GB, 要一刻钟左右。中断时不留下文件。

            例:
              yangguang demo
              yangguang demo --now 2026-11-20T09:00 --database yanshi.db
              yangguang demo --matters 1000000 --comments 5000000 --units 60 --database da.db
            """)

    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp("事项的件数, 1 到 \(DemoSize.mostMatters)", valueName: "件数"))
    var matters = DemoSize.standard.matters

    @Option(help: ArgumentHelp("群众建议的条数, 0 到 \(DemoSize.mostComments)", valueName: "条数"))
    var comments = DemoSize.standard.comments

    @Option(
        help: ArgumentHelp(
            "单位的个数, \(DemoSize.unitLimits.lowerBound) 到 \(DemoSize.unitLimits.upperBound)", valueName: "个数"))
    var units = DemoSize.standard.units

    @Option(help: ArgumentHelp("种子: 换一个数, 内容就不同", valueName: "数"))
    var seed: UInt64 = 1

    func run() throws {
        let now = try store.clock().now()
        try store.makeDirectory()
        let breakOff = BreakOff()
        var bar = ProgressBar()
        defer { bar.finish() }
        try Demo.make(
            at: store.path, size: DemoSize(matters: matters, comments: comments, units: units), seed: seed, now: now
        ) { done, total in
            bar.show("生成演示数据", done: done, total: total)
            return !breakOff.isWanted
        }
        bar.finish()
        tell()
    }

    /// Where the store is, and who may sign in.
    private func tell() {
        print("已新建演示数据库 \(store.path)")
        print("帐号, 密码都是 \(Demo.password):")
        for account in Demo.accounts {
            let name = account.name + String(repeating: " ", count: max(1, 10 - account.name.count))
            print("  \(name)\(account.role.title)  \(account.fullName)  \(account.unit)")
        }
        let database = store.given.map { " --database \($0)" } ?? ""
        let now = store.now.map { " --now \($0)" } ?? ""
        print("打开: yangguang\(database)\(now)")
    }
}
