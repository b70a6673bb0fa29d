// yangguang feed: the public packages, for whatever web site the county has.
import ArgumentParser
import Model

struct FeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed", abstract: "写出公开文件包, 供网站使用",
        discussion: """
            把等待写出的公开文件包写到一个目录中。每份文书、每次修改或更正、每条临时通知、
            每次删除或撤回各一个文件夹, 例如 hearing-2026-12-v1、hearing-temporary-2026-03、
            hearing-2026-12-withdrawn, 其中:
              document.html  全文, 一个独立的网页, 不含脚本
              document.txt   全文, 纯文本, UTF-8
              attachments/   附件原件
              manifest.json  说明: 格式版本、站点、单位、系统、文书、编号、版次、标题、
                             发布时间、做什么 (publish 发布, modify 修改, correct 更正,
                             withdraw 撤回)、原因, 各文件的大小和 SHA-256
            已有的相同的文件夹不动, 内容不同的整体替换。写完整了才出现在目录中。

            目录须已存在、可写、不是符号链接。中断后再运行, 从没有写出的接着写。

            例:
              yangguang feed /srv/wangzhan/jieshou
              yangguang feed --all /mnt/upan
            """)

    @OptionGroup var store: StoreOptions

    @OptionGroup var acting: ActingOptions

    @Argument(help: ArgumentHelp("写到哪个目录", valueName: "目录"))
    var directory: String

    @Flag(help: "写过的也再写一遍")
    var all = false

    func run() throws {
        let office = try store.open()
        let breakOff = BreakOff()
        var bar = ProgressBar()
        defer { bar.finish() }
        let fed = try acting.act(in: office) { party in
            try office.feed(into: directory, all: all, as: party) { progress in
                bar.show(progress.stage, done: progress.done, total: progress.total)
                return !breakOff.isWanted
            }
        }
        bar.finish()
        let kept = fed.unchanged > 0 ? ", 已有的 \(fed.unchanged) 份没有改动" : ""
        print("写出公开文件包 \(fed.written) 份\(kept): \(directory)")
    }
}
