// yangguang restore: a backup takes the place of the store, which is kept aside.
import ArgumentParser
import Model

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "从备份恢复数据库",
        discussion: """
            先核对备份 (文件、引用、附件内容、操作日志的校验链), 核对不过、程序太旧认不得、
            或者一个是正式的一个是演示的, 都不恢复。原来的数据库不删除, 改名留在原处,
            文件名写上恢复的时间。恢复记入操作日志。备份文件不改动。

            还有人在用数据库时不恢复; 加 --end-sessions, 就请他们的程序存下草稿、退出, 再恢复。
            备份之后办理的事项, 恢复后就没有了, 要对照改了名的数据库补办。

            例:
              yangguang restore --dry-run /mnt/beifen/2026-11-21.backup
              yangguang restore --end-sessions /mnt/beifen/2026-11-21.backup
            """)

    @OptionGroup var store: StoreOptions

    @Argument(help: ArgumentHelp("备份文件", valueName: "文件"))
    var file: String

    @Flag(help: "请正在使用的人存下草稿、退出")
    var endSessions = false

    @Flag(help: "只核对, 不恢复")
    var dryRun = false

    func run() throws {
        guard store.now == nil else { throw ValidationError("恢复时不能用 --now") }
        try store.makeDirectory()
        let restore = Restore(file, to: store.path)
        let restored = try LongCommand.run { watch in
            dryRun ? try restore.prove(watch) : try restore.run(endingSessions: endSessions, watch)
        }
        let made = restored.madeAt.map { ", \($0.text) 备份" } ?? ""
        guard !dryRun else {
            return print("核对无误: \(file)\(made), 到日志第 \(restored.journalNumber) 条; 没有恢复")
        }
        print("已从 \(file) 恢复\(made), 到日志第 \(restored.journalNumber) 条: \(store.path)")
        if let aside = restored.aside { print("原来的数据库改名为 \(aside)") }
        if let last = restored.lostFrom, last > restored.journalNumber {
            print("它的操作日志到第 \(last) 条, 第 \(restored.journalNumber + 1) 条起的办理要重新补办")
        }
    }
}
