// yangguang import comments: citizens' comments from elsewhere, all or none.
import ArgumentParser
import Model

struct ImportCommentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comments", abstract: "导入群众建议",
        discussion: """
            从一个 CSV (UTF-8 或 GB18030) 或 JSON 文件导入群众建议, 一行 (一个对象) 一条。栏名:
              系统      \(Procedure.all.map(\.system.title).joined(separator: "、"))
              编号      事项的编号, 照列表上写, 如 2026-12
              渠道      来信、来电等, 与登记建议时相同; 网站来的写 网站
              建议人    可以空着
              联系方式  可以空着
              收到日期  2026-11-20 或 2026-11-20 09:05
              内容      建议的原文, 最多 2000 字
              来源编号  原来的系统中的编号, 可以空着; 写了就能认出重复导入的

            有错的行逐条写到标准错误, 退出码是 1, 一条也不导入; 要么全部导入, 要么一条也不导入。
            同一个文件只能导入一次。意见截止以后收到的, 登记为逾期意见。
            一个文件最多 \(CommentFile.mostComments) 条, 64 MB。格式和样例见 docs/import.md。

            例:
              yangguang import comments --dry-run jianyi.csv
              yangguang import comments jianyi.json
            """)

    @OptionGroup var store: StoreOptions

    @Argument(help: ArgumentHelp("CSV 或 JSON 文件", valueName: "文件"))
    var file: String

    @Flag(help: "只检查, 不导入")
    var dryRun = false

    @Option(help: ArgumentHelp("站点的全称; 数据库中只有一个站点时不用写", valueName: "站点"))
    var site: String?

    func run() throws {
        let office = try store.open()
        let breakOff = BreakOff()
        let progress = ShownProgress()
        let watch = WorkWatch(tell: progress.show, isStopped: { breakOff.isWanted })
        defer { progress.bar.finish() }
        let read = try CommentFile(try FileContent(at: file, .comments))
        let checked = try office.checkComments(read, site: site, watch, as: .current)
        guard checked.faults.isEmpty else {
            progress.bar.finish()
            throw refused(checked)
        }
        let number = dryRun ? nil : try office.importComments(checked, site: site, watch, as: .current)
        progress.bar.finish()
        tell(checked, number)
    }

    /// Names every bad line.
    private func refused(_ checked: CheckedComments) -> ExitCode {
        for fault in checked.faults {
            StandardError.say("\(checked.place(of: fault)): \(fault.sentence)")
        }
        StandardError.say(
            "yangguang: 共 \(checked.count) 条, \(checked.wrong) 条有错, 一条也没有导入; 改好后再导入")
        return ExitCode(1)
    }

    private func tell(_ checked: CheckedComments, _ number: Int64?) {
        for share in checked.shares {
            let late = share.late > 0 ? ", 其中逾期意见 \(share.late) 条" : ""
            print(Printable.clean("\(share.system.title) \(share.number)  \(share.comments) 条\(late)  \(share.title)"))
        }
        guard let number else {
            return print("共 \(checked.count) 条, 没有错误, 可以导入; 这次只是检查, 没有导入")
        }
        print("已导入 \(checked.count) 条, 日志第 \(number) 条")
    }
}
