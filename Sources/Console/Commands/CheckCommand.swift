// yangguang check: whether the store is whole, and what is wrong where it is not.
import ArgumentParser
import Model

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "检查数据库是否完好",
        discussion: """
            检查数据库文件、引用、附件内容 (SHA-256)、文书的内容和顺序、标题、
            听证日期、公示结束和期限 (重新推算)、编号, 以及操作日志的校验链。只读, 不修改。

            没有问题时退出码是 0; 有问题时每个问题一行写到标准错误, 退出码是 1。

            例:
              yangguang check
              yangguang check --database /var/lib/yangguang/yangguang.db
            """)

    @OptionGroup var store: StoreOptions

    func run() throws {
        let office = try store.open()
        var bar = ProgressBar()
        let findings = office.check { progress in
            bar.show(progress.stage, done: progress.done, total: progress.total)
            return true
        }
        bar.finish()
        guard findings.isEmpty else {
            for finding in findings { StandardError.say(finding) }
            throw ExitCode(1)
        }
        print("数据库完好: \(office.path)")
    }
}
