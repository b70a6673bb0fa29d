// A whole report, handed row by row to whatever takes it: nothing is kept, however long it is.
internal import GRDB

extension Office {
    /// Hands a clerk's report to a sink, as it is at one moment.
    /// - Returns: how many rows it has.
    /// - Throws: `Refusal` if it was stopped, or the sink could not go on.
    public func write(
        _ report: Report, _ scope: ReportScope, to sink: inout any ReportSink, _ watch: WorkWatch = .nobody,
        in session: Session
    ) throws(Refusal) -> Int {
        try mustBeAllowed(TakeReport.self, in: session)
        return try read(in: session) { try $0.reports.write(report, scope, to: &sink, watch) }
    }

    /// Hands a report to a sink for the server's operator, who is told of every unit; personal data are masked.
    /// - Parameter site: the site's name; nil where the store has one only.
    public func write(
        _ report: Report, _ scope: ReportScope, to sink: inout any ReportSink, _ watch: WorkWatch = .nobody,
        site: String?, as operator: ServerOperator
    ) throws(Refusal) -> Int {
        try read { db in
            try ReportReading(`operator`, site: site, db, now: self.clock.now()).write(report, scope, to: &sink, watch)
        }
    }

    /// How many rows a report has.
    public func rows(
        of report: Report, _ scope: ReportScope, site: String?, as operator: ServerOperator
    ) throws(Refusal) -> Int {
        try read { db in
            try ReportReading(`operator`, site: site, db, now: self.clock.now()).count(report, scope)
        }
    }

    /// Notes in the journal that a report was taken out of the store by the server's operator.
    /// - Returns: the number of the row.
    public func journal(_ taken: TakeReport, as operator: ServerOperator) throws(Refusal) -> Int64 {
        try write { db in
            try Journal.append(
                taken.entry(unit: nil), act: TakeReport.name, by: Journal.Writer(name: `operator`.name),
                at: self.clock.now(), to: db)
        }
    }

    /// The unit of a name that the server's operator has typed.
    /// - Throws: `Refusal` that names the units there are.
    public func unit(named name: String, site: String?, as operator: ServerOperator) throws(Refusal) -> Identifier<Unit>
    {
        try read { db in
            try ReportReading(`operator`, site: site, db, now: self.clock.now()).unit(named: name)
        }
    }

    /// The same of a clerk, who may be told of it only as far as reports tell them of it (H9).
    public func unit(named name: String, in session: Session) throws(Refusal) -> Identifier<Unit> {
        try read(in: session) { try $0.reports.unit(named: name) }
    }

    /// How many rows a clerk's report has.
    /// - Throws: `Refusal` if the clerk may not take reports out.
    public func rows(of report: Report, _ scope: ReportScope, in session: Session) throws(Refusal) -> Int {
        try mustBeAllowed(TakeReport.self, in: session)
        return try read(in: session) { try $0.reports.count(report, scope) }
    }
}

extension ReportReading {
    fileprivate func unit(named name: String) throws -> Identifier<Unit> {
        let units = try Row.fetchAll(
            db, sql: "SELECT id, name, short_name FROM unit u WHERE \(condition(.below, of: "u", unit: "id"))")
        let found = units.filter { $0["name"] == name || $0["short_name"] == name }
        guard found.count == 1, let unit = found.first else {
            let names = units.prefix(20).map { $0["name"] as String }.joined(separator: "、")
            throw Refusal(found.isEmpty ? "没有单位 \(name); 有: \(names)" : "有 \(found.count) 个单位叫 \(name), 请写全称")
        }
        return Identifier(unit["id"])
    }

    init(_ operator: ServerOperator, site: String?, _ db: Database, now: Moment) throws {
        let party = try ImportParty(`operator`, site: site, db)
        self.init(db: db, now: now, site: party.site, unit: nil, reader: `operator`.name)
    }

    func write(
        _ report: Report, _ scope: ReportScope, to sink: inout any ReportSink, _ watch: WorkWatch
    ) throws -> Int {
        let totals = try totals(report, scope)
        try sink.begin(try heading(report, scope), report.columns(scope))
        let rows: Int
        switch report {
        case .detail(let figure):
            let maker = try MatterRows(self, scope, units: .full)
            rows = try write(
                "\(MatterRows.selection) WHERE \(condition(figure, scope)) ORDER BY f.announced_day DESC, f.matter_id DESC",
                of: try count(report, scope), to: &sink, watch
            ) { maker.row($0).cells }
        case .comments(let figure):
            let maker = try CommentRows(self, scope, units: .full)
            let condition = try condition(figure, scope)
            rows = try write(
                "\(CommentRows.selection) WHERE \(condition.sql) ORDER BY f.announced_day DESC, c.id DESC",
                condition.arguments, of: try count(report, scope), to: &sink, watch, cells: maker.cells)
        case .summary(let grouping), .replies(let grouping):
            let lines = try figureRows(report, scope, by: grouping, units: .full)
            for line in lines { try sink.add(line.cells) }
            rows = lines.count
        }
        try sink.end(totals: totals)
        return rows
    }

    /// How many rows a report has.
    func count(_ report: Report, _ scope: ReportScope) throws -> Int {
        switch report {
        case .detail(let figure): try total(scope).count(figure)
        case .comments(let figure):
            try total(scope, overdueAnswers: figure.isOfToday).count(figure)
                ?? commentPage(figure, scope, .first, limit: 1).total
        case .summary(let grouping), .replies(let grouping): try figures(scope, by: grouping).count
        }
    }

    /// How many rows are handed out between two looks at the clerk's keys.
    private static let step = 1_000

    private func write(
        _ sql: String, _ arguments: StatementArguments = [], of total: Int, to sink: inout any ReportSink,
        _ watch: WorkWatch, cells: (Row) -> [ReportCell]
    ) throws -> Int {
        var count = 0
        let found = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        while let row = try found.next() {
            try sink.add(cells(row))
            count += 1
            guard count.isMultiple(of: Self.step) else { continue }
            if watch.isStopped() { throw Refusal("已取消, 没有导出") }
            watch.tell(WorkProgress("导出报表", done: count, total: total))
        }
        return count
    }
}
