// 操作日志 handed row by row to whatever takes it: nothing is kept, however long it is.
internal import GRDB

extension Office {
    /// Hands the rows of a filter to a sink, the oldest first: as they are read, and every value that is hashed, so that whoever has the
    /// file can compute the chain again.
    /// - Returns: how many rows there are.
    /// - Throws: `Refusal` if the clerk is no auditor, it was stopped, or the sink could not go on.
    public func writeJournal(
        _ filter: JournalFilter, to sink: inout any ReportSink, _ watch: WorkWatch = .nobody, in session: Session
    ) throws(Refusal) -> Int {
        try read(in: session) { transaction in
            let query = try transaction.journalQuery(filter)
            let total = try query.count(nil, transaction.db)
            try sink.begin(transaction.heading(filter), JournalSheet.columns)
            let rows = try Row.fetchCursor(
                transaction.db, sql: "\(JournalLine.selection) WHERE \(query.filter) ORDER BY j.id",
                arguments: query.arguments)
            var count = 0
            while let row = try rows.next() {
                try sink.add(JournalSheet.cells(row))
                count += 1
                guard count.isMultiple(of: JournalSheet.step) else { continue }
                if watch.isStopped() { throw Refusal("已取消, 没有导出") }
                watch.tell(WorkProgress("导出操作日志", done: count, total: total))
            }
            try sink.end(totals: nil)
            return count
        }
    }
}

extension Transaction {
    fileprivate func heading(_ filter: JournalFilter) -> ReportHeading {
        ReportHeading(
            title: JournalSheet.title, site: clerk.site.name, unit: "全部单位", system: "全部系统",
            span: filter.span == .all ? "全部日期" : filter.span.days.trimmed,
            narrowing: filter.isEverything ? nil : filter.sentence, madeAt: now, maker: clerk.fullName)
    }
}

/// The journal as a table.
private enum JournalSheet {
    static let title = "操作日志"
    /// How many rows are handed out between two looks at the clerk's keys.
    static let step = 1_000

    static let columns =
        [
            ReportColumn("number", "序号", .count, width: 8, isFrozen: true),
            ReportColumn("time", "时间", .moment, width: 16), ReportColumn("name", "帐号", .text, width: 10),
            ReportColumn("unit", "单位", .text, width: 16, longest: 24), ReportColumn("title", "办理", .text, width: 14),
            ReportColumn("outcome", "结果", .text, width: 6), ReportColumn("matter", "事项", .prose, width: 30),
            ReportColumn("what", "内容", .prose, width: 40), ReportColumn("changes", "前后", .prose, width: 40),
            ReportColumn("why", "原因", .prose, width: 20),
        ] + hashed.map { ReportColumn($0, $0, .text, width: 12) }

    /// What the canonical row is made of, by the store's own names.
    private static let hashed = [
        "id", "at", "clerk_id", "clerk", "unit_id", "session_id", "act", "is_refusal", "matter_id", "subject",
        "sentence",
        "before", "after", "reason", "previous", "hash",
    ]

    static func cells(_ row: Row) throws -> [ReportCell] {
        let line = JournalLine(row)
        let changes = try HistoryEntry.changes(before: row["before"], after: row["after"])
        func text(_ text: String?) -> ReportCell { text.map(ReportCell.text) ?? .empty }
        return [
            .count(Int(line.id.rawValue)), .moment(line.at), .text(line.clerk), text(line.unit), .text(line.title),
            .text(line.isRefusal ? "没有办成" : "办成"), text(line.matter?.text), .text(line.sentence),
            text(changes.isEmpty ? nil : changes.map { "\($0.label): \($0.text)" }.joined(separator: "; ")),
            text(row["reason"]),
        ] + hashed.map { text(String.fromDatabaseValue(row[$0]) ?? (row[$0] as Int64?).map { "\($0)" }) }
    }
}
