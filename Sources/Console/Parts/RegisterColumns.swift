// The columns of the register, and one row of it as a page.
import Model

/// A row of the register in as many columns as there is room for.
struct RegisterColumns {
    private let isWide: Bool

    /// - Parameter columns: the room; wide lists show units, publishers and whole dates.
    init(columns: Int) { isWide = columns >= 74 }

    var columns: Columns {
        var columns = [
            Columns.Column("", .fixed(4)), Columns.Column("编号", .fixed(8)), Columns.Column("文书", .fixed(4)),
            Columns.Column("标题", .flexible),
        ]
        if isWide { columns += [Columns.Column("单位", .fixed(14)), Columns.Column("发布人", .fixed(8))] }
        return Columns(columns + [Columns.Column("发布日期", .fixed(10)), Columns.Column("上网", .fixed(isWide ? 10 : 6))])
    }

    func values(of row: RegisterRow) -> [Columns.Value] {
        var values = [
            row.reviewed?.isOwed == true && row.changes.takenBackAt == nil
                ? Columns.Value("紧急", .soon)
                : Columns.Value(row.changes.mark, row.changes.takenBackAt == nil ? .plain : .dim),
            Columns.Value(row.number.description), Columns.Value(row.documentWord), Columns.Value(row.title),
        ]
        if isWide { values += [Columns.Value(row.unit), Columns.Value(row.publisher)] }
        let posted = row.posting.map { $0.postedAt.day.description }.map { isWide ? $0 : String($0.dropFirst(5)) }
        return values + [
            Columns.Value(row.publishedAt.day.description),
            Columns.Value(posted ?? (row.awaitsPosting ? "未登记" : ""), row.awaitsPosting ? .soon : .plain),
        ]
    }
}

extension RegisterEntry {
    /// The whole entry to be read: the row's cells, then every version and every posting.
    var lines: [StyledLine] {
        var lines = row.cells.filter { !$0.text.isEmpty && (postings.isEmpty || $0.text != row.postingText) }.map {
            StyledLine($0.heading + ": ", .label, indent: 6).then($0.text)
        }
        if let takenBackReason {
            lines.append(StyledLine("\(row.changes.takenBackWord)的原因: ", .label).then(takenBackReason))
        }
        if !versions.isEmpty { lines += [.empty, StyledLine("各版", .label)] }
        for version in versions {
            lines.append(
                StyledLine(
                    "  第 \(version.ordinal) 版  \(version.at.text) \(version.by) \(version.change.title), 保密审查 \(version.by)",
                    indent: 4))
            if let review = version.review { lines.append(StyledLine("    审批: \(review.text)", .dim, indent: 4)) }
            if let reason = version.reason { lines.append(StyledLine("    原因: \(reason)", .dim, indent: 4)) }
        }
        if !postings.isEmpty { lines += [.empty, StyledLine("上网登记, 新的在前", .label)] }
        for item in postings {
            lines.append(StyledLine("  \(item.posting.postedAt.text) \(item.posting.postedBy) 上网", indent: 4))
            lines.append(StyledLine("    \(item.posting.address)", indent: 4))
            lines.append(StyledLine("    \(item.registeredAt.text) \(item.registeredBy) 登记", .dim, indent: 4))
        }
        return lines
    }
}
