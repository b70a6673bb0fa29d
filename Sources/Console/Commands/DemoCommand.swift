// `yangguang demo`: a store of invented data to try the console with.
import ArgumentParser
import Glibc
import Model

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "新建一个演示数据库",
        discussion: """
            数据全部是虚构的: 一个县的各个单位, 处于各种状态的听证事项 (未通知、将到期、超期、已报告 ..), 群众建议、答复、临时通知和附件。\
            规模、种子和时刻相同, 在任何机器上内容都相同。

            事项在 \(DemoSize.shortTexts) 件以上时, 为节省磁盘, 正文从简。

            例如:
              yangguang demo
              yangguang demo --now 2026-11-20T09:00 --database /tmp/demo.sqlite
              yangguang demo --matters 1000000 --comments 5000000 --units 60
            """)

    @Option(help: ArgumentHelp("事项的件数, 1 到 \(DemoSize.mostMatters)", valueName: "件数"))
    var matters = DemoSize.standard.matters

    @Option(help: ArgumentHelp("群众建议的条数, 0 到 \(DemoSize.mostComments)", valueName: "条数"))
    var comments = DemoSize.standard.comments

    @Option(
        help: ArgumentHelp(
            "单位的个数, \(DemoSize.unitLimits.lowerBound) 到 \(DemoSize.unitLimits.upperBound)", valueName: "个数"))
    var units = DemoSize.standard.units

    @Option(help: ArgumentHelp("种子; 换一个种子, 内容就不同", valueName: "数"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("演示的当前时刻, 例如 2026-11-20T09:00; 不写就是现在", valueName: "时刻"))
    var now: String?

    @Option(help: ArgumentHelp("新数据库的文件名; 已经存在的文件不会覆盖", valueName: "文件"))
    var database: String?

    func run() throws {
        let path = database ?? "yangguang-demo.sqlite"
        let size = DemoSize(matters: matters, comments: comments, units: units)
        try Demo.make(at: path, size: size, seed: seed, now: present()) { _, _ in true }
        print("已新建演示数据库 \(path)")
    }

    private func present() throws -> Moment {
        guard let now else { return Clock.system.now() }
        guard let moment = Moment(now) else {
            throw ValidationError("--now 应写作 2026-11-20T09:00, 现在是 \(now)")
        }
        return moment
    }
}
