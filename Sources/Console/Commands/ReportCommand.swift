// yangguang report: the reports, for whoever runs the server and for scripts.
import ArgumentParser
import Glibc
import Model

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "导出报表",
        discussion: """
            按公告发布的日期统计, 与控制台里的报表数字相同:
              detail    发布情况明细报表, 一件事项一行
              summary   发布情况汇总报表, 按单位、月或季度
              comments  群众建议明细报表, 一条建议一行; 姓名、电话、住址等已遮住
              replies   答复时效和满意度, 按单位、月或季度

            写到标准输出, 或者用 --output 写到文件; 已有的文件不会被覆盖。每次导出都记入操作日志。
            table 是给屏幕看的, 太长的字截断; text 是给打印机的: 分页, 每页有表头, 字不截断。
            xlsx 要写到文件。json 是一个对象: report (表头), columns, rows (一行一个对象), totals;
            栏的 name 以后只增加, 不改已有的; 比率是 0 到 1 的数, 时间是 UTC。

            例:
              yangguang report summary --from 2026-01-01 --to 2026-12-31
              yangguang report comments --system hearing --format csv --output jianyi.csv
              yangguang report replies --by quarter --format json | jq .totals
            """)

    /// The reports as they are typed.
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case detail, summary, comments, replies
    }

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, text, csv, xlsx, json
    }

    @OptionGroup var store: StoreOptions

    @OptionGroup var acting: ActingOptions

    @Argument(help: ArgumentHelp("detail, summary, comments 或 replies", valueName: "报表"))
    var kind: Kind

    @Option(help: ArgumentHelp("只统计一个系统: \(System.choices)", valueName: "系统"))
    var system: System?

    @Option(help: ArgumentHelp("只统计一个单位, 写全称或简称", valueName: "单位"))
    var unit: String?

    @Option(help: ArgumentHelp("公告在这一天或以后发布的, 如 2026-01-01 或 20260101", valueName: "日期"))
    var from: String?

    @Option(help: ArgumentHelp("公告在这一天或以前发布的, 写法相同", valueName: "日期"))
    var to: String?

    @Option(help: ArgumentHelp("summary 和 replies 的每行是一个单位 (unit)、月 (month) 或季度 (quarter); 不写时是单位", valueName: "每行"))
    var by: FigureLine.Grouping?

    @Option(help: ArgumentHelp("table, text, csv, xlsx 或 json", valueName: "格式"))
    var format: Format = .table

    @Option(help: ArgumentHelp("写到这个文件; 不写时是标准输出", valueName: "文件"))
    var output: String?

    @Option(help: ArgumentHelp("站点的全称; 数据库中只有一个站点时不用写", valueName: "站点"))
    var site: String?

    func validate() throws {
        if by != nil, report.grouping == nil {
            throw ValidationError("--by 只用于 summary 和 replies; \(report.title)\(report.about.prefix { $0 != ":" })")
        }
        if unit?.trimmed.isEmpty == true { throw ValidationError("--unit 后面没有写单位; 请写全称或简称") }
        if output?.isEmpty == true { throw ValidationError("--output 后面没有写文件名") }
        if format == .xlsx, output == nil { throw ValidationError("xlsx 要用 --output 写到文件") }
    }

    private var report: Report {
        switch kind {
        case .detail: .detail(.announced)
        case .summary: .summary(by ?? .unit)
        case .comments: .comments(.received)
        case .replies: .replies(by ?? .unit)
        }
    }

    func run() throws {
        let office = try store.open()
        let span = try span(today: office.clock.now().day)
        try acting.act(in: office) { try run(ReportSource(office, $0, site: site), span) }
    }

    /// The days that `--from` and `--to` tell, written as in every form.
    /// - Throws: `ValidationError` that names the option and what was written.
    func span(today: Day) throws -> PublicationSpan {
        func day(_ option: String, _ typed: String) throws -> Day {
            switch TypedDay.read(typed, today: today) {
            case .success(let day): return day
            case .failure(.notADate(let shown)):
                throw ValidationError("\(option): \(TypedDay.Refusal.notADate(shown).sentence)")
            case .failure(let refusal):
                throw ValidationError("\(option) \(Printable.clean(typed)): \(refusal.sentence); 请写成 2026-12-08")
            }
        }
        let first = try from.map { try day("--from", $0) } ?? .first
        let last = try to.map { try day("--to", $0) } ?? .last
        guard first <= last else { throw ValidationError("--to \(last) 早于 --from \(first)") }
        return PublicationSpan(from: first, to: last)
    }

    private func run(_ source: ReportSource, _ span: PublicationSpan) throws {
        let reach = try unit.map { ReportScope.Reach.unit(try source.unit(named: $0)) } ?? .below
        let scope = ReportScope(system: system, reach: reach, span: span)
        let breakOff = BreakOff()
        let progress = ShownProgress()
        defer { progress.bar.finish() }
        let watch = WorkWatch(tell: progress.show, isStopped: { breakOff.isWanted })
        let writer: SheetForm.Writer = { [report] (sink) throws(Refusal) in
            try source.write(report, scope, to: &sink, watch)
        }
        func journal(_ rows: Int) throws {
            try source.journal(TakeReport(report, scope, rows: rows, as: format.rawValue))
        }
        if let output {
            try write(to: output, writer, journaling: journal)
        } else {
            // What goes to the standard output has left as it is written: the journal is told of it first.
            try journal(try source.rows(of: report, scope))
            var sink = sink(SheetStream())
            _ = try writer(&sink)
        }
    }

    private func sink(_ stream: SheetStream) -> any ReportSink {
        switch format {
        case .csv: CSVSheet(stream: stream)
        case .json: JSONSheet(stream: stream)
        case .text: PaperSheet(stream: stream)
        case .table, .xlsx: TableSheet(stream: stream)
        }
    }

    /// Written beside where it is to be, and put there when it is whole and journaled.
    private func write(to output: String, _ writer: SheetForm.Writer, journaling: (Int) throws -> Void) throws {
        var status = stat()
        guard lstat(output, &status) != 0 else { throw Refusal("\(output) 已经有了, 没有覆盖; 请另写一个文件名") }
        let slash = output.lastIndex(of: "/")
        let parent = slash.map { $0 == output.startIndex ? "/" : String(output[..<$0]) } ?? "."
        let folder = try PrivateFolder(below: parent)
        defer { folder.remove() }
        let path = folder.file("report")
        var sink: any ReportSink =
            format == .xlsx
            ? try XLSXSheet(path: path, folder: folder.path) : sink(try SheetStream(file: path))
        let rows = try writer(&sink)
        try journaling(rows)
        try folder.put("report", at: output)
    }
}

extension FigureLine.Grouping: ExpressibleByArgument {}
