// What a change of the work calendar would do, as lines to be read and as a table.
import Model

enum CalendarPlanLines {
    /// More of a kind are counted, not listed; the table has them all.
    private static let most = 200

    static func introduction(_ owner: CalendarOwner) -> [StyledLine] {
        let whose =
            owner.isNation
            ? "全国的安排要全年一起导入 (必有 10 月 1 日)。" : "这里导入的是\(owner.name)自己放假或上班的日子, 对本站点和以下各级有效, 以它为准。"
        return [
            StyledLine("从一个 CSV 文件导入, 一行一天: 日期,off 或 working,名称,来源"), .empty,
            StyledLine("2026-10-01,off,国庆节,国办发明电〔2025〕7 号", .dim),
            StyledLine("2026-10-10,working,国庆节,国办发明电〔2025〕7 号", .dim),
            .empty, StyledLine("off 是放假, working 是周末调休上班。\(whose)"), .empty,
            StyledLine("文件中有哪几年, 这几年原来导入的安排就全部换成文件里的。先列出会改动哪些日子、哪些期限, 看过再决定。"),
        ]
    }

    static func faults(_ sentences: [String]) -> [StyledLine] {
        [StyledLine("有 \(sentences.count) 处要改, 一天也没有导入。改好文件后重新选。", .refusal), .empty]
            + cut(sentences, "处") { [StyledLine($0, indent: 2)] }
    }

    static func lines(_ plan: CalendarPlan) -> [StyledLine] {
        var lines = [
            StyledLine("\(plan.subject): \(plan.dayCounts)"), StyledLine(plan.deadlineCounts),
        ]
        lines += plan.known.map { StyledLine("\($0) 年有了全年的安排, 不再推算。") }
        lines += plan.warnings.map { StyledLine($0 + "。", .soon) }
        lines += plan.guessed.map { StyledLine("\($0) 年不再有全年的安排, 又要按周一至周五推算。", .soon) }
        lines.append(StyledLine("还没有答复的群众建议, 答复期限也按新的日历数; 已经办结的、已经答复的不变。", .dim))
        let settled = Set(plan.becomingOverdue + plan.noLongerOverdue)
        lines += section("变成超期的期限", plan.becomingOverdue, .overdue)
        lines += section("不再超期的期限", plan.noLongerOverdue, .label)
        lines += section("删去的日子", plan.removed, .soon)
        lines += section("改动的日子", plan.changed, .label)
        let others = plan.deadlines.filter { !settled.contains($0) }
        lines += section("其他改动的期限", others.filter { $0.from != $0.to }, .label)
        lines += section("日期不变、灯有变化的期限", others.filter { $0.from == $0.to }, .label)
        lines += section("新增的日子", plan.added, .label)
        return lines
    }

    private static func section(_ heading: String, _ days: [DayChange], _ style: Style) -> [StyledLine] {
        guard !days.isEmpty else { return [] }
        return [.empty, StyledLine("\(heading) (\(days.count) 天)", style)]
            + cut(days, "天") { change in
                let words = [change.before?.words, change.after?.words].compactMap(\.self)
                let told = Set(words).count == 1 ? words[0] : words.joined(separator: " 改为 ")
                var lines = [StyledLine("  \(change.day) \(change.day.weekday.name)  \(told)", indent: 4)]
                if let source = change.after?.source, source != change.before?.source {
                    lines.append(StyledLine("    依据: \(source)", .dim, indent: 10))
                }
                return lines
            }
    }

    private static func section(_ heading: String, _ moves: [DeadlineMove], _ style: Style) -> [StyledLine] {
        guard !moves.isEmpty else { return [] }
        return [.empty, StyledLine("\(heading) (\(moves.count) 项)", style)]
            + cut(moves, "项") { move in
                let name =
                    switch move.subject {
                    case .matter(_, let number, let title): "  \(number) \(title)  \(move.unit)"
                    case .period: "  \(move.unit)"
                    }
                return [StyledLine(name, indent: 4), StyledLine("    \(move.sentence)", .dim, indent: 4)]
            }
    }

    private static func cut<Item>(
        _ items: [Item], _ measure: String, _ lines: (Item) -> [StyledLine]
    ) -> [StyledLine] {
        let more = items.count - most
        return items.prefix(most).flatMap(lines) + (more > 0 ? [StyledLine("还有 \(more) \(measure)没有列出", .dim)] : [])
    }

    /// Every deadline of a plan, a row each.
    static func table(_ plan: CalendarPlan) -> [[String]] {
        [["系统", "单位", "编号", "标题", "期限", "原来", "改为", "灯"]]
            + plan.deadlines.map { move in
                let (number, title) =
                    switch move.subject {
                    case .matter(_, let number, let title): (number.description, title)
                    case .period(let quarter): ("", quarter.text)
                    }
                let light = move.before?.word == move.after?.word ? "" : move.after?.word ?? ""
                return [
                    move.system.title, move.unit, number, title, move.label, move.from?.description ?? "",
                    move.to?.description ?? "", move.isNoLongerOverdue ? "超期撤销" : light,
                ]
            }
    }
}
