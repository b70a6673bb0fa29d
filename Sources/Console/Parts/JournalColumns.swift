// The columns of 操作日志, and one row of it as a page.
import Model

/// A row of the journal in as many columns as there is room for.
struct JournalColumns {
    private let isWide: Bool

    /// - Parameter columns: the room; wide lists show units, acts and whole dates.
    init(columns: Int) { isWide = columns >= 90 }

    var columns: Columns {
        var columns = [
            Columns.Column("", .fixed(4)), Columns.Column("序号", .fixed(7), side: .right),
            Columns.Column("时间", .fixed(isWide ? 16 : 11)), Columns.Column("帐号", .fixed(isWide ? 14 : 8)),
        ]
        if isWide { columns += [Columns.Column("单位", .fixed(16)), Columns.Column("办理", .fixed(14))] }
        return Columns(columns + [Columns.Column("内容", .flexible)])
    }

    /// - Parameter today: dates of other years are written whole.
    func values(of row: JournalLine, today: Day) -> [Columns.Value] {
        let short = row.at.day.year == today.year ? String(row.at.text.dropFirst(5)) : row.at.day.description
        var values = [
            Columns.Value(row.isRefusal ? "未成" : "", .soon), Columns.Value("\(row.id.rawValue)"),
            Columns.Value(isWide ? row.at.text : short), Columns.Value(row.clerk),
        ]
        if isWide { values += [Columns.Value(row.unit ?? ""), Columns.Value(row.title)] }
        return values + [Columns.Value(row.sentence)]
    }

    /// The whole row to be read.
    static func lines(of detail: JournalDetail) -> [StyledLine] {
        let line = detail.line
        func entry(_ label: String, _ text: String?) -> StyledLine? {
            text.flatMap { $0.isEmpty ? nil : StyledLine(label + ": ", .label, indent: 6).then($0) }
        }
        var lines = [
            entry("时间", line.at.text), entry("帐号", line.clerk), entry("单位", line.unit), entry("来处", detail.address),
            entry("办理", line.title + (line.isRefusal ? ", 没有办成" : "")), entry("内容", line.sentence),
            entry("事项", line.matter?.text), entry("原因", detail.reason),
        ].compactMap { $0 }
        if !detail.changes.isEmpty {
            lines += [.empty, StyledLine("前后", .label)]
            lines += detail.changes.map { StyledLine("  \($0.label): ", .dim, indent: 6).then($0.text) }
        }
        lines +=
            [.empty]
            + [
                entry("对象", detail.subject), entry("校验值", detail.hash), entry("前一条的校验值", detail.previous),
            ].compactMap { $0 }
        return lines
    }
}
