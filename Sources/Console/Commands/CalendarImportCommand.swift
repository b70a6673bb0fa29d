// yangguang calendar import: the days off of a year, for the nation or for one site.
import ArgumentParser
import Model

struct CalendarImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "导入放假安排",
        discussion: """
            从一个 CSV (UTF-8 或 GB18030) 文件导入哪些天放假、哪些天调休上班, 一行一天:
              2026-10-01,off,国庆节,国办发明电〔2025〕7 号
              2026-10-10,working,国庆节,国办发明电〔2025〕7 号

            不写 --site 是全国的安排, 要全年一起导入 (必有 10 月 1 日); 写 --site 是这个站点自己的日子,
            对它和以下各级有效, 以它为准。文件中有哪几年, 这几年原来导入的安排就全部换成文件里的。
            没有办结的期限按新的日历重算, 逐项写出并记入日志; 已经办结的、已经答复的不变。

            有错的行逐条写到标准错误, 退出码是 1, 一天也不导入。

            例:
              yangguang calendar import --dry-run 2027.csv
              yangguang calendar import --site 漾濞彝族自治县人民政府 huobajie.csv
            """)

    @OptionGroup var store: StoreOptions

    @OptionGroup var acting: ActingOptions

    @Argument(help: ArgumentHelp("CSV 文件", valueName: "文件"))
    var file: String

    @Flag(help: "只写出会改动什么, 不导入")
    var dryRun = false

    @Option(help: ArgumentHelp("站点的全称: 导入这个站点自己的日子; 不写是全国的", valueName: "站点"))
    var site: String?

    func run() throws {
        let office = try store.open()
        let breakOff = BreakOff()
        let progress = ShownProgress()
        let watch = WorkWatch(tell: progress.show, isStopped: { breakOff.isWanted })
        defer { progress.bar.finish() }
        let read = ImportedCalendar(try FileContent(at: file, .calendar))
        let faults = read.faults.map(\.sentence) + read.refusals(forNation: site == nil)
        guard faults.isEmpty else { throw refused(faults) }
        let (plan, done) = try acting.act(in: office) { try change(read, watch, office, $0) }
        progress.bar.finish()
        tell(done?.outcome ?? plan, done?.journalNumber)
    }

    private func change(
        _ file: ImportedCalendar, _ watch: WorkWatch, _ office: Office, _ party: ActingParty
    ) throws -> (CalendarPlan, Done<CalendarPlan>?) {
        switch party {
        case .serverOperator(let who):
            let plan = try office.checkCalendar(.replace(file), site: site, watch, as: who)
            return (plan, dryRun ? nil : try office.changeCalendar(plan, watch, as: who))
        case .clerk(let session):
            let plan = try office.checkCalendar(.replace(file), site: site, watch, in: session)
            return (plan, dryRun ? nil : try office.perform(ChangeCalendar(plan, watch), in: session))
        }
    }

    /// Names everything that is wrong.
    private func refused(_ faults: [String]) -> ExitCode {
        for fault in faults { StandardError.say(fault) }
        StandardError.say("yangguang: 有 \(faults.count) 处要改, 一天也没有导入; 改好后再导入")
        return ExitCode(1)
    }

    private func tell(_ plan: CalendarPlan, _ number: Int64?) {
        for change in plan.days {
            let words = [change.before?.words ?? "没有安排", change.after?.words ?? "没有安排"]
            let told = words[0] == words[1] ? "\(words[0]), 依据有改动" : words.joined(separator: " 改为 ")
            print(Printable.clean("\(change.day) \(change.day.weekday.name)  \(told)"))
        }
        for move in plan.deadlines {
            let name =
                switch move.subject {
                case .matter(_, let number, let title): "\(move.system.title) \(number)  \(title)"
                case .period: move.system.title
                }
            print(Printable.clean("\(move.unit)  \(name)  \(move.sentence)"))
        }
        for warning in plan.warnings { print("注意: \(warning)") }
        print("\(plan.subject): \(plan.dayCounts); \(plan.deadlineCounts)")
        print(number.map { "已导入, 日志第 \($0) 条" } ?? "没有错误, 可以导入; 这次只是检查, 没有导入")
    }
}
