// yangguang backup: a verified copy of the store, made while everybody works.
import ArgumentParser
import Model

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "备份数据库",
        discussion: """
            把数据库在这一刻的样子写成一个文件。备份时照常可以办理, 不用谁退出。
            写完后核对 (文件、引用、附件内容、操作日志的校验链), 核对通过才出现在目录中;
            已有的文件不会覆盖。给出的是目录时, 文件名自动写上时间。

            --keep N 只留下同一目录中最新的 N 个备份 (连同这一个), 更旧的删除。只删除本单位的
            数据库备份出来、没有改过名、扩展名相同的文件, 其余的文件一概不动。要长期保留的, 改个名就行。

            中断 (Ctrl-C) 时不留下文件。备份应另存到别的机器上。

            例:
              yangguang backup /mnt/beifen/2026-11-21.backup
              yangguang backup --keep 30 /mnt/beifen
            """)

    @OptionGroup var store: StoreOptions

    @Argument(help: ArgumentHelp("备份成哪个文件, 或者放进哪个目录", valueName: "文件"))
    var file: String

    @Option(help: ArgumentHelp("只留最新的几个备份", valueName: "个数"))
    var keep: Int?

    func validate() throws {
        if let keep, !(1...10_000).contains(keep) { throw ValidationError("--keep 应是 1 到 10000, 不能是 \(keep)") }
    }

    func run() throws {
        let office = try store.open()
        let done = try LongCommand.run { try office.backUp(to: file, keeping: keep, $0) }
        print(
            "已备份到 \(Printable.clean(done.path)), \(FileSize.text(Int(done.bytes))), 到日志第 \(done.journalNumber) 条, 核对无误")
        for name in done.removed { print("已删除旧备份 \(Printable.clean(name))") }
    }
}
